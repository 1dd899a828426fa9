"""Checks the dates, statements, figures and groups of an article against its text and spans."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gaoyou_nlp.corpora.gold_records import GoldRecords
from gaoyou_nlp.corpora.markup import GoldArticle

_BLANK_EDGE = re.compile(r"^\s|\s$")


def check_records(article: GoldArticle) -> Iterator[str]:
    """Check the records of an article; one without any passes.

    Parameters:
        article: As read from its file.

    Yields:
        What is wrong and what to do.
    """
    records = article.records
    if records is None:
        return
    yield from _overlaps("date", [(date.start, date.end) for date in records.dates], article.text)
    stretches = [(statement.start, statement.end) for statement in records.statements]
    yield from _overlaps("statement", stretches, article.text)
    for start, end in stretches:
        if _BLANK_EDGE.search(article.text[start:end]):
            yield f"the statement {article.text[start:end]!r} has white space at an edge."
    yield from _forgotten(records, article.text)
    yield from _twice(records)
    yield from _groups(article, records)


def _overlaps(name: str, places: Sequence[tuple[int, int]], text: str) -> Iterator[str]:
    for before, after in pairwise(sorted(places)):
        if after[0] < before[1]:
            yield (
                f"the {name} {text[slice(*after)]!r} lies in the {name} {text[slice(*before)]!r}."
            )


def _forgotten(records: GoldRecords, text: str) -> Iterator[str]:
    """Date expressions that are annotated at one place and forgotten at another."""
    known = {(date.start, date.end) for date in records.dates}
    known |= {(one.start, one.end) for one in records.uncertain if one.kind == "date"}
    for words in sorted({text[start:end] for start, end in known}):
        for match in re.finditer(re.escape(words), text):
            if not any(start < match.end() and match.start() < end for start, end in known):
                around = text[max(0, match.start() - 8) : match.end() + 8]
                yield (
                    f"{words!r} is a date elsewhere and not in {around!r}. "
                    "Write  date:  or, where it is none,  date?: "
                )


def _twice(records: GoldRecords) -> Iterator[str]:
    seen = set()
    for gold in records.figures:
        f = gold.figure
        key = (f.indicator, f.start, f.end, f.low, f.high, f.unit, f.kind)
        if key in seen:
            yield f"the figure {f.text!r} of {f.indicator!r} comes twice."
        seen.add(key)


def _groups(article: GoldArticle, records: GoldRecords) -> Iterator[str]:
    projects = {span.text for span in article.spans if span.label == "PROJECT"}
    money = {(span.start, span.end) for span in article.spans if span.label == "MONEY"}
    for group in records.groups:
        for name in sorted(group.members - projects):
            yield f"{name!r} is in a group and is no PROJECT span of the article."
        if group.total is not None and group.total not in money:
            text = article.text[slice(*group.total)]
            yield f"the total {text!r} of a group is no MONEY span of the article."
        if group.count is not None and group.count < len(group.members):
            yield f"a group of {group.count} has {len(group.members)} members."
