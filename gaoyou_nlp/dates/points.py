"""Reads one date expression: from a match of the patterns of ``forms`` to a ``Point``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Final

from gaoyou_nlp.dates.forms import AFTER_MONTH, after_year, head
from gaoyou_nlp.dates.lunar import read_lunar
from gaoyou_nlp.dates.numerals import read_digits, read_small
from gaoyou_nlp.dates.periods import EARLIEST, LATEST
from gaoyou_nlp.dates.point import Point
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table

_EDGES: Final = {"初": 1, "中": 2, "底": 3, "末": 3}
_AHEAD_BEFORE: Final = re.compile("(?:力争|确保|预计|计划|争取)$")
_AHEAD_BEHIND: Final = re.compile("，?(?:力争|确保|预计|计划|争取|拟|将|要)")
_WEEKDAYS: Final = "一二三四五六日"
_WEEKS: Final = {"本": 0, "这": 0, "这个": 0, "上": -1, "上个": -1, "下": 1, "下个": 1}
_CENTURIES: Final = {"20": 1900, "二十": 1900, "19": 1800, "十九": 1800}


@cache
def relative_words() -> dict[str, tuple[str, str, int]]:
    """Return unit, base and shift of every relative word."""
    return {
        word: (unit, base, int(shift)) for word, unit, base, shift, _ in table("dates/relative.tsv")
    }


def read_point(text: str, at: int) -> Point | None:
    """Read the date expression that begins at a place.

    Parameters:
        text: The text.
        at: Where it begins.

    Returns:
        The expression, None where there is none or its numbers are no date.

    Examples:
        >>> point = read_point("2022年3月4日", 0)
        >>> point.form, point.year, point.first, point.day
        ('month-day', 2022, 3, 4)
    """
    found = head().match(text, at)
    return None if found is None else build_point(text, found)


def build_point(text: str, found: re.Match[str]) -> Point | None:
    """Turn a match of ``head()`` into a point, with what follows it."""
    start, end = found.span()
    form = _form(found)
    if form == "numeric":
        return _checked(
            Point(
                start, end, "numeric", read_digits(found["ny"]), "said",
                first=read_small(found["nm"]), day=read_small(found["nd"]),
            )
        )  # fmt: skip
    if form in ("year", "short", "short2"):
        digits = found["y"] or found["yy"] or found["yy2"]
        number, short = read_digits(digits), form != "year"
        if form == "short2":
            start += 1
        year = Point(start, end, "year", number, "said", short=short)
        if not short and not EARLIEST <= number <= LATEST:
            return None
        if number % 100 == 0 and text.startswith(("来", "间"), end):
            return None  # 2000年来 is two thousand years
        return _after_year(text, year)
    if form == "listed":
        number = read_digits(found["yl"])
        if not EARLIEST <= number <= LATEST:
            return None
        return Point(start, end, "year", number, "said")
    if form == "years":
        first, last = read_digits(found["y1"]), read_digits(found["y2"])
        if not EARLIEST <= first < last <= LATEST:
            return None
        return Point(start, end, "years", first, "said", first=first, last=last)
    if form == "relative":
        return _relative(text, found)
    if form in _OTHER:
        return _OTHER[form](found)
    if form in ("day", "days"):
        days = (found["b"] or found["bh"], "") if form == "day" else (found["b1"], found["b2"])
        first_day, last_day = (read_small(part) if part else 0 for part in days)
        if form == "days" and not first_day < last_day <= 31:
            return None
        return _checked(Point(start, end, form, day=first_day, last_day=last_day, first=1))
    return _part(text, found, Point(start, end, form))


def _form(found: re.Match[str]) -> str:
    """Return the name of the outermost form that matched: of all groups it is closed last."""
    name = found.lastgroup or ""
    return "feast" if name == "feast_days" else name


_PARTS: Final = (
    "months", "lunar", "month", "quarters", "first_quarters", "quarter", "first_months", "half",
    "feast", "same_period", "whole", "edge", "season",
)  # fmt: skip


def _part(text: str, found: re.Match[str], base: Point) -> Point | None:
    """Read a month, quarter, festival … that stands alone or behind the year of ``base``."""
    form = _form(found)
    point = replace(base, end=found.end(), form=form.replace("_", "-"))
    if form == "months":
        first, last = read_small(found["m1"]), read_small(found["m2"])
        if not 1 <= first < last <= 12:
            return None
        return replace(point, first=first, last=last)
    if form == "month":
        number = read_small(found["m"])
        if not 1 <= number <= 12:
            return None
        return _after_month(text, replace(point, first=number, last=number))
    if form == "lunar":
        words = found["lunar"].removeprefix("农历").removeprefix("阴历").strip(" \u3000")
        if words.endswith("月"):
            return replace(point, form="lunar-month")
        read = read_lunar(words)
        if read is None or not 0 <= read[1] <= 30:
            return None
        return replace(point, first=read[0], day=read[1], word="闰" if read[2] else "")
    if form in ("quarters", "quarter", "first_quarters"):
        if form == "first_quarters":
            return replace(point, form="quarters", first=1, last=read_small(found["fq"]))
        if form == "quarter":
            number = read_small(found["q"]) if found["q"] else 1
            if found["qe"]:
                edge = _EDGES[found["qe"]]
                month = 3 * number - (0 if edge == 3 else 2)
                return replace(point, form="quarter-edge", first=month, last=edge)
            return replace(point, first=number, last=number)
        first, last = read_small(found["q1"]), read_small(found["q2"])
        return replace(point, first=first, last=last) if first < last else None
    if form == "first_months":
        last = read_small(found["fm"])
        return replace(point, form="months", first=1, last=last) if last in range(2, 12) else None
    if form == "half":
        return replace(point, first=1 if found["h"] == "上" else 2)
    if form == "feast":
        name = found["feast"].strip('“”"')
        return replace(point, form="feast-days" if found["feast_days"] else "feast", word=name)
    if form == "edge":
        sign = found["edge"][-1]
        if sign == "内":
            return replace(point, form="whole-year", word=sign)
        return replace(point, form="year-edge", first=_EDGES[sign])
    if form == "season":
        return replace(point, word=found["s"])
    return replace(point, form="whole-year" if form == "whole" else point.form)


def _after_year(text: str, year: Point) -> Point:
    found = after_year().match(text, year.end)
    if found is None:
        return year
    return _part(text, found, year) or year


def _after_month(text: str, month: Point) -> Point | None:
    found = AFTER_MONTH.match(text, month.end)
    if found is None:
        return month
    point = replace(month, end=found.end())
    if found["d"]:
        return _checked(replace(point, form="month-day", day=read_small(found["d"])))
    if found["d1"]:
        first, last = read_small(found["d1"]), read_small(found["d2"])
        if not first < last <= 31:
            return month
        return _checked(replace(point, form="month-days", day=first, last_day=last))
    if found["ten"]:
        thirds = ["上中下".index(char) + 1 for char in found["ten"]]
        return replace(point, form="ten-days", day=thirds[0], last=thirds[-1])
    return replace(point, form="month-edge", last=_EDGES[found["edge"]])


def _checked(point: Point) -> Point | None:
    return point if 1 <= point.first <= 12 and 1 <= max(point.day, point.last_day) <= 31 else None


def _relative(text: str, found: re.Match[str]) -> Point | None:
    start, end = found.span()
    unit, base, shift = relative_words()[found["relative"]]
    if unit == "none":
        return Point(start, end, "vague")
    point = Point(start, end, unit, year_from=base, shift=shift)
    if unit == "year":
        return _after_year(text, point)
    if unit == "month":
        return _after_month(text, replace(point, form="month", first=1, word="relative"))
    return replace(point, form=f"relative-{unit}")


def _decade(found: re.Match[str]) -> Point:
    century, tens = found["century"] or "", found["tens"]
    number = read_small(tens) if tens[-1] in "十" else read_digits(tens)
    base = _CENTURIES.get(century.replace("世纪", "").replace("２", "2").replace("０", "0"))
    point = Point(*found.span(), "decade", first=number, word=found["part"] or "")
    if base is not None:
        return replace(point, year=base + number, year_from="said")
    return replace(
        point, year_from="anchor" if century else "elided", shift=_century_shift(century)
    )


def _century_shift(century: str) -> int:
    return -100 if century.startswith("上") else 0


def _plan(found: re.Match[str]) -> Point | None:
    open_, close, end = found["plan_open"], found["plan_close"], found["plan_end"] or ""
    quoted, digits = bool(open_) and bool(close), found["plan_n"]
    if bool(open_) != bool(close) or not (quoted or (len(digits) == 2) or end):
        return None
    if digits[0] != "十" and end not in ("期间", "时期", "末", "期末"):
        return None  # “六五”环境日 is a fifth of June
    return Point(*found.span(), "plan", first=read_small(digits), word=end.replace("期末", "末"))


def _weekday(found: re.Match[str]) -> Point:
    sign = found["w"].replace("天", "日")
    which = 8 if sign == "末" else _WEEKDAYS.index(sign) + 1
    form = "weekday" if found["w_rel"] else "bare-weekday"
    return Point(*found.span(), form, shift=_WEEKS.get(found["w_rel"] or "", 0), first=which)


def _span(found: re.Match[str]) -> Point | None:
    count = found["span_n"]
    number = 0 if count == "几" else 6 if count == "半" else read_small(count)
    way, unit, end = found["span_way"], found["span_unit"], found["span_end"] or ""
    if count == "半":
        unit = "个月"
    elif unit == "年" and number == 1 and way.startswith("过去"):
        number = 0  # in a report 过去一年 is the last year of the calendar
    if way == "近" and number > 10 and end not in ("来", "以来"):
        return None  # 近20年 more often says "nearly twenty years"
    return Point(
        *found.span(), "span", shift=1 if way[0] in "未今接" else -1, first=number, word=unit
    )


def _since(found: re.Match[str]) -> Point:
    number = 0 if "多" in found.group() else read_small(found["since_n"])
    return Point(*found.span(), "span", shift=-1, first=number, word=found["since_unit"])


def _season(found: re.Match[str]) -> Point:
    this, last, following = found["rs"], found["ls"], found["ns"]
    return Point(
        *found.span(), "season", year_from="anchor", shift=0 if this else -1 if last else 1,
        word=this or last or following,
    )  # fmt: skip


def _year_edge(found: re.Match[str]) -> Point:
    if found["ye"] == "内":
        return Point(*found.span(), "whole-year", word="内")
    return Point(*found.span(), "year-edge", first=_EDGES[found["ye"]], word=found["ye"])


def _month_edge(found: re.Match[str]) -> Point:
    return Point(
        *found.span(), "month-edge", year_from="anchor", last=_EDGES[found["me"]], word="relative"
    )


def _whole_year(found: re.Match[str]) -> Point:
    """Read 全年; beside 力争 or 预计 it is the year to come or under way."""
    start, end = found.span()
    ahead = _AHEAD_BEFORE.search(found.string, max(0, start - 2), start) is not None
    ahead = ahead or _AHEAD_BEHIND.match(found.string, end) is not None
    return Point(start, end, "whole-year", word="内" if ahead else "")


def _plain(found: re.Match[str]) -> Point:
    return Point(*found.span(), _form(found).replace("_", "-"))


_OTHER: Final[dict[str, Callable[[re.Match[str]], Point | None]]] = {
    "decade": _decade,
    "plan": _plan,
    "weekday": _weekday,
    "span": _span,
    "since": _since,
    "rel_season": _season,
    "year_edge": _year_edge,
    "month_edge": _month_edge,
    "whole_year": _whole_year,
    "vague": _plain,
}
