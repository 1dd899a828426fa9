"""Proposes the names of concrete projects.

Candidates are proposed generously (``heads``, ``lists``, ``capacity``, ``labelled``), weighed by
the features of their words and surroundings (``features``, ``odds``), and the best of those that
overlap are taken. What a name found once with certainty names again is taken with less.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.mentions import POSSIBLE
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.capacity import with_capacity
from gaoyou_nlp.rules.projects.heads import headed
from gaoyou_nlp.rules.projects.labelled import (
    before_amount,
    in_tables,
    invested,
    labelled,
    quoted,
    tendered,
)
from gaoyou_nlp.rules.projects.lists import beside, between, by_phase, closed, shared
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.odds import Weigher
from gaoyou_nlp.rules.projects.refusals import Refusals, without_lead
from gaoyou_nlp.rules.projects.series import in_series
from gaoyou_nlp.rules.projects.surroundings import Surroundings

ENOUGH = -0.65
"""Log odds from which a candidate is taken: 0.34 as a share, best for F1 in cross-validation."""
CERTAIN = 1.0
"""Log odds from which a name speaks for its other mentions."""
NAMED = 1.5
"""Log odds that another mention of a certain name may lack."""
STEP = 0.5
"""Log odds of a class of what is only possible."""
PLAIN = 3.0
"""Log odds of what its form alone shows to be a project."""
SHARED = 6.0
"""Log odds of an item whose head stands behind the list: more than of the last item with it."""
PLAIN_FORMS = frozenset({"row", "series", "tender"})
"""A cell below a header 项目名称, an item before a shared head, a line above who won it."""
LONGER = 0.08
"""Log odds that each character more is worth among candidates that overlap: the longest wins."""
_PART_BEHIND = re.compile("(?:项目|工程)(?:主体|配套|附属|桩基|基础|土建)(?:结构|工程)$")
"""A part of what is named: 智能家居项目|主体工程."""
_LINE = re.compile("(?:[0-9]+|[一二三四五六七八九十]+)号线$")
_PART_OF_LINE = re.compile(
    "[一二三四五六]期|[东西南北]?[延段支]|工程|项目|[\u4e00-\u9fff]{2,4}(?:段|站)"
)
_THRESHOLD = re.compile("及?以[上下]")  # 年产50万吨以下炼焦项目 are a kind of project
_SHORTEST_AGAIN = 4  # characters of a name that is looked for again

_Weighed = tuple[float, Candidate]


def find_projects(evidence: Evidence) -> list[Span]:
    """Propose the names of projects.

    Parameters:
        evidence: Of a text, with areas, bodies and amounts.

    Returns:
        PROJECT candidates in order of the text; they do not overlap.

    Examples:
        >>> [s.text for s in find_projects(Evidence("恒安纸业年产20万吨生活用纸项目开工"))]
        ['恒安纸业年产20万吨生活用纸项目']
    """
    text = evidence.text
    names = ProjectEvidence(evidence)
    weigher = Weigher(Surroundings(names))
    refusals = Refusals(names)
    weighed = _kept(text, refusals, [(_odds(weigher, c), c) for c in candidates(names)])
    first = [(c.start, c.end) for _, c in choose(text, weighed)]
    listed = _kept(text, refusals, [(weigher.weigh(c), c) for c in beside(names, first)])
    taken = choose(text, [*weighed, *listed])
    found = sorted([*(c for _, c in taken), *again(text, taken)])
    spans = [_span(text, c.start, c.end, f"project.{c.source}") for c in found]
    rest = _without_heads([*weighed, *listed], found)
    return [*spans, *_possible(text, rest, {(c.start, c.end) for c in found})]


def _without_heads(weighed: Iterable[_Weighed], found: Iterable[Candidate]) -> list[_Weighed]:
    """Leave out the last item of a list together with the head that all its items share."""
    items = {c.start for c in found if c.source == "series"}
    return [(odds, c) for odds, c in weighed if c.start not in items]


def _span(text: str, start: int, end: int, rule: str) -> Span:
    return Span(start, end, "PROJECT", text[start:end], rule)


def _possible(
    text: str, weighed: Iterable[_Weighed], found: Collection[tuple[int, int]]
) -> Iterator[Span]:
    """Yield what the odds do not suffice for, with their class in the rule's id."""
    best: dict[tuple[int, int], float] = {}
    for odds, c in weighed:
        if (c.start, c.end) not in found:
            best[c.start, c.end] = max(odds, best.get((c.start, c.end), odds))
    for (start, end), odds in sorted(best.items()):
        steps = max(0, int((ENOUGH - odds) / STEP))
        yield _span(text, start, end, f"{POSSIBLE}.{steps}")


