"""Posts that the text gives to people without one in the record.

These are people of companies, whose posts no record holds, teachers, doctors, and officials whose
post stands apart from the name: 樊丽华讲了一课。这位水利局局长没有念稿子.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.linking.longer_names import longer_names
from gaoyou_nlp.records import Post, Record, Span
from gaoyou_nlp.relations.chains import Chain, find_chains, read_posts

_TABLE = "linking/pattern_words.tsv"
_OCCUPATION: Final = re.compile("的?({occupation})?(?:$)", words=_TABLE)
_THIS_ONE: Final = re.compile("这[位名]$")
_AS: Final = re.compile("(?:第[一二三四五]次|首次|初次|再次|是)?以$")
_ROLE: Final = re.compile("的?身份")
_SENTENCES, _REACH, _COMPANY = 1, 12, "公司集团厂"
"""How many full stops may stand before 这位, how many characters before 以; ends of companies."""


def posts_beside(record: Record) -> dict[str, list[Post]]:
    """Read the posts of people who have none in the record.

    Parameters:
        record: The article.

    Returns:
        The posts by name, those alone that have some. The title is empty where a person is named as
        one of a company (海润风电的叶永昌).

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> text = "叶大川讲了一课。这位县水利局局长没有念稿子。"
        >>> spans = (Span(0, 3, "PERSON", "叶大川"), Span(10, 14, "ORG", "县水利局"))
        >>> record = Record(Article("1", text), (*spans, Span(14, 16, "TITLE", "局长")))
        >>> posts_beside(record)
        {'叶大川': [Post(org='县水利局', title='局长', change=None, rule='')]}
    """
    have = {official.name for official in record.officials if official.posts}
    names = {span.text for span in record.spans if span.label in NAMES} - have
    if not names:
        return {}
    found: dict[str, dict[Post, None]] = {}
    for name, post in _all(record.text, record.spans):
        if name in names:
            found.setdefault(name, {})[post] = None
    return {name: list(posts) for name, posts in found.items()}


def _all(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, Post]]:
    for chain in find_chains(text, spans):
        holder = _behind(spans, chain)
        if holder is None and spans[chain.first].label == "ORG":
            holder = _apart(text, spans, chain)
        if holder is not None:
            chained = spans[chain.first : chain.last + 1]
            yield from ((holder, post) for post in read_posts(text, chained))
    companies = _of_companies(spans)
    for unit, name in pairwise(spans):
        if unit.label == "ORG" and name.label in NAMES and name.start - unit.end <= len("的工程师"):
            match = _OCCUPATION.fullmatch(text[unit.end : name.start])
            if match and (match[1] or (match[0] and unit.text in companies)):
                yield name.text, Post(unit.text, match[1] or "")


def _behind(spans: Sequence[Span], chain: Chain) -> str | None:
    """The name right behind a chain, of somebody who is no official."""
    name = spans[chain.last + 1] if chain.last + 1 < len(spans) else None
    if name is None or name.label != "PERSON" or name.start != spans[chain.last].end:
        return None
    return name.text


def _apart(text: str, spans: Sequence[Span], chain: Chain) -> str | None:
    """The name that a chain apart from it belongs to: 这位…局长, 以…局长的身份."""
    earlier = (spans[at] for at in range(chain.first - 1, -1, -1))
    before = next((span for span in earlier if span.label in (*NAMES, "TITLE")), None)
    if before is None or before.label == "TITLE":
        return None
    start, end = spans[chain.first].start, spans[chain.last].end
    between = text[before.end : start]
    if _THIS_ONE.search(between) and between.count("。") <= _SENTENCES and "\n" not in between:
        return before.text
    is_role = len(between) <= _REACH and _AS.search(between) and _ROLE.match(text, end)
    return before.text if is_role and not re.search("[。；，]", between) else None


def _of_companies(spans: Sequence[Span]) -> set[str]:
    """The names that are those of companies, or a part of one that the article names."""
    names = {span.text for span in spans if span.label == "ORG"}
    companies = {name for name in names if name.endswith(tuple(_COMPANY))}
    return {*companies, *longer_names(names, companies)}
