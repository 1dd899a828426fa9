"""Proposes names by their head nouns: 岩溪污水处理厂, 桂阳至云岭高速公路."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.cues import cue_sizes, cues
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import KIND, NUMBERED, TAIL, heads

_TABLE = "projects/pattern_words.tsv"
_BEGUN = re.compile(
    "(?:{when begun})*(?:没有|尚?未)?(?:能)?(?:按期|如期)?(?:{begun})", words=_TABLE
)
_ROW = re.compile(
    "(?:^|\n)[ \u3000]*(?:[0-9]{1,3}|[（(][一二三四五六七八九十0-9]{1,3}[）)]|"
    "[一二三四五六七八九十]{1,3}、)[ \t.．、]?$"
)
_MARKS = ("、", "“", "\n", "；", "")
_BARE = 2  # characters of the shortest name before a head


def headed(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose what ends in a head noun, from every place where its name may begin.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates; those of one head overlap.
    """
    pattern, kinds = heads()
    text = names.text
    for match in (*pattern.finditer(text), *NUMBERED.finditer(text)):
        stop, end = match.span()
        if _goes_on(names, stop, end):
            continue
        kind = kinds.get(match[0], "n")
        ends = _ends(text, end)
        if kind == "n":
            yield from (Candidate(stop, last, stop, "head", kind) for last in ends)
        starts = names.starts(stop, road=kind in "rn")
        for start in starts:
            if stop - start < _BARE or not _may_be_name(names, start, stop, end, kind):
                continue
            for last in ends:
                head = Head(start, stop, end, last, kind)
                signs = _signs(names, head, start == starts[0])
                if signs:
                    edge = "long" if last > end else "short" if len(ends) > 1 else "last"
                    yield Candidate(start, last, stop, "head", kind, (*signs, f"{signs[0]} {edge}"))


class Head(NamedTuple):
    """A name with a head noun: where it begins, where the noun does, both ends, its kind."""

    start: int
    stop: int
    end: int
    last: int
    kind: str


def _signs(names: ProjectEvidence, head: Head, walked: bool) -> tuple[str, ...]:
    """What speaks for the edges of a name and for one thing that is built; empty for nothing."""
    start, stop, end, last, kind = head
    distinct = names.distinct(start, stop, names.text[stop:end])
    built = "s" in (kind, "s" if last != end else "") or names.is_built(start, last)
    strong = distinct or names.is_strong(start, last)
    verdict = "maybe" if distinct else "plain"
    if strong and (built or names.capacity(start, stop)):
        verdict = "sure"
    landmark = names.is_landmark(start, last)
    if verdict != "sure" and not (walked and (verdict == "maybe" or not landmark)):
        return ()
    edge = "walk" if walked else "seam"
    clear = walked and verdict == "sure" and _is_clear(names, head, distinct)
    return (
        f"{edge} {verdict}",
        edge,
        *(["clear"] if clear else []),
        f"{verdict}{' landmark' if landmark else ''}",
    )


def _is_clear(names: ProjectEvidence, head: Head, distinct: bool) -> bool:
    """Whether a name is followed by what is done to it, or stands alone in a row or sentence."""
    text, start, last = names.text, head.start, head.last
    if distinct and _BEGUN.match(text, last):
        return True
    alone = start == 0 or text[start - 1] in "\n。；\t " or _numbered(text, start)
    if not alone or (head.kind != "s" and last == head.end):
        return False
    after = names.cue_after(last)
    return after == "money" or (distinct and after in ("build", "time"))


def _numbered(text: str, start: int) -> bool:
    """Whether the number of a row stands before an offset: 2 …, （三）…, 1…."""
    return _ROW.search(text, max(0, start - 6), start) is not None


def _ends(text: str, end: int) -> tuple[int, ...]:
    """Where a name may end that has a head: behind it, and behind the work done on it."""
    tail = TAIL.match(text, end)
    last = tail.end() if tail else end
    if text[last - 2 : last] == "建设":
        last -= 2
    return (end,) if last <= end else (end, last)


def _goes_on(names: ProjectEvidence, stop: int, end: int) -> bool:
    """Whether the head is only the beginning of another word: 项目|经理."""
    known, text = cues("head"), names.text
    for size in cue_sizes("head").get(text[end : end + 1], ()):
        kind = known.get(text[end : end + size])
        if kind is not None:
            return kind == "not"
    return end not in names.cut.edge_set and end - stop < 3


def _may_be_name(names: ProjectEvidence, start: int, stop: int, end: int, kind: str) -> bool:
    text = names.text
    if names.distinct(start, stop, text[stop:end]):
        return True
    if kind in "rn":
        return KIND.fullmatch(text, start, stop) is None
    if not names.loose(start, stop):
        return False
    return (
        kind == "s"
        or names.cue_before(start) in ("build", "one", "money", "state", "list")
        or names.cue_after(end) in ("build", "money", "is", "time")
        or text[start - 1 : start] in _MARKS
    )
