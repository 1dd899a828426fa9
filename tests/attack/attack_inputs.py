"""Inputs: trees, names, lines and tables that are odd in form or in what they say."""

from __future__ import annotations

import bz2
import gzip
import json
import os
import socket
from pathlib import Path

from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_trees(), *_lines(), *_tables(), *_packed()]


def row(**fields: object) -> str:
    """A line of JSON Lines: an article, some of its fields replaced."""
    return json.dumps({"id": "a", "text": TEXT, **fields}) + "\n"


def _records(count: int) -> str:
    """What looks for another number of records than expected."""
    found = Path("o.jsonl").read_bytes().count(b"\n") if Path("o.jsonl").exists() else 0
    return "" if found == count else f"{found} records, expected {count}"


def _annotated(
    name: str, content: str | bytes, file: str = "a.jsonl", records: int | None = None
) -> Attack:
    after = None if records is None else lambda: _records(records)
    return gaoyou(name, f"annotate {file} -o o.jsonl", files={file: content}, after=after)


def _deep(levels: int) -> None:
    """Nest folders deeper than a recursion, and than a path, may go."""
    here = os.getcwd()
    os.mkdir("in")
    os.chdir("in")
    for _ in range(levels):
        os.mkdir("d")
        os.chdir("d")
    Path("a.txt").write_text(TEXT, "utf-8")
    os.chdir(here)


def _odd_files() -> None:
    os.mkdir("in")
    os.mkfifo("in/pipe.txt")
    server = socket.socket(socket.AF_UNIX)
    server.bind("in/socket.txt")
    server.close()
    os.symlink(".", "in/self")
    os.symlink("/dev/zero", "in/zero.txt")
    Path("in/a.txt").write_text(TEXT, "utf-8")


def _names_of_lines() -> None:
    os.mkdir("in")
    for name in (
        "a\nb.txt",
        "\x1b[2J.txt",
        "-o.txt",
        "\u202e.txt",
        " .txt",
        "a.txt.txt",
        "长" * 80 + ".txt",
        "..a.txt",
        "A.TXT",
        "a.TXT",
    ):
        Path("in", name).write_text(TEXT, "utf-8")


def _trees() -> list[Attack]:
    deep = "annotate in -o o.jsonl"
    return [
        gaoyou(
            "900 folders in each other", deep, prepare=lambda: _deep(900), after=lambda: _records(1)
        ),
        gaoyou(
            "1,500 folders in each other",
            deep,
            prepare=lambda: _deep(1500),
            after=lambda: _records(1),
        ),
        gaoyou("a path too long for the system", deep, prepare=lambda: _deep(2500), codes=(2, 3)),
        gaoyou(
            "pipes, sockets, devices, a link to itself",
            deep,
            prepare=_odd_files,
            after=lambda: _records(1),
        ),
        gaoyou(
            "names of lines, blanks and steering characters",
            deep,
            prepare=_names_of_lines,
            after=lambda: _records(9),
        ),
        gaoyou(
            "a file named twice",
            "annotate a.txt a.txt ./a.txt -o o.jsonl",
            files={"a.txt": TEXT},
            after=lambda: _records(1),
        ),
        gaoyou(
            "a file and its link",
            "annotate a.txt b.txt -o o.jsonl",
            files={"a.txt": TEXT},
            prepare=lambda: os.symlink("a.txt", "b.txt"),
        ),
        gaoyou(
            "a folder and its file",
            "annotate . a.txt -o o.jsonl",
            files={"a.txt": TEXT},
            after=lambda: _records(1),
        ),
        gaoyou("standard input twice", "annotate - - -o o.jsonl"),
        gaoyou("standard input as documents", "annotate - -o o.jsonl --input-format document"),
        gaoyou("standard input as Parquet", "annotate - -o o.jsonl --input-format parquet"),
        gaoyou(
            "3,000 inputs of the same name",
            ["annotate", *["a.txt"] * 3000, "-o", "o.jsonl"],
            files={"a.txt": TEXT},
            after=lambda: _records(1),
        ),
        gaoyou(
            "a folder named .txt",
            "annotate in -o o.jsonl",
            prepare=lambda: os.makedirs("in/a.txt/b.jsonl"),
        ),
        gaoyou("the parent folder's output", "annotate in -o in/o.jsonl", files={"in/a.txt": TEXT}),
    ]


