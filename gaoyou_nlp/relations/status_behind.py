"""Reads the stages of a project behind its name: in its sentence and in the next ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.relations.stages import Fact, is_put_off, put_off
from gaoyou_nlp.relations.status_context import Context, Place
from gaoyou_nlp.relations.subjects import fact_about, is_counted

_TABLE = "relations/project_contexts.tsv"

_WINDOW = 400  # characters that a clause may have
_BACK = 24  # characters of a clause before a stage
_PARAGRAPH = 90  # characters behind a name in which the next sentences go on about it
# A time to come right before a name: 今年5月底，某某公路全线贯通.
_MONTH_AHEAD = re.compile("(?<!上)(?:月底前?|月[上中下]旬前|年底前?)[，,]?$")
# A goal or a year to come there: 力争到2030年，某某公路建成通车.
_GOAL_AHEAD = re.compile(
    r"(?:{aim with a day})(?:到|至|在|于)?[^，。；\n]{0,9}[年月底末前][，,]$|"
    r"(?:到|至)[明后]年[^，。；\n]{0,4}[，,]$",
    words="relations/project_contexts.tsv",
)
_PAST = re.compile("去年|前年|上年|已|昨|(?:19|20)[0-9]{2}年")
_VERB = re.compile('(?:建设|实施|推进|施工)?[“"《]?')
_HOPES = re.compile("(?:{hoped})[^，。；、]{0,8}$", words="relations/stage_words.tsv")
_AIM = re.compile("[^。；\n]{0,40}(?:提供|奠定|创造)")  # 为…如期完工提供了保障
_TAKES_IT = re.compile(
    r"(?:{sets out})[^，。；、\n]{0,6}把(?:[^，。；、\n]{0,6}的)?$", words=_TABLE
)
"""今年要把某某大桥建好: the plan stands before the name."""
_URGED = re.compile("(?:{urged})(?:[^，。；、\n]{0,6}等)?$", words=_TABLE)
_BACKED = re.compile("(?:{backed})$", words=_TABLE)
_WAS_PLANNED = re.compile("原(?:计划|定|本|拟|先计划)")
_DONE = re.compile("已|目前|现|正在")
_SCOPE = re.compile("(?:招标|采购|施工|服务)(?:内容|范围|需求)[:：]")  # 招标内容：某某工程施工
_GOES_ON = re.compile(
    "该(?:项目|工程)|(?:项目|工程)(?=[已于现目正])|目前[，,]?(?:该|项目|工程|已|正)"
)
_CLAUSE_END = re.compile("[，。；\n]")
_ALL = re.compile("均|都|全部|双双|相继|一并|同步|先后")
_YEAR = re.compile("(?:建设)?于(?:19|20)[0-9]{2}年(?![0-9]+月[0-9])")
_YEAR_BEFORE = re.compile("(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月|[初底]|[上下]半年)?(?:正式|全面)*$")
_NOW = re.compile("{now}", words=_TABLE)


@cache
def list_kinds() -> dict[str, str]:
    """Return the words of ``list_kinds.tsv`` with their statuses.

    Examples:
        >>> list_kinds()["续建"]
        '在建'
    """
    return {row[0]: row[1] for row in table("relations/list_kinds.tsv")}


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(
        "等(?:一批|这?[两三四五六七八九十\\d]+个)?(?:计划|已|新|待|重点|市级|省级){0,2}"
        f"({'|'.join(list_kinds())})(?:的|阶段的?)?(?:重点|重大)?(?:项目|工程)"
    )


def kind(context: Context, place: Place) -> list[Fact]:
    """What the noun behind a list calls its items: 等一批在建项目."""
    match = _kind().match(context.text, place[1])
    if match is None:
        return []
    return [Fact(match.start(1), match.end(1), list_kinds()[match[1]], True)]


def after(context: Context, place: Place) -> list[Fact]:
    """What stands behind the name in its sentence, up to the next project."""
    text = context.text
    low, high = context.sentence(place)
    if _SCOPE.search(text, low, place[0]) or _BACKED.search(text, low, place[0]):
        return []
    following = context.following(place[1])
    stages = context.between(place[1], min(high, following))
    if stages and following < high and _takes(text, stages[-1], following):
        stages = stages[:-1]
    facts = [f for fact in stages if (f := fact_about(text, *place, fact)) is not None]
    facts = list(_planned_from_the_first(text, facts))
    if facts and _lies_ahead(text, low, place[0]):
        facts = [put_off(facts[0])]
    if facts and _URGED.search(text, max(0, place[0] - 12), place[0]):
        stop = _CLAUSE_END.search(text, place[1], place[1] + _WINDOW)
        end = stop.start() if stop else place[1]
        facts = [
            fact if fact.start < end or _was_done(text, fact) else put_off(fact) for fact in facts
        ]
    if facts and _is_hoped_for(text, place):
        stop = _CLAUSE_END.search(text, place[1], place[1] + _WINDOW)
        end = stop.start() if stop else place[1] + _WINDOW
        far = [f for f in facts if f.start < end and text.startswith("达产", f.start)]
        facts = [
            put_off(f) if f.start < end and not _was_helped(text, place[0], f) else f
            for f in facts
            if f not in far
        ]
    return facts


def sure_after(context: Context, place: Place) -> list[Fact]:
    """What stands there as done."""
    return [fact for fact in after(context, place) if fact.sure]


def goes_on(context: Context, place: Place) -> bool:
    """Whether works that are begun are under way now: 3月开工，目前二层封顶."""
    text = context.text
    facts = after(context, place)
    for at, fact in enumerate(facts):
        begun = [other for other in facts[:at] if other.stage == "开工" and other.sure]
        if fact.stage != "在建" or not begun:
            continue
        if fact.sure and _NOW.search(text, begun[-1].end, fact.end):
            return True
        if not fact.sure and _in_a_year(text, begun[-1]):
            return True
    return False


def _in_a_year(text: str, fact: Fact) -> bool:
    """Whether a stage is dated by a year without a day: 开建于2018年; 2018年3月开工."""
    if _YEAR.match(text, fact.end):
        return True
    return _YEAR_BEFORE.search(text, max(0, fact.start - 14), fact.start) is not None


def _planned_from_the_first(text: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """What stands behind a plan is planned too: 预计年底开工，2030年投产."""
    kept = [fact for fact in facts if not _was_planned(text, fact)] or facts
    planned = False
    for fact in kept:
        if planned and fact.sure and not _DONE.search(text, max(0, fact.start - 8), fact.start):
            yield put_off(fact)
        else:
            planned = planned or not fact.sure or is_put_off(text, fact.start)
            yield fact


def _was_planned(text: str, fact: Fact) -> bool:
    """Whether a stage is what was planned once: 原计划10月投产，7月下线."""
    low = max(0, fact.start - _BACK)
    clause = max(low, *(text.rfind(mark, low, fact.start) + 1 for mark in "，。；\n"))
    return _WAS_PLANNED.search(text, clause, fact.start) is not None


def _was_done(text: str, fact: Fact) -> bool:
    """Whether a word beside a stage says that it is reached: 推进…建设，一期已投产."""
    return _DONE.search(text, max(0, fact.start - _BACK), fact.start) is not None


def _lies_ahead(text: str, low: int, start: int) -> bool:
    """Whether a name has a time to come right before it: 今年5月底，."""
    if _GOAL_AHEAD.search(text, max(low, start - 20), start):
        return True
    near = max(low, start - 14)
    time = _MONTH_AHEAD.search(text, near, start)
    return time is not None and _PAST.search(text, near, start) is None


def _takes(text: str, fact: Fact, start: int) -> bool:
    """Whether a stage belongs to the name right behind its word: 加快建设“某某基地”."""
    return fact.stage == "在建" and bool(_VERB.fullmatch(text, fact.end, start))


def _is_hoped_for(text: str, place: Place) -> bool:
    """Whether what stands behind a name is only a wish or an aim."""
    start, end = place
    if _HOPES.search(text, max(0, start - 14), start):
        return True
    if _TAKES_IT.search(text, max(0, start - 24), start):
        return True
    return bool(_AIM.match(text, end)) and text[max(0, start - 3) : start].endswith(("为", "为了"))


def _was_helped(text: str, start: int, fact: Fact) -> bool:
    """Whether a stage is reached with help: 助力大桥成功开通."""
    helped = text.find("助力", max(0, start - 14), start) >= 0
    return helped and text.endswith(("成功", "已"), 0, fact.start)


def of_all(context: Context, place: Place) -> list[Fact]:
    """What the end of the sentence says of all its projects: …，均已开工."""
    _, high = context.sentence(place)
    following = context.following(place[1])
    if following >= high:
        return []
    return [
        found
        for fact in context.between(following, high)
        if _ALL.search(context.text, max(following, fact.start - 6), fact.start)
        and (found := fact_about(context.text, *place, fact)) is not None
    ][:1]


def behind(context: Context, place: Place) -> list[Fact]:
    """What the next sentences of the line say, up to the next project."""
    text = context.text
    high = min(place[1] + _PARAGRAPH, context.following(place[1]))
    line = text.find("\n", place[1], high)
    high = high if line < 0 else line
    _, end = context.sentence(place)
    subject = _GOES_ON.match(text, end + 1)
    if not subject:
        return []
    facts = [fact for fact in context.between(end, high)[:1] if not is_counted(text, fact)]
    stop = text.find("。", subject.end(), high)
    for fact in context.between(subject.end(), high if stop < 0 else stop):
        if fact not in facts and (found := fact_about(text, *subject.span(), fact)) is not None:
            facts.append(found)
    facts = list(_planned_from_the_first(text, facts))
    return [fact for fact in facts if fact.sure] if facts and facts[0].sure else []
