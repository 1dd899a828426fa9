"""What a web page says about itself: meta elements, JSON-LD, microdata, the line below the title.

The names of meta elements are those that the guide for government sites asks for (ArticleTitle,
PubDate, ContentSource, Author, Url), Open Graph and what is common besides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gaoyou_nlp.reading.documents.dates import labelled_date, lone_date, read_date
from gaoyou_nlp.reading.documents.document import Facts
from gaoyou_nlp.reading.documents.web_units import Element, text_of

_TITLES = ("articletitle", "og:title", "twitter:title", "dc.title")
_DATES = (
    "pubdate",
    "publishdate",
    "article:published_time",
    "og:published_time",
    "datepublished",
    "dc.date",
    "publish_time",
    "publishtime",
)
_AUTHORS = ("author", "article:author", "dc.creator")
_PUBLISHERS = ("contentsource", "source", "mediaid", "dc.publisher")
_URLS = ("url", "og:url")
_ARTICLES = re.compile(r"Article$|^BlogPosting$|^Report$")
_LABELS = {
    "publisher": re.compile(
        r"(?:信息|文章|稿件|新闻)?来源\s?[:：]\s*(?P<value>[^\s　|｜【\[（(]+)"
    ),
    "author": re.compile(r"作者\s?[:：]\s*(?P<value>[^\s　|｜【\[（(]+)"),
}
_NEXT_LABEL = re.compile(r"(?:作者|编辑|时间|日期|浏览|点击|阅读|字体|字号|来源|发布)\w{0,4}[:：]")
_OFFICE = re.compile("LibreOffice|OpenOffice|Microsoft (?:Word|Excel)|WPS")
"""Programs that give the name of the computer's user as the author."""

_PAPER = re.compile(
    r"(?P<paper>[\u3400-\u9fff]{1,10}报)\s*(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
)
_SECTION = re.compile(r"第?\s?[A-Z]?\d{1,2}\s?版")
_LONGEST = 60
_DEEP = 20


def page_facts(page: Element) -> Facts:
    """Read what the page's head and markup say.

    Parameters:
        page: The whole page.

    Returns:
        The facts; JSON-LD counts more than meta elements, these more than microdata.

    Examples:
        >>> from lxml import html
        >>> page = html.fromstring('<html><head><meta name="PubDate" content="2026-03-18"></html>')
        >>> page_facts(page).date
        '2026-03-18'
    """
    return _json_ld(page).or_else(_meta(page)).or_else(_microdata(page))


def line_facts(lines: Sequence[str]) -> Facts:
    """Read the lines around a headline, such as ``来源：青川日报 发布时间：2026-03-18``.

    Examples:
        >>> facts = line_facts(["来源：青川日报 2026-03-18 10:25"])
        >>> facts.publisher, facts.date
        ('青川日报', '2026-03-18')
    """
    found: dict[str, str | None] = {}
    for line in lines:
        for name, label in _LABELS.items():
            match = label.search(line)
            value = "" if match is None else _NEXT_LABEL.split(match["value"])[0]
            if value and len(value) <= _LONGEST:
                found.setdefault(name, value)
    dates = [*map(labelled_date, lines), *map(lone_date, lines)]
    date = next(filter(None, dates), None)
    return Facts(date=date, author=found.get("author"), publisher=found.get("publisher"))


def paper_facts(lines: Sequence[str]) -> Facts:
    """Read the head of a page of an electronic paper, which names its section too.

    Examples:
        >>> paper_facts(["青川日报 2026年3月18日 星期三", "第02版：要闻"]).date
        '2026-03-18'
        >>> paper_facts(["青川日报 2026年3月20日 星期五"]).date
    """
    if not any(map(_SECTION.match, lines)):
        return Facts()
    found = next((found for line in lines if (found := _PAPER.match(line))), None)
    return Facts(date=read_date(found[0]), publisher=found["paper"]) if found else Facts()


def _meta(page: Element) -> Facts:
    named: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        value = (element.get("content") or "").strip()
        if name and value:
            named.setdefault(name.strip().lower(), value)
    canonical = next(
        (e.get("href") for e in page.iter("link") if (e.get("rel") or "").lower() == "canonical"),
        None,
    )
    return Facts(
        _first(named, _TITLES) or "",
        next(filter(None, (read_date(named.get(name)) for name in _DATES)), None),
        None if _OFFICE.search(named.get("generator", "")) else _name(_first(named, _AUTHORS)),
        _name(_first(named, _PUBLISHERS)),
        _url(canonical) or next(filter(None, (_url(named.get(name)) for name in _URLS)), None),
    )


def _json_ld(page: Element) -> Facts:
    facts = Facts()
    for element in page.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            if any(_ARTICLES.search(str(kind)) for kind in _listed(kinds)):
                facts = facts.or_else(_item_facts(item))
    return facts


def _items(data: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEP:
        return
    if isinstance(data, list):
        for item in data:
            yield from _items(item, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _items(data.get("@graph"), depth + 1)


def _item_facts(item: Mapping[str, Any]) -> Facts:
    authors = [name for author in _listed(item.get("author")) if (name := _named(author))]
    date = item.get("datePublished")
    return Facts(
        item["headline"].strip() if isinstance(item.get("headline"), str) else "",
        read_date(date) if isinstance(date, str) else None,
        "、".join(authors) or None,
        next(filter(None, map(_named, _listed(item.get("publisher")))), None),
        _url(_named(item.get("mainEntityOfPage"), "@id") or _named(item.get("url"))),
    )


def _microdata(page: Element) -> Facts:
    found: dict[str, str] = {}
    for element in page.iter():
        name = element.get("itemprop") if isinstance(element.tag, str) else None
        if name in ("headline", "datePublished", "author", "publisher") and name not in found:
            found[name] = element.get("datetime") or element.get("content") or text_of(element)
    times = [
        e.get("datetime")
        for e in page.iter("time")
        if {"published", "pubdate", "entry-date"} & {*(e.get("class") or "").split(), *e.keys()}
    ]
    return Facts(
        found.get("headline", ""),
        read_date(found.get("datePublished")) or next(filter(None, map(read_date, times)), None),
        _name(found.get("author")),
        _name(found.get("publisher")),
    )


def _first(named: Mapping[str, str], names: Iterable[str]) -> str | None:
    return next((named[name] for name in names if name in named), None)


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _named(value: object, key: str = "name") -> str | None:
    """A string, or the name of a thing that JSON-LD describes."""
    if isinstance(value, dict):
        value = value.get(key)
    return value.strip() or None if isinstance(value, str) else None


def _name(value: str | None) -> str | None:
    """A name that is no address and no page of its own."""
    if value is None or "://" in value or not value.strip() or len(value) > _LONGEST:
        return None
    return value.strip()


def _url(value: str | None) -> str | None:
    return value if value and re.match(r"https?://\S+$", value) else None
