"""Options that contradict each other, and files that an earlier run or somebody else half made."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from attack import Attack, gaoyou
from typer.testing import CliRunner

from gaoyou_nlp.cli import _app

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。县民王小红说好。"
FILES = {
    "a.txt": TEXT,
    "a.jsonl": json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + "\n",
    "a.csv": f"id,text\na,{TEXT}\n",
}
HEAD = "id\tkind\tname\tkey\n"


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_options(), *_characters(), *_huge(), *_ids(), *_overrules(), *_databases(), *_left()]


def _run(*words: str) -> None:
    """Run a command that prepares an attack."""
    CliRunner().invoke(_app, list(words))


def _records(count: int) -> Callable[[], str]:
    def look() -> str:
        rows = Path("o.jsonl").read_bytes().splitlines() if Path("o.jsonl").exists() else []
        return "" if len(rows) == count else f"{len(rows)} records, expected {count}"

    return look


def _options() -> list[Attack]:
    lines = (
        "annotate a.txt -o o.jsonl -f csv",
        "annotate a.txt -o o.duckdb -f brat",
        "annotate a.txt -o - -f duckdb",
        "annotate a.txt -o - --overwrite --part-articles 3",
        "annotate a.txt -o - -w 2",
        "annotate a.txt -o o --engine spark --master x -w 9",
        "annotate a.csv -o o.jsonl --id-column text",
        "annotate a.csv -o o.jsonl --text-column id --date-column id",
        "annotate a.csv -o o.jsonl --input-format txt --encoding utf-16",
        "annotate a.txt -o o.jsonl --input-format parquet",
        "annotate a.jsonl -o o.jsonl --input-format document --reflow",
        "annotate a.txt -o o.jsonl --reflow --no-reflow --reflow",
        "annotate a.txt -o o.jsonl -o p.jsonl -m rules -m none",
        "annotate a.txt a.jsonl a.csv -o o.jsonl --input-format csv --text-column text",
        "annotate -o o.jsonl",
        "annotate a.txt",
        "show a.txt --json",
        "show a.txt --why --review --json",
        "show a.txt -o x.png",
        "show a.txt --page 1 -o a.txt",
        "show a.jsonl a.txt",
        "evaluate a.jsonl a.jsonl --records --split dev --errors 5 --json",
        "evaluate a.jsonl a.jsonl --model none",
        "tables a.jsonl -o t.xlsx -f sqlite --names chinese",
        "tables a.jsonl -o t --link --names chinese -f parquet",
        "link a.jsonl -o l.sqlite --ids a.jsonl",
        "link a.jsonl -o l.sqlite --ids l.sqlite",
        "link a.jsonl -o l.sqlite --overrule a.jsonl --ids .",
        "link a.jsonl a.jsonl -o l.sqlite",
        "link a.jsonl -o a.jsonl -f sqlite --overwrite",
        "link a.jsonl -o l.sqlite --place \x1b[2J",
        "ask a.txt --sql",
        "corpus stats . .",
        "corpus export a.jsonl -o x -f brat --split none",
    )
    return [gaoyou(line, line, files=FILES) for line in lines]


def _characters() -> list[Attack]:
    bom, mark = "\ufeff", "\u200f\u202b"

    def row(text: str, id: str = "a") -> str:
        return json.dumps({"id": id, "text": text}, ensure_ascii=False) + "\n"

    def read(name: str, file: str, content: str | bytes, records: int | None) -> Attack:
        after = None if records is None else _records(records)
        return gaoyou(name, f"annotate {file} -o o.jsonl", files={file: content}, after=after)

    return [
        read("a BOM in the middle of a text", "a.txt", f"{TEXT}\n{bom}{TEXT}{bom}", 1),
        read("a BOM at each line", "a.jsonl", bom + row(TEXT) + bom + row(TEXT, "b"), 2),
        read("carriage returns alone", "a.txt", "\r".join([TEXT] * 9), 1),
        read("all ends of lines mixed", "a.txt", f"{TEXT}\r\n{TEXT}\n\r{TEXT}\r{TEXT}\x85\x0c", 1),
        read("all ends of lines mixed in rows", "a.csv", f"id,text\r\na,{TEXT}\nb,{TEXT}\rc,x\r\n", 3),
        read("marks from right to left", "a.jsonl", row(mark + TEXT.replace("亿", f"{mark}亿"), mark), 1),
        read("amounts split by invisible characters", "a.jsonl", row("投资5\u200b亿\u2060元，6\xad亿元。"), 1),
        read("the same id composed and not", "a.jsonl", row(TEXT, "é") + row(TEXT, "e\u0301"), 2),
        read("the same id as string and number", "a.jsonl", row(TEXT, "7") + '{"id":7,"text":"好"}\n', 1),
        read("NaN everywhere", "a.jsonl", '{"id":NaN,"text":"好","date":NaN,"x":[-Infinity]}\n', 1),
        read("half a pair in a field that nobody reads", "a.jsonl", '{"id":"a","text":"好","x":"\\ud800"}\n', 1),
        read("half a pair as a key", "a.jsonl", '{"id":"a","text":"好","\\udfff":1}\n', 1),
        read("a hundred thousand brackets beside the text", "a.jsonl",
             '{"id":"a","text":"好","x":' + "[" * 100_000 + "]" * 100_000 + "}\n" + row(TEXT, "b"), 1),
        read("overlong UTF-8", "a.jsonl", b'{"id":"a","text":"\xc0\xaf"}\n' + row(TEXT).encode(), 1),
        read("CESU-8", "a.jsonl", b'{"id":"a","text":"\xed\xa0\x81\xed\xb0\x80"}\n' + row(TEXT).encode(), 1),
        read("UTF-16 of an odd number of bytes", "a.txt", TEXT.encode("utf-16") + b"a", None),
        read("UTF-32", "a.txt", TEXT.encode("utf-32"), None),
        read("GB18030 of four bytes", "a.txt", (TEXT + "𠮷㐀").encode("gb18030") * 9, 1),
        read("two encodings in one file", "a.jsonl", row(TEXT).encode() + row(TEXT, "b").encode("gb18030"), 1),
        read("private and unassigned characters", "a.jsonl", row("\ue000\uffff\U0010ffff\u0378" + TEXT), 1),
        read("ten thousand empty lines", "a.txt", "\n" * 10_000 + TEXT + "\n" * 10_000, 1),
    ]  # fmt: skip


def _huge() -> list[Attack]:
    line = "annotate a.{} -o o.jsonl"
    return [
        gaoyou("ten million commas", line.format("csv"),
               files={"a.csv": f"id,text\na,{TEXT}\n" + "," * 10_000_000 + f"\nb,{TEXT}\n"}, after=_records(2)),
        gaoyou("a header of a million commas", line.format("csv"), files={"a.csv": "," * 1_000_000 + "\n"}),
        gaoyou("five million quotes", line.format("csv"), files={"a.csv": "id,text\na," + '"' * 5_000_000}),
        gaoyou("a million short rows", line.format("csv"), files={"a.csv": "id,text\n" + "\n" * 1_000_000}),
        gaoyou("300,000 keys", line.format("jsonl"),
               files={"a.jsonl": "{" + ",".join(f'"{n}":0' for n in range(300_000)) + ',"text":"好"}\n'},
               after=_records(1)),
        gaoyou("a number of a million digits", line.format("jsonl"),
               files={"a.jsonl": '{"id":"a","text":"好","n":' + "9" * 1_000_000 + "}\n"}),
        gaoyou("an amount of 30,000 digits", line.format("txt"), files={"a.txt": f"投资{'9' * 30_000}亿元"}),
        gaoyou("a title of a megabyte", line.format("jsonl"), after=_records(1),
               files={"a.jsonl": json.dumps({"id": "a", "text": TEXT, "title": "长" * 1_000_000}) + "\n"}),
        gaoyou("100,000 authors", line.format("jsonl"), after=_records(1),
               files={"a.jsonl": json.dumps({"id": "a", "text": TEXT, "authors": [{"name": "王"}] * 100_000}) + "\n"}),
        gaoyou("an id of a megabyte in HTML", "annotate a.jsonl -o o.html",
               files={"a.jsonl": json.dumps({"id": "i" * 1_000_000, "text": TEXT}) + "\n"}),
    ]  # fmt: skip


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
        _linked("one id for all", HEAD + "".join(f"p-1\t{k}\t王\tk{k}\n" for k in ("person", "body", "place"))),
        _linked("an id twice", HEAD + "p-1\tperson\t王\tk\n" * 3),
        _linked("zero bytes", HEAD + "p-1\tper\0son\t王\tk\n"),
        _linked("steering characters", HEAD + "\x1b[2J\tperson\t王\tk\n"),
        _linked("columns in another order", "kind\tid\tkey\tname\n"),
        _linked("quotes that do not end", HEAD + '"p-1\tperson\t王\tk\n' * 5),
        gaoyou("ids: read again where an article's id has ends of lines",
               "link r.jsonl -o l.sqlite --ids i.tsv --overwrite", files=FILES, prepare=twice, codes=(0,)),
    ]  # fmt: skip


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
        ruled("a circle of 2,000", head + "".join(f"a:{n},a:{(n + 1) % 2000},同\n" for n in range(2000))),
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
        gaoyou("a database that breaks off", ask.format("promises"), files=FILES, prepare=made(cut), codes=(1,)),
        gaoyou("a database with spoiled bytes", ask.format("promises"), files=FILES, prepare=made(spoil)),
        gaoyou("a database of SQLite", ask.format("promises"), files=FILES, prepare=made(sqlite), codes=(1,)),
        gaoyou("a database without a table", ask.format("promises"), files=FILES,
               prepare=made(query("DROP TABLE statements CASCADE")), codes=(0, 1)),
        gaoyou("a table that is a view of a file of the machine", ask.format("promises"), files=FILES,
               prepare=made(query("DROP TABLE statements CASCADE",
                                  "CREATE VIEW statements AS SELECT content AS sentence FROM read_text('a.txt')")),
               codes=(0, 1)),
        gaoyou("a database with a log beside it", ask.format("promises"), files=FILES,
               prepare=made(lambda path: Path("n.duckdb.wal").write_bytes(b"x" * 99))),
        gaoyou("a database that somebody has open", ask.format("promises"), files=FILES,
               prepare=made(lambda path: shutil.copy(path, "m.duckdb"))),
    ]  # fmt: skip


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
        gaoyou("parts of another format", "annotate a.txt -m rules -o out -f csv", files=FILES,
               prepare=run_before("-o", "out"), codes=(1,)),
        gaoyou("parts of another format, replaced", "annotate a.txt -m rules -o out -f csv --overwrite",
               files=FILES, prepare=run_before("-o", "out"), codes=(0,)),
        gaoyou("a part that is a link to a file of the machine", "tables out -o t.sqlite", files=FILES,
               prepare=linked_part, codes=(0, 1)),
        gaoyou("a folder of parts as an input", "annotate out -m rules -o o.jsonl", files=FILES,
               prepare=run_before("-o", "out")),
        gaoyou("a folder where the file was", "annotate a.txt -m rules -o out", files=FILES,
               prepare=lambda: Path("out").write_text("mine"), codes=(1,)),
        gaoyou("a run of no articles", "annotate e -m rules -o o.jsonl", files=FILES,
               prepare=lambda: Path("e").mkdir(), codes=(2,)),
        packed("a.tar.gz", gzip.compress(b"\0" * 10_240)),
        packed("a.jsonl.GZ", gzip.compress(FILES["a.jsonl"].encode())),
        packed("b.jsonl.gz", gzip.compress(b"") * 50 + gzip.compress(FILES["a.jsonl"].encode())),
        packed("c.jsonl.zst", b"\x28\xb5\x2f\xfd\x23\xff\xff\xff\xff" + b"\0" * 20),
    ]  # fmt: skip
