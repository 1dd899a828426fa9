"""Quotation marks: which stretches of a text stand in quotes, also over paragraphs and nested."""

from __future__ import annotations

from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re

_MARKS: Final = re.compile(r"[“”「」\n]")
_CLOSES: Final = {"“": "”", "「": "」"}
_STRAIGHT: Final = re.compile('["＂]')
_BLANK: Final = " \u3000\t"


def curl_quotes(text: str) -> str:
    """Return a text with straight quotation marks curled, character for character.

    Marks are paired within a paragraph; where they are odd in number, or a mark stands on the
    wrong side of a blank, the paragraph stays as it is.

    Examples:
        >>> curl_quotes('他说:"好。"\\n24"屏幕')
        '他说:“好。”\\n24"屏幕'
    """
    if not _STRAIGHT.search(text):
        return text
    return "\n".join(map(_curled, text.split("\n")))


def _curled(paragraph: str) -> str:
    marks = [mark.start() for mark in _STRAIGHT.finditer(paragraph)]
    if len(marks) % 2:
        return paragraph
    signs = list(paragraph)
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        inside = paragraph[opening + 1 : closing]
        if inside != inside.strip() or not inside:
            return paragraph
        signs[opening], signs[closing] = "“", "”"
    return "".join(signs)


class Quote(NamedTuple):
    """A stretch in quotation marks, within one paragraph.

    Parameters:
        start, end: The inside.
        before, after: Where the marks begin and end (the same as the inside where a mark is not
            written).
        continued: True where it goes on with the open quotation of the paragraph before.
    """

    start: int
    end: int
    before: int
    after: int
    continued: bool


def find_quotes(text: str) -> list[Quote]:
    """Find the outermost quotations of a text.

    Parameters:
        text: The text, one paragraph a line.

    Returns:
        The quotations in order, one for each paragraph they go through. A quotation that is not
        closed goes on in the next paragraph where that opens with a mark of its own, or closes the
        mark; else it is none.

    Examples:
        >>> [(q.start, q.end, q.continued) for q in find_quotes("“好。\\n“很好。”")]
        [(1, 3, False), (5, 8, True)]
    """
    found: list[Quote] = []
    opened: int | None = None
    mark, depth, pending = "", 0, False
    marks = list(_MARKS.finditer(text))
    for at, match in enumerate(marks):
        sign, place = match.group(), match.start()
        if sign == "\n":
            if opened is not None:
                end = len(text[opened:place].rstrip(_BLANK)) + opened
                goes_on = _goes_on(text, marks, at, mark)
                if goes_on is not None:
                    found.append(_quote(opened, end, pending, closed=False))
                opened, depth = goes_on, 1
                pending = goes_on is not None
            continue
        if opened is None:
            if sign in _CLOSES:
                opened, mark, depth, pending = place + 1, sign, 1, False
        elif sign == mark:
            if pending and not text[opened:place].strip(_BLANK):
                opened = place + 1  # the next paragraph opens with the mark once more
            else:
                depth += 1
        elif sign == _CLOSES[mark]:
            depth -= 1
            if depth == 0:
                found.append(_quote(opened, place, pending, closed=True))
                opened, pending = None, False
    return found


def _quote(start: int, end: int, continued: bool, *, closed: bool) -> Quote:
    return Quote(start, end, start - 1, end + 1 if closed else end, continued)


def _goes_on(text: str, marks: list[re.Match[str]], at: int, mark: str) -> int | None:
    """Return where an open quotation goes on in the next paragraph, None where it does not."""
    start = marks[at].end()
    while start < len(text) and text[start] in _BLANK:
        start += 1
    if text.startswith(mark, start):
        return start
    following = marks[at + 1] if at + 1 < len(marks) else None
    if following is not None and following.group() == _CLOSES[mark]:
        return start
    return None
