"""Records of others: a field of another type is refused, whichever it is."""

import copy
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.json_text import record_of_row
from gaoyou_nlp.records import (
    Amount,
    Article,
    Author,
    Condition,
    DateMention,
    Figure,
    Official,
    Post,
    Project,
    Record,
    Source,
    Span,
    Statement,
)

TEXT = "云溪县水厂投资5亿元"
RECORD = Record(
    Article("a", TEXT, "题", "副题", "引题", "署名", (Author("孟荷", "记者"),), Source("a.txt")),
    (Span(0, 3, "GPE", "云溪县", "gpe.plain", 0.5, "云溪"), Span(7, 10, "MONEY", "5亿元")),
    ((1, Amount(7, 10, "5亿元", Decimal(5), Decimal(6), "CNY", "~", "亩", True)),),
    (Official("王军", (Post("县水务局", "局长"),), (0,)),),
    (Project("水厂", "在建", 0, (0,)),),
    "x 1",
    (DateMention(0, 1, "云", "2022-01-01", "2022-01-02", "day", "rule", "note"),),
    (
        Figure(
            *(7, 10, "5亿元", "投资", 5, 7, "投资额", "~", "5", "6", "元", "level", "up"),
            *("2022-01-01", "2022-12-31", "达到", "target", "target", "县"),
            Condition(0, 1, "云", "1", "2", "~", "元"),
            *(0, "rule", "王军"),
        ),
    ),
    (Statement(0, 3, "云溪县", "said", "王军", 0, 1, 0, 1, 2, "rule"),),
)
ODD: tuple[Any, ...] = ([], {}, [None], 1.5, True, 10**30, "sNaN", 7)
COERCED = ("id", "low", "high", "text", "origin", "schema", "vague")
"""Fields that are made another type, are none of the record, or are checked otherwise."""


def places(tree: Any) -> Iterator[tuple[Any, ...]]:
    """The paths of all fields of a tree that hold no further ones."""
    for key, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        if isinstance(value, (dict, list)):
            for path in places(value):
                yield (key, *path)
        elif key not in COERCED:
            yield (key,)


PATHS = list(places(RECORD.to_dict()))


def test_a_good_record_is_read() -> None:
    assert record_of_row(RECORD.to_dict(), "a.jsonl") == RECORD


@pytest.mark.parametrize("path", PATHS, ids=lambda path: ".".join(map(str, path)))
def test_another_type_is_refused(path: tuple[Any, ...]) -> None:
    for odd in ODD:
        row = copy.deepcopy(RECORD.to_dict())
        inside: Any = row
        for key in path[:-1]:
            inside = inside[key]
        before = inside[path[-1]]
        numbers = (int, float) if path[-1] == "score" else (type(before),)
        if before is None or (type(odd) in numbers and odd != 10**30):
            continue
        inside[path[-1]] = odd
        with pytest.raises(ReadError):
            record_of_row(row, "a.jsonl")
