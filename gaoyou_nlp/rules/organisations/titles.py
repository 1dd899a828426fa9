"""Titles of documents: a body inside one is part of the title and does not act."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re

_TABLE = "organisations/pattern_words.tsv"
_TITLE = re.compile("《([^《》\n]{2,80})》")
_DOCUMENT = re.compile("关于|(?:{document})$", words=_TABLE)


def cover_titles(text: str) -> bytearray:
    """Mark the characters that stand inside titles of documents.

    Parameters:
        text: Any text.

    Returns:
        One byte a character, 1 inside a title that a document may have, else 0.

    Examples:
        >>> cover_titles("据《清河县政府工作规定》、《清河日报》").count(1)
        9
    """
    covered = bytearray(len(text))
    for match in _TITLE.finditer(text):
        if _DOCUMENT.search(match[1]):
            start, end = match.span(1)
            covered[start:end] = b"\x01" * (end - start)
    return covered
