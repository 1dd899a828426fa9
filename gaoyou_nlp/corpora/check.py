"""Checks one article at a time: edges, forgotten mentions, amounts, posts, records.

What concerns several articles stands in ``leaks.py`` and ``copying.py``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from gaoyou_nlp.corpora.check_records import check_records
from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.formats.json_text import is_sum
from gaoyou_nlp.labels import NAMES, OPTIONAL
from gaoyou_nlp.money import find_money, parse_money

_EDGE = re.compile(r"^[\s，。、；：！？,.;:!?]|(?<![A-Za-z])[\s，。、；：！？,.;:!?]$")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a check found.

    Parameters:
        path: The file.
        check: The name of the check.
        message: What is wrong and what to do.
    """

    path: str
    check: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.check}: {self.message}"


def check_article(
    article: GoldArticle, reviewed: Collection[tuple[str, str]] = ()
) -> Iterator[Finding]:
    """Check one article.

    Parameters:
        article: As read from its file.
        reviewed: (article id, surface) pairs that a person has looked at: bare mentions of a
            surface that is marked elsewhere in the article and rightly bare here.

    Yields:
        One finding a problem.
    """
    for check, messages in (
        ("edge", _edges(article)),
        ("bare", _bare(article, reviewed)),
        ("amount", _amounts(article)),
        ("posts", _posts(article)),
        ("records", check_records(article)),
    ):
        for message in messages:
            yield Finding(article.path, check, message)


def _edges(article: GoldArticle) -> Iterator[str]:
    for span in article.spans:
        if _EDGE.search(span.text):
            yield f"{span.text!r} starts or ends with white space or punctuation. Move the edge."


def _bare(article: GoldArticle, reviewed: Collection[tuple[str, str]]) -> Iterator[str]:
    covered = bytearray(len(article.text))
    labels: dict[str, set[str]] = {}
    for span in article.spans:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
        labels.setdefault(span.text, set()).add(span.label)
    for surface, found in labels.items():
        if len(surface) < 2 or found <= {"TITLE", OPTIONAL} or (article.id, surface) in reviewed:
            continue
        for match in re.finditer(re.escape(surface), article.text):
            if not any(covered[match.start() : match.end()]):
                around = article.text[max(0, match.start() - 8) : match.end() + 8]
                yield (
                    f"{surface!r} is {'/'.join(sorted(found))} elsewhere and bare in {around!r}. "
                    f"Mark it, or add  {article.id}<tab>{surface}  to the reviewed list."
                )


def _amounts(article: GoldArticle) -> Iterator[str]:
    money = {span.text for span in article.spans if span.label == "MONEY"}
    read = {(a.start, a.end): a for a in find_money(article.text)}
    for span in article.spans:
        wanted = span.attributes.get("amount") if span.label == "PROJECT" else None
        if wanted is not None and wanted not in money:
            yield f"the amount {wanted!r} of {span.text!r} is no MONEY span of the article."
        if span.label != "MONEY":
            continue
        amount = read.get((span.start, span.end)) or parse_money(span.text)
        for key in ("low", "high"):
            given = span.attributes.get(key)
            known = getattr(amount, key, None)
            if given is not None and _number(given) is None:
                yield f"{span.text!r} has {key}={given}, which is no decimal number."
            elif given is not None and known is not None and _number(given) != known:
                yield f"{span.text!r} has {key}={given}, but reads as {known}."


def _number(text: str) -> Decimal | None:
    """A number as an attribute gives it, None where it gives none."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    return number if is_sum(number) else None


def _posts(article: GoldArticle) -> Iterator[str]:
    titles = {span.text for span in article.spans if span.label == "TITLE"}
    units = {span.text for span in article.spans if span.label in ("ORG", "GPE", OPTIONAL)}
    names = {span.text for span in article.spans if span.label == "OFFICIAL"}
    for name, posts in article.posts.items():
        if name not in names:
            yield f"{name!r} has posts but is no OFFICIAL of the article."
        for post in posts:
            if post.title not in titles:
                yield f"the title {post.title!r} of {name!r} is no TITLE span."
            if post.org is not None and post.org not in units:
                yield f"the unit {post.org!r} of {name!r} is no ORG or GPE span."
    for before, after in zip(article.spans, article.spans[1:], strict=False):
        chained = (
            before.label == "TITLE" and after.label == "OFFICIAL" and before.end == after.start
        )
        if chained and len(after.text) > 1 and after.text not in article.posts:
            yield f"{after.text!r} follows a title and has no line of posts."


def names_of(article: GoldArticle) -> Iterable[str]:
    """Return the personal names of an article, those of one character left out."""
    return {s.text for s in article.spans if s.label in NAMES and len(s.text) > 1}
