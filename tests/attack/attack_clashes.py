"""Options that contradict each other, and inputs of odd characters or sizes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。县民王小红说好。"
FILES = {
    "a.txt": TEXT,
    "a.jsonl": json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + "\n",
    "a.csv": f"id,text\na,{TEXT}\n",
}


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_options(), *_characters(), *_huge()]


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
        read(
            "all ends of lines mixed in rows",
            "a.csv",
            f"id,text\r\na,{TEXT}\nb,{TEXT}\rc,x\r\nd,好\n",
            2,
        ),
        read(
            "marks from right to left",
            "a.jsonl",
            row(mark + TEXT.replace("亿", f"{mark}亿"), mark),
            1,
        ),
        read(
            "amounts split by invisible characters",
            "a.jsonl",
            row("投资5\u200b亿\u2060元，6\xad亿元。"),
            1,
        ),
        read("the same id composed and not", "a.jsonl", row(TEXT, "é") + row(TEXT, "e\u0301"), 2),
        read(
            "the same id as string and number",
            "a.jsonl",
            row(TEXT, "7") + '{"id":7,"text":"好"}\n',
            1,
        ),
        read("NaN everywhere", "a.jsonl", '{"id":NaN,"text":"好","date":NaN,"x":[-Infinity]}\n', 1),
        read(
            "half a pair in a field that nobody reads",
            "a.jsonl",
            '{"id":"a","text":"好","x":"\\ud800"}\n',
            1,
        ),
        read("half a pair as a key", "a.jsonl", '{"id":"a","text":"好","\\udfff":1}\n', 1),
        read(
            "a hundred thousand brackets beside the text",
            "a.jsonl",
            '{"id":"a","text":"好","x":' + "[" * 100_000 + "]" * 100_000 + "}\n" + row(TEXT, "b"),
            1,
        ),
        read(
            "overlong UTF-8", "a.jsonl", b'{"id":"a","text":"\xc0\xaf"}\n' + row(TEXT).encode(), 1
        ),
        read(
            "CESU-8",
            "a.jsonl",
            b'{"id":"a","text":"\xed\xa0\x81\xed\xb0\x80"}\n' + row(TEXT).encode(),
            1,
        ),
        read("UTF-16 of an odd number of bytes", "a.txt", TEXT.encode("utf-16") + b"a", None),
        read("UTF-32", "a.txt", TEXT.encode("utf-32"), None),
        read("GB18030 of four bytes", "a.txt", (TEXT + "𠮷㐀").encode("gb18030") * 9, 1),
        read(
            "two encodings in one file",
            "a.jsonl",
            row(TEXT).encode() + row(TEXT, "b").encode("gb18030"),
            1,
        ),
        read(
            "private and unassigned characters",
            "a.jsonl",
            row("\ue000\uffff\U0010ffff\u0378" + TEXT),
            1,
        ),
        read("ten thousand empty lines", "a.txt", "\n" * 10_000 + TEXT + "\n" * 10_000, 1),
    ]


def _huge() -> list[Attack]:
    line = "annotate a.{} -o o.jsonl"
    return [
        gaoyou(
            "ten million commas",
            line.format("csv"),
            files={"a.csv": f"id,text\na,{TEXT}\n" + "," * 10_000_000 + f"\nb,{TEXT}\n"},
            after=_records(2),
        ),
        gaoyou(
            "a header of a million commas",
            line.format("csv"),
            files={"a.csv": "," * 1_000_000 + "\n"},
        ),
        gaoyou(
            "five million quotes",
            line.format("csv"),
            files={"a.csv": "id,text\na," + '"' * 5_000_000},
        ),
        gaoyou(
            "a million short rows",
            line.format("csv"),
            files={"a.csv": "id,text\n" + "\n" * 1_000_000},
        ),
        gaoyou(
            "300,000 keys",
            line.format("jsonl"),
            files={
                "a.jsonl": "{" + ",".join(f'"{n}":0' for n in range(300_000)) + ',"text":"好"}\n'
            },
            after=_records(1),
        ),
        gaoyou(
            "a number of a million digits",
            line.format("jsonl"),
            files={"a.jsonl": '{"id":"a","text":"好","n":' + "9" * 1_000_000 + "}\n"},
        ),
        gaoyou(
            "an amount of 30,000 digits",
            line.format("txt"),
            files={"a.txt": f"投资{'9' * 30_000}亿元"},
        ),
        gaoyou(
            "a title of a megabyte",
            line.format("jsonl"),
            after=_records(1),
            files={
                "a.jsonl": json.dumps({"id": "a", "text": TEXT, "title": "长" * 1_000_000}) + "\n"
            },
        ),
        gaoyou(
            "100,000 authors",
            line.format("jsonl"),
            after=_records(1),
            files={
                "a.jsonl": json.dumps(
                    {"id": "a", "text": TEXT, "authors": [{"name": "王"}] * 100_000}
                )
                + "\n"
            },
        ),
        gaoyou(
            "an id of a megabyte in HTML",
            "annotate a.jsonl -o o.html",
            files={"a.jsonl": json.dumps({"id": "i" * 1_000_000, "text": TEXT}) + "\n"},
        ),
    ]
