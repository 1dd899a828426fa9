"""What is seen of a candidate: named features, each with its weight in ``data/odds.tsv``."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import CAPACITY, FEATURE, is_generic
from gaoyou_nlp.rules.projects.surroundings import BUILDING, Surroundings, sentence_features

_LENGTHS = (3, 5, 8, 12, 18, 26)
"""Characters up to which a name is of one class of length."""
_PHASE_END = re.compile("[一二三四五六]期$|首期$")
_COUNTED = re.compile("(?:[0-9一二两三四五六七八九十几这数多]|余)[个项批座条家类处台]")
_WHITE = {
    ord("\n"): "⏎",
    ord("\r"): "⏎",
    ord("\t"): "⇥",
    ord(" "): "␣",
    ord("\u3000"): "␣",
    ord("\xa0"): "␣",
}
_HEADLINE = 40  # characters of a text that may be its headline


class Outline(NamedTuple):
    """What is read off a candidate at once.

    Parameters:
        source, kind: Of the candidate; its source, where it has no kind.
        before, after: The cues beside it.
        dense: Whether the text speaks much of building.
        identity: What makes its name that of one thing.
        signs: Of the candidate.
    """

    source: str
    kind: str
    before: str
    after: str
    dense: str
    identity: str
    signs: tuple[str, ...]


class Closer(NamedTuple):
    """What takes a closer look at a candidate, as far as it is combined.

    Parameters:
        outline: Read before.
        size: Its class of length.
        first: What it begins with.
        mentions: How often its name stands in the text.
    """

    outline: Outline
    size: int
    first: str
    mentions: int


def features(around: Surroundings, candidate: Candidate) -> list[str]:
    """Return the features of a candidate.

    Parameters:
        around: Of its text.
        candidate: A stretch of that text.

    Returns:
        Names of features; the same one stands once.
    """
    outline = outline_of(around, candidate)
    return [
        *combined(outline),
        *edges(around.text, candidate),
        *combined_closer(closer_look(around, candidate, outline)),
        *around.topics,
        *details(around, candidate, outline.kind),
    ]


def outline_of(around: Surroundings, candidate: Candidate) -> Outline:
    """Read the outline of a candidate: its head, what stands beside, what makes it a name."""
    start, end, head, source, kind, signs = candidate
    named = _identity(around.names, start, head if head < end else end)
    before, after = around.names.cue_before(start), around.names.cue_after(end)
    return Outline(source, kind or source, before, after, around.dense, named, signs)


def combined(outline: Outline) -> list[str]:
    """Return the features of an outline; they depend on nothing else."""
    source, kind, before, after, dense, named, signs = outline
    return [
        f"source={source}",
        f"kind={kind}",
        f"cue before={before}",
        f"cue after={after}",
        f"kind={kind} cue before={before}",
        f"kind={kind} cue after={after}",
        f"{dense} cue before={before}",
        f"{dense} cue after={after}",
        f"{dense} {source} {kind}",
        f"identity={named}",
        f"identity={named} kind={kind}",
        f"identity={named} cue before={before}",
        f"identity={named} cue after={after}",
        f"identity={named} {dense}",
        *signs,
        *(f"{sign} {dense}" for sign in signs),
    ]


def edges(text: str, candidate: Candidate) -> list[str]:
    """Return the features of the characters at the edges of a candidate, and of its head."""
    start, end, head = candidate.start, candidate.end, candidate.head
    return [
        f"tail={text[end - 2 : end].translate(_WHITE)}",
        f"head={text[head:end].translate(_WHITE)}",
        f"marks={_mark(text, start - 1)}{_mark(text, end)}",
    ]


def closer_look(around: Surroundings, candidate: Candidate, outline: Outline) -> Closer:
    """Look closer at a candidate: its length, what it begins with, how often it stands."""
    start, end = candidate.start, candidate.end
    size = bisect_left(_LENGTHS, end - start)
    return Closer(outline, size, _first(around.names, start, end), around.mentions(start, end))


def combined_closer(closer: Closer) -> list[str]:
    """Return the features of a closer look; they depend on nothing else."""
    outline, size, first, mentions = closer
    kind, before, dense, named = outline.kind, outline.before, outline.dense, outline.identity
    return [
        f"size={size}",
        f"kind={kind} size={size}",
        f"identity={named} size={size}",
        f"first={first}",
        f"kind={kind} first={first}",
        f"{dense} first={first}",
        f"first={first} cue before={before}",
        f"mentions={mentions}",
        f"mentions={mentions} identity={named}",
        f"mentions={mentions} kind={kind}",
    ]


def details(around: Surroundings, candidate: Candidate, kind: str) -> set[str]:
    """Return the features of single words: beside and inside, in the clause, in the sentence."""
    start, end, head, source, _, _ = candidate
    text, names = around.text, around.names
    found = {f"before={_word_before(names, start)}", f"after={_word_after(names, end)}"}
    if start < _HEADLINE:
        mentions = around.mentions(start, end)
        found |= {"in the headline", f"in the headline mentions={mentions}"}
    if names.areas.get(start) == end or names.names.get(start) == end:
        found.add(f"area or body {source}")
    if _COUNTED.search(text, start, end):
        found.add("counted")
    found |= sentence_features(around, start, end)
    found |= _inside(names, start, head, end)
    found |= _clause(around, start, end, kind)
    return found


def _mark(text: str, at: int) -> str:
    """The mark that stands at an offset; x for a character of a word."""
    if not 0 <= at < len(text):
        return "$"
    return "x" if text[at].isalnum() else text[at].translate(_WHITE)


def _identity(names: ProjectEvidence, start: int, stop: int) -> str:
    """What makes a name that of one thing: areas and bodies, unknown words, roads, numbers."""
    if names.has_name(start, stop):
        return "name"
    name = names.text[start:stop]
    if "“" in name or "”" in name:
        return "quotes"
    if names.distinct(start, stop):
        return "digits" if any(map(str.isdigit, name)) else "unknown"
    return "none"


def _first(names: ProjectEvidence, start: int, end: int) -> str:
    """What a name begins with."""
    known = names.names.get(start, 0)
    if start in names.areas and names.areas[start] <= end:
        return "area"
    if start < known <= end:
        return "body"
    if names.covering(start) is not None:
        return "inside"
    if start not in names.cut.edge_set:
        return "broken"
    char = names.text[start]
    if char.isdigit():
        return "digit"
    if char.isascii():
        return "latin"
    if not char.isalnum():
        return "mark"
    stop = names.cut.end_after(start)
    if is_generic(names.text[start:stop]):
        return "generic"
    return "character" if stop == start + 1 else "word"


def _inside(names: ProjectEvidence, start: int, stop: int, end: int) -> set[str]:
    """What a name is made of."""
    text, edges = names.text, names.cut.edges
    found: set[str] = set()
    at, index = start, bisect_right(edges, start)
    run = longest = plain = words = stops = 0
    while at < stop:
        until = min(edges[index], stop)
        index += 1
        word = text[at:until]
        words += 1
        if names.cut.is_stop(at, until):
            stops += 1
            found.add(f"stop={word.translate(_WHITE)}")
        if until - at == 1:
            run += 1
            longest = max(longest, run)
        else:
            run = 0
            found.add(f"has={word.translate(_WHITE)}")
        if is_generic(word):
            plain += 1
        at = until
    found.add(f"stops={min(stops, 3)}")
    found.add(f"words={min(words, 6)}")
    found.add(f"unknown={min(longest, 3)}")
    found.add(f"specific={min(words - plain, 4)}")
    found.add(f"specific={min(words - plain, 2)} unknown={min(longest, 2)}")
    if names.has_name(start, stop):
        found.add("has a name")
    if FEATURE.search(text, start, stop):
        found.add("has a road or water")
    if CAPACITY.search(text, start, end):
        found.add("has a capacity")
    if text.find("“", start, end) >= 0:
        found.add("has quotes")
    if _PHASE_END.search(text, start, end):
        found.add("ends in a phase")
    return found


def _clause(around: Surroundings, start: int, end: int, kind: str) -> set[str]:
    """What stands in the clause of a name."""
    text, names = around.text, around.names
    first, last = around.clause(start, end)
    found = {
        f"clause begins={_word_after(names, first)}" if first < start else "clause begins here",
        f"clause ends={_word_before(names, last)}" if end < last else "clause ends here",
    }
    if text[last : last + 1] in ("\n", "") and text[first - 1 : first] in ("\n", ""):
        found.add("in a line of its own")
    if around.amount_near(end):
        found |= {"amount near", f"kind={kind} amount near"}
    if BUILDING.search(text, end, last):
        found.add("building behind")
    if BUILDING.search(text, first, start):
        found.add("building before")
    opened = text.rfind("《", max(0, start - 40), start)
    if opened >= 0 and text.find("》", opened, start) < 0:
        found.add("in a title")
    return found


def _word_before(names: ProjectEvidence, at: int) -> str:
    """The word that ends at an offset; its mark, where a mark does."""
    if at == 0:
        return "^"
    return names.text[names.cut.start_before(at) : at].translate(_WHITE)


def _word_after(names: ProjectEvidence, at: int) -> str:
    if at >= len(names.text):
        return "$"
    return names.text[at : names.cut.end_after(at)].translate(_WHITE)