def _odds(weigher: Weigher, candidate: Candidate) -> float:
    """The log odds of a candidate; some forms need no words to speak for them."""
    plain = candidate.source in PLAIN_FORMS or any(
        f"also {form}" in candidate.signs or form in candidate.signs for form in PLAIN_FORMS
    )
    if plain and candidate.source == "series":
        return SHARED
    return PLAIN if plain else weigher.weigh(candidate)


def _kept(text: str, refusals: Refusals, weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """Leave out what is hopeless, and what is no project whatever it weighs."""
    likely = ((odds, without_lead(text, c)) for odds, c in weighed if odds >= ENOUGH - NAMED)
    return [
        (odds, c)
        for odds, c in likely
        if not refusals.of(c) and not _PART_BEHIND.search(text, c.start, c.end)
    ]


def candidates(names: ProjectEvidence) -> Iterable[Candidate]:
    """Return what could be the name of a project, each stretch once.

    Parameters:
        names: The evidence of a text.

    Returns:
        The candidates; what a second source proposes too bears the signs of both.
    """
    found: dict[tuple[int, int], Candidate] = {}
    headless = (quoted, invested, before_amount, shared, between)
    for source in (
        in_tables,
        tendered,
        in_series,
        closed,
        by_phase,
        labelled,
        headed,
        with_capacity,
        *headless,
    ):
        for candidate in source(names):
            span = (candidate.start, candidate.end)
            known = found.get(span)
            if _THRESHOLD.search(names.text, *span):
                continue
            if known is None:
                found[span] = candidate
            elif known.source != candidate.source:
                found[span] = known.joined(candidate)
    return found.values()


def choose(text: str, weighed: Sequence[_Weighed]) -> list[_Weighed]:
    """Take the candidates with the best odds that do not overlap.

    Parameters:
        text: Their text.
        weighed: Candidates with their log odds.

    Returns:
        What is taken with its odds, the best first.
    """
    sure = {text[c.start : c.end] for odds, c in weighed if odds >= CERTAIN}
    longest = _longest(sure)
    ranked = []
    for odds, candidate in weighed:
        name = text[candidate.start : candidate.end]
        if ENOUGH - NAMED <= odds < ENOUGH and (
            name in sure or (candidate.kind and _shortens(name, longest))
        ):
            odds += NAMED
        if odds >= ENOUGH:
            ranked.append((odds + LONGER * (candidate.end - candidate.start), odds, candidate))
    ranked.sort(key=lambda row: (-row[0], row[2]))
    used = bytearray(len(text))
    taken = []
    for _, odds, candidate in ranked:
        if _take(used, candidate.start, candidate.end):
            taken.append((odds, candidate))
    return taken


def again(text: str, taken: Sequence[_Weighed]) -> Iterator[Candidate]:
    """Yield the other mentions of names that are certain.

    Parameters:
        text: The text.
        taken: The names found so far with their odds.

    Yields:
        Candidates of the source ``again`` where none of the names stands.
    """
    used = bytearray(len(text))
    for _, candidate in taken:
        _take(used, candidate.start, candidate.end)
    certain = {
        text[c.start : c.end]
        for odds, c in taken
        if odds >= CERTAIN and c.end - c.start >= _SHORTEST_AGAIN
    }
    # 12号线 alone is the line that the text names in full: 云河地铁12号线.
    lines = {line[0] for name in certain if (line := _LINE.search(name))}
    for start, end in Matcher(certain | lines).find(text) if certain else ():
        if text[start:end] in lines and not _stands_alone(text, start, end):
            continue
        if _take(used, start, end):
            yield Candidate(start, end, end, "again")


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the number of a line is its whole name there: no 地铁 before it, no 二期 behind."""
    before = text[start - 1 : start]
    alone = not before.isalnum() or before in "中过在为和与及是由到从对将"
    return alone and _PART_OF_LINE.match(text, end) is None


def _take(used: bytearray, start: int, end: int) -> bool:
    """Mark a stretch as used; False where a part of it was."""
    if used.find(b"\x01", start, end) >= 0:
        return False
    used[start:end] = b"\x01" * (end - start)
    return True


def _longest(names: Iterable[str]) -> dict[str, int]:
    """The characters of the longest of the names that begin and end alike."""
    longest: dict[str, int] = {}
    for name in names:
        ends = name[:2] + name[-2:]
        longest[ends] = max(len(name), longest.get(ends, 0))
    return longest


def _shortens(name: str, longest: Mapping[str, int]) -> bool:
    """Whether a name leaves out the middle of a longer one: 桂阳水库 of 桂阳双河口水库."""
    return 3 < len(name) < longest.get(name[:2] + name[-2:], 0)
