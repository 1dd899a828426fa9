"""The characters of a PDF page with their places, and the ruling lines on it, by PDFium.

Places are points from the top left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.characters import spelt_out
from gaoyou_nlp.reading.documents.pdf_marks import LARGE, without_note_marks
from gaoyou_nlp.reading.documents.pdf_scans import HALF, is_recognised
from gaoyou_nlp.reading.documents.pdf_watermarks import Look, look_of, without_watermarks

_THIN = 3.0
_LONG = 6.0
_STRAIGHT = 0.05
_LINE_END_HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""

_MOST_OBJECTS = 50_000

MAX_CHARACTERS = 200_000
"""Characters of one page: more is no page that anybody reads."""

GAP = "\u2005"
"""A blank that the file does not hold: there is a gap between two letters."""


class Char(NamedTuple):
    """A glyph: what it stands for, and its place.

    ``base`` is the height of the line that it stands on.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float


class Rule(NamedTuple):
    """A straight line on the page, level or upright."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def level(self) -> bool:
        """Whether it lies."""
        return self.right - self.left >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is printed.

    Parameters:
        number: Counted from 1.
        width, height: In points.
        chars: In the order of the file.
        rules: Lines and edges of boxes.
        picture: The share of the page that pictures cover.
        scanned: Whether it is a picture whose text nobody sees, as programs of OCR lay it there.
        unknown: How many glyphs the file names no character for.
    """

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    picture: float
    scanned: bool
    unknown: int


def read_sheet(document: Any, index: int) -> Sheet:
    """Read a page.

    Parameters:
        document: A ``PdfDocument`` of pypdfium2.
        index: The page, from 0.

    Returns:
        What is printed on it. Letters that are set askew or large and pale, as watermarks are,
        second prints of a letter at its place, and the marks of notes are left out.

    Raises:
        ReadError: It has more characters than anybody reads.
    """
    page = document[index]
    try:
        width, height = page.get_size()
        place = _Placing(page, width, height)
        text = page.get_textpage()
        try:
            if text.count_chars() > MAX_CHARACTERS:
                raise ReadError(f"page {index + 1} has more than {MAX_CHARACTERS} characters.")
            chars, unknown = _chars(text.raw, place)
        finally:
            text.close()
        rules, picture = _graphics(page, place)
        scanned = picture > HALF and is_recognised(page)
        return Sheet(index + 1, width, height, chars, rules, picture, scanned, unknown)
    finally:
        page.close()


class _Placing:
    """From the coordinates of the file to those of the page as it is shown."""

    def __init__(self, page: Any, width: float, height: float) -> None:
        import pypdfium2.raw as pdfium

        self.width, self.height = width, height
        scale = 100
        size = round(width * scale), round(height * scale)
        x, y = ctypes.c_int(), ctypes.c_int()

        def shown(px: float, py: float) -> tuple[float, float]:
            pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, px, py, x, y)
            return x.value / scale, y.value / scale

        x0, y0 = shown(0, 0)
        x1, y1 = shown(1000, 0)
        x2, y2 = shown(0, 1000)
        self.a, self.b, self.c = (x1 - x0) / 1000, (x2 - x0) / 1000, x0
        self.d, self.e, self.f = (y1 - y0) / 1000, (y2 - y0) / 1000, y0
        turned = abs(self.b) > 1e-4 or abs(self.d) > 1e-4
        self.upright = not turned and abs(self.a - 1) < 1e-3 and abs(self.e + 1) < 1e-3

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.b * y + self.c, self.d * x + self.e * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _chars(text: Any, place: _Placing) -> tuple[tuple[Char, ...], int]:
    import pypdfium2.raw as pdfium

    found: list[Char] = []
    met: set[tuple[str, int, int]] = set()
    looks: dict[int, Look] = {}
    look: Look | None = None
    begins = True
    unknown = high = 0
    rect = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    upright, dx, dy = place.upright, place.c, place.f
    straight = round(_turn(place), 3)
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if high and 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        code = ord("-") if code == _LINE_END_HYPHEN else code
        if code <= 32 or code == 0xA0 or code == 0x3000:
            begins = True
            if found and found[-1].text not in (" ", GAP) and code not in (10, 13):
                made = pdfium.FPDFText_IsGenerated(text, index) == 1
                blank = GAP if made else " "
                found.append(found[-1]._replace(text=blank, left=found[-1].right))
            continue
        if code >= 0x110000 or code in (0xFFFE, 0xFFFF) or 0xDC00 <= code < 0xE000:
            unknown += 1
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        if abs((angle - straight + 0.8) % 6.2832 - 0.8) > _STRAIGHT:
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, rect)
        size = rect.top - rect.bottom
        if begins or size > LARGE:
            look = look_of(text, index, size)
            begins = False
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        if upright:
            left, right = rect.left + dx, rect.right + dx
            top, bottom, base = dy - rect.top, dy - rect.bottom, dy - y.value
        else:
            left, top, right, bottom = place.box(rect.left, rect.bottom, rect.right, rect.top)
            _, base = place.point(x.value, y.value)
        char = chr(code)
        if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            unknown += 1
        key = char, round(left), round(base)
        if key in met:
            continue
        met.add(key)
        meant = spelt_out(char)
        if meant and right > 0 and bottom > 0 and left < place.width and top < place.height:
            if look is not None:
                looks[len(found)] = look
            found.append(Char(meant, left, top, right, bottom, base))
    return tuple(without_note_marks(without_watermarks(found, looks))), unknown


def _turn(place: _Placing) -> float:
    """The angle at which letters are level on the page as it is shown, counted as PDFium does."""
    import math

    return -math.atan2(place.d, place.a) % (2 * math.pi)


def _graphics(page: Any, place: _Placing) -> tuple[tuple[Rule, ...], float]:
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    covered = 0.0
    kinds = [pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE]
    for count, item in enumerate(page.get_objects(filter=kinds, max_depth=1)):
        if count > _MOST_OBJECTS:
            break
        left, top, right, bottom = place.box(*item.get_bounds())
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += max(0.0, right - left) * max(0.0, bottom - top)
        elif min(right - left, bottom - top) <= _THIN < _LONG <= max(right - left, bottom - top):
            rules.append(Rule(left, top, right, bottom))
        elif right - left > _LONG and bottom - top > _LONG:
            rules += _edges(item.raw, place, pdfium)
    return tuple(rules), covered / (place.width * place.height)


def _edges(path: Any, place: _Placing, pdfium: Any) -> Iterator[Rule]:
    """The straight pieces of a path that is drawn as a line."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(path, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    begin = before = None
    for index in range(min(pdfium.FPDFPath_CountSegments(path), 5000)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = place.point(
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            begin = point
        elif before is not None:
            yield from _rule(before, point)
        before = point
        if pdfium.FPDFPathSegment_GetClose(segment) and begin is not None:
            yield from _rule(point, begin)


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Rule]:
    left, right = sorted((one[0], other[0]))
    top, bottom = sorted((one[1], other[1]))
    if min(right - left, bottom - top) <= 1 and max(right - left, bottom - top) >= _LONG:
        yield Rule(left, top, right, bottom)
