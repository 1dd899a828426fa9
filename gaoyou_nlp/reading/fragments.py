"""Texts that come with mark-up, as fields of records from databases do: tags go, offsets stay."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from html import unescape

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import SourceMap

_OPENS = re.compile(
    r"\s*(?:<(?:!doctype|html|body|p|div|span|section|article|table|br|h[1-6]|strong|font|ul|img)"
    r"\b[^<>]*>|&(?:nbsp|e[mn]sp|#160|#12288);)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][\w:-]{0,30})(?P<rest>[^<>]{0,20000})>"
    r"|&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z]\w{1,30});|[\r\n]+"
)
_BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "table", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6",
        "ul", "ol", "li", "blockquote", "header", "footer", "pre", "hr",
    )
)  # fmt: skip
_UNREAD = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_EDGES = " \t\r\n\u3000\xa0\u2002\u2003"


_ESCAPED = re.compile(r"\s*&lt;(?:p|div|span|section|article|table|br|h[1-6]|strong|font)\b", re.I)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#39|apos);")


def is_fragment(text: str) -> bool:
    """Whether a text is a piece of HTML: it opens with a tag, or with the blanks of an indent,
    and closes one.

    Examples:
        >>> is_fragment("<p>县长</p>"), is_fragment("<县长>说"), is_fragment("1<2")
        (True, False, False)
    """
    if _ESCAPED.match(text):
        return "&lt;/" in text or "&lt;br" in text.lower()
    return _OPENS.match(text) is not None and ("</" in text or "<br" in text.lower())


def strip_markup(text: str) -> tuple[str, SourceMap]:
    """Take the text out of a piece of HTML.

    Parameters:
        text: The piece.

    Returns:
        Its text, a line a block, cells of tables parted by tabs, and the map that leads back to
        the piece. Scripts and styles are left out.

    Examples:
        >>> plain, source = strip_markup("<p>县&nbsp;长<b>说</b></p><p>好。</p>")
        >>> plain, source.to_source(2, 3)
        ('县长说\\n好。', (14, 15))
        >>> strip_markup("&lt;p&gt;县长&lt;/p&gt;")[1].to_source(0, 2)
        (9, 11)
    """
    if _ESCAPED.match(text):
        inner, source = _unescaped(text)
        plain, mapped = strip_markup(inner)
        return plain, SourceMap(tuple(_through(mapped, source)))
    out = _Text()
    at = look = 0
    last_end = text.rfind("-->")
    while True:
        found = _TAG.search(text, look)
        if found is not None and found[0] == "<!--" and last_end < found.end():
            look = found.end()  # no comment, since none ends behind it: plain characters
            continue
        out.take(text, at, len(text) if found is None else found.start())
        if found is None:
            return out.done()
        at = look = found.end()
        if found[0] == "<!--":
            at = look = text.index("-->", at) + 3
            continue
        name = (found["name"] or "").lower()
        if name in ("script", "style") and not found["close"]:
            end = _UNREAD.search(text, at)
            at = look = len(text) if end is None else end.end()
        elif name in _BLOCKS:
            out.line_end()
        elif name in ("td", "th") and found["close"]:
            out.put("\t")
        elif found[0][0] == "&":
            out.sign(unescape(found[0]), found.start())


def _unescaped(text: str) -> tuple[str, SourceMap]:
    """A piece of HTML that was escaped as a whole, and where its characters come from."""
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = at = 0
    for found in (*_ENTITY.finditer(text), None):
        start = len(text) if found is None else found.start()
        if start > at:
            runs.append((length, at, start - at))
            pieces.append(text[at:start])
            length += start - at
        if found is not None:
            runs.append((length, start, 1))
            pieces.append(unescape(found[0]))
            length += 1
            at = found.end()
    return "".join(pieces), SourceMap(tuple(runs))


def _through(upper: SourceMap, lower: SourceMap) -> Iterator[tuple[int, int, int]]:
    """The stretches of a map that leads into the text of another one, led on through that."""
    starts = [start for start, _, _ in lower.runs]
    for start, place, length in upper.runs:
        at = bisect_right(starts, place) - 1
        while at < len(starts) and lower.runs[at][0] < place + length:
            begin, source, size = lower.runs[at]
            first, last = max(begin, place), min(begin + size, place + length)
            if first < last:
                yield start + first - place, source + first - begin, last - first
            at += 1


class _Text:
    """The text that is being put together, and where its stretches come from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._length = 0
        self._begins = True
        self._waiting = ""

    def take(self, text: str, start: int, end: int) -> None:
        piece = text[start:end]
        if self._begins or self._waiting == "\n":
            bare = piece.lstrip(_EDGES)
            start += len(piece) - len(bare)
            piece = bare
        if piece:
            self._flush()
            self._runs.append((self._length, start, len(piece)))
            self._add(piece)

    def sign(self, char: str, place: int) -> None:
        """A character that was written as an entity; a hard blank is no part of Chinese text."""
        if char not in "\xa0\u200b\ufeff\xad" and not (
            (self._begins or self._waiting == "\n") and char in _EDGES
        ):
            self._flush()
            if len(char) == 1:
                self._runs.append((self._length, place, 1))
            self._add(char)

    def put(self, char: str) -> None:
        if not self._begins:
            self._waiting = self._waiting or char

    def line_end(self) -> None:
        if not self._begins:
            self._waiting = "\n"

    def done(self) -> tuple[str, SourceMap]:
        return "".join(self._pieces), SourceMap(tuple(self._runs))

    def _flush(self) -> None:
        if self._waiting:
            self._add(self._waiting)
            self._waiting = ""

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)
        self._begins = piece == "\n"
