"""Watermarks of a page: faint or outlined letters under the text, large ones beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from gaoyou_nlp.reading.documents.pdf_marks import LARGE, Colour, Glyph, colour_of

_HUGE = 45.0
"""Points from which on grey letters are a watermark wherever they stand; no headline is so large
and so pale."""

_DARK = 90
_MOST, _NEAREST = 2000, 3000
"""Suspect letters of a page, more of which are its text, and letters looked at beside each."""

_CENTRE = 0.35


class Look(NamedTuple):
    """How a letter is printed that may be part of a watermark."""

    colour: Colour
    outlined: bool


def look_of(text: Any, index: int, size: float) -> Look | None:
    """Look at a letter.

    Parameters:
        text: The text page of PDFium.
        index: Of the letter.
        size: Its height in points.

    Returns:
        Its look; None where it is certainly part of the text: dark and filled, or white.
    """
    import pypdfium2.raw as pdfium

    colour = colour_of(text, index)
    outlined = size > LARGE and (
        pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(text, index))
        == pdfium.FPDF_TEXTRENDERMODE_STROKE
    )
    palest = min(colour[:3])
    suspect = colour.is_faint or outlined or (size > LARGE and _DARK <= palest < 250)
    return Look(colour, outlined) if suspect else None


def without_watermarks(chars: Sequence[Glyph], looks: Mapping[int, Look]) -> list[Glyph]:
    """Leave out the watermarks of a page.

    Parameters:
        chars: In the order of the file.
        looks: Those of them that may be part of one, by their number.

    Returns:
        The others. A run of suspect letters is a watermark where it stands on other letters, where
        one of the same text does, or where it is huge, grey and faint, or says what watermarks
        say.
    """
    if not looks or len(looks) > _MOST:
        return list(chars)
    rest = sorted(
        (char for at, char in enumerate(chars) if at not in looks and char.text.strip()),
        key=lambda char: char.base,
    )
    bases = [char.base for char in rest]
    runs = _runs(chars, looks)
    texts = ["".join(chars[at].text for at in run).strip() for run in runs]
    under = [_is_under([chars[at] for at in run], rest, bases) for run in runs]
    marks = {text for text, is_under in zip(texts, under, strict=True) if is_under}
    gone: set[int] = set()
    for run, text in zip(runs, texts, strict=True):
        if text in marks or _is_plain_mark(chars[run[0]], looks[run[0]], text):
            gone.update(run)
    return [char for at, char in enumerate(chars) if at not in gone]


def _runs(chars: Sequence[Glyph], looks: Mapping[int, Look]) -> list[list[int]]:
    """Suspect letters of one size that stand beside each other on one line."""
    runs: list[list[int]] = []
    for at in sorted(looks):
        before = runs[-1][-1] if runs else None
        if before is not None and _goes_on(chars[before], chars[at]):
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def _goes_on(before: Glyph, char: Glyph) -> bool:
    size = before.bottom - before.top
    return (
        abs(char.base - before.base) < 0.1 * size
        and abs((char.bottom - char.top) - size) < 0.1 * size
        and -0.5 * size < char.left - before.right < 0.9 * size
    )


def _is_under(run: Sequence[Glyph], rest: Sequence[Glyph], bases: Sequence[float]) -> bool:
    """Whether other letters stand on those of a run."""
    count = 0
    for char in run:
        width, height = char.right - char.left, char.bottom - char.top
        first = bisect_left(bases, char.top - height)
        last = bisect_left(bases, char.bottom + height)
        for other in rest[first : min(last, first + _NEAREST)]:
            across = abs((other.left + other.right) - (char.left + char.right)) / 2
            down = abs((other.top + other.bottom) - (char.top + char.bottom)) / 2
            wide = max(width, other.right - other.left)
            high = max(height, other.bottom - other.top)
            count += across < _CENTRE * wide and down < _CENTRE * high
            if count > 1:
                return True
    return False


def _is_plain_mark(char: Glyph, look: Look, text: str) -> bool:
    """Whether a run that stands on nothing is a watermark all the same."""
    size = char.bottom - char.top
    if size <= LARGE or not look.colour.is_faint:
        return False
    red, green, blue, _ = look.colour
    grey = max(red, green, blue) - min(red, green, blue) < 24
    return (grey and size > _HUGE) or any(word in text for word in _words())


@cache
def _words() -> tuple[str, ...]:
    """Words that watermarks are made of."""
    table = (files(__package__) / "watermark_words.tsv").read_text(encoding="utf-8")
    return tuple(line.split("\t")[0] for line in table.splitlines() if line[:1] not in ("", "#"))
