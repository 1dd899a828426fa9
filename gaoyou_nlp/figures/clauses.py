"""Where sentences and clauses begin and end, and what a sentence inherits from its heading."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple, TypeVar

from gaoyou_nlp.language import lazy_re as re

_SENTENCE: Final = re.compile(r"[^。！？!?\n]+")
_CLAUSE_ENDS: Final = frozenset("，,；;：:。！？!?\n（）()“”")
_STOPS: Final = re.compile("[，,；;：:。！？!?\n（）()]")
_LONGEST_TERM: Final = 16
"""Characters of a quoted word in a clause: “专精特新”."""
_FARTHEST: Final = 60
"""Characters that a clause is looked back over."""
_LONGEST_PARAGRAPH: Final = 2000
"""Characters that a paragraph is looked back over: a text without line ends is one paragraph."""

Placed = TypeVar("Placed")


class Sentence(NamedTuple):
    """A sentence, and where the sentence begins that introduces it by a colon (else its start)."""

    start: int
    end: int
    scope: int


def sentences(text: str) -> list[Sentence]:
    """Cut a text into sentences.

    Parameters:
        text: The text.

    Returns:
        Its sentences. A sentence that ends with a colon introduces the next one: 今年的目标是：
        on a line of its own.

    Examples:
        >>> [(s.start, s.scope) for s in sentences("今年的目标是：\\n产值增长6%。就业稳定。")]
        [(0, 0), (8, 0), (15, 15)]
    """
    found: list[Sentence] = []
    heading: int | None = None
    for match in _SENTENCE.finditer(text):
        words = match.group().strip()
        if not words:
            continue
        scope = match.start() if heading is None else heading
        found.append(Sentence(match.start(), match.end(), scope))
        heading = match.start() if words[-1] in "：:" else None
    return found


def extend_scope(
    text: str, found: Sequence[Sentence], heads: Sequence[int], aims: Sequence[int]
) -> list[Sentence]:
    """Let a sentence that opens with an indicator go on with the list of targets before it.

    Parameters:
        text: The text.
        found: Its sentences.
        heads: Where its indicators begin, in order.
        aims: Where it speaks of targets (目标), in order.

    Returns:
        The sentences; one that opens with an indicator, in the paragraph of a sentence about
        targets, takes over the scope of that sentence.
    """
    carried: list[Sentence] = []
    for sentence in found:
        before = carried[-1] if carried else None
        if before is not None and "\n" not in text[before.end : sentence.start]:
            body = text[sentence.start : sentence.end]
            opening = sentence.start + len(body) - len(body.lstrip())
            at = bisect_right(heads, opening) - 1
            aim = bisect_right(aims, before.end) - 1
            if at >= 0 and heads[at] == opening and aim >= 0 and aims[aim] >= before.scope:
                sentence = sentence._replace(scope=before.scope)
        carried.append(sentence)
    return carried


def sentence_at(found: Sequence[Sentence], offset: int) -> Sentence | None:
    """Return the sentence that holds an offset."""
    at = bisect_right(found, offset, key=lambda s: s.start) - 1
    return found[at] if at >= 0 and offset < found[at].end else None


def clause_start(text: str, offset: int, floor: int) -> int:
    """Return where the clause begins that holds an offset, not before ``floor``."""
    floor = max(floor, offset - _FARTHEST)
    at = offset
    while at > floor:
        if text[at - 1] not in _CLAUSE_ENDS:
            at -= 1
            continue
        term = text.rfind("“", floor, at - 1) if text[at - 1] == "”" else -1
        if term < 0 or at - term > _LONGEST_TERM or _STOPS.search(text, term, at):
            break
        at = term
    return at


def paragraph_start(text: str, at: int) -> int:
    """Return where the paragraph of a place begins, at most 2,000 characters before it.

    Examples:
        >>> paragraph_start("一。\\n二。三", 5)
        3
    """
    floor = max(0, at - _LONGEST_PARAGRAPH)
    return max(floor, text.rfind("\n", floor, at) + 1)


def last_before(starts: Sequence[int], offset: int) -> int:
    """Return the index of the last of some sorted offsets that lies before another; -1 for none."""
    return bisect_right(starts, offset - 1) - 1
