"""Calls of the library that a hurried user makes."""

from __future__ import annotations

import copy
import itertools
import pickle
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from attack import Attack

import gaoyou_nlp
from gaoyou_nlp import Article, annotate, read
from gaoyou_nlp.batch import annotate_files
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.evaluation import read_gold, score
from gaoyou_nlp.formats import write
from gaoyou_nlp.records import Record, Span
from gaoyou_nlp.tables.asking import ask
from gaoyou_nlp.tables.runs import read_run
from gaoyou_nlp.tables.writing import write_tables

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
_HABITS = (GaoyouError, TypeError, AttributeError, UnicodeEncodeError)
"""What a wrong type, or half a character, may raise: as Python does."""


@cache
def rules() -> Any:
    """The rules, loaded once."""
    import spacy

    nlp = spacy.blank(
        "zh", config={"nlp": {"tokenizer": {"@tokenizers": "gaoyou.CharacterTokenizer.v1"}}}
    )
    for name in ("gaoyou_rules", "gaoyou_lexicon"):
        nlp.add_pipe(name)
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})
    nlp.add_pipe("gaoyou_officials")
    nlp.add_pipe("gaoyou_relations")
    return nlp


def offsets_hold(text: str) -> None:
    """Annotate a text; every span must be its stretch of it."""
    (record,) = annotate([Article("a", text)], rules())
    assert record.text == text
    for span in record.spans:
        assert text[span.start : span.end] == span.text


_TEXTS = {
    "nothing": "",
    "blanks": " \t\n\u3000\u200b",
    "NUL": "\0".join(TEXT),
    "soft hyphens": "\u00ad".join(TEXT),
    "zero-width joiners": "\u200d".join(TEXT),
    "bidi marks": "\u202e".join(TEXT),
    "accents": "\u0301".join(TEXT),
    "variation selectors": "\ufe0f".join(TEXT),
    "line breaks": "\n".join(TEXT),
    "blanks between all": " ".join(TEXT),
    "ideographic blanks": "\u3000".join(TEXT),
    "full width": TEXT.translate({n: n + 0xFEE0 for n in range(33, 127)}),
    "compatibility forms": "㍿㈱⑨㊣㋿㍘㏠５亿元⼀⽔",
    "a lone surrogate": "县\ud800水务局5亿元",
    "tags": "<b>" + TEXT + "</b>&#x4e00;",
    "Arabic and Devanagari digits": "投资٥亿元、५万元、𝟧亿元",
    "numbers without end": "投资" + "9" * 400 + "亿元",
    "points": "投资" + "1." * 300 + "亿元",
    "many zeros": "投资0." + "0" * 500 + "1万元",
    "a million of one": "一" * 100_000,
    "brackets": "（" * 2000 + TEXT + "）" * 2000,
    "quotes": "“" * 3000 + TEXT,
    "dates that are none": "2024年13月45日，0年0月0日，99999年2月30日，农历闰十三月三十一日",
    "times before all times": "公元前221年1月1日，9999年12月31日次日，明年的去年",
    "percents": "同比增长" + "-" * 300 + "5%" + "％" * 300,
    "titles": "副" * 3000 + "局长王一军",
    "a name a thousand times": "王一军" * 1000,
    "one sentence of 60,000 characters": TEXT.replace("。", "，") * 2400,
}


def attacks() -> list[Attack]:
    """Return the attacks."""
    texts = [
        Attack(f"a text of {name}", call=partial(offsets_hold, text), refusals=_HABITS)
        for name, text in _TEXTS.items()
    ]  # type: ignore[misc]
    calls: dict[str, Callable[[], object]] = {
        "read nothing": lambda: list(read([])),
        "read None": lambda: list(read(None)),  # type: ignore[arg-type]
        "read a number": lambda: list(read(7)),  # type: ignore[arg-type]
        "read bytes": lambda: list(read(b"a.txt")),  # type: ignore[arg-type]
        "read NUL": lambda: list(read("a\0b")),
        "read a long name": lambda: list(read("x" * 5000)),
        "read a surrogate": lambda: list(read("\ud800")),
        "load a number": lambda: gaoyou_nlp.load(7),  # type: ignore[arg-type]
        "load a folder of nothing": lambda: gaoyou_nlp.load("."),
        "load nothing": lambda: gaoyou_nlp.load(""),
        "load NUL": lambda: gaoyou_nlp.load("a\0b"),
        "load a long name": lambda: gaoyou_nlp.load("x" * 5000),
        "load with a list that is not there": lambda: gaoyou_nlp.load("rules", lexicon="gone.tsv"),
        "annotate nothing": lambda: list(annotate([], rules())),
        "annotate a string": lambda: list(annotate("abc", rules())),  # type: ignore[arg-type]
        "annotate None": lambda: list(annotate([Article("a", None)], rules())),  # type: ignore[arg-type]
        "annotate bytes": lambda: list(annotate([Article("a", b"x")], rules())),  # type: ignore[arg-type]
        "annotate one article twice": lambda: list(annotate([Article("a", TEXT)] * 2, rules())),
        "annotate without an end": lambda: list(
            itertools.islice(
                annotate((Article(str(n), TEXT) for n in itertools.count()), rules()), 300
            )
        ),
        "a pipe of mixed texts": lambda: list(rules().pipe(["", TEXT, " ", TEXT])),
        "a copy of a document": lambda: copy.deepcopy(rules()(TEXT)),
        "a pickled record": lambda: pickle.loads(
            pickle.dumps(next(iter(annotate([Article("a", TEXT)], rules()))))
        ),
        "a pickled error": lambda: pickle.loads(pickle.dumps(GaoyouError("x", path="a", line=1))),
        "a pipeline saved and read": _saved,
        "components turned off": lambda: rules()(TEXT, disable=["gaoyou_resolver"]),
        "a document in bytes": lambda: rules()(TEXT).to_bytes(),
        "a piece of a document": lambda: rules()(TEXT)[3:9].as_doc(),
        "write to a surrogate": lambda: write([], "\ud800.jsonl"),
        "write to NUL": lambda: write([], "a\0b.jsonl"),
        "write to nothing": lambda: write([], ""),
        "write to the folder": lambda: write([], ".", format="brat", overwrite=True),
        "write as nothing": lambda: write([], "a.jsonl", format=""),
        "write a record of lies": lambda: write(
            [Record(Article("a", "一"), (Span(5, 9, "ORG", "x"),))], "a.jsonl"
        ),
        "tables to nothing": lambda: write_tables([], ""),
        "tables to the folder": lambda: write_tables([], ".", overwrite=True),
        "tables to NUL": lambda: write_tables([], "a\0b", format="csv"),
        "a run that is not there": lambda: list(read_run("gone.jsonl")),
        "a run of NUL": lambda: list(read_run("a\0b.jsonl")),
        "a question to NUL": lambda: ask("a\0b", "promises"),
        "gold that is not there": lambda: read_gold("gone.jsonl"),
        "gold of nothing": lambda: score([], []),
        "files to nothing": lambda: annotate_files("a.txt", "", model="rules"),
        "files with a number": lambda: annotate_files(
            "a.txt", "o.jsonl", model="rules", workers=-1
        ),
        "files of nothing": lambda: annotate_files([], "o.jsonl", model="rules"),
    }
    return texts + [
        Attack(name, call=call, refusals=_HABITS, files={"a.txt": TEXT})
        for name, call in calls.items()
    ]


def _saved() -> None:
    Path("长").mkdir()
    rules().to_disk(Path("长/m"))
    assert gaoyou_nlp.load("长/m")(TEXT).text == TEXT
