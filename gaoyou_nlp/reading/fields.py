"""Fields of records: by name, or by a path into what lies inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

from gaoyou_nlp.reading.characters import is_encodable
from gaoyou_nlp.reading.documents.dates import read_date

_DATES = ("date", "publish_time", "pubdate", "published", "datePublished", "publish_date")
_PAPER = re.compile(r"[\u3400-\u9fff·（）()“”]{2,30}")
"""A source that is the name of a paper or office, not that of a set of data or a file."""

_ADDRESS = re.compile(r"https?://[\x21-\x7e]+")
_DEEP = 20
_TITLES = ("title", "标题", "headline")
_SECONDS = (946_684_800, 4_102_444_800)
"""The years 2000 to 2100 in seconds since 1970: other numbers are no days."""

_CHINA = timezone(timedelta(hours=8))


def field_at(row: Mapping[str, Any], path: str) -> Any:
    """Return a field of a record.

    Parameters:
        row: The record.
        path: Its name, or names parted by dots that lead into objects and, by number, into lists.
            A field whose own name has dots is found first.

    Returns:
        What stands there; None where nothing does.

    Examples:
        >>> row = {"data": {"list": [{"content": "县长"}]}}
        >>> field_at(row, "data.list.0.content"), field_at(row, "data.text")
        ('县长', None)
    """
    if path in row or "." not in path:
        return row.get(path)
    value: Any = row
    for name in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(name)
        elif isinstance(value, list) and name.isdecimal() and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return value


def around(row: Mapping[str, Any], path: str) -> Mapping[str, Any]:
    """Return a record with the fields that stand beside one that lies inside it.

    Examples:
        >>> around({"id": 1, "data": {"title": "县长", "text": "…"}}, "data.text")["title"]
        '县长'
    """
    if path in row or "." not in path:
        return row
    holder = field_at(row, path.rpartition(".")[0])
    return {**row, **holder} if isinstance(holder, Mapping) else row


def string_paths(value: object, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield the paths of all strings in some JSON, those in lists without numbers.

    Examples:
        >>> list(string_paths({"data": [{"text": "县长"}]}))
        [('data.text', '县长')]
    """
    if depth > _DEEP:
        return
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from string_paths(inner, f"{path}.{name}" if path else str(name), depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from string_paths(inner, path, depth + 1)


def facts_in(row: Mapping[str, Any], date_column: str) -> dict[str, Any]:
    """Return what a record says about its article, as fields of ``Article``.

    Parameters:
        row: The record.
        date_column: Where the date of publication stands.

    Returns:
        Those of date, author, publisher and url that are given as strings. A date that is not
        understood is left out.

    Examples:
        >>> facts_in({"source": "青川日报"}, "date"), facts_in({"source": "a.txt"}, "date")
        ({'publisher': '青川日报'}, {})
        >>> facts_in({"date": "2026年3月18日", "url": "http://a.invalid/1"}, "date")
        {'date': '2026-03-18', 'url': 'http://a.invalid/1'}
    """
    found: dict[str, Any] = {}
    value = field_at(row, date_column)
    date = _date(value)
    if date is not None:
        found["date"] = date
    for name in ("author", "publisher", "url"):
        value = row.get(name)
        if isinstance(value, str) and value.strip() and is_encodable(value):
            found[name] = value.strip()
    link = row.get("link")
    if "url" not in found and isinstance(link, str) and _ADDRESS.fullmatch(link.strip()):
        found["url"] = link.strip()
    source = row.get("source")
    if "publisher" not in found and isinstance(source, str) and _PAPER.fullmatch(source.strip()):
        found["publisher"] = source.strip()
    title = next((row[name] for name in _TITLES if isinstance(row.get(name), str)), "")
    if title and "title" not in row and is_encodable(title):
        found["title"] = title
    return found


def _date(value: object) -> str | None:
    """The day that a field gives, in words or as seconds or milliseconds since 1970, which count
    in the time of China.

    Examples:
        >>> _date("2026年3月9日"), _date(1773052200000), _date(1773052200), _date(20260309)
        ('2026-03-09', '2026-03-09', '2026-03-09', '2026-03-09')
    """
    for unit in (1, 1000):
        seconds = value / unit if isinstance(value, (int, float)) else 0
        if _SECONDS[0] <= seconds < _SECONDS[1]:
            return datetime.fromtimestamp(seconds, _CHINA).date().isoformat()
    return read_date(value if isinstance(value, str) else str(value or ""))
