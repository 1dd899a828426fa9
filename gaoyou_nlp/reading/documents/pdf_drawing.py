"""Draws what was found on the page where a person looks for it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from os import PathLike

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.records import Record, locate
from gaoyou_nlp.records.anchor import Page

COLOURS = {
    "OFFICIAL": (198, 40, 40),
    "PERSON": (173, 20, 128),
    "TITLE": (176, 137, 0),
    "ORG": (28, 95, 184),
    "GPE": (43, 122, 59),
    "MONEY": (0, 126, 135),
    "PROJECT": (106, 63, 194),
}
"""The colour of each label; others are grey."""

_GREY = (90, 90, 90)
_MOST_PIXELS = 50_000_000


def marks_of(records: Iterable[Record], page: int) -> Iterator[tuple[Page, str]]:
    """Yield the places of spans on a page, with their labels.

    Parameters:
        records: Annotated articles of a PDF file.
        page: Counted from 1.
    """
    for record in records:
        for span in record.spans:
            for where in locate(record.article, span.start, span.end):
                if isinstance(where, Page) and where.number == page:
                    yield where, span.label


def draw_page(
    path: str | PathLike[str],
    page: int,
    marks: Iterable[tuple[Page, str]] = (),
    *,
    scale: float = 2.0,
) -> bytes:
    """Draw a page of a PDF file with coloured boxes around what was found.

    Parameters:
        path: The file.
        page: Counted from 1.
        marks: Places with their labels, as ``marks_of`` gives them; those of other pages are left
            out.
        scale: Pixels a point; less for pages that would have more than 50 million pixels.

    Returns:
        A picture in PNG.

    Raises:
        ReadError: It is no PDF file, or has no such page.
        MissingExtraError: pypdfium2 or pillow is not installed.
    """
    try:
        import pypdfium2
        from PIL import Image, ImageDraw
    except ImportError as error:
        raise missing_extra("pypdfium2", "documents") from error
    try:
        pdf = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise ReadError(f"is no PDF file that can be drawn: {error}.", path=path) from error
    try:
        if not 1 <= page <= len(pdf):
            raise ReadError(f"has no page {page}, it has {len(pdf)}.", path=path)
        width, height = pdf[page - 1].get_size()
        scale = min(scale, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        picture = pdf[page - 1].render(scale=scale).to_pil().convert("RGBA")
    finally:
        pdf.close()
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(layer)
    for where, label in marks:
        if where.number == page:
            colour = COLOURS.get(label, _GREY)
            box = [edge * scale for edge in where.box]
            draw.rectangle(
                box, fill=(*colour, 50), outline=(*colour, 255), width=max(1, int(scale))
            )
    stream = io.BytesIO()
    Image.alpha_composite(picture, layer).convert("RGB").save(stream, "PNG")
    return stream.getvalue()
