"""The lines of a corpus file that hold dates, statements, figures and groups of projects.

::

    date: 2022年 | 2022
    date: 到2025年末 | ..2025-12-31 | year
    date: 日前
    statement: 市商务局将 … 30个以上 | 姜国权 | reported
    figure: 新签约亿元以上项目100个以上 | indicator=新签约亿元以上项目 | value=>= 100 个 |
        kind=count | status=target | wording=力争 effort | period=2022 |
        owner=市商务局 | condition=亿元以上 >= 1亿 元
    group: 甲项目; 乙项目 | count=12 | total=30亿元

One line a record (here the figure is broken). A text that stands at several places is told by
``#2`` behind it. ``date?``, ``statement?`` and ``figure?`` with the text alone are neither right
nor wrong; a field ``?`` of a figure is not compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.corpora.gold_records import GoldFigure, GoldGroup, GoldRecords, Uncertain
from gaoyou_nlp.corpora.places import find_quoted
from gaoyou_nlp.corpora.values import parse_days, parse_value
from gaoyou_nlp.records import GRAINS, Condition, DateMention, Figure, Statement
from gaoyou_nlp.records.figure import FIGURE_KINDS, WORDING_CLASSES
from gaoyou_nlp.records.statement import STATEMENT_KINDS

BAR: Final = " | "
KINDS: Final = ("date", "statement", "figure")
_KEYS: Final = (
    "indicator",
    "value",
    "kind",
    "direction",
    "status",
    "wording",
    "period",
    "owner",
    "condition",
)
_NEEDED: Final = ("indicator", "value", "kind")
SIGNED: Final = ("growth", "increment")


def parse_records(lines: Sequence[tuple[int, str]], text: str) -> GoldRecords:
    """Read the lines of records.

    Parameters:
        lines: Number and content of each line.
        text: The article.

    Returns:
        The records, each kind in the order of the text.

    Raises:
        RecordLineError: With the number of the line.
    """
    dates: list[DateMention] = []
    statements: list[Statement] = []
    figures: list[GoldFigure] = []
    groups: list[GoldGroup] = []
    uncertain: list[Uncertain] = []
    for number, line in lines:
        name, colon, rest = line.partition(": ")
        try:
            if not colon or name.removesuffix("?") not in (*KINDS, "group"):
                raise ValueError(
                    f"{line!r} is no record. Write  date:,  statement:,  figure:  or  group:"
                )
            if name.endswith("?"):
                uncertain.append(Uncertain(name[:-1], *find_quoted(text, rest)))
            elif name == "date":
                dates.append(_date(rest, text))
            elif name == "statement":
                statements.append(_statement(rest, text))
            elif name == "figure":
                figures.append(_figure(rest, text))
            else:
                groups.append(_group(rest, text))
        except ValueError as error:
            raise RecordLineError(str(error), number) from error
    dates.sort(key=lambda date: date.start)
    statements.sort(key=lambda statement: statement.start)
    figures.sort(key=lambda gold: (gold.figure.start, gold.figure.end))
    return GoldRecords(
        tuple(dates), tuple(statements), tuple(figures), tuple(groups), tuple(sorted(uncertain))
    )


class RecordLineError(ValueError):
    """A line that holds no record; ``line`` is its number."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def _date(rest: str, text: str) -> DateMention:
    quotation, *fields = rest.split(BAR)
    if len(fields) > 2:
        raise ValueError("a date has a text, a period and a grain")
    start, end = find_quoted(text, quotation)
    days = parse_days(fields[0]) if fields else parse_days("-")
    grain = fields[1] if len(fields) == 2 else days.grain
    if grain is not None:
        _known(grain, GRAINS, "grain")
    elif days.first or days.last:
        raise ValueError(f"the grain is missing. Write one of {', '.join(GRAINS)}")
    return DateMention(start, end, text[start:end], days.first, days.last, grain, "")


def _statement(rest: str, text: str) -> Statement:
    fields = rest.split(BAR)
    if len(fields) != 3:
        raise ValueError("a statement has a text, a speaker and direct or reported")
    start, end = find_quoted(text, fields[0])
    _known(fields[2], STATEMENT_KINDS, "kind")
    speaker = None if fields[1] == "-" else fields[1]
    at = 0 if speaker is None else find_quoted(text, f"{speaker}#1")[0]
    return Statement(
        start,
        end,
        text[start:end],
        fields[2],
        speaker,
        at,
        at + len(speaker or ""),
        None,
        None,
        None,
        "",
    )


