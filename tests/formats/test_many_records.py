"""Records that are checked many at once: those before a spoiled one are read, and it is named."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import jsonl

SPAN = {"start": 0, "end": 2, "label": "GPE", "text": "高邮"}
GOOD: dict[str, Any] = {"id": "1", "text": "高邮", "spans": [SPAN]}


@pytest.mark.parametrize("place", [0, 1, 63, 64, 65, 130])
@pytest.mark.parametrize(
    ("spoiled", "message"),
    [
        ({**GOOD, "spans": [{**SPAN, "score": "0.9"}]}, "the field 'score' of a Span"),
        ({**GOOD, "spans": [{**SPAN, "end": 1}]}, "does not match the text"),
        ({"id": "1"}, "the field 'text' is missing"),
        ([], "expected a JSON object"),
    ],
    ids=["a type", "an offset", "a field", "no object"],
)
def test_a_spoiled_record(tmp_path: Path, place: int, spoiled: Any, message: str) -> None:
    rows = [{**GOOD, "id": str(at)} for at in range(140)]
    rows[place] = spoiled
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with pytest.raises(ReadError, match=message) as raised:
        list(jsonl.read(path))
    assert f"many.jsonl:{place + 1}:" in str(raised.value)
    records = jsonl.read(path)
    assert [next(records).id for _ in range(place)] == [str(at) for at in range(place)]


def test_all_are_read(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    rows = [{**GOOD, "id": str(at)} for at in range(200)]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert [record.id for record in jsonl.read(path)] == [str(at) for at in range(200)]
