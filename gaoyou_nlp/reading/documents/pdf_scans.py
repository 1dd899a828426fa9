"""Scans: pages that are a picture, their text laid there by OCR for search and never seen."""

from __future__ import annotations

from typing import Any

HALF = 0.5
"""The share of a page from which on a picture is what a person sees of it."""

_MOST = 2000
_HIDDEN = 0.8


def is_recognised(page: Any) -> bool:
    """Whether the text of a page that is a picture is invisible, or lies behind the picture.

    Parameters:
        page: A ``PdfPage`` of pypdfium2.

    Returns:
        True where at least four of five pieces of text are so.
    """
    import pypdfium2.raw as pdfium

    area = page.get_width() * page.get_height()
    seen = hidden = 0
    kinds = [pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE]
    for count, item in enumerate(page.get_objects(filter=kinds, max_depth=3)):
        if count > _MOST:
            break
        if item.type == pdfium.FPDF_PAGEOBJ_TEXT:
            mode = pdfium.FPDFTextObj_GetTextRenderMode(item.raw)
            unseen = mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
            seen, hidden = seen + (not unseen), hidden + unseen
            continue
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > HALF * area:
            seen, hidden = 0, hidden + seen  # what was printed before lies behind it
    return hidden > 0 and hidden >= _HIDDEN * (seen + hidden)
