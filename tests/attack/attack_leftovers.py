"""What an earlier run or somebody else half made: ids, overrules, databases, parts."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from attack import Attack, gaoyou
from attack_clashes import FILES, TEXT
from typer.testing import CliRunner

from gaoyou_nlp.cli import _app

HEAD = "id\tkind\tname\tkey\n"


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_ids(), *_overrules(), *_databases(), *_left()]


def _run(*words: str) -> None:
    """Run a command that prepares an attack."""
    CliRunner().invoke(_app, list(words))


def _linked(name: str, ids: str | bytes, codes: tuple[int, ...] = (0, 1)) -> Attack:
    """A file of ids that a link finds beside its output."""

    def prepare() -> None:
        _run("annotate", "a.txt", "-o", "r.jsonl", "-m", "rules")
        Path("i.tsv").write_bytes(ids if isinstance(ids, bytes) else ids.encode())

    line = "link r.jsonl -o l.sqlite --ids i.tsv"
    return gaoyou(f"ids: {name}", line, files=FILES, prepare=prepare, codes=codes)


def _ids() -> list[Attack]:
    def twice() -> None:
        row = {"id": "a\rb\u2028\x0b\x1c\x85", "text": TEXT}
        Path("b.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
        _run("annotate", "b.jsonl", "-o", "r.jsonl", "-m", "rules")
        _run("link", "r.jsonl", "-o", "l.sqlite", "--ids", "i.tsv")
        assert Path("i.tsv").exists()

    return [
        _linked("empty", ""),
        _linked("a head alone", HEAD),
        _linked("binary", bytes(range(256)) * 40),
        _linked("half a line", HEAD + "p-1\tperson"),
        _linked("lines of Windows and a BOM", "\ufeff" + HEAD.replace("\n", "\r\n")),
        _linked("a cell of a megabyte", HEAD + f"p-1\tperson\t王\t{'长' * 1_000_000}\n"),
        _linked("a kind of nobody", HEAD + "x-1\tghost\t王\tk\n"),
        _linked(
            "one id for all",
            HEAD + "".join(f"p-1\t{k}\t王\tk{k}\n" for k in ("person", "body", "place")),
        ),
        _linked("an id twice", HEAD + "p-1\tperson\t王\tk\n" * 3),
        _linked("zero bytes", HEAD + "p-1\tper\0son\t王\tk\n"),
        _linked("steering characters", HEAD + "\x1b[2J\tperson\t王\tk\n"),
        _linked("columns in another order", "kind\tid\tkey\tname\n"),
        _linked("quotes that do not end", HEAD + '"p-1\tperson\t王\tk\n' * 5),
        gaoyou(
            "ids: read again where an article's id has ends of lines",
            "link r.jsonl -o l.sqlite --ids i.tsv --overwrite",
            files=FILES,
            prepare=twice,
            codes=(0,),
        ),
    ]


def _overrules() -> list[Attack]:
    def ruled(name: str, content: str | bytes) -> Attack:
        def prepare() -> None:
            _run("annotate", "a.txt", "-o", "r.jsonl", "-m", "rules")

        files = {**FILES, "v.csv": content}
        line = "link r.jsonl -o l.sqlite --overrule v.csv"
        return gaoyou(f"overrules: {name}", line, files=files, prepare=prepare, codes=(0, 1))

    head = "a,b,same\n"
    return [
        ruled("empty", ""),
        ruled("binary", bytes(range(256)) * 40),
        ruled("the same with itself", head + "a:王一军,a:王一军,不同\n"),
        ruled("the same and not the same", head + "a:王一军,a:王小红,同\na:王小红,a:王一军,不同\n"),
        ruled("people of nobody", head + "x:甲,y:乙,同\n"),
        ruled("a cell of a megabyte", head + f"{'长' * 1_000_000},b,同\n"),
        ruled("quotes that do not end", head + '"a:王一军,b,同\n'),
        ruled("zero bytes", head + "a:王\0一军,b,同\n"),
        ruled(
            "a circle of 2,000",
            head + "".join(f"a:{n},a:{(n + 1) % 2000},同\n" for n in range(2000)),
        ),
    ]


def _databases() -> list[Attack]:
    def made(change: Callable[[Path], object]) -> Callable[[], object]:
        def prepare() -> None:
            _run("annotate", "a.txt", "-o", "n.duckdb", "-m", "rules")
            change(Path("n.duckdb"))

        return prepare

    def cut(path: Path) -> None:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    def spoil(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[4096:12_288:7] = b"\xff" * len(data[4096:12_288:7])
        path.write_bytes(bytes(data))

    def query(*statements: str) -> Callable[[Path], None]:
        def change(path: Path) -> None:
            import duckdb

            with duckdb.connect(os.fspath(path)) as connection:
                for statement in statements:
                    connection.execute(statement)

        return change

    def sqlite(path: Path) -> None:
        path.unlink()
        sqlite3.connect(path).execute("create table statements (x)")

    ask = "ask n.duckdb {}"
    return [
        gaoyou(
            "a database that breaks off",
            ask.format("promises"),
            files=FILES,
            prepare=made(cut),
            codes=(1,),
        ),
        gaoyou(
            "a database with spoiled bytes",
            ask.format("promises"),
            files=FILES,
            prepare=made(spoil),
        ),
        gaoyou(
            "a database of SQLite",
            ask.format("promises"),
            files=FILES,
            prepare=made(sqlite),
            codes=(1,),
        ),
        gaoyou(
            "a database without a table",
            ask.format("promises"),
            files=FILES,
            prepare=made(query("DROP TABLE statements CASCADE")),
            codes=(0, 1),
        ),
        gaoyou(
            "a table that is a view of a file of the machine",
            ask.format("promises"),
            files=FILES,
            prepare=made(
                query(
                    "DROP TABLE statements CASCADE",
                    "CREATE VIEW statements AS SELECT content AS sentence FROM read_text('a.txt')",
                )
            ),
            codes=(0, 1),
        ),
        gaoyou(
            "a database with a log beside it",
            ask.format("promises"),
            files=FILES,
            prepare=made(lambda path: Path("n.duckdb.wal").write_bytes(b"x" * 99)),
        ),
        gaoyou(
            "a database that somebody has open",
            ask.format("promises"),
            files=FILES,
            prepare=made(lambda path: shutil.copy(path, "m.duckdb")),
        ),
    ]


def _left() -> list[Attack]:
    """What is left of other runs."""

    def run_before(*more: str) -> Callable[[], object]:
        return lambda: _run("annotate", "a.txt", "-m", "rules", *more)

    def linked_part() -> None:
        _run("annotate", "a.txt", "-m", "rules", "-o", "out")
        os.remove("out/part-000000.jsonl")
        os.symlink("/etc/passwd", "out/part-000000.jsonl")

    def packed(name: str, data: bytes) -> Attack:
        return gaoyou(f"packed: {name}", f"annotate {name} -o o.jsonl", files={name: data})

    return [
        gaoyou(
            "parts of another format",
            "annotate a.txt -m rules -o out -f csv",
            files=FILES,
            prepare=run_before("-o", "out"),
            codes=(1,),
        ),
        gaoyou(
            "parts of another format, replaced",
            "annotate a.txt -m rules -o out -f csv --overwrite",
            files=FILES,
            prepare=run_before("-o", "out"),
            codes=(0,),
        ),
        gaoyou(
            "a part that is a link to a file of the machine",
            "tables out -o t.sqlite",
            files=FILES,
            prepare=linked_part,
            codes=(0, 1),
        ),
        gaoyou(
            "a folder of parts as an input",
            "annotate out -m rules -o o.jsonl",
            files=FILES,
            prepare=run_before("-o", "out"),
        ),
        gaoyou(
            "a folder where the file was",
            "annotate a.txt -m rules -o out",
            files=FILES,
            prepare=lambda: Path("out").write_text("mine"),
            codes=(1,),
        ),
        gaoyou(
            "a run of no articles",
            "annotate e -m rules -o o.jsonl",
            files=FILES,
            prepare=lambda: Path("e").mkdir(),
            codes=(2,),
        ),
        packed("a.tar.gz", gzip.compress(b"\0" * 10_240)),
        packed("a.jsonl.GZ", gzip.compress(FILES["a.jsonl"].encode())),
        packed("b.jsonl.gz", gzip.compress(b"") * 50 + gzip.compress(FILES["a.jsonl"].encode())),
        packed("c.jsonl.zst", b"\x28\xb5\x2f\xfd\x23\xff\xff\xff\xff" + b"\0" * 20),
    ]
