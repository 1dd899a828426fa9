"""Feed every command and every reader spoiled files: ``python tests/fuzz/fuzz_files.py [COUNT]``.

Good files are spoiled by mutation. Whatever comes of them, no traceback reaches the user: a command
ends with 0 to 3, and a function raises a ``GaoyouError`` at the most. A shorter form is a test.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import shutil
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest import mock

import spacy
from typer.testing import CliRunner

from gaoyou_nlp import read
from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.cli import _app
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.evaluation import read_gold
from gaoyou_nlp.formats import FORMATS, write
from gaoyou_nlp.records import Amount, Article, Official, Post, Project, Record, Source, Span

COUNT = 10_000
"""Spoiled files of a run by hand."""

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
CORPUS = (
    "id: a\nkind: 项目签约\nprovince: 江苏省\nplace: 甲县\ndate: 2020-02-01\nsplit: train\n"
    "origin: written\n---\n[县水务局|ORG][局长|TITLE][王一军|OFFICIAL]说，[城北水厂项目|PROJECT "
    "status=在建]总投资[5亿元|MONEY low=500000000]。\n---\n王一军: 县水务局/局长\n"
)
TOKENS: tuple[bytes, ...] = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"\x1b[2J", b"\r", b"\n", b"\n\n", b"\t"),
    *(b'"', b"{", b"}", b"[", b"]", b",", b":", b"|", b"---\n", b"\\", b"\\ud800", b"\\u0000"),
    *(b"[" * 100_000, b"9" * 5000, b"1e999999999", b"NaN", b"-1", b"null", b"0", b"T1\tGPE 0 1\t"),
    "\u202e".encode(),
    "𠮷".encode(),
)
VALUES: tuple[Any, ...] = (
    *(None, True, -1, 0, 3, 10**30, 1.5, float("nan"), float("inf"), "", "x", "\ud800", "\x1b[2J"),
    *("1e999999999", "NaN", [], [[]], [None], {}, {"id": 1}, "\0", ["a", "b"], "长" * 3000),
)


def good_records() -> list[Record]:
    """Two records with all that a record may hold."""
    spans = (
        Span(0, 4, "ORG", "县水务局", "org.ending"),
        Span(4, 6, "TITLE", "局长", "title.post"),
        Span(6, 9, "OFFICIAL", "王一军", "model", 0.9, "王一军"),
        Span(11, 17, "PROJECT", "城北水厂项目", "project.head"),
        Span(20, 23, "MONEY", "5亿元", "money.plain"),
    )
    number = Amount(20, 23, "5亿元", *2 * (Decimal(500000000),), "CNY")
    article = Article("a", TEXT, "标题", source=Source("a.txt", "utf-8", None, 1))
    official = Official("王一军", (Post("县水务局", "局长"),), (2,))
    project = Project("城北水厂项目", "在建", 0, (3,))
    full = Record(article, spans, ((4, number),), (official,), (project,), "x 1")
    return [full, Record(Article("b/2", "𠮷好"))]


def make_good(folder: Path) -> dict[str, list[str]]:
    """Write good files.

    Returns:
        Command lines, or names of functions, by the file that is to be spoiled for them; ``@``
        stands for the file's folder.
    """
    rows = "".join(json.dumps({"id": n, "text": TEXT}, ensure_ascii=False) + "\n" for n in "ab")
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "a.jsonl").write_text(rows, "utf-8")
    (folder / "a.csv").write_text(f'id,text\na,{TEXT}\nb,"{TEXT}\n"\n', "utf-8")
    (folder / "a.tsv").write_text(f"id\ttext\na\t{TEXT}\n", "utf-16")
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(rows.encode()))
    (folder / "list.tsv").write_text("县水务局\tORG\t水务局\n坏词\t-\n", "utf-8")
    for name, format in FORMATS.items():
        write(good_records(), folder / f"out-{name}", format=name)
        assert format.name == name
    (folder / "corpus/lists").mkdir(parents=True)
    (folder / "corpus/a.txt").write_text(CORPUS, "utf-8")
    (folder / "corpus/lists/bare.tsv").write_text("a\t县水务局\n", "utf-8")
    shutil.copyfile(folder / "out-jsonl", folder / "gold.jsonl")
    commands: dict[str, list[str]] = {
        "list.tsv": ["annotate a.txt -o @/o.jsonl --lexicon @/list.tsv"],
        "corpus/a.txt": [
            "corpus check @/corpus",
            "corpus stats @/corpus",
            "corpus build @/corpus -o @/built",
            "corpus export @/corpus -o @/e.jsonl",
            "evaluate @/corpus @/gold.jsonl --errors 9",
            "corpus agree @/corpus @/gold.jsonl --errors 9",
        ],
        "corpus/lists/bare.tsv": ["corpus check @/corpus"],
        "gold.jsonl": [
            "evaluate @/gold.jsonl @/out-jsonl --errors 9",
            "evaluate @/out-jsonl @/gold.jsonl --json",
            "corpus check @/corpus --against @/gold.jsonl",
            "read_gold",
        ],
    }
    names = ["a.txt", "a.jsonl", "a.csv", "a.tsv", "a.jsonl.gz"]
    with_extra = _make_good_of_extras(folder, rows)
    for name in (*names, *with_extra):
        commands[name] = [f"annotate @/{name} -o @/o.jsonl", f"show @/{name}", "read"]
    commands["a.jsonl"].append("annotate @ -o @/o -f docbin --part-articles 1")
    for name, format in FORMATS.items():
        if format.reads:
            place = "out-brat/a.ann" if name == "brat" else f"out-{name}"
            commands[place] = [f"read:{name}"]
            if name != "parquet":
                of = "out-brat" if name == "brat" else place
                commands[place].append(f"corpus import @/{of} -o @/imported -f {name}")
    return commands


def _make_good_of_extras(folder: Path, rows: str) -> list[str]:
    """Files that need the extra ``tables``."""
    import pyarrow as pa
    import zstandard
    from pyarrow import parquet

    parquet.write_table(pa.table({"id": ["a", "b"], "text": [TEXT, TEXT]}), folder / "a.parquet")
    (folder / "a.jsonl.zst").write_bytes(zstandard.compress(rows.encode()))
    return ["a.parquet", "a.jsonl.zst"]


def spoil(data: bytes, name: str, chance: random.Random) -> bytes:
    """Spoil a file, at times inside its packing or in the tree of its JSON."""
    if name.endswith(".gz") and chance.random() < 0.6:
        return gzip.compress(spoil_bytes(gzip.decompress(data), chance))
    if name == "out-docbin" and chance.random() < 0.8:
        return zlib.compress(spoil_bytes(zlib.decompress(data), chance))
    if name in _OF_JSON and chance.random() < 0.6:
        return spoil_json(data, chance)
    return spoil_bytes(data, chance)


_OF_JSON = ("a.jsonl", "gold.jsonl", "out-jsonl", "out-doccano", "out-label-studio")


def spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    """Cut, flip, repeat or put in bytes, once or a few times."""
    for _ in range(chance.choice((1, 1, 2, 4))):
        at = chance.randrange(len(data) + 1)
        end = min(len(data), at + chance.choice((1, 2, 8, 64)))
        how = chance.randrange(6)
        if how == 0:
            data = data[:at]
        elif how == 1:
            data = data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:]
        elif how == 2:
            data = data[:at] + data[end:]
        elif how == 3:
            data = data[:end] + data[at:]
        else:
            data = data[:at] + chance.choice(TOKENS) + data[end if how == 4 else at :]
    return data


def spoil_json(data: bytes, chance: random.Random) -> bytes:
    """Put another value, or none, in some place of a tree."""
    whole = data.startswith(b"[")
    rows = json.loads(data) if whole else [json.loads(line) for line in data.splitlines()]
    places = [place for row in rows for place in _places(row)]
    for _ in range(chance.choice((1, 1, 2))):
        inside, key = chance.choice(places)
        if chance.random() < 0.2 and isinstance(inside, dict):
            inside.pop(key, None)
        elif isinstance(inside, dict) or key < len(inside):
            inside[key] = chance.choice(VALUES)
    text = json.dumps(rows) if whole else "\n".join(map(json.dumps, rows))
    return text.encode()


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(items):
        yield tree, key
        if isinstance(value, (dict, list)):
            yield from _places(value)


FUNCTIONS: dict[str, Callable[[Path], object]] = {
    "read": lambda path: list(read(path, on_reject=str, on_skip=str)),
    "read_gold": read_gold,
    **{
        f"read:{name}": lambda path, format=format: list(  # type: ignore[misc]
            format.load().read(path.parent if format.is_folder else path)
        )
        for name, format in FORMATS.items()
    },
}

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def try_one(command: str, path: Path, folder: Path) -> str:
    """Run a command or a function on a spoiled file; what is wrong with how it ends, or nothing."""
    if command in FUNCTIONS:
        try:
            FUNCTIONS[command](path)
        except GaoyouError:
            return ""
        except Exception as error:
            return f"{type(error).__name__}: {error}"
        return ""
    words = [word.replace("@", str(folder)) for word in command.split()]
    result = CliRunner().invoke(_app, words)
    if result.exit_code not in (0, 1, 2, 3):
        return f"exit code {result.exit_code}: {result.output[-600:]}"
    found = _STEERING.search(result.output.replace("\r\n", "\n"))
    return f"prints {found[0]!r}" if found else ""


@contextmanager
def quick() -> Iterator[None]:
    """Annotate in this process, with a pipeline of money and lists that is loaded once."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})

    def here(tasks: Any, settings: Any, **_: object) -> Any:
        return run_here(tasks, settings)

    with (
        mock.patch("gaoyou_nlp.batch.job.run_processes", here),
        mock.patch("gaoyou_nlp.batch.work.load", return_value=nlp),
        mock.patch("gaoyou_nlp.loading.load", return_value=nlp),
        mock.patch("gaoyou_nlp.loading._installed", return_value=False),
    ):
        yield