def _figure(rest: str, text: str) -> GoldFigure:
    quotation, *pairs = rest.split(BAR)
    start, end = find_quoted(text, quotation)
    given = _pairs(pairs, _KEYS)
    missing = [key for key in _NEEDED if key not in given]
    if missing:
        raise ValueError(f"the figure lacks {', '.join(missing)}")
    uncertain = {key for key, value in given.items() if value == "?"}
    if uncertain & {"indicator", "value"}:
        raise ValueError("indicator and value cannot be uncertain. Write  figure?: TEXT")
    sure = {key: value for key, value in given.items() if key not in uncertain}
    value = parse_value(sure["value"])
    kind = _known(sure["kind"], FIGURE_KINDS, "kind") if "kind" in sure else "level"
    days = parse_days(sure.get("period", "-"))
    wording, wording_class = _wording(sure.get("wording"), text)
    indicator, indicator_start, indicator_end = find_indicator(sure["indicator"], text, start, end)
    owner = sure.get("owner")
    if owner is not None and owner not in text:
        raise ValueError(f"the owner {owner!r} does not stand in the text")
    status = sure.get("status")
    if status is not None:
        _known(status, ("target", "result"), "status")
    figure = Figure(
        start,
        end,
        text[start:end],
        indicator,
        indicator_start,
        indicator_end,
        None,
        value.comparator,
        value.low,
        value.high,
        value.unit,
        kind,
        _direction(sure.get("direction"), kind),
        days.first,
        days.last,
        wording,
        wording_class,
        status,
        owner,
        _condition(sure["condition"], text) if "condition" in sure else None,
        0,
        "",
    )
    return GoldFigure(
        figure, frozenset(uncertain | ({"wording_class"} if "wording" in uncertain else set()))
    )


def find_indicator(quotation: str, text: str, start: int, end: int) -> tuple[str, int, int]:
    """Find an indicator: in the figure, else the last before it."""
    if "#" in quotation:
        first, last = find_quoted(text, quotation)
        return text[first:last], first, last
    at = text.find(quotation, start, end)
    if at < 0:
        at = text.rfind(quotation, 0, start)
    if at < 0:
        raise ValueError(f"the indicator {quotation!r} stands neither in the figure nor before it")
    return quotation, at, at + len(quotation)


def _wording(words: str | None, text: str) -> tuple[str | None, str | None]:
    if words is None:
        return None, None
    wording, _, its_class = words.rpartition(" ")
    _known(its_class, WORDING_CLASSES, "class of wording")
    if wording not in text:
        raise ValueError(f"the wording {wording!r} does not stand in the text")
    return wording, its_class


def _direction(words: str | None, kind: str) -> str | None:
    if words is not None:
        return _known(words, ("up", "down"), "direction")
    return "up" if kind in SIGNED else None


def _condition(words: str, text: str) -> Condition:
    """Read a condition: its text, then its value: 亿元以上 >= 1亿 元."""
    condition, _, rest = words.partition(" ")
    value = parse_value(rest)
    if condition not in text:
        raise ValueError(f"the condition {condition!r} does not stand in the text")
    at = text.find(condition)
    end = at + len(condition)
    return Condition(at, end, condition, value.low, value.high, value.comparator, value.unit)


def _group(rest: str, text: str) -> GoldGroup:
    names, *pairs = rest.split(BAR)
    given = _pairs(pairs, ("count", "total"))
    members = frozenset(name for name in names.split("; ") if name != "-")
    for name in members:
        if name not in text:
            raise ValueError(f"{name!r} does not stand in the text")
    count = given.get("count")
    if count is not None and not count.isdecimal():
        raise ValueError(f"the count {count!r} is no number")
    total = given.get("total")
    return GoldGroup(
        members,
        None if count is None else int(count),
        None if total is None else find_quoted(text, total),
    )


def _pairs(pairs: Sequence[str], keys: Sequence[str]) -> dict[str, str]:
    given: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not value or key not in keys or key in given:
            raise ValueError(f"{pair!r} is none of {', '.join(keys)} with =, or comes twice")
        given[key] = value
    return given


def _known(word: str, words: Sequence[str], name: str) -> str:
    if word not in words:
        raise ValueError(f"unknown {name} {word!r}. Use one of {', '.join(words)}")
    return word
