"""Records of others, read back and made tables, pages and exports: one field at a time is odd."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import Any

from attack import Attack

import gaoyou_nlp
from gaoyou_nlp import Article, annotate
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.formats import FORMATS, write
from gaoyou_nlp.formats.json_text import record_of_row
from gaoyou_nlp.records import Author, Source
from gaoyou_nlp.tables.writing import TABLE_FORMATS, write_tables

TRIED = 120
TEXT = (
    "云溪县水厂开工\n2024年3月1日，县水务局局长王一军说，城北水厂项目总投资约5至6亿元，"
    "力争2025年全县粮食产量达到30万吨，同比增长5%。县长李文博表示，年底前必须完工。"
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**30, 2**63, 1.5, 1e308, "", "\0", "\x0b", "\x1b[2J", "=1+1", "\ufffe"),
    *("9999-12-32", "0000-01-01", "1899-12-31", "10000-01-01", "长" * 40_000, "http://a.invalid/b"),
    *("1e50", "9" * 60, "-0", "Infinity", "sNaN", "1e-400", "0x10", "１２", [], [[]], {}, [None]),
    *({"x": 1}, "a\nb", "</td><script>", "'; --", "\u202e", "\ud800"),
)


@cache
def good_row() -> dict[str, Any]:
    """A record with all that a record may hold, as JSON."""
    article = Article(
        "a", TEXT, "云溪县水厂开工", byline="记者 孟小荷", authors=(Author("孟小荷", "记者"),),
        source=Source("a.txt", "utf-8", None, 1), date="2024-03-02",
    )  # fmt: skip
    (record,) = annotate([article], gaoyou_nlp.load("rules"))
    row = record.to_dict()
    assert all(row[name] for name in ("spans", "amounts", "officials", "projects", "dates"))
    assert row["figures"]
    assert row["statements"]
    return row


def places(tree: Any) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all fields of a tree."""
    for key, value in list(tree.items() if isinstance(tree, dict) else enumerate(tree)):
        yield (key,)
        if isinstance(value, (dict, list)):
            for path in places(value):
                yield (key, *path)


def attacks() -> list[Attack]:
    """Return the attacks: a field and a value each, the same ones at every run."""
    chance = random.Random(12)
    paths = list(places(good_row()))
    found = []
    for number in range(TRIED):
        path, value = chance.choice(paths), VALUES[number % len(VALUES)]
        name = f"{'.'.join(map(str, path))} = {value!r}"[:80]
        found.append(Attack(name, call=partial(try_row, path, value)))
    return found


def try_row(path: tuple[Any, ...], value: Any) -> None:
    """Read a record with an odd value; what is taken for good must be writable everywhere."""
    row = copy.deepcopy(good_row())
    inside: Any = row
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    Path("r.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    try:
        (record,) = FORMATS["jsonl"].load().read(Path("r.jsonl"))
    except GaoyouError:
        return
    failed = []
    for name, writer in [*FORMATS.items(), *(("tables " + n, None) for n in TABLE_FORMATS)]:
        try:
            if writer is None:
                kind = name.removeprefix("tables ")
                write_tables(
                    [record], f"t-{kind}" + (TABLE_FORMATS[kind].suffix or ""), format=kind
                )
            else:
                write([record], f"o-{name}{writer.suffix or ''}", format=name)
        except Exception as error:
            failed.append(f"{name}: {type(error).__name__}: {str(error)[:120]}")
    again = record_of_row(json.loads(json.dumps(record.to_dict())), "again")
    if again.to_dict() != record.to_dict():  # the map of places inside may hold one place more
        failed.append("not the same when read again")
    if failed:
        raise AssertionError("; ".join(failed))
