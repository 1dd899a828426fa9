"""The lines of a web page as a reader sees them, with the element each stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from gaoyou_nlp.reading.documents.document import check_cells

Element = Any
"""An element of lxml, which comes without types."""

UNSEEN = frozenset(
    (
        "script", "style", "noscript", "template", "iframe", "frame", "frameset", "select",
        "option", "textarea", "button", "input", "label", "svg", "math", "canvas", "object",
        "embed", "applet", "audio", "video", "map", "head", "link", "meta", "nav", "aside",
        "footer", "dialog", "datalist", "rp", "rt",
    )
)  # fmt: skip
"""Tags whose text is no text of an article."""

_INLINE = frozenset(
    (
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
        "em", "font", "i", "ins", "kbd", "mark", "q", "ruby", "s", "samp", "small", "span",
        "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "o:p", "nobr",
        "st1:chsdate", "img",
    )
)  # fmt: skip
_PARAGRAPHS = frozenset(
    (
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre",
        "figcaption", "address",
    )
)  # fmt: skip
_HIDDEN = re.compile(
    r"display\s*:\s*none|(?:left|top|text-indent)\s*:\s*-\d{4,}(?:px|em|pt)", re.IGNORECASE
)
_HIDDEN_LEAF = re.compile(
    r"visibility\s*:\s*hidden|(?:opacity|font-size)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|$)",
    re.IGNORECASE,
)
"""Styles that hide a paragraph; on what holds paragraphs they wait for a script, or say nothing."""

_SENTENCE = re.compile(r"[。！？；：…][”’」』）)]*$|，.*[，。；]|^[^，]{6,}，[^，]{6,}$")
_BLANK = re.compile(r"[ \t\r\n\f\xa0]+")
_LONGEST_CELL = 200


@dataclass(frozen=True, slots=True)
class Unit:
    """A line of the page.

    Parameters:
        text: Its characters, runs of blanks as one space.
        element: The block that it stands in.
        linked: How many of its characters are links.
        rows: For a table, its rows of cells; ``text`` is then empty.
    """

    text: str
    element: Element
    linked: int = 0
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def reads(self) -> bool:
        """Whether it is running text rather than a link, a label or a menu."""
        if self.rows:
            return True
        return 2 * self.linked < len(self.text) and _SENTENCE.search(self.text) is not None

    @property
    def size(self) -> int:
        """Its characters, those of a table's cells too."""
        return len(self.text) + sum(len(cell) for row in self.rows for cell in row)

    @property
    def container(self) -> Element:
        """The element that holds this line and its neighbours."""
        element = self.element
        tag = element.tag if isinstance(element.tag, str) else ""
        alone = (
            tag in ("div", "section") and element.find("br") is None and not _has_blocks(element)
        )
        parent = element.getparent()
        return (
            parent if parent is not None and (tag in _PARAGRAPHS or alone or self.rows) else element
        )


class _Lines:
    """Gathers the characters of the line that is being read."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0

    def add(self, text: str | None, *, linked: bool) -> None:
        if text:
            self._pieces.append(text)
            self._linked += len(text.strip()) if linked else 0

    def take(self, element: Element) -> Iterator[Unit]:
        text = _BLANK.sub(" ", "".join(self._pieces)).strip()
        if text.strip("\u3000\u200b\ufeff \xa0"):
            yield Unit(text, element, min(self._linked, len(text)))
        self._pieces.clear()
        self._linked = 0


def units(root: Element) -> Iterator[Unit]:
    """Walk over an element in the order of the page.

    Parameters:
        root: A page or a part of it.

    Yields:
        Its lines, and its tables of data as one unit each. What is hidden or no text is left out.

    Examples:
        >>> from lxml import html
        >>> page = html.fromstring("<div><p>甲<b>乙</b></p>丙<br>丁<script>x</script></div>")
        >>> [unit.text for unit in units(page)]
        ['甲乙', '丙', '丁']
    """
    lines = _Lines()
    yield from _walk(root, root, lines, linked=False)
    yield from lines.take(root)


def _walk(element: Element, block: Element, lines: _Lines, *, linked: bool) -> Iterator[Unit]:
    lines.add(element.text, linked=linked)
    for child in element:
        if not isinstance(child.tag, str) or is_unseen(child):
            pass
        elif child.tag == "br":
            yield from lines.take(block)
        elif child.tag in _INLINE:
            yield from _walk(child, block, lines, linked=linked or child.tag == "a")
        else:
            yield from lines.take(block)
            rows = _data(child) if child.tag == "table" else ()
            if rows:
                for caption in child.iterchildren("caption"):
                    yield Unit(text_of(caption), caption)
                yield Unit("", child, 0, rows)
            elif child.tag == "pre":
                yield from _as_typed(child)
            else:
                yield from _walk(child, child, lines, linked=linked)
                yield from lines.take(child)
        lines.add(child.tail, linked=linked)


def _as_typed(element: Element) -> Iterator[Unit]:
    """The lines of an element whose breaks are seen; where some are indented, the others go on."""
    lines = [line for line in "".join(element.itertext()).splitlines() if line.strip()]
    indented = [line[:1] in "\u3000 \t" for line in lines]
    text = ""
    for line, begins in zip(lines, indented, strict=True):
        if text and (begins or not any(indented)):
            yield Unit(text, element)
            text = ""
        text += _BLANK.sub(" ", line).strip()
    if text:
        yield Unit(text, element)


def is_unseen(element: Element) -> bool:
    """Whether an element is hidden or of a kind that holds no text."""
    return (
        element.tag in UNSEEN
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "") is not None
        or (
            _HIDDEN_LEAF.search(element.get("style") or "") is not None and not _has_blocks(element)
        )
    )


def text_of(element: Element) -> str:
    """All lines of an element in one."""
    return " ".join(unit.text or " ".join(map(" ".join, unit.rows)) for unit in units(element))


def _has_blocks(element: Element) -> bool:
    return any(isinstance(child.tag, str) and child.tag not in _INLINE for child in element)


def _data(table: Element) -> tuple[tuple[str, ...], ...]:
    """The rows of a table of data; none for one that only sets out the page."""
    if table.find(".//table") is not None:
        return ()
    rows = grid(table)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return ()
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        return ()
    filled = [sum(map(bool, row)) for row in rows]
    return rows if sum(count > 1 for count in filled) >= 2 else ()


def grid(table: Element) -> tuple[tuple[str, ...], ...]:
    """The cells of a table, rows equally long; a merged cell holds its text at its first place.

    Examples:
        >>> from lxml import html
        >>> grid(html.fromstring("<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>"))
        (('甲', '乙'), ('', '丙'))
    """
    rows: list[list[str]] = []
    down: dict[int, int] = {}
    count = 0
    for row in table.iter("tr"):
        cells: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _skip_merged(cells, down)
            across, below = _span(cell, "colspan"), _span(cell, "rowspan")
            for at in range(across):
                if below > 1:
                    down[len(cells)] = below - 1
                cells.append(text_of(cell) if at == 0 else "")
        _skip_merged(cells, down)
        rows.append(cells)
        count = check_cells(rows, count)
    width = max(map(len, rows), default=0)
    return tuple(tuple(cells + [""] * (width - len(cells))) for cells in rows)


def _skip_merged(cells: list[str], down: dict[int, int]) -> None:
    while down.get(len(cells), 0) > 0:
        down[len(cells)] -= 1
        cells.append("")


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return min(max(int(value), 1), 100) if value.isdecimal() and len(value) < 5 else 1
