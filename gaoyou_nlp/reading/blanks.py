"""Blanks inside a paragraph: which of them mean something, and which the page left behind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.reading.lines import BLANKS, NO_WIDTH

Run = tuple[int, int, int]
"""(start in text, start in source, length) as in ``records.SourceMap``."""

_HAN = re.compile(r"[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_NO_BLANK_BEFORE = "，。、；：！？”’」』》〉）】%％…·,;:!?)]}"
_NO_BLANK_AFTER = "“‘「『《〈（【·([{"
_LONGEST_ITEM = 4
_DIGITS_BEFORE = re.compile(r"(?:^|\D)\d{1,3}$")
_LABEL = re.compile(r"(?:编者按|记者|通讯员|[讯电])$")
_STOPS = "，。、；：！？…"
_BORDER = re.compile(rf"[\s{NO_WIDTH}“”‘’《》（）、，。；：！？]")


class Blanks:
    """Decides about the blanks of one source text.

    In a running paragraph a blank goes beside punctuation, between Chinese and Latin or digits
    (``2020 年``), between groups of three digits, and between Chinese characters unless it parts
    items of at most four characters, as in lists of names. It goes there too beside a character
    that stands alone (``王 军``) and between two that stand side by side elsewhere in the source.
    It stays behind 编者按, 记者 and the 讯 of a dateline. In headlines and by-lines it
    separates, and goes only where it cannot. Runs of blanks that stay become one space.

    Parameters:
        source: The whole text.

    Examples:
        >>> Blanks("2020 年，王 军说 。 五水共治 三年行动").clean([(0, 23)])[0]
        '2020年，王军说。五水共治 三年行动'
    """

    def __init__(self, source: str) -> None:
        self._source = source
        self._pairs: frozenset[tuple[str, str]] | None = None

    def clean(
        self, slices: Sequence[tuple[int, int]], *, separates: bool = False
    ) -> tuple[str, tuple[Run, ...]]:
        """Put stretches of the source together to a paragraph.

        Parameters:
            slices: (start, end) of each line, in order.
            separates: Whether blanks are separators here, as in headlines and by-lines.

        Returns:
            The text, and where its stretches stand in the source.
        """
        raw = "".join(self._source[start:end] for start, end in slices)
        pieces: list[tuple[int, int]] = []
        spaces: set[int] = set()
        at = 0
        decide = self._separator if separates else self._meant
        for found in BLANKS.finditer(raw):
            pieces.append((at, found.start()))
            if found[0].strip(NO_WIDTH) and decide(raw, found.start(), found.end()):
                spaces.add(len(pieces))
            at = found.end()
        pieces.append((at, len(raw)))
        return _assembled(raw, pieces, spaces, slices)

    def _separator(self, raw: str, start: int, end: int) -> bool:
        left, right = raw[start - 1 : start], raw[end : end + 1]
        if not left or not right or left in _NO_BLANK_AFTER or right in _NO_BLANK_BEFORE:
            return False
        return max(_chunk(raw, start - 1, -1), _chunk(raw, end, 1)) > 1

    def _meant(self, raw: str, start: int, end: int) -> bool:
        left, right = raw[start - 1 : start], raw[end : end + 1]
        if not left or not right or left in _NO_BLANK_AFTER or right in _NO_BLANK_BEFORE:
            return False
        if _LABEL.search(raw[max(0, start - 4) : start]):
            return True
        if left in _STOPS or left in _NO_BLANK_BEFORE or right in _NO_BLANK_AFTER:
            return False
        han = _HAN.match(left) is not None, _HAN.match(right) is not None
        if han == (True, True):
            sizes = _chunk(raw, start - 1, -1), _chunk(raw, end, 1)
            listed = min(sizes) > 1 and max(sizes) <= _LONGEST_ITEM
            return listed and (left, right) not in self._side_by_side()
        return han == (False, False) and not _parts_thousands(raw, start, end)

    def _side_by_side(self) -> frozenset[tuple[str, str]]:
        if self._pairs is None:
            self._pairs = frozenset(pairwise(self._source))
        return self._pairs


def _chunk(raw: str, at: int, step: int) -> int:
    """How many characters stand from here on to the next blank or mark, five for more than four."""
    size = 0
    while 0 <= at < len(raw) and size <= _LONGEST_ITEM and _BORDER.match(raw[at]) is None:
        size += 1
        at += step
    return size


def _parts_thousands(raw: str, start: int, end: int) -> bool:
    """Whether a blank stands inside a number, as in ``1 200``."""
    before, after = _DIGITS_BEFORE.search(raw[max(0, start - 4) : start]), raw[end : end + 4]
    return before is not None and after[:3].isdecimal() and not after[3:].isdecimal()


def _assembled(
    raw: str,
    pieces: list[tuple[int, int]],
    spaces: set[int],
    slices: Sequence[tuple[int, int]],
) -> tuple[str, tuple[Run, ...]]:
    text: list[str] = []
    runs: list[Run] = []
    length = 0
    source = _sources(slices)
    for number, (start, end) in enumerate(pieces):
        if number in spaces:
            text.append(" ")
            length += 1
        text.append(raw[start:end])
        for place, size in source(start, end):
            _extend(runs, (length, place, size))
            length += size
    return "".join(text), tuple(runs)


def _extend(runs: list[Run], run: Run) -> None:
    if runs:
        start, place, size = runs[-1]
        if start + size == run[0] and place + size == run[1]:
            runs[-1] = (start, place, size + run[2])
            return
    runs.append(run)


def _sources(
    slices: Sequence[tuple[int, int]],
) -> Callable[[int, int], list[tuple[int, int]]]:
    """Return a function from stretches of the joined slices, asked for in order, to the source."""
    at = begin = 0

    def places(start: int, end: int) -> list[tuple[int, int]]:
        nonlocal at, begin
        found = []
        while start < end:
            first, last = slices[at]
            size = last - first
            if start >= begin + size:
                begin += size
                at += 1
                continue
            stop = min(end, begin + size)
            found.append((first + start - begin, stop - start))
            start = stop
        return found

    return places
