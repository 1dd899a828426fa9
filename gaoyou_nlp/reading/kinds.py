"""Which lines of a text are headlines with a subhead, and which are by-lines.

A line that opens with a dash below a line without a stop is a subhead, and the lines above it,
up to the end of the article or paragraph before, are its headline. By-lines are told by their
roles, and names alone by what stands around them.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.reading.bylines import parse_byline
from gaoyou_nlp.reading.layout import Layout
from gaoyou_nlp.reading.lines import Line, ends_sentence, is_dashed, like_headline

HEAD, SUB, BYLINE, BODY, FURNITURE = "head", "sub", "byline", "body", "furniture"
ROW = "row"
"""A row of a table, its cells parted by tabs."""

_ROLE_HINT = re.compile(
    r"记者|通讯员|实习生|评论员|编辑|责编|作者|撰稿|撰文|[文图][/／:：]|[/／]文"
)
_BARE = re.compile(r"[（(【]?[\u3400-\u9fff\s、·]{2,20}[）)】]?")


def line_kinds(lines: Sequence[Line], layout: Layout) -> list[str]:
    """Name the kind of each line.

    Parameters:
        lines: All lines of a text.
        layout: Their layout.

    Returns:
        ``head``, ``sub``, ``byline`` or ``body`` for each.

    Examples:
        >>> from gaoyou_nlp.reading.lines import scan
        >>> lines = scan("建好水库。\\n\\n周敏 李晓静\\n\\n守护一库清水\\n——访县水务局局长 王军\\n")
        >>> line_kinds(lines, Layout(lines))
        ['body', 'byline', 'head', 'sub']
    """
    kinds = [BODY] * len(lines)
    for at, line in enumerate(lines):
        if kinds[at] == BODY and has_role(line.text):
            if parse_byline(line.text, bare=False):
                kinds[at] = BYLINE
            elif _split_byline(lines, at):
                kinds[at] = kinds[at + 1] = BYLINE
    for at in range(1, len(lines)):
        if kinds[at] == BODY and _is_subhead(lines, at):
            heads = _heads_above(lines, kinds, layout, at)
            if heads:
                for above in range(at - heads, at):
                    kinds[above] = HEAD
                kinds[at] = SUB
                if _continues_subhead(lines, kinds, at + 1):
                    kinds[at + 1] = SUB
    for at in range(len(lines)):
        if kinds[at] == BODY and _is_bare_byline(lines, kinds, at):
            kinds[at] = BYLINE
    return kinds


def has_role(text: str) -> bool:
    """Whether a role of a by-line may stand in a text: a quick look before the exact one."""
    return _ROLE_HINT.search(text) is not None


def _split_byline(lines: Sequence[Line], at: int) -> bool:
    """Whether a by-line is broken over this line and the next."""
    if at + 1 == len(lines) or lines[at + 1].gap or len(lines[at].text) > 40:
        return False
    return bool(parse_byline(lines[at].text + lines[at + 1].text, bare=False))


def _is_subhead(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if not is_dashed(line.text) or line.gap > 1 or line.width > 60 or ends_sentence(line.text):
        return False
    beside = lines[at + 1 : at + 2]
    return not (
        is_dashed(lines[at - 1].text) or any(is_dashed(b.text) and not b.gap for b in beside)
    )


def _heads_above(lines: Sequence[Line], kinds: list[str], layout: Layout, at: int) -> int:
    """How many lines above a dashed line are its headline."""
    for count in (1, 2, 3):
        first = at - count
        if first < 0 or kinds[first] != BODY or not like_headline(lines[first].text):
            return 0
        if first == 0 or kinds[first - 1] != BODY or _ended(lines[first - 1].text):
            return count
        if lines[first].gap:
            return 0 if layout.wrapped and layout.full(first - 1) else count
    return 0


def _ended(text: str) -> bool:
    """Whether a paragraph or article ends with a line."""
    if ends_sentence(text) or (_BARE.fullmatch(text) and parse_byline(text)):
        return True
    stop = max(text.rfind(mark) for mark in "。！？!?”）)")
    return stop >= 0 and bool(parse_byline(text[stop + 1 :]))


def _continues_subhead(lines: Sequence[Line], kinds: list[str], at: int) -> bool:
    if at >= len(lines) or lines[at].gap or kinds[at] != BODY:
        return False
    line, above = lines[at], lines[at - 1]
    last = at + 1 == len(lines) or lines[at + 1].gap > 0 or kinds[at + 1] != BODY
    return last and line.width <= above.width + 2 and like_headline(line.text)


def _is_bare_byline(lines: Sequence[Line], kinds: list[str], at: int) -> bool:
    """Whether names alone stand in a line: below the end of a text, apart from what follows."""
    line = lines[at]
    if at == 0 or not _BARE.fullmatch(line.text):
        return False
    apart = at + 1 == len(lines) or lines[at + 1].gap > 0 or kinds[at + 1] != BODY
    ended = kinds[at - 1] != BODY or ends_sentence(lines[at - 1].text)
    return apart and ended and bool(parse_byline(line.text))
