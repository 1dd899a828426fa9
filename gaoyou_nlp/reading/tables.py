"""What the rows of a table are: headers, unit, title, data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.reading.form_tables import form_of
from gaoyou_nlp.records.table import Table, TableCell

_UNIT = re.compile(
    r"(?<![\u3400-\u9fff])(?:金额|计量|资金|货币|投资)?单位\s*[：:]\s*(?P<unit>[^\s，。；）)]{1,12})"
)
_LABEL = re.compile(r"[（(]?[\u3400-\u9fff\s]{2,10}[：:].*")
"""A cell that names a fact of the whole table, as ``填报单位：…`` and ``单位：万元``."""

_NUMBER = re.compile(r"[\s¥￥$+\-—]*[\d０-９][\d０-９,，.．\s]*(?:%|％)?")
_OPENING, _CLOSING = re.compile(r"[（(]"), "）)"
_LONGEST_HEADER = 24
_LONGEST_TITLE = 60
_MOST_HEADERS = 3


def recognise(rows: Sequence[Sequence[TableCell]], above: Sequence[str] = ()) -> Table:
    """Tell the headers of a table from its data.

    Parameters:
        rows: All of its rows, equally long.
        above: The lines above it, nearest last.

    Returns:
        The table. A row of one cell above the headers, or of labels, is its title or its unit.
        Headers are the first rows without numbers and long texts, if others follow; of two such
        rows, the upper with merged cells, the names are joined. A form is a table of one row.

    Examples:
        >>> rows = [["序号", "项目", "投资"], ["1", "县中学", "850"]]
        >>> table = recognise([[TableCell(text) for text in row] for row in rows], ["单位：万元"])
        >>> table.headers, table.unit, len(table.rows)
        (('序号', '项目', '投资'), '万元', 1)
    """
    lines = [line for line in above if len(line) <= _LONGEST_TITLE]
    at = 0
    while at < len(rows) and len(rows[at]) > 1 and _is_above(rows[at]):
        lines += [cell.text for cell in rows[at] if cell.text]
        at += 1
    form = form_of(rows[at:])
    count = 0 if form else _header_rows(rows[at:])
    if not count and not form:
        at = 0
    headers = form[0] if form else _headers(rows[at : at + count])
    unit = next((found["unit"] for line in reversed(lines) if (found := _UNIT.search(line))), "")
    titles = [line for line in lines if not _UNIT.match(line.strip("（( ")) and _is_name(line)]
    body = (form[1],) if form else tuple(tuple(row) for row in rows[at + count :])
    return Table(headers, body, titles[-1] if titles else "", unit)


def parts_of(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Part rows at those that name columns again: what follows may count in another unit.

    Parameters:
        rows: The texts of their cells.

    Yields:
        First row and end of each table, with the titles right above its headers.

    Examples:
        >>> first = [("项目", "投资（万元）"), ("县中学", "850")]
        >>> list(parts_of([*first, ("二季度", ""), ("项目", "投资（亿元）")]))
        [(0, 2), (2, 4)]
    """
    names: set[str] = set()
    begin = 0
    numbers = False
    for at, row in enumerate(rows):
        texts = {_without_brackets("".join(text.split())) for text in row if text}
        above, numbers = numbers, numbers or _holds_number(row)
        if sum(map(bool, row)) < 2 or any(map(is_number, texts)):
            continue
        if not names:
            names = texts
        elif len(names & texts) > 1 and at > begin + 1 and above:
            start = at
            while start > begin and sum(map(bool, rows[start - 1])) < 2:
                start -= 1
            yield begin, start
            begin = start
            numbers = any(map(_holds_number, rows[start : at + 1]))
    yield begin, len(rows)


def _without_brackets(name: str) -> str:
    """A name without what stands from its first bracket to its last."""
    found = _OPENING.search(name)
    end = max(map(name.rfind, _CLOSING))
    return name if found is None or end < found.start() else name[: found.start()] + name[end + 1 :]


def _holds_number(row: Sequence[str]) -> bool:
    return any(map(is_number, row))


def is_number(text: str) -> bool:
    """Whether a cell holds a number and nothing else.

    Examples:
        >>> is_number("23,400"), is_number("85%"), is_number("3亿元")
        (True, True, False)
    """
    return _NUMBER.fullmatch(text) is not None


def _is_above(row: Sequence[TableCell]) -> bool:
    """Whether a row stands above the headers: one cell alone, or labels."""
    texts = [cell.text for cell in row if cell.text]
    return len(texts) == 1 or (bool(texts) and all(map(_LABEL.fullmatch, texts)))


def _is_name(line: str) -> bool:
    return not any(mark in line for mark in "。；")


def _header_rows(rows: Sequence[Sequence[TableCell]]) -> int:
    """How many rows at the top are headers."""
    if len(rows) < 2 or not _is_header(rows[0]):
        return 0
    count = 1
    while count < min(_MOST_HEADERS, len(rows) - 1) and _is_below(rows[count - 1], rows[count]):
        count += 1
    return count


def _is_header(row: Sequence[TableCell]) -> bool:
    texts = [cell.text for cell in row if cell.text]
    return (
        bool(texts)
        and (len(texts) > 1 or len(row) == 1)
        and all(len(text) <= _LONGEST_HEADER and not is_number(text) for text in texts)
        and not any(mark in text for text in texts for mark in "。；！")
    )


def _is_below(upper: Sequence[TableCell], lower: Sequence[TableCell]) -> bool:
    """Whether a row of names goes on below merged headers: it is empty below the others."""
    if not _is_header(lower):
        return False
    spread = [
        at
        for at, cell in enumerate(upper)
        if not cell.text or (at + 1 < len(upper) and not upper[at + 1].text)
    ]
    return len(spread) > 1 and all(not cell.text or at in spread for at, cell in enumerate(lower))


def _headers(rows: Sequence[Sequence[TableCell]]) -> tuple[str, ...]:
    if not rows:
        return ()
    names = [cell.text for cell in rows[-1]]
    for upper in reversed(rows[:-1]):
        group = ""
        for at, cell in enumerate(upper):
            group = cell.text or (group if names[at] else "")
            names[at] = f"{group}{names[at]}"
    return tuple(names)
