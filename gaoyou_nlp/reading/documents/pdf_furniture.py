"""What belongs to the pages of a PDF and to no article: heads, feet, numbers, editors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from gaoyou_nlp.reading.documents.dates import read_date
from gaoyou_nlp.reading.documents.document import Facts
from gaoyou_nlp.reading.documents.pdf_lines import Line
from gaoyou_nlp.reading.lines import is_furniture

_MARGIN = 0.1
_OFTEN = 3
_MOST = 3000
_MOST_PRINTED = 4
_DIGITS = re.compile(r"\d+|[〇一二三四五六七八九十]+")
_NUMBER = re.compile(r"[-—–·\s第]*\d{1,4}\s*(?:页|/\s*\d{1,4})?[-—–·\s页]*(?:共\s*\d+\s*页)?")
_PIECE = re.compile(
    r"第?\s?[A-Z]?\d{1,2}\s?版.{0,6}|[A-Z]\d{1,2}|星期[一二三四五六日天]|(?:19|20)\d\d年\d{1,2}月\d{1,2}日"
    r"|农历.{2,8}|(?:责任|值班|本版|执行)?(?:编辑|责编|校对|版式|美编|组版|审读|编审|主编|视觉)[:：].{0,12}"
    r"|.{1,8}(?:日报|晚报|时报|早报|晨报|周报|商报|报)|要闻|综合|专题|时政|民生|经济|广告|副刊|头版|导读"
    r"|(?:本报|新闻|订阅|广告|服务)*热线.*|电话[:：].*|邮箱[:：].*|https?://\S+|www\.\S+|E-?mail[:：].*",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"(?:\d{4}[/-]\d{1,2}[/-]\d{1,2}|\d{1,2}/\d{1,2}/(?:\d\d){1,2})[,，]?\s*(?:[上下]午)?\s*"
    r"\d{1,2}:\d\d(?:\s*[AP]M)?|(?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?",
)
"""What a browser prints at the edges: the time of printing, the address of the page."""
_PAPER = re.compile(r"[\u3400-\u9fff]{2,8}报")
_BLANKS = re.compile(r"[\s\u3000|｜]+")


def furniture_of(
    pages: Sequence[tuple[float, Sequence[Line]]],
) -> tuple[set[int], Facts]:
    """Find the page furniture of a document.

    Parameters:
        pages: The height of each page, and its lines.

    Returns:
        The ``id`` of each line that is furniture, and the date and paper that such lines name.
        Furniture stands in the margins and is a number, comes again on other pages, or is made
        of the date, the name of the paper, its section and its editors, or is what a browser
        prints there; the day of printing is no date of the document.
    """
    counts: Counter[str] = Counter()
    for height, lines in pages:
        counts.update({_same(line) for line in lines if _marginal(line, height)})
    often = min(_OFTEN, max(2, len(pages) // 2))
    found: set[int] = set()
    facts = Facts()
    for height, lines in pages:
        printed = _printed(height, lines)
        found |= printed
        for line in lines:
            if id(line) in printed or not _marginal(line, height):
                continue
            if _in_margin_of_text(line, lines):
                continue
            text = line.text
            made_up = _is_made_up(text)
            again = counts[_same(line)] >= often and len(pages) > 1
            if made_up or again or _NUMBER.fullmatch(text) or is_furniture(text):
                found.add(id(line))
                facts = facts.or_else(_facts(text))
    return found, facts


def _printed(height: float, lines: Sequence[Line]) -> set[int]:
    """The lines that a browser printed at the edges, with what stands beside them."""
    margin = [line for line in lines if _marginal(line, height)]
    tops = [line.top for line in margin if _PRINTED.fullmatch(line.text)][:_MOST_PRINTED]
    return {
        id(line) for line in margin if any(abs(line.top - top) < 0.5 * line.size for top in tops)
    }


def _same(line: Line) -> str:
    return _DIGITS.sub("0", "".join(line.text.split()))


def _marginal(line: Line, height: float) -> bool:
    return line.bottom < _MARGIN * height or line.top > (1 - _MARGIN) * height


def _in_margin_of_text(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line of the margin goes on with the text: another stands closely to its inside."""
    inside = [
        one
        for one in lines[:_MOST]
        if one is not line
        and abs(one.size - line.size) < 0.1 * line.size
        and one.left < line.right
        and one.right > line.left
        and (0 < one.top - line.top < 1.6 * line.size or 0 < line.top - one.top < 1.6 * line.size)
    ]
    return bool(inside) and not _is_made_up(line.text) and not is_furniture(line.text)


def _is_made_up(text: str) -> bool:
    pieces = [piece for piece in _BLANKS.split(text.strip()) if piece]
    return bool(pieces) and all(_PIECE.fullmatch(piece) for piece in pieces)


def _facts(text: str) -> Facts:
    names = [piece for piece in _BLANKS.split(text) if _PAPER.fullmatch(piece)]
    date = read_date(text)
    return Facts(date=date, publisher=names[0] if names else None)
