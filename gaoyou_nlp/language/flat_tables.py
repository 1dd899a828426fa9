"""Tables of projects that became lines of text: 序号⇥项目名称⇥总投资, then a line for each row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re

_NAME = re.compile(
    "(?:重[点大]|招标|采购|中标|签约|开工|拟建)?(?:建设)?(?:项目|工程)(?:名称?)?|建设项目名称"
)
_TOTAL = re.compile(
    "(?:计划|估算|概算|预算|项目)?总?投资(?:额|总额|金额|规模)?|总概算|概算|合同(?:金)?额|总造价|造价|"
    "中标(?:价|金额)|预算(?:金额)?"
)
_PART = re.compile("完成|累计|年|今|当|本|已|季|月|到位|补助")
_STATUS = re.compile(
    "(?:形象|项目|工程|目前|当前|建设)?(?:进度|进展|状态|阶段|性质)(?:情况)?|开工情况|建设情况"
)
_UNIT = re.compile("[（(\\[][^（）()\\[\\]\n]{0,12}[）)\\]]|[ \u3000]")
_CELL = re.compile("[^\t|｜\n]*")
_WIDE = re.compile("[^ \u3000\n]+(?:[ \u3000][^ \u3000\n]+)*")
_LINE = re.compile("[^\n]+")
_NUMBER = re.compile("[0-9０-９一二三四五六七八九十百千万亿]|^[-—/]+$")
_WORD = re.compile("[^ \u3000\n]+")
_NARROW, _KNOWN = 3, 2
"""Cells of a header that one blank parts, and how many of them tell what their columns hold."""
_SUM = re.compile("[ \u3000]*(?:(?:合|小|总|共)[ \u3000]*计|总数|平均|注[:：]|备注)")
_COLUMNS = 24
_QUICK = re.compile("项目|工程")

Stretch = tuple[int, int]


class Row(NamedTuple):
    """The row of a project.

    Parameters:
        start, end: Its line, in characters of the text.
        name: The stretch of the project's name.
        total: That of its amount; None where no column tells it or the cell is empty.
        status: That of its stage, likewise.
    """

    start: int
    end: int
    name: Stretch
    total: Stretch | None
    status: Stretch | None


def find_rows(text: str) -> Iterator[Row]:
    """Find the rows of the tables of projects of a text.

    Parameters:
        text: With cells parted by tabs, bars, or two blanks and more; by one blank only where the
            header has three cells or more, of which one holds projects and one a sum or a stage.

    Yields:
        The rows in order: lines below a header that names a column of projects, with as many
        cells as it has; sums and notes are none.

    Examples:
        >>> text = "序号\\t项目名称\\t总投资（万元）\\n1\\t云岭中学迁建\\t800"
        >>> [(text[slice(*row.name)], text[slice(*row.total)]) for row in find_rows(text)]
        [('云岭中学迁建', '800')]
    """
    if not _QUICK.search(text):
        return
    columns: dict[str, int] | None = None
    count = 0
    narrow = False  # whether one blank parts the cells
    for line in _LINE.finditer(text):
        cells = list(_cells(text, *line.span()))
        if len(cells) < 2 and (narrow or _QUICK.search(text, *line.span())):
            cells = [word.span() for word in _WORD.finditer(text, *line.span())]
            header = _columns(text, cells, minimum=_KNOWN) if len(cells) >= _NARROW else None
            narrow = len(cells) >= _NARROW and (narrow or header is not None)
            columns = columns if narrow else None
        else:
            header = _columns(text, cells, minimum=1)
            narrow = False if header is not None else narrow
        if len(cells) < 2:
            columns = None
        elif header is not None:
            columns, count = header, len(cells)
        elif columns is not None and len(cells) == count:
            row = _row(text, line.span(), cells, columns)
            if row is not None and not (narrow and _is_prose(text, row)):
                yield row


def _cells(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The cells of a line, without the blanks at their edges."""
    barred = any(text.find(mark, start, end) >= 0 for mark in "\t|｜")
    if not barred and text.find("  ", start, end) < 0 and text.find("\u3000\u3000", start, end) < 0:
        return
    at = start
    for _ in range(_COLUMNS):
        found = (_CELL.match if barred else _WIDE.search)(text, at, end)
        if found is None:
            return
        low, high = found.span()
        while low < high and text[low] in " \u3000":
            low += 1
        while low < high and text[high - 1] in " \u3000":
            high -= 1
        yield low, high
        at = found.end() + 1
        if at > end:
            return


def _columns(text: str, cells: list[Stretch], minimum: int) -> dict[str, int] | None:
    """Which column holds what; None without one of projects, or where too few are known."""
    found: dict[str, int] = {}
    for at, (start, end) in enumerate(cells[:_COLUMNS]):
        name = _UNIT.sub("", text[start:end])
        if _NAME.fullmatch(name):
            found.setdefault("name", at)
        elif _TOTAL.fullmatch(name) and not _PART.search(name):
            found.setdefault("total", at)
        elif _STATUS.fullmatch(name):
            found.setdefault("status", at)
    return found if "name" in found and len(found) >= minimum else None


def _row(text: str, line: Stretch, cells: list[Stretch], columns: dict[str, int]) -> Row | None:
    name = cells[columns["name"]]
    if name[0] == name[1] or any(_SUM.match(text, *cell) for cell in cells[:3]):
        return None
    total, status = (
        cells[columns[kind]] if kind in columns else None for kind in ("total", "status")
    )
    return Row(*line, name, _filled(total), _filled(status))


def _is_prose(text: str, row: Row) -> bool:
    """Whether the cell of a sum holds words, so that blanks part clauses and no cells."""
    return row.total is not None and _NUMBER.search(text, *row.total) is None


def _filled(cell: Stretch | None) -> Stretch | None:
    return cell if cell and cell[0] < cell[1] else None
