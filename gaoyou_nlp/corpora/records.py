"""Turn an article of the corpus into the record that predictions are compared with."""

from __future__ import annotations

from decimal import Decimal

from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.errors import MarkupError
from gaoyou_nlp.formats.json_text import is_sum
from gaoyou_nlp.money import find_money, parse_money
from gaoyou_nlp.records import Amount, Article, Official, Project, Record, Source, Span


def gold_record(article: GoldArticle) -> Record:
    """Build the record of an annotated article.

    Parameters:
        article: As read from its file.

    Returns:
        Spans (``OPT`` among them), amounts (read by the money grammar, the mark-up's own fields
        winning), officials with their posts and mentions, one project a distinct name.
    """
    spans = tuple(Span(s.start, s.end, s.label, s.text) for s in article.spans)
    read = {(a.start, a.end): a for a in find_money(article.text)}
    amounts = tuple(
        (i, _amount(s, read.get((s.start, s.end)) or parse_money(s.text), article.path))
        for i, s in enumerate(article.spans)
        if s.label == "MONEY"
    )
    officials = tuple(
        Official(
            name,
            posts,
            tuple(i for i, s in enumerate(spans) if s.label == "OFFICIAL" and s.text == name),
        )
        for name, posts in article.posts.items()
    )
    return Record(
        Article(
            article.id,
            article.text,
            source=Source(article.path),
            date=article.header.get("date"),
        ),
        spans,
        amounts,
        officials,
        _projects(article, amounts),
    )


def _amount(span: GoldSpan, read: Amount | None, path: str) -> Amount:
    given = span.attributes
    try:
        low, high = (Decimal(given[k]) if k in given else None for k in ("low", "high"))
        if not (is_sum(low) and is_sum(high)):
            raise ArithmeticError
    except ArithmeticError as error:
        raise MarkupError(
            f"low or high of {span.text!r} is no decimal number.", path=path
        ) from error
    if read is None:
        read = Amount(span.start, span.end, span.text)
    return Amount(
        span.start,
        span.end,
        span.text,
        low if {"low", "high"} & given.keys() else read.low,
        high if {"low", "high"} & given.keys() else read.high,
        given.get("currency", read.currency),
        given.get("comparator", read.comparator),
        given.get("per", read.per),
        given["vague"] == "true" if "vague" in given else read.vague,
    )


def _projects(article: GoldArticle, amounts: tuple[tuple[int, Amount], ...]) -> tuple[Project, ...]:
    by_text = {amount.text: at for at, (_, amount) in reversed(list(enumerate(amounts)))}
    mentions: dict[str, list[int]] = {}
    given: dict[str, dict[str, str]] = {}
    for i, span in enumerate(article.spans):
        if span.label == "PROJECT":
            mentions.setdefault(span.text, []).append(i)
            given.setdefault(span.text, {}).update(span.attributes)
    return tuple(
        Project(
            name, given[name].get("status"), by_text.get(given[name].get("amount", "")), tuple(at)
        )
        for name, at in mentions.items()
    )
