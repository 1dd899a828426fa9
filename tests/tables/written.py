"""The small written set of articles that tables are made of in tests and in the documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gaoyou_nlp.annotation import complete
from gaoyou_nlp.corpora.markup import GoldArticle, read_article
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.reading.bylines import parse_byline
from gaoyou_nlp.records import Record, Source

FOLDER = Path(__file__).parent / "articles"


def written_records() -> list[Record]:
    """Return the records of the articles, by their dates."""
    articles = [read_article(path) for path in sorted(FOLDER.glob("*.txt"))]
    return [_record(article) for article in sorted(articles, key=lambda one: one.header["date"])]


def _record(article: GoldArticle) -> Record:
    record = gold_record(article)
    byline = article.text.splitlines()[-1]
    its = replace(
        record.article,
        title=article.text.splitlines()[0][:20],
        byline=byline,
        authors=tuple(parse_byline(byline)),
        date=article.header["date"],
        source=Source(f"{article.id}.txt"),
    )
    return complete(replace(record, article=its, model="written"))
