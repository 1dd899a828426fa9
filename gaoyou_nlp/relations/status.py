"""Reads the status of a project: what stands behind its name, before it, and over it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.flat_tables import find_rows
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.leads import Lead
from gaoyou_nlp.relations.stages import Fact, Facts, last_reached, put_off
from gaoyou_nlp.relations.subjects import governs, told_of

_STOP = re.compile("[。；！？\n]")
_WINDOW = 400  # characters that a sentence may have
_NEAR = 200  # characters before a name in which a plan of years is told
_BETWEEN = re.compile(
    "(?:项目|工程)?(?:（[^（）\n]{0,20}）)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?"
)
_KINDS = {
    "拟开工": "前期",
    "拟建": "前期",
    "储备": "前期",
    "前期": "前期",
    "谋划": "前期",
    "在谈": "在谈",
    "意向": "在谈",
    "签约": "签约",
    "开工": "开工",
    "新建": "开工",
    "在建": "在建",
    "续建": "在建",
    "竣工": "竣工",
    "投产": "投产",
    "达产": "达产",
}
_KIND = re.compile(
    "等(?:一批|这?[两三四五六七八九十\\d]+个)?(?:计划|已|新|待|重点|市级|省级){0,2}"
    f"({'|'.join(_KINDS)})(?:的|阶段的?)?(?:重点|重大)?(?:项目|工程)"
)
_PUTS_OFF = re.compile(
    "(?:确保|力争|争取|力促|推进|推动|加快|促进|督促|保证|助力|"
    "要求|抓好|抓紧|期待|希望|盼望)[^，。；、]{0,8}$"
)
# A verb that urges something on says only that it is under way where work is named behind it.
_URGES = re.compile("(?:加快|加紧|抓紧|推动)?(?:加快|推进|推动)")
_WORKS = re.compile(
    '[”"》]?(?:等[^，。；\n、]{0,12})?(?:项目|工程)?的?'
    "(?:[^，。；\n]{0,6}(?:建设|施工|续建|进度|安装|装修|收尾|封顶|主体|扫尾|调试|改造|建成))"
)
_PREPARED = re.compile("[^，。；\n]{0,24}前期(?:准备)?(?:工作|手续)")
# A time to come right before a name: 今年5月底，某某公路全线贯通.
_MONTH_AHEAD = re.compile("(?<!上)(?:月底|月[上中下]旬|年底)前?[，,]?$")
_PAST = re.compile("去年|前年|上年|已|昨|(?:19|20)[0-9]{2}年")
_VERB = re.compile('(?:建设|实施|推进|施工)?[“"《]?')
_AIM = re.compile("[^。；\n]{0,40}(?:提供|奠定|创造)")  # 为…如期完工提供了保障
_OF_SEVERAL = re.compile("[个项批]|集中|包括|分别|主要|其中|仪式|活动|有：")
# What one project, found or not, holds or has done tells of that one: 甲项目成功签约，乙项目….
_HOLDS = re.compile(
    "(?<![个点大批])(?:项目|工程)"
    "(?:[^，。；\n项个批]{0,6}(?:举行|举办|迎来)[^，。；\n]{0,4}|已|成功|正式|顺利|如期)$"
)
_DONE = re.compile("已|目前|现|正在")
_YEAR_AHEAD = re.compile("年内|明年|后年|下半年|年底前|今年[将要]")
_SCOPE = re.compile("(?:招标|采购|施工|服务)(?:内容|范围|需求)[:：]")  # 招标内容：某某工程施工
_SHARED = ("签约", "开工")
# What a plan of years says of a work tells at most that it has not begun.
_HORIZON = re.compile(
    "(?:未来|今后)[一二三四五六七八九十0-9两几]+(?:至[一二三四五六七八九十0-9]+)?年|"
    "(?<![0-9])到20[2-5][0-9]年|十[四五]五[”’]?(?:期间|末|时期)[^。；\\n]{0,20}(?:将|要|力争)|"
    "今后一个时期"
)
_GOES_ON = re.compile(
    "该(?:项目|工程)|(?:项目|工程)(?=[已于现目正])|目前[，,]?(?:该|项目|工程|已|正)"
)
_LISTS = re.compile("(?:分别|依次|包括|有(?![力效利序望关限])|即(?!将)|主要|其中)")
_LINE = re.compile("\n")
_ROW = re.compile(
    "[ 　\t]*(?:[（(【△◎■●▌—·-]{0,2}(?:序号)?[\\d一二三四五六七八九十①-⑳]{0,3}"
    "[)）】、.．，:：]?[ 　\t]*)?"
)
_CLAUSE_END = re.compile("[，。；\n]")
_ALL = re.compile("均|都|全部|双双|相继|一并|同步|先后")


def _is_one_of_several(text: str, fact: Fact) -> bool:
    """Whether a cue only stands in a list of stages: 签约、开发、开工的项目包括…."""
    return text.startswith("、", fact.end) or text[max(0, fact.start - 1) : fact.start] == "、"


def _masked(text: str, names: Sequence[tuple[int, int]]) -> str:
    """The text with the names blotted out, so that no word inside them counts."""
    parts, last = [], 0
    for start, end in names:
        parts += [text[last:start], "□" * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _planned_from_the_first(text: str, facts: Sequence[Fact]) -> Iterator[Fact]:
    """What is told behind a plan is planned too: 预计年底开工，2030年投产."""
    planned = False
    for fact in facts:
        if planned and fact.sure and not _DONE.search(text, max(0, fact.start - 8), fact.start):
            yield put_off(fact)
        else:
            planned = planned or not fact.sure
            yield fact


class StatusReader:
    """Reads the status of the projects of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._names = [(s.start, s.end) for s in spans if s.label == "PROJECT"]
        self._starts = [start for start, _ in self._names]
        bodies = [(s.start, s.end) for s in spans if s.label in ("PROJECT", "ORG")]
        self._facts = Facts(_masked(text, self._names), bodies if self._names else [])
        self._lead = Lead(text, self._names, self._facts)
        self._alone = set(self._names)
        self._blocks = list(self._find_blocks())
        self._rows = {row.name[0]: row for row in find_rows(text)} if self._names else {}
        self._sentences: dict[tuple[int, int], tuple[int, int]] = {}

    def _find_blocks(self) -> list[tuple[int, int]]:
        """For each mention the list that it stands in: what is said of it holds for each item."""
        blocks: list[tuple[int, int]] = []
        first = 0
        for at in range(len(self._names)):
            further = at + 1 < len(self._names) and _BETWEEN.fullmatch(
                self._text, self._names[at][1], self._names[at + 1][0]
            )
            if not further:
                block = (self._names[first][0], self._names[at][1])
                blocks += [block] * (at + 1 - first)
                first = at + 1
        return blocks

    def of(self, mentions: Sequence[Span]) -> str | None:
        """Return the status of a project, None where the text does not tell it.

        Parameters:
            mentions: Its spans.
        """
        rows = [row for span in mentions if (row := self._rows.get(span.start)) is not None]
        for row in rows:
            if row.status is not None:
                return last_reached(self._facts.between(*row.status))
        mentions = [span for span in mentions if span.start not in self._rows]
        places = [self._blocks[bisect_left(self._starts, span.start)] for span in mentions]
        for look in LOOKS:
            for place in places:
                found = look(self, place)
                if found:
                    return self._later(last_reached(found), places)
        return None

    def _later(self, stage: str | None, places: Sequence[tuple[int, int]]) -> str | None:
        """The stage that a project has reached by all that is told as done of its mentions."""
        if stage not in ("开工", "竣工"):
            return stage
        told = [last_reached(found) for place in places if (found := self.sure_after(place))]
        reached = [other for other in told if other in ("竣工", "投产", "达产")]
        return max([stage, *reached], key=STATUSES.index)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        if (start, end) not in self._sentences:
            self._sentences[start, end] = self._find_sentence(start, end)
        return self._sentences[start, end]

    def _find_sentence(self, start: int, end: int) -> tuple[int, int]:
        low = max(0, start - _WINDOW)
        for stop in _STOP.finditer(self._text, low, start):
            low = stop.end()
        line = self._text.rfind("\n", max(0, start - 12), start) + 1
        stops = _LINE if _ROW.fullmatch(self._text, line, start) else _STOP
        since = end + 1 if self._text.startswith("\n", end) else end
        found = stops.search(self._text, since, end + _WINDOW)
        return low, found.start() if found else min(len(self._text), end + _WINDOW)

    def _neighbours(self, start: int, end: int) -> tuple[int, int]:
        """Where the project before ends, and the one behind begins."""
        before = bisect_left(self._starts, start) - 1
        behind = bisect_left(self._starts, end)
        return (
            self._names[before][1] if before >= 0 else 0,
            self._starts[behind] if behind < len(self._starts) else len(self._text),
        )

    def after(self, place: tuple[int, int]) -> list[Fact]:
        """What is told behind the name in its sentence, up to the next project."""
        low, high = self._sentence(*place)
        if _SCOPE.search(self._text, low, place[0]):
            return []
        _, following = self._neighbours(*place)
        told = self._facts.between(place[1], min(high, following))
        if told and following < high and self._takes(told[-1], following):
            told = told[:-1]
        facts = [f for fact in told if (f := told_of(self._text, *place, fact)) is not None]
        facts = list(_planned_from_the_first(self._text, facts))
        if facts and self._lies_ahead(low, place[0]):
            facts = [put_off(facts[0])]
        if facts and self._hoped_for(place):
            stop = _CLAUSE_END.search(self._text, place[1], place[1] + _WINDOW)
            end = stop.start() if stop else place[1] + _WINDOW
            far = [f for f in facts if f.start < end and self._text.startswith("达产", f.start)]
            facts = [put_off(f) if f.start < end else f for f in facts if f not in far]
        return facts

    def _lies_ahead(self, low: int, start: int) -> bool:
        """Whether a name has a time to come right before it: 今年5月底，."""
        near = max(low, start - 14)
        time = _MONTH_AHEAD.search(self._text, near, start)
        return time is not None and _PAST.search(self._text, near, start) is None

    def _takes(self, fact: Fact, start: int) -> bool:
        """Whether a stage is told of the name right behind its word: 加快建设“某某基地”."""
        return fact.stage == "在建" and bool(_VERB.fullmatch(self._text, fact.end, start))

    def _hoped_for(self, place: tuple[int, int]) -> bool:
        """Whether what is told behind a name is only a wish or an aim."""
        start, end = place
        if _PUTS_OFF.search(self._text, max(0, start - 14), start):
            return True
        return bool(_AIM.match(self._text, end)) and self._text[max(0, start - 3) : start].endswith(
            ("为", "为了")
        )

    def kind(self, place: tuple[int, int]) -> list[Fact]:
        """What the noun behind a list calls its items: 等一批在建项目."""
        match = _KIND.match(self._text, place[1])
        if match is None:
            return []
        stage = next(stage for word, stage in _KINDS.items() if word in match[1])
        return [Fact(match.start(1), match.end(1), stage, True)]

    def sure_after(self, place: tuple[int, int]) -> list[Fact]:
        """What is told there as done."""
        return [fact for fact in self.after(place) if fact.sure]

    def before(self, place: tuple[int, int]) -> list[Fact]:
        """What is told right before the name in its clause: 去年动工的…, 启动…."""
        low, _ = self._sentence(*place)
        previous, _ = self._neighbours(*place)
        clause = max(self._text.rfind(mark, low, place[0]) + 1 for mark in "，,")
        if _LISTS.match(self._text, clause, place[0]):
            clause = low
        facts = self._facts.between(max(low, previous, clause), place[0])[-1:]
        facts = [fact for fact in facts if governs(self._text, fact, place[0])]
        if facts and _URGES.fullmatch(self._text, facts[0].start, facts[0].end):
            prepared = _PREPARED.match(self._text, place[1])
            if prepared:
                return [Fact(*prepared.span(), "前期", True)]
            aims = [fact for fact in self.after(place)[:1] if not fact.sure]
            named = self._text.startswith(("建设", "施工"), facts[0].end)
            if aims or not (named or _WORKS.match(self._text, place[1])):
                return aims
        if facts and _is_one_of_several(self._text, facts[0]):
            return []
        line = self._text.rfind("\n", max(0, place[0] - _NEAR), place[0]) + 1
        since = max(line, place[0] - _NEAR)
        if facts and _HORIZON.search(self._text, since, facts[0].start):
            facts = [put_off(fact) for fact in facts]
            return [fact for fact in facts if fact.stage == "前期"]
        if _YEAR_AHEAD.search(self._text, low, place[0]):
            return [put_off(fact) for fact in facts]
        return facts

    def of_all(self, place: tuple[int, int]) -> list[Fact]:
        """What the end of the sentence tells of all its projects: …，均已开工."""
        _, high = self._sentence(*place)
        _, following = self._neighbours(*place)
        if following >= high:
            return []
        return [
            told
            for fact in self._facts.between(following, high)
            if _ALL.search(self._text, max(following, fact.start - 6), fact.start)
            and (told := told_of(self._text, *place, fact)) is not None
        ][:1]

    def anywhere(self, place: tuple[int, int]) -> list[Fact]:
        """The nearest milestone of the sentence that is told of all: 开工, 签约."""
        low, high = self._sentence(*place)
        facts = [
            f
            for f in self._facts.between(low, high)
            if f.stage in _SHARED and not _is_one_of_several(self._text, f)
        ]
        costs = []
        for fact in facts:
            if fact.start >= place[1]:
                if told_of(self._text, *place, fact) is None:
                    continue
                gap = fact.start - place[1] + 6 * self._text.count("，", place[1], fact.start)
            elif self._is_of_another(low, fact) or (
                "，" in self._text[fact.end : place[0]]
                and not _OF_SEVERAL.search(self._text, low, place[0])
            ):
                continue
            else:
                gap = 8 + place[0] - fact.end + 8 * self._text.count("，", fact.end, place[0])
            costs.append((gap, fact.start, fact))
        return [min(costs)[2]] if costs else []

    def _is_of_another(self, low: int, fact: Fact) -> bool:
        """Whether the same clause names a project before a fact, which then is told of that."""
        if _HOLDS.search(self._text, max(low, fact.start - 20), fact.start):
            return True
        before = bisect_left(self._starts, fact.start) - 1
        if before < 0 or self._starts[before] < low:
            return False
        return _CLAUSE_END.search(self._text, self._names[before][1], fact.start) is None

    def behind(self, place: tuple[int, int]) -> list[Fact]:
        """What the next sentences of the line tell, up to the next project."""
        _, following = self._neighbours(*place)
        high = min(place[1] + 90, following)
        line = self._text.find("\n", place[1], high)
        high = high if line < 0 else line
        _, end = self._sentence(*place)
        if not _GOES_ON.match(self._text, end + 1):
            return []
        return [fact for fact in self._facts.between(end, high)[:1] if fact.sure]

    def headline(self, place: tuple[int, int]) -> list[Fact]:
        """What headline or beginning tell of all, for the lists of the first lines."""
        if self._lead.stage is None or place[0] >= self._lead.end:
            return []
        listed = place not in self._alone or self._text.startswith("等", place[1])
        if self._facts.between(*self._sentence(*place)) or not (listed or self._lead.counts):
            return []
        return [Fact(0, 0, self._lead.stage, True)]


LOOKS = (
    StatusReader.kind,
    StatusReader.sure_after,
    StatusReader.before,
    StatusReader.after,
    StatusReader.of_all,
    StatusReader.anywhere,
    StatusReader.behind,
    StatusReader.headline,
)
