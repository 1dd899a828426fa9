"""What is printed on a page and is none of its text: marks of notes; the colours of letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Protocol, TypeVar

from gaoyou_nlp.reading.documents.pdf_order import Boxed

LARGE = 28.0
"""Points from which on a letter is looked at for its colour."""

_PALE, _WHITE, _SEEN = 190, 250, 128
_SMALL, _RAISED = 0.8, 0.2
_LONGEST = 3


class _Glyph(Boxed, Protocol):
    @property
    def text(self) -> str: ...
    @property
    def base(self) -> float: ...


Glyph = TypeVar("Glyph", bound=_Glyph)


class Colour(NamedTuple):
    """Red, green, blue and opacity, 0 to 255."""

    red: int
    green: int
    blue: int
    opacity: int

    @property
    def is_faint(self) -> bool:
        """Whether letters in it are a watermark: pale or see-through. White ones stand on a bar.

        Examples:
            >>> Colour(221, 221, 221, 255).is_faint, Colour(255, 255, 255, 255).is_faint
            (True, False)
        """
        palest = min(self.red, self.green, self.blue)
        return self.opacity < _SEEN or _PALE <= palest < _WHITE


def colour_of(text: Any, index: int) -> Colour:
    """The colour of a letter; black where PDFium does not know it."""
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFText_GetFillColor(text, index, *parts):
        return Colour(0, 0, 0, 255)
    return Colour(*(part.value for part in parts))


def without_note_marks(chars: Sequence[Glyph]) -> Iterator[Glyph]:
    """Leave out the small raised numbers that lead to notes.

    Parameters:
        chars: In the order of the file.

    Yields:
        The others. A raised number behind a letter or a number (m2, 10 to the 4th) is none.
    """
    waiting: list[Glyph] = []
    before: Glyph | None = None
    for char in chars:
        if before is not None and len(waiting) < _LONGEST and _is_mark(before, char):
            waiting.append(char)
            continue
        if len(waiting) == _LONGEST and _is_mark(waiting[-1], char):
            yield from waiting
        waiting = []
        before = char
        yield char


def _is_mark(before: _Glyph, char: _Glyph) -> bool:
    height = before.bottom - before.top
    return (
        char.text.isdecimal()
        and not before.text.isascii()
        and char.bottom - char.top < _SMALL * height
        and _RAISED * height < before.base - char.base < height
        and -0.2 * height < char.left - before.right < height
    )
