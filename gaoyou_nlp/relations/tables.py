"""Rows of a table of projects to projects: name, amount, place, status, each with its cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table as word_table
from gaoyou_nlp.money import parse_money
from gaoyou_nlp.reading.tables import is_number
from gaoyou_nlp.records import Amount
from gaoyou_nlp.records.table import Table, TableCell

_TABLE = "relations/project_contexts.tsv"

_TOTALS = re.compile(r"(?:合|小|总|共)\s*计|总数|平均|注[:：].*|备注")
_COLUMNS = ("name", "place", "status", "builder", "capacity", "start", "end")
_GROUPS = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")
"""The number of a row that sums up a group of projects, where those have Arabic numbers."""
_PLANNED = re.compile("计划|预计|拟")
_UNIT = re.compile(r"[（(\[]\s*(?P<unit>[^（）()\[\]]{1,8})\s*[）)\]]")
_MONEY_UNIT = re.compile(r"(?:人民币)?(?:千|百|十)?(?:万|亿)?(?:元|美元|欧元|港元|港币|日元|英镑)")
_ABOUT = re.compile(
    r"(?P<before>[约近超逾]?)(?P<number>\d[\d,，]*(?:\.\d+)?)(?P<more>[余多]?)(?P<behind>(?:左右|以上)?)"
)
"""A number of a cell that is not exact: its unit stands above, as that of an exact one."""

_BLANKS = re.compile(r"\s+")
_HEADS = {
    kind: re.compile(f"{{column of {kind}}}", words=_TABLE)
    for kind in ("a part", "total", "amount", *_COLUMNS)
}
"""What the heads of columns read, by kind."""


@dataclass(frozen=True, slots=True)
class TableProject:
    """A project that a row of a table names.

    Parameters:
        name: Its cell.
        amount: Its total; None where the row gives none, or no unit says what the number counts.
        amount_cell: The cell of the amount.
        place: The cell of the place.
        status: One of ``STATUSES``, None where the cell names none.
        status_cell: The cell of the status, as it is written.
        row: The row of the table, from 0.
        builder, capacity: The cells of who builds it and of what it makes.
        start_cell, end_cell: The cells of its first day and of its completion.
        is_planned: Whether the header of one of these two speaks of a plan.
    """

    name: TableCell
    amount: Amount | None = None
    amount_cell: TableCell | None = None
    place: TableCell | None = None
    status: str | None = None
    status_cell: TableCell | None = None
    row: int = 0
    builder: TableCell | None = None
    capacity: TableCell | None = None
    start_cell: TableCell | None = None
    end_cell: TableCell | None = None
    is_planned: bool = False


def projects_of_table(table: Table) -> tuple[TableProject, ...]:
    """Read the projects of a table.

    Parameters:
        table: With headers, one of which names the column of projects.

    Returns:
        A project for each row with a name, in order; sums and notes are none. The start and end
        of an amount are those of its cell in the article; a number without a unit in its cell,
        the header, or the line above the table is no amount. Nothing for another table.

    Examples:
        >>> cells = [TableCell("县中学迁建项目"), TableCell("8,560"), TableCell("3月开工")]
        >>> table = Table(("项目名称", "总投资（万元）", "进度"), (tuple(cells),))
        >>> [(p.name.text, p.amount.low, p.status) for p in projects_of_table(table)]
        [('县中学迁建项目', Decimal('85600000'), '开工')]
    """
    columns = _columns(table)
    if "name" not in columns:
        return ()
    return tuple(_projects(table, columns))


def _projects(table: Table, columns: dict[str, int]) -> Iterator[TableProject]:
    """The project of each row, but for sums and the headings of groups."""
    numbered = any(row[0].text.isdecimal() for row in table.rows)
    for number, row in enumerate(table.rows):
        name = row[columns["name"]]
        text = _bare(name.text)
        if numbered and columns["name"] > 0 and _GROUPS.fullmatch(_bare(row[0].text)):
            continue
        if not text or is_number(text) or any(_TOTALS.match(_bare(cell.text)) for cell in row[:3]):
            continue
        cells = {kind: row[at] if row[at].text else None for kind, at in columns.items()}
        amount_cell, status_cell = cells.get("amount"), cells.get("status")
        amount = None
        if amount_cell is not None:
            amount = _amount(amount_cell, table.headers[columns["amount"]], table.unit)
        yield TableProject(
            name,
            amount,
            amount_cell,
            cells.get("place"),
            None if status_cell is None else status_in(status_cell.text),
            status_cell,
            number,
            cells.get("builder"),
            cells.get("capacity"),
            cells.get("start"),
            cells.get("end"),
            any(
                _PLANNED.match(table.headers[columns[k]]) for k in ("start", "end") if k in columns
            ),
        )


def _columns(table: Table) -> dict[str, int]:
    """Which column holds what; of several the first."""
    found: dict[str, int] = {}
    headers = [_bare(_UNIT.sub("", header)) for header in table.headers]
    for kind in _COLUMNS:
        head = _HEADS[kind]
        at = next((at for at, header in enumerate(headers) if head.fullmatch(header)), None)
        if at is not None:
            found[kind] = at
    for kind in ("total", "amount"):
        columns = [
            at
            for at, header in enumerate(headers)
            if _HEADS[kind].search(header) and not _HEADS["a part"].search(header)
        ]
        if columns and "amount" not in found:
            found["amount"] = columns[0]
    return found


def _amount(cell: TableCell, header: str, unit: str) -> Amount | None:
    """The amount of a cell, with the unit that it has itself, or that stands above it."""
    text = _bare(cell.text)
    number = text if is_number(text) and "%" not in text and "％" not in text else None
    about = None if number is not None else _ABOUT.fullmatch(text)
    if number is None and about is None:
        whole = parse_money(text)
        return None if whole is None else _placed(whole, cell)
    above = next((u for u in _units(header, unit) if _MONEY_UNIT.fullmatch(u)), None)
    if above is None:
        return None
    amount = parse_money(
        f"{number}{above}"
        if about is None
        else f"{about['before']}{about['number']}{about['more']}{above}{about['behind']}"
    )
    return None if amount is None else _placed(amount, cell)


def _units(header: str, unit: str) -> Iterator[str]:
    found = _UNIT.search(header)
    if found is not None:
        yield _bare(found["unit"].removeprefix("单位").lstrip("：:"))
    yield unit


def _placed(amount: Amount, cell: TableCell) -> Amount:
    return Amount(
        cell.start,
        cell.end,
        cell.text,
        _plain(amount.low),
        _plain(amount.high),
        amount.currency,
        amount.comparator,
        amount.per,
        amount.vague,
    )


def _plain(number: Decimal | None) -> Decimal | None:
    """The same number as people write it, so that equal amounts look equal."""
    return None if number is None else Decimal(format(number.normalize(), "f"))


def status_in(text: str) -> str | None:
    """Read the stage of a project from the cell that gives it.

    Parameters:
        text: What it says, such as ``3月开工`` or ``主体施工``.

    Returns:
        The latest stage it names, None where it names none, denies one, or only plans it.

    Examples:
        >>> status_in("3月开工"), status_in("已竣工"), status_in("未开工"), status_in("正常")
        ('开工', '竣工', None, None)
    """
    if re.search(r"未|尚|拟|计划|预计|将|力争|暂|停|不", text):
        return None
    if text in STATUSES:
        return text
    rows = word_table("relations/project_cues.tsv")
    for status in reversed(STATUSES):
        if status in text or any(
            re.search(cue, text) for cue, meaning, _ in rows if meaning == status
        ):
            return status
    return None


def _bare(text: str) -> str:
    return _BLANKS.sub("", text)
