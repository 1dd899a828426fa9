"""Web pages that an office program saved: all of them is the document, nothing stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyou_nlp.reading.documents.document import Facts
from gaoyou_nlp.reading.documents.office import Written, kinds_of
from gaoyou_nlp.reading.documents.official import signed_date
from gaoyou_nlp.reading.documents.web_units import Element, Unit
from gaoyou_nlp.reading.kinds import HEAD

_PROGRAMS = re.compile(
    r"Microsoft (?:Word|Excel)|Word\.Document|Excel\.Sheet|LibreOffice|OpenOffice|WPS", re.I
)
_FURNITURE = ("header", "footer")
_CENTRED = re.compile(r"text-align\s*:\s*center", re.I)
_SIZE = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*pt", re.I)


def is_of_office(page: Element) -> bool:
    """Whether an office program wrote a page.

    Examples:
        >>> from lxml import html
        >>> is_of_office(html.fromstring("<html><meta name=Generator content='Microsoft Word 15'>"))
        True
    """
    return any(
        (meta.get("name") or "").lower() in ("generator", "progid")
        and _PROGRAMS.search(meta.get("content") or "") is not None
        for meta in page.iter("meta")
    )


def office_lines(lines: Sequence[Unit]) -> tuple[list[Unit], list[str], Facts]:
    """Tell the title of such a page from the rest.

    Parameters:
        lines: Of the whole page.

    Returns:
        Its lines without heads and feet, the kind of each, and the title and date.
    """
    kept = [line for line in lines if not _is_furniture(line.element)]
    written = [
        Written(
            line.text,
            _heads(line.element),
            _is_centred(line.element),
            _size(line.element),
            line.rows,
        )
        for line in kept
    ]
    kinds = kinds_of(written)
    title = "".join(line.text for line, kind in zip(kept, kinds, strict=True) if kind == HEAD)
    return kept, kinds, Facts(title=title, date=signed_date([line.text for line in kept]))


def _is_furniture(element: Element) -> bool:
    return any(
        (one.get("title") or "") in _FURNITURE or "mso-element:" in (one.get("style") or "")
        for one in (element, *element.iterancestors())
        if one.tag == "div"
    )


def _heads(element: Element) -> bool:
    return bool(element.tag == "h1")


def _is_centred(element: Element) -> bool:
    return any(
        str(one.get("align")).lower() == "center" or bool(_CENTRED.search(one.get("style") or ""))
        for one in [element, *list(element.iterancestors("div", "center"))[:1]]
    )


def _size(element: Element) -> float:
    """The size of the first letters in points; 0 where the page does not say it."""
    for one in element.iter():
        found = _SIZE.search(one.get("style") or "") if isinstance(one.tag, str) else None
        if found is not None:
            return float(found[1])
    return 0.0
