"""Numbers whose unit stands in a bracket or above a table: 投资额（万元）：4500, 单位：亿元.

The span is the number alone, since the unit stands apart. Only numbers that can be nothing else are
read: behind the bracket of a label, before a bracket behind a word of money, and in the columns of
money of a table whose rows are lines. Years, row numbers and counts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import counts, is_cued
from gaoyou_nlp.money.currencies import currency_at
from gaoyou_nlp.money.gaps import BREAKS, DIGITS
from gaoyou_nlp.money.numerals import read_run
from gaoyou_nlp.money.quantity import YUAN, Quantity
from gaoyou_nlp.money.ranges import RANGE
from gaoyou_nlp.money.terms import plain
from gaoyou_nlp.money.tokens import BLANK, Exact

_TABLE: Final = "money/words.tsv"

_UNIT: Final = (
    r"(?:人民币[：:]?|折合)?[ ]?(?P<unit>[百千]?(?:万亿|万|亿|萬|億)?(?:[美欧港日]元|港币|英镑|元))"
    "(?:人民币)?"
)
_BRACKET: Final = re.compile(rf"[（(\[【][ ]?(?:单位[ ]?[：:]?[ ]?)?{_UNIT}[ ]?[）)\]】]")
_TABLE_UNIT: Final = re.compile(rf"单位[ ]?[：:][ ]?{_UNIT}(?![\u4e00-\u9fff/／])")
_NUMBER: Final = (
    rf"(?P<minus>[-－−]?)(?P<digits>[{DIGITS}]{{1,3}}(?:[,，][{DIGITS}]{{3}}){{1,5}}(?![{DIGITS}])(?:[.．][{DIGITS}]{{1,12}})?"
    rf"|[{DIGITS}]{{1,16}}(?:[.．][{DIGITS}]{{1,12}})?)"
)
_BEHIND: Final = re.compile(
    rf"(?P<sign>[{BLANK}]{{0,4}}[:：=＝|｜]?[{BLANK}]{{0,4}}"
    r"(?:合计|总计)?(?:为|是|达到|达|共|约|近|超过|超|[≥≤＞＜])?[ ]?)"
    rf"(?:[￥¥]|人民币)?[ ]?{_NUMBER}"
)
_BEFORE: Final = re.compile(rf"(?<![{DIGITS}.．,，A-Za-z-]){_NUMBER}[ ]?$")
_CELL: Final = re.compile(r"[^\s|｜]+")
_LINE: Final = re.compile(f"[^{BREAKS}]+")
_WHOLE_NUMBER: Final = re.compile(_NUMBER)
_LABELLED: Final = re.compile(
    rf"(?P<label>[^\s:：|｜{DIGITS}]{{2,20}})[ ]?[:：][ ]?{_NUMBER}[。；;]?"
)
_TWO_CELLS: Final = re.compile(rf"(?P<label>[^\s|｜{DIGITS}]{{2,20}})[\s|｜]{{1,8}}{_NUMBER}")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_ENDS: Final = frozenset("。；;，,、）)|｜\t" + "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_COMPARED: Final = ("左右", "以上", "以下", "以内")
_SURE: Final = frozenset("：:=＝")
_LINKS: Final = frozenset("为是达共约超近")
_MONEY_COLUMN = re.compile("(?:{column})(?:额|数|总额|合计|小计)?$", words=_TABLE)


class Unit(NamedTuple):
    """A unit that stands apart: what one is worth, and its currency."""

    factor: int
    currency: str


def has_headers(text: str) -> bool:
    """Say, with a quick look, whether a unit may stand in a bracket or above a table.

    Examples:
        >>> has_headers("投资额（万元）：45000"), has_headers("投资4.5亿元")
        (True, False)
    """
    return any(mark in text for mark in ("元）", "元)", "元】", "位：", "位:"))


def find_headed(text: str) -> list[Quantity]:
    """Find the numbers whose unit stands in a bracket beside them or above their table.

    Parameters:
        text: The text.

    Returns:
        The quantities in order; each span is the number alone.

    Examples:
        >>> [(q.start, q.end, q.low) for q in find_headed("中标金额（万元）：1280.5")]
        [(9, 15, 12805000)]
    """
    found = {q.start: q for q in (*_beside_brackets(text), *_in_tables(text))}
    return [found[start] for start in sorted(found)]


def _beside_brackets(text: str) -> Iterator[Quantity]:
    floor = 0
    for bracket in _BRACKET.finditer(text):
        unit = _unit(bracket["unit"])
        quantity = _number_behind(text, bracket.end(), unit)
        if quantity is None:
            quantity = _number_before(text, bracket.start(), floor, unit)
        if quantity is not None:
            floor = quantity.end
            yield quantity


def _number_behind(text: str, at: int, unit: Unit) -> Quantity | None:
    """Read 4500 of 投资额（万元）：4500, and 3-5 of 投资额（亿元）：3-5."""
    found = _BEHIND.match(text, at)
    if found is None:
        return None
    sure = bool(found["sign"].strip(BLANK))
    if not sure and _YEAR.fullmatch(found["digits"]):
        return None
    between = RANGE.match(text, found.end())
    second = _WHOLE_NUMBER.match(text, between.end()) if between and sure else None
    if not _ends(text, (second or found).end(), sure):
        return None
    quantity = _quantity(text, found, unit)
    if second is None or quantity is None:
        return quantity
    high = _quantity(text, second, unit)
    if high is None or high.low is None or quantity.low is None or high.low <= quantity.low:
        return None
    return replace(quantity, end=high.end, high=high.low)


def _ends(text: str, end: int, sure: bool) -> bool:
    """Say whether what stands behind a number leaves it one that can have a unit elsewhere."""
    after = text[end : end + 1]
    if not after or text.startswith(_COMPARED, end):
        return True
    if after in " \u3000\u00a0":
        rest = text[end : end + 8].lstrip(BLANK)
        return not rest or rest[0] in _ENDS or (sure and not _has_unit(text, end))
    if after in "，," and text[end + 1 : end + 2].isdigit():
        return False
    return after in _ENDS or (sure and after in "（(")


def _has_unit(text: str, end: int) -> bool:
    """Say whether a unit or a counted noun follows behind blanks."""
    at = end
    while at - end < 8 and text[at : at + 1] and text[at] in BLANK:
        at += 1
    return text[at : at + 1] in ("万", "亿", "元") or counts(text, at)


def _number_before(text: str, at: int, floor: int, unit: Unit) -> Quantity | None:
    """Read 260.5 of 成交金额：260.5（万元）."""
    left = max(floor, at - 40)
    found = _BEFORE.search(text, left, at)
    if found is None:
        return None
    start = found.start()
    bare = start - (text[start - 1 : start] in ("￥", "¥"))
    if text.endswith("人民币", 0, bare):
        bare -= 3
    while bare > left and text[bare - 1] in BLANK:
        bare -= 1
    before = text[bare - 1 : bare]
    if before not in _SURE and (
        _YEAR.fullmatch(found["digits"]) or not (before in _LINKS or is_cued(text, bare, vast=True))
    ):
        return None
    return _quantity(text, found, unit)


def _in_tables(text: str) -> Iterator[Quantity]:
    """Read the columns of money of tables whose rows are lines, and labelled lines below a unit."""
    unit: Unit | None = None
    columns: list[Unit | None] = []
    rows = 0
    for line in _LINE.finditer(text):
        cells = list(_CELL.finditer(text, *line.span()))
        mark = _TABLE_UNIT.search(text, *line.span())
        if mark is not None:
            unit, columns, rows = _unit(mark["unit"]), [], 0
            continue
        heads = _heads(cells, unit) if not columns else []
        if heads:
            columns = heads
        elif columns and len(cells) == len(columns):
            rows += 1
            yield from _row(text, cells, columns)
        elif unit is not None and not columns:
            labelled = _LABELLED.fullmatch(text, *line.span()) or _two_cells(text, cells)
            if labelled is not None and _MONEY_COLUMN.search(labelled["label"]):
                rows += 1
                quantity = _quantity(text, labelled, unit)
                if quantity is not None:
                    yield quantity
            elif rows:
                unit = None
        elif len(cells) < 2:
            unit, columns, rows = (None if rows else unit), [], 0


def _heads(cells: list[re.Match[str]], unit: Unit | None) -> list[Unit | None]:
    """Return the units of the columns that a line heads; empty where it is no head of a table."""
    if len(cells) < 2 or any(_WHOLE_NUMBER.fullmatch(cell.group()) for cell in cells):
        return []
    units: list[Unit | None] = []
    for cell in cells:
        own = _BRACKET.search(cell.group())
        if own is not None:
            units.append(_unit(own["unit"]))
        else:
            units.append(unit if _MONEY_COLUMN.search(cell.group()) else None)
    return units if any(units) else []


def _row(text: str, cells: list[re.Match[str]], columns: list[Unit | None]) -> Iterator[Quantity]:
    for cell, unit in zip(cells, columns, strict=True):
        number = _WHOLE_NUMBER.fullmatch(text, *cell.span())
        if unit is None or number is None or _YEAR.fullmatch(number["digits"]):
            continue
        quantity = _quantity(text, number, unit)
        if quantity is not None:
            yield quantity


def _two_cells(text: str, cells: list[re.Match[str]]) -> re.Match[str] | None:
    """Match a line of a label and a number, parted by blanks."""
    if len(cells) != 2:
        return None
    return _TWO_CELLS.fullmatch(text, cells[0].start(), cells[1].end())


def _unit(word: str) -> Unit:
    numeral = word.rstrip("元镑币美欧港日英")
    factor = 1
    for char in numeral:
        factor *= {"百": 100, "千": 1000, "万": 10**4, "萬": 10**4}.get(char, 10**8)
    name = word[len(numeral) :]
    named = None if name in YUAN else currency_at(name, 0)
    return Unit(factor, "CNY" if named is None or named.code is None else named.code)


def _quantity(text: str, found: re.Match[str], unit: Unit) -> Quantity | None:
    """Build the record of a number; None for 0514, which is no number."""
    start, end = found.span("digits")
    if text[start] == "0" and text[start + 1 : start + 2].isdigit():
        return None
    numeral = read_run(text, start, end)[0]
    low: Exact = plain((numeral.low or 0) * unit.factor)
    if found["minus"]:
        start, low = start - 1, -low
    return Quantity(start, end, low, low, unit.currency, "unit", numeral, end)
