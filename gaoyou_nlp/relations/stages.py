"""Finds what a text says of stages: each cue as a fact, with what negates it or puts it off."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternatives, table

_CLAUSE = re.compile("[，,；;。：:\n！？!?]")
_REACH = 18  # characters before a cue that may negate it or put it off
# What a stage that is not reached, or only planned, says of today.
MILESTONES = ("签约", "开工", "竣工", "投产", "达产")
_HEADLINE = 80  # characters that a headline may have
_BUILT = frozenset(("开工", "竣工", "投产", "达产"))
_NOT_YET = {"前期": "前期", "开工": "前期", "竣工": "在建", "投产": "在建", "达产": "投产"}
_PLANNED = {"开工": "前期", "竣工": "在建", "投产": "在建", "达产": "在建", "签约": "在谈"}
_BACK = 30  # characters before a clause that has no subject in which a plan may stand
_TABLE = "relations/project_contexts.tsv"
_PLAN_BEFORE = re.compile(
    "(?:即?将|力争|有望|预计)(?:要|会|全面|陆续|基本|全部)*(?:{planned verb})"
    "[^，。；\n]{0,8}[，,]$",
    words=_TABLE,
)
"""将要完成建设，投入生产: what follows a plan without a word of its own is planned too."""
_NOT_PASSED = re.compile("(?:验收)?(?:未|没有?|不)(?:获|能|予|被)?(?:得|以)?(?:通过|合格|达标)")
_PUT_BACK = re.compile(
    "(?:仪式|典礼|一事|计划)?(?:因[^，。；\n]{1,8}|再次|一再|被|又|将|已)?(?:{put back})",
    words=_TABLE,
)
_ASKED = re.compile("了?(?:[吗么没]|没有|与否|[？?])(?=[？?，。\n]|$)")
_EARLY = re.compile("[^，。；\n]{0,4}[，,]?(?:比|较)[^，。；\n]{0,8}(?:早|提前|快)")
_DATES = ("月底", "年底")
_TO_NOW = ("以来", "至今")
_WITH = re.compile(r"随着[^，。；\n]*的(?:{manner of a stage})?$", words=_TABLE)
"""随着大桥的建成: the stage only says with what something else comes."""
_NOT_BEFORE = re.compile("20[0-9]{2}年[初底]?再$")
_MONTH = re.compile("(?<![0-9年至-])(?:1[0-2]|[1-9])月份?$")
_SPENT = re.compile("完成[0-9.]")


@dataclass(frozen=True, slots=True)
class Fact:
    """A stage that the text reports.

    Parameters:
        start, end: Of the words that report it, in characters.
        stage: One of ``STATUSES``.
        sure: Whether it is reported as done; else it follows from what is planned or denied.
    """

    start: int
    end: int
    stage: str
    sure: bool


@cache
def word_pattern(kind: str) -> re.Pattern[str]:
    """Return one pattern for all words of a kind.

    Parameters:
        kind: One of those of ``stage_words.tsv``: ``denied``, ``planned``, ``hoped`` ….

    Examples:
        >>> word_pattern("denied").search("大桥没有开工")[0]
        '没有'
    """
    return re.compile(alternatives("relations/stage_words.tsv", kind))


@cache
def _cues() -> tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """One pattern for all cues, by first character, and each with its status, longest first."""
    statuses = {row[0]: row[1] for row in table("relations/project_cues.tsv")}
    by_first: dict[str, list[str]] = {}
    longest_first = sorted(statuses, key=len, reverse=True)
    for cue in longest_first:
        by_first.setdefault(cue[0], []).append(cue[1:])
    groups = (f"{first}(?:{'|'.join(rest)})" for first, rest in by_first.items())
    each = tuple((re.compile(cue), statuses[cue]) for cue in longest_first)
    return re.compile("|".join(groups)), each


@lru_cache(maxsize=1024)
def _status(found: str) -> str:
    """The status that the longest cue of a stretch speaks for."""
    return next(status for cue, status in _cues()[1] if cue.match(found))


def find_facts(text: str, low: int = 0, high: int | None = None) -> Iterator[Fact]:
    """Find the stages that a text reports, in order.

    Parameters:
        text: The article.
        low, high: Where to look, in characters.

    Yields:
        One fact a cue; what is denied without telling a stage (终止签约) and what only names a
        stage (开工率, 投产后将) is left out.

    Examples:
        >>> [(f.stage, f.sure) for f in find_facts("项目去年开工，今年没有竣工")]
        [('开工', True), ('在建', False)]
        >>> list(find_facts("开工率100%，项目终止签约"))
        []
    """
    pattern, _ = _cues()
    for match in pattern.finditer(text, low, len(text) if high is None else high):
        fact = _judge(text, match.start(), match.end(), _status(match[0]))
        if fact is not None:
            yield fact


def _judge(text: str, start: int, end: int, stage: str) -> Fact | None:
    """What a cue means, by the words beside it."""
    low = _clause_start(text, start)
    if word_pattern("ended").search(text, low, start):
        return None
    if text[start - 1 : start] == "或" or text[end : end + 1] == "或":
        return None  # 落地或投产
    if stage in ("在建", "签约") and word_pattern("other").match(text, end):
        return None
    denied = word_pattern("denied").search(text, low, start)
    if denied:
        now = None if denied[0][0] == "不" and stage == "前期" else _NOT_YET.get(stage)
        return None if now is None else Fact(start, end, now, False)
    if text.startswith("在即", end):
        return Fact(start, end, _PLANNED.get(stage, "前期"), False)
    if text.startswith(("后的", "之后", "时，", "时,", "的时候"), end):
        return None
    if stage in MILESTONES:
        if word_pattern("noun").match(text, end):
            return None
        since = word_pattern("since").match(text, end)
        if since:
            lasts = "投产" if stage == "投产" and since[0] in _TO_NOW else None
            now = "在建" if stage == "开工" else lasts
            return None if now is None else Fact(start, end, now, True)
        if _ASKED.match(text, end):
            return None
        if _NOT_PASSED.match(text, end):
            return Fact(start, end, "在建", False)
        if _PUT_BACK.match(text, end):
            return Fact(start, end, _NOT_YET.get(stage, "前期"), False)
        if _is_a_time(text, start, end):
            return None
    if word_pattern("if").search(text, low, start):
        return None
    planned = _last(word_pattern("planned"), text, low, start)
    done = _last(word_pattern("done"), text, low, start)
    if planned is None and start == low and _PLAN_BEFORE.search(text, max(0, low - _BACK), low):
        return put_off(Fact(start, end, stage, True))
    if planned is not None and planned[0] in _DATES and _EARLY.match(text, end):
        return Fact(start, end, stage, True)
    if planned is not None and (done is None or done.start() < planned.start()):
        if _SPENT.match(text, start) or (stage == "在建" and planned[0] == "可"):
            return None
        now = _PLANNED.get(stage)
        return Fact(start, end, stage if now is None else now, now is None)
    if stage in _BUILT and _WITH.search(text, low, start):
        return None
    if stage == "开工" and _is_to_begin(text, start, end):
        return Fact(start, end, "前期", False)
    return Fact(start, end, stage, True)


def _is_to_begin(text: str, start: int, end: int) -> bool:
    """Whether a start lies ahead: 2030年再开工; 5月开工 at the end of the headline."""
    low = max(0, start - _REACH)
    if _NOT_BEFORE.search(text, low, start):
        return True
    if start > _HEADLINE or not text.startswith("\n", end) or text.find("\n", 0, start) >= 0:
        return False
    return _MONTH.search(text, low, start) is not None


def _is_a_time(text: str, start: int, end: int) -> bool:
    """Whether a milestone only says when something is: 投产后; not 已投产后."""
    if not word_pattern("when").match(text, end):
        return False
    return word_pattern("done").search(text, max(0, start - 4), start) is None


def _clause_start(text: str, at: int) -> int:
    """Where the words begin that may put off or deny what stands at an offset."""
    low = max(0, at - _REACH)
    for mark in _CLAUSE.finditer(text, low, at):
        low = mark.end()
    return low


def is_put_off(text: str, at: int) -> bool:
    """Say whether the words right before an offset put a stage off or deny it.

    Examples:
        >>> is_put_off("云岭大桥将开工", 5), is_put_off("云岭大桥开工", 4)
        (True, False)
    """
    low = _clause_start(text, at)
    return any(word_pattern(kind).search(text, low, at) for kind in ("denied", "planned", "ended"))


def put_off(fact: Fact) -> Fact:
    """Return what a fact says of today where its verb is only hoped for (确保…竣工).

    Examples:
        >>> put_off(Fact(0, 2, "竣工", True)).stage
        '在建'
    """
    stage = _PLANNED.get(fact.stage)
    return fact if stage is None else Fact(fact.start, fact.end, stage, False)


def _last(pattern: re.Pattern[str], text: str, low: int, high: int) -> re.Match[str] | None:
    found = list(pattern.finditer(text, low, high))
    return found[-1] if found else None


class Facts:
    """The facts of a text, found once.

    Parameters:
        text: The article.
        names: Start and end of each project's and body's name, in order: cues inside are no
            facts.
    """

    def __init__(self, text: str, names: Sequence[tuple[int, int]]) -> None:
        starts = [start for start, _ in names]
        self._facts: list[Fact] = []
        for fact in find_facts(text) if names else ():
            at = bisect_left(starts, fact.start + 1) - 1
            if at < 0 or names[at][1] <= fact.start:
                self._facts.append(fact)
        self._starts = [fact.start for fact in self._facts]

    def between(self, low: int, high: int) -> list[Fact]:
        """Return the facts that begin in a stretch of the text."""
        return self._facts[bisect_left(self._starts, low) : bisect_left(self._starts, high)]


def last_reached(facts: Sequence[Fact]) -> str | None:
    """Return the stage that facts amount to: what is done before what is only planned.

    The first fact counts; of several milestones (开工, 竣工, 投产) the last that is reached does,
    also where the preparation that went ahead of it stands first.

    Parameters:
        facts: Of one project.

    Examples:
        >>> last_reached([Fact(0, 2, "开工", True), Fact(5, 7, "竣工", True)])
        '竣工'
    """
    sure = [fact.stage for fact in facts if fact.sure]
    if not sure:
        return facts[0].stage if facts else None
    if sure[0] == "前期" and _BUILT.isdisjoint(sure):
        return sure[0]
    if sure[0] not in ("前期", *MILESTONES) and not (sure[0] == "在建" and "投产" in sure):
        return sure[0]
    return max((stage for stage in sure if stage in MILESTONES), key=STATUSES.index)
