"""The text of a marked-up page as Label Studio counts in it, with its paragraphs as lines."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_BLOCKS = re.compile(
    "address|article|aside|blockquote|body|div|d[dlt]|fig(?:ure|caption)|footer|form|h[1-6r]|"
    "header|html|li|main|nav|[ou]l|p|pre|section|table|t(?:body|foot|head)|t[dhr]"
)
_UNSEEN = ("script", "style", "template", "title")


class PageText(HTMLParser):
    """The characters of a page.

    Parameters:
        page: HTML, or plain text.

    Attributes:
        counted: The characters that global offsets count: the text between the tags, and a line
            end for ``<br>``.
        text: The same with a line end wherever a paragraph or cell ends.

    Examples:
        >>> page = PageText("<p>县水库<b>开工</b></p><p>陈一鸣讲话</p>")
        >>> page.counted, page.text, page.place(5, 8)
        ('县水库开工陈一鸣讲话', '县水库开工\\n陈一鸣讲话\\n', (6, 9))
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self._counted: list[str] = []
        self._text: list[str] = []
        self._places: list[int] = []
        self._unseen = 0
        self.feed(page)
        self.close()
        self.counted = "".join(self._counted)
        self.text = "".join(self._text)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of ``counted`` stands in ``text``.

        Raises:
            ValueError: It leaves the text.
        """
        if not 0 <= start < end <= len(self._places):
            raise ValueError(f"the span {start}–{end} leaves the text")
        return self._places[start], self._places[end - 1] + 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take in the beginning of an element."""
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "br":
            self.handle_data("\n")
        self._end_block(tag)

    def handle_endtag(self, tag: str) -> None:
        """Take in the end of an element."""
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1
        self._end_block(tag)

    def handle_data(self, data: str) -> None:
        """Take in the text between two tags."""
        if self._unseen:
            return
        for character in data:
            self._places.append(len(self._text))
            self._counted.append(character)
            self._text.append(character)

    def _end_block(self, tag: str) -> None:
        if _BLOCKS.fullmatch(tag) and self._text and self._text[-1] != "\n":
            self._text.append("\n")
