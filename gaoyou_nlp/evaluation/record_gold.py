"""Read what the records of articles are compared with: only articles that hold all of theirs."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path

from gaoyou_nlp.corpora.gold_records import GoldFigure, GoldGroup, Uncertain
from gaoyou_nlp.corpora.markup import SPLITS, GoldArticle, read_corpus
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.errors import GaoyouError, quoted
from gaoyou_nlp.evaluation.gold import read_gold
from gaoyou_nlp.records import Record
from gaoyou_nlp.statements.attribution import attribute


@dataclass(frozen=True, slots=True)
class RecordGold:
    """An article with all its records.

    Parameters:
        record: Its spans, officials, projects, dates and statements.
        figures: Its figures, each with the fields that are uncertain.
        groups: Its groups of projects.
        uncertain: Stretches that are neither right nor wrong.
    """

    record: Record
    figures: tuple[GoldFigure, ...]
    groups: tuple[GoldGroup, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.record.id


def record_gold(article: GoldArticle) -> RecordGold:
    """Build the gold of an article of the corpus that is complete.

    Parameters:
        article: As read from its file, with records.

    Raises:
        ValueError: It has none.
    """
    records = article.records
    if records is None:
        raise ValueError(f"article {quoted(article.id)} has no records")
    figures = [gold.figure for gold in records.figures]
    attributed = attribute(figures, records.statements)
    record = replace(
        gold_record(article),
        dates=records.dates,
        statements=records.statements,
        figures=tuple(attributed),
    )
    return RecordGold(
        record,
        tuple(
            GoldFigure(figure, gold.uncertain)
            for figure, gold in zip(attributed, records.figures, strict=True)
        ),
        records.groups,
        records.uncertain,
    )


def read_record_gold(path: str | Path, *, split: str | None = None) -> list[RecordGold]:
    """Read the articles of which all records are annotated.

    Parameters:
        path: A folder of corpus files, of which those with ``records: complete`` count, or a JSONL
            file of records (schema 2), of which all do.
        split: Of a corpus folder, only the articles of this split.

    Raises:
        GaoyouError: There are no such articles.
    """
    if os.path.isdir(path):
        if split is not None and split not in SPLITS:
            raise GaoyouError(f"unknown split {quoted(split)}. Use one of {', '.join(SPLITS)}.")
        found = [
            record_gold(article)
            for article in read_corpus(path)
            if article.records is not None and split in (None, article.header["split"])
        ]
    else:
        found = [
            RecordGold(record, tuple(map(GoldFigure, record.figures)))
            for record in read_gold(path, split=split)
        ]
    if not found:
        raise GaoyouError(
            "holds no article with all its records. Their header has the line  records: complete.",
            path=path,
        )
    return found
