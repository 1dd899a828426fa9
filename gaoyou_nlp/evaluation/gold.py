"""Read annotated articles to compare with: our JSONL, interchange JSONL, a folder of the corpus."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.errors import ReadError
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
        ReadError: A line is not JSON or lacks a field.
    """
    path = Path(path)
    if path.is_dir():
        return [
            gold_record(article)
            for article in read_corpus(path)
            if split is None or article.header["split"] == split
        ]
    records = []
    with path.open(encoding="utf-8-sig", newline="\n") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    records.append(_record(json.loads(line)))
                except (ValueError, KeyError, TypeError, IndexError) as error:
                    raise ReadError(
                        f"no annotated article ({type(error).__name__}: {error}). "
                        'Expected {"id", "text", "spans": [{"start", "end", "label", "text"}]}.',
                        path=path,
                        line=number,
                    ) from error
    return records


def _record(row: Mapping[str, Any]) -> Record:
    bare = {k: v for k, v in row.items() if k not in ("source", "projects")}
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