def fuzz(count: int, seed: int, keep: Path | None = None) -> list[str]:
    """Try spoiled files.

    Parameters:
        count: How many.
        seed: Of the random numbers.
        keep: A folder for the files that something was wrong with.

    Returns:
        What was wrong: seed, command, what happened.
    """
    wrong = []
    with tempfile.TemporaryDirectory() as place, quick():
        good = Path(place, "good")
        good.mkdir()
        commands = sorted(make_good(good).items())
        cases = [(name, command) for name, lines in commands for command in lines]
        for number in range(count):
            chance = random.Random(seed * 1_000_003 + number)
            name, command = cases[number % len(cases)]
            folder = Path(place, "spoiled")
            shutil.copytree(good, folder)
            data = spoil((good / name).read_bytes(), name, chance)
            (folder / name).write_bytes(data)
            before = os.getcwd()
            os.chdir(folder)
            try:
                fault = try_one(command, folder / name, folder)
            finally:
                os.chdir(before)
            if fault:
                wrong.append(f"seed {seed} number {number}: {command}: {fault}")
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{number}-{name.replace('/', '_')}").write_bytes(data)
            shutil.rmtree(folder)
    return wrong


def main() -> int:
    """Fuzz by hand; the exit code is 1 if anything was wrong."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)
    wrong = fuzz(count, seed, Path(tempfile.gettempdir(), "gaoyou-fuzz"))
    print(*wrong, sep="\n")  # noqa: T201
    print(f"{count} spoiled files, seed {seed}: {len(wrong)} failures.")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
