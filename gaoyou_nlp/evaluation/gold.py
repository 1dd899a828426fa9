"""Read annotated articles to compare with: our JSONL, interchange JSONL, a folder of the corpus."""

from __future__ import annotations

import os
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gaoyou_nlp.corpora.markup import SPLITS, read_corpus
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.errors import GaoyouError, ReadError, first_line, quoted
from gaoyou_nlp.formats.field_types import FAULTS
from gaoyou_nlp.formats.json_text import check_record, json_lines
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.records import Amount, Record


def read_gold(path: str | Path, *, split: str | None = None) -> list[Record]:
    """Read annotated articles.

    Parameters:
        path: A folder of corpus files, or a JSONL file whose lines have ``id``, ``text`` and
            ``spans``; amounts stand in ``amounts`` (our schema) or in the MONEY spans themselves
            (``value``, or ``low`` and ``high``, and ``currency``).
        split: Of a corpus folder, only the articles of this split.

    Returns:
        One record an article, in the order of the file.

    Raises:
        ReadError: A line is not JSON, lacks a field, or has a label that is none of ours.
        GaoyouError: The split is unknown or empty, or the articles have none.
    """
    if os.path.isdir(path):
        return _read_folder(Path(path), split)
    if split is not None:
        raise GaoyouError(
            "articles of a JSONL file belong to no split. Name a corpus folder, or no split.",
            path=path,
        )
    records = []
    for number, row in json_lines(path):
        try:
            record = _record(row)
            check_record(record)
            _check_labels(record)
        except FAULTS as error:
            raise ReadError(
                f"no annotated article ({type(error).__name__}: {first_line(error)}). "
                'Expected {"id", "text", "spans": [{"start", "end", "label", "text"}]}.',
                path=path,
                line=number,
            ) from error
        records.append(record)
    return records


def _read_folder(folder: Path, split: str | None) -> list[Record]:
    """The articles of a corpus folder, all or those of a split."""
    if split is not None and split not in SPLITS:
        raise GaoyouError(f"unknown split {quoted(split)}. Use one of {', '.join(SPLITS)}.")
    articles = [
        article
        for article in read_corpus(folder)
        if split is None or article.header["split"] == split
    ]
    if not articles:
        raise GaoyouError(f"holds no article of the split {split}.", path=folder)
    return [gold_record(article) for article in articles]


def _check_labels(record: Record) -> None:
    for span in record.spans:
        if span.label not in (*LABELS, OPTIONAL):
            raise ValueError(f"unknown label {quoted(span.label)}; labels are {', '.join(LABELS)}")


_OF_GOLD = ("id", "title", "subtitle", "kicker", "byline", "text", "spans", "officials")
"""What is read of a line without ``schema``: other annotators have other forms for the rest."""


def _record(row: Any) -> Record:
    if not isinstance(row, Mapping):
        raise TypeError("the line is no JSON object")
    bare = {k: v for k, v in row.items() if k in _OF_GOLD}
    record = Record.from_dict(row if "schema" in row else bare)
    if record.amounts or "schema" in row:
        return record
    amounts = tuple(
        (i, _amount(raw))
        for i, raw in enumerate(row.get("spans", ()))
        if raw["label"] == "MONEY" and {"value", "low", "high"} & raw.keys()
    )
    return Record(
        record.article, record.spans, amounts, record.officials, record.projects, record.model
    )


def _amount(raw: Mapping[str, Any]) -> Amount:
    exact = raw.get("value")
    low, high = (exact, exact) if exact is not None else (raw.get("low"), raw.get("high"))
    return Amount(
        raw["start"],
        raw["end"],
        raw["text"],
        None if low is None else Decimal(str(low)),
        None if high is None else Decimal(str(high)),
        raw.get("currency"),
        raw.get("comparator"),
    )
