"""Folders of models that somebody tampered with, and packages that are no models."""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import spacy
from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"


@cache
def small() -> Path:
    """The folder of a pipeline of rules that loads quickly."""
    folder = Path(mkdtemp(prefix="gaoyou-model-"), "m")
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    nlp.add_pipe("gaoyou_lexicon")
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})
    nlp.to_disk(folder)
    return folder


def trained() -> Path | None:
    """The folder of the trained model, where it is installed."""
    try:
        import zh_gaoyou_news
    except ImportError:
        return None
    [folder] = Path(zh_gaoyou_news.__file__).parent.glob("zh_gaoyou_news-*")
    return folder


def attacks() -> list[Attack]:
    """Return the attacks."""
    changes: list[tuple[str, Callable[[], object]]] = [
        (f"{name} {how}", _spoiler(name, content))
        for name in ("meta.json", "config.cfg", "tokenizer/tokenizer", "vocab/strings.json")
        for how, content in (
            ("empty", b""),
            ("of bytes", b"\xff\0\xfe" * 9),
            ("null", b"null"),
            ("a list", b"[1]"),
            ("deep", b"[" * 99_999),
        )
    ]
    changes += [(f"meta {key} {value!r}"[:60], _meta(key, value)) for key, value in _META]
    changes += [(f"config {line!r}"[:60], _config(*line)) for line in _CONFIG]
    found = [
        gaoyou(
            f"{command[0]}: {name}", command, prepare=_copying(small, change), files={"a.txt": TEXT}
        )
        for at, (name, change) in enumerate(changes)
        for command in ((_ANNOTATE, _SHOW, _INFO)[at % 3],)
    ]
    if trained() is not None:
        found += [
            gaoyou(
                f"weights, {number}",
                _ANNOTATE if number % 2 else _SHOW,
                prepare=_copying(trained, _weights(number)),
                files={"a.txt": TEXT},
            )
            for number in range(14)
        ]
    packages = (
        "numpy",
        "setuptools",
        "__main__",
        "pip",
        "json",
        "gaoyou_nlp",
        "no such",
        "a.b",
        "../m",
        "\x1b[2J",
        "x" * 300,
        "",
        "a\0b",
        "http://example.invalid/m",
    )
    return found + [
        gaoyou(f"{line[0]} -m {package!r}"[:60], [*line, package], files={"a.txt": TEXT})
        for at, package in enumerate(packages)
        for line in (_PLAIN[at % 2], _PLAIN[2])
    ]


_ANNOTATE = ["annotate", "a.txt", "-o", "o.jsonl", "-m", "m"]
_SHOW = ["show", "a.txt", "--model", "m"]
_INFO = ["info", "--model", "m"]
_PLAIN = (
    ["annotate", "a.txt", "-o", "o.jsonl", "-m"],
    ["show", "a.txt", "--model"],
    ["info", "--model"],
)
_META: tuple[tuple[str, Any], ...] = (
    *(("name", "\x1b[2J"), ("name", None), ("name", "a/b"), ("lang", "xx"), ("lang", "../x")),
    *(("version", []), ("spacy_version", ">=99"), ("spacy_version", "?"), ("vectors", "x")),
    *(("pipeline", []), ("requirements", ["x==1"]), ("labels", 7)),
)
_CONFIG = (
    ("pipeline = [", 'pipeline = ["no_such",'),
    ("pipeline = [", "pipeline = ["),
    ('factory = "gaoyou_money"', 'factory = "no_such"'),
    ('factory = "gaoyou_money"', 'factory = "gaoyou_tagger"'),
    ('factory = "gaoyou_money"', "factory = 7"),
    ('use = "rules"', 'use = "\\u001b[2J"'),
    ('use = "rules"', "use = {"),
    ('use = "rules"', 'no_such = "x"'),
    ('lang = "zh"', 'lang = "no"'),
    ('lang = "zh"', "lang = ${nlp.lang}"),
    ("before_creation = null", 'before_creation = {"@callbacks":"os.system"}'),
    ("[components]", "[components"),
    ("[nlp]", "[nlp]\n[nlp]"),
    ("batch_size = 1000", "batch_size = -1"),
)


def _copying(source: Callable[[], Path | None], change: Callable[[], object]) -> Callable[[], None]:
    def prepare() -> None:
        folder = source()
        assert folder is not None
        shutil.copytree(folder, "m")
        change()

    return prepare


def _spoiler(name: str, content: bytes) -> Callable[[], object]:
    return lambda: Path("m", name).write_bytes(content)


def _meta(key: str, value: object) -> Callable[[], object]:
    def change() -> None:
        place = Path("m/meta.json")
        place.write_text(json.dumps({**json.loads(place.read_bytes()), key: value}))

    return change


def _config(old: str, new: str) -> Callable[[], object]:
    def change() -> None:
        place = Path("m/config.cfg")
        text = place.read_text("utf-8")
        assert old in text, old
        place.write_text(text.replace(old, new, 1), "utf-8")

    return change


def _weights(number: int) -> Callable[[], object]:
    """Spoil the file of a component: cut, flip, empty, or make it another's."""

    def change() -> None:
        chance = random.Random(number)
        files = sorted(p for p in Path("m").rglob("*") if p.is_file() and p.parent != Path("m"))
        path = chance.choice(files)
        data = path.read_bytes()
        at = chance.randrange(len(data) + 1)
        path.write_bytes(
            (
                data[:at],
                data[:at] + bytes(chance.randrange(256) for _ in range(64)) + data[at + 64 :],
                b"",
                chance.choice(files).read_bytes(),
                b"\xdc\xff\xff" + data[3:],
                data + data,
                b"\x80\x04cos\nsystem\n.",
            )[number % 7]
        )

    return change