def _lines() -> list[Attack]:
    values: tuple[object, ...] = (
        *(None, True, 1.5, 1e308, 10**40, -1, "", " ", "\0", "\u202e", "\ufeff", "\ufffe", [], {}),
        *("a/../../b", "/etc/passwd", "x" * 100_000, "a\nb", "\x1b]0;x\x07", "con", "=1+1"),
    )
    days = (
        "2024-02-31",
        "99999-01-01",
        "0000-00-00",
        20240101,
        1e20,
        [2024],
        "二〇二四年",
        "-1",
        "9" * 400,
        "2024-01-01T99:99",
        True,
    )
    return [
        *(
            _annotated(f"id {value!r}"[:40], row(id=value) + row(id="z"), records=None)
            for value in values
        ),
        *(_annotated(f"date {value!r}"[:40], row(date=value)) for value in days),
        *(
            _annotated(f"{key} {value!r}"[:40], row(**{key: value}))
            for key in ("title", "authors", "source", "spans", "text")
            for value in (7, [None], {"x": 1}, "\0")
        ),
        gaoyou(
            "an id that could be a picture",
            "show a.jsonl",
            files={"a.jsonl": row(id=":fire:")},
            says=":fire:",
        ),
        _annotated("keys twice", '{"id":"a","text":"一","text":"5亿元"}\n'),
        _annotated("a line of 2 MB", row(text="投资5亿元。" * 100_000), records=1),
        _annotated("100,000 empty lines", "\n" * 100_000 + row(), records=1),
        _annotated("carriage returns alone", row().replace("\n", "\r") + row(id="b")),
        _annotated("comments", "// a\n" + row()),
        _annotated("a single quote", "{'id':'a','text':'5亿元'}\n"),
        _annotated("an array on one line", "[" + row().strip() + "]\n"),
        _annotated("digits by the thousands", '{"id":' + "9" * 10_000 + ',"text":"5亿元"}\n'),
        _annotated("a BOM in the middle", row() + "\ufeff" + row(id="b")),
        _annotated(
            "line separators in a text", row(text="一\u2028二\u2029三\x85四\x0b五"), records=1
        ),
        _annotated("a text of marks alone", row(text="\u0301" * 5000)),
        _annotated("a text outside the first plane", row(text="𠮷" * 5000 + "5亿元"), records=1),
        _annotated(
            "a text of tags and joiners", row(text="👨\u200d👩\u200d👧\U000e0041" * 500), records=1
        ),
    ]


def _tables() -> list[Attack]:
    head = "id,text\n"
    return [
        _annotated("a field of 3 MB", head + "a,投资5亿元" + "一" * 1_000_000, "a.csv"),
        _annotated("50,000 columns", ",".join(f"c{n}" for n in range(50_000)) + ",text\n", "a.csv"),
        _annotated("a header alone", head, "a.csv"),
        _annotated("a header twice", head + head + "a,5亿元\n", "a.csv"),
        _annotated("quotes that do not end", head + 'a,"5亿元\n' * 999, "a.csv"),
        _annotated("quotes inside", head + 'a,5"亿"元\n"b"x,5亿元\n', "a.csv"),
        _annotated("rows too long and too short", head + "a\na,b,c\na,5亿元\n\n,\n", "a.csv"),
        _annotated("tabs named csv", "id\ttext\na\t5亿元\n", "a.csv", 1),
        _annotated("bars", "id|text\na|5亿元\n", "a.csv"),
        _annotated("columns without names", ",,text\na,b,5亿元\n", "a.csv"),
        _annotated("a name with a BOM and quotes", '\ufeff"id","text"\na,5亿元\n', "a.csv", 1),
        _annotated("names in capitals", "ID,TEXT\na,5亿元\n", "a.csv"),
        _annotated("formulas", head + "=1+1,=5亿元\n", "a.csv", 1),
        _annotated("old Mac's lines", head.replace("\n", "\r") + "a,5亿元\r", "a.csv"),
        _annotated("NUL in the header", "id,te\0xt\n", "a.csv"),
        _annotated("Parquet's sign alone", b"PAR1PAR1", "a.parquet"),
        _annotated(
            "Parquet with a length too large", b"PAR1" + b"\xff" * 60 + b"PAR1", "a.parquet"
        ),
        _annotated("a text named Parquet", TEXT, "a.parquet"),
    ]


def _packed() -> list[Attack]:
    line = row().encode()
    nested = line
    for _ in range(9):
        nested = gzip.compress(nested)
    return [
        _annotated("gz in gz in gz", nested, "a.jsonl.gz"),
        _annotated("bz2 named gz", bz2.compress(line), "a.jsonl.gz"),
        _annotated("bz2", bz2.compress(line), "a.jsonl.bz2"),
        _annotated(
            "gz with a name of its own",
            gzip.compress(line)[:3]
            + b"\x08"
            + gzip.compress(line)[4:10]
            + b"../../x\0"
            + gzip.compress(line)[10:],
            "a.jsonl.gz",
            1,
        ),
        _annotated("gz of gz by its name", gzip.compress(gzip.compress(line)), "a.jsonl.gz.gz"),
        _annotated("only an ending", line, ".jsonl", None),
        _annotated("zst of a bad window", b"\x28\xb5\x2f\xfd\x04\xff\xff\xff\xff", "a.jsonl.zst"),
        _annotated(
            "skippable frames of zst", b"\x50\x2a\x4d\x18\xff\xff\xff\xff" + line, "a.jsonl.zst"
        ),
    ]
