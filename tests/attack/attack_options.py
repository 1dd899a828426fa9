"""Options and arguments that no one should give, and some might."""

from __future__ import annotations

import json

from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
LINE = json.dumps({"id": "a", "text": TEXT, "meta": {"text": "5亿元"}}, ensure_ascii=False)
FILES = {"a.jsonl": LINE + "\n", "a.txt": TEXT, "a.csv": f"id,text\na,{TEXT}\n"}
_ENCODINGS = (
    *("undefined", "idna", "punycode", "utf-7", "unicode_escape", "raw_unicode_escape", "hz"),
    *("utf-16", "utf-32", "utf_8_sig", "cp037", "iso2022_jp", "palmos", "mbcs", "oem", "zlib"),
    *("uu", "a\0b", "../utf8", "é", " ", "utf-8\n", "latin-1", "big5hkscs"),
)


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_encodings(), *_columns(), *_numbers(), *_names(), *_of_others()]


def _encodings() -> list[Attack]:
    return [
        gaoyou(
            f"--encoding {encoding!r} for {name}",
            ["annotate", name, "-o", "o.jsonl", "--encoding", encoding],
            files=FILES,
        )
        for at, encoding in enumerate(_ENCODINGS)
        for name in (("a.txt", "a.jsonl", "a.csv")[at % 3],)
    ]


def _columns() -> list[Attack]:
    columns = (
        "",
        ".",
        "..",
        "a.b.c",
        "meta.text",
        "meta.text.x",
        "\0",
        "\x1b[2J",
        "text",
        "x" * 9999,
    )
    return [
        gaoyou(
            f"{option} {column[:20]!r} for {name}",
            ["annotate", name, "-o", "o.jsonl", option, column],
            files=FILES,
        )
        for at, column in enumerate(columns)
        for option in (("--id-column", "--text-column", "--date-column")[at % 3], "--text-column")
        for name in ("a.jsonl" if at % 2 else "a.csv",)
    ]


def _numbers() -> list[Attack]:
    big = "9" * 40
    lines = (
        *(f"--part-characters {big}", f"--part-articles {big}", "--part-characters 1"),
        *(f"--max-unpacked {big}", "--max-unpacked 1", "--time-limit 1e-300", "--time-limit -0.0"),
        *(f"--workers {big}", "--workers 0", "--part-articles -1", f"--part-articles {'9' * 5000}"),
    )
    return [
        *(
            gaoyou(f"annotate {line[:40]}", f"annotate a.jsonl -o o.jsonl {line}", files=FILES)
            for line in lines
        ),
        gaoyou("evaluate --errors", f"evaluate a.jsonl a.jsonl --errors {big}", files=FILES),
        gaoyou("agree --errors -1", "corpus agree a.jsonl a.jsonl --errors -1", files=FILES),
        gaoyou("show --page", f"show a.txt --page {big}", files=FILES),
        gaoyou("show --page 0", "show a.txt --page 0", files=FILES),
    ]


_NAMES = (
    *("a\0b", "\x1b[2J.txt", "\u202etxt.a", "-", "", ".", "/dev/null", "/proc/self/mem", "~", "*"),
    *("a.txt/", "a.txt/b", "con", "x" * 300, "a.jsonl", "a.csv", "a.txt"),
)


def _names() -> list[Attack]:
    lines = (
        ["evaluate", "@", "a.jsonl"],
        ["tables", "@", "-o", "t.sqlite"],
        ["corpus", "check", "@"],
        ["ask", "@", "promises"],
    )
    return [
        gaoyou(
            f"{line[0]} {name[:20]!r}",
            [name if word == "@" else word for word in line],
            files=FILES,
        )
        for at, name in enumerate(_NAMES)
        for line in (["show", "@"], lines[at % 4])
    ]


def _of_others() -> list[Attack]:
    return [
        gaoyou("ask without a file", "ask none.duckdb", files=FILES),
        gaoyou("ask with a question of nobody", ["ask", "a.txt", "\x1b[2J"], files=FILES),
        gaoyou("ask a text", "ask a.txt promises", files=FILES),
        gaoyou("ask a folder", "ask . promises", files=FILES),
        gaoyou("ask an empty file", "ask e promises", files={"e": ""}),
        gaoyou("ask for a limit", f"ask a.txt promises --limit {'9' * 30}", files=FILES),
        gaoyou("the SQL of a question of nobody", "ask a.txt nothing --sql", files=FILES),
        gaoyou(
            "import with a mapping of nothing", "corpus import a.jsonl -o c --map =", files=FILES
        ),
        gaoyou(
            "import with a mapping to nothing", "corpus import a.jsonl -o c --map A=", files=FILES
        ),
        gaoyou(
            "import with two mappings of one",
            "corpus import a.jsonl -o c --map A=ORG --map A=GPE",
            files=FILES,
        ),
        gaoyou("import into a file", "corpus import a.jsonl -o a.txt", files=FILES),
        gaoyou(
            "import with a kind of two lines",
            ["corpus", "import", "a.jsonl", "-o", "c", "--kind", "x\n---\ny"],
            files=FILES,
        ),
        gaoyou(
            "import with a place that steers",
            ["corpus", "import", "a.jsonl", "-o", "c", "--place", "\x1b[2J"],
            files=FILES,
        ),
        gaoyou("import as another format", "corpus import a.jsonl -o c -f docbin", files=FILES),
        gaoyou(
            "import for an annotator of nobody",
            "corpus import a.jsonl -o c -f label-studio --annotator x",
            files=FILES,
        ),
        gaoyou("a date in the year 0", "corpus import a.jsonl -o c --date 0000-01-01", files=FILES),
        gaoyou("a split of nobody", "evaluate a.jsonl a.jsonl --split nope", files=FILES),
        gaoyou("records of a text", "evaluate a.txt a.jsonl --records", files=FILES),
        gaoyou("tables as a format of nobody", "tables a.jsonl -o t.html", files=FILES),
        gaoyou(
            "tables without an ending, as a workbook", "tables a.jsonl -o t -f xlsx", files=FILES
        ),
        gaoyou("a lexicon that is a folder", "annotate a.txt -o o.jsonl --lexicon .", files=FILES),
        gaoyou(
            "a lexicon that is a device",
            "annotate a.txt -o o.jsonl --lexicon /dev/null",
            files=FILES,
        ),
        gaoyou(
            "a lexicon that is a table of articles",
            "annotate a.txt -o o.jsonl --lexicon a.csv",
            files=FILES,
        ),
        gaoyou("a command of nobody", ["\x1b[2J"]),
        gaoyou("an option of nobody", ["annotate", "--\x1b[2J"]),
        gaoyou("Spark's master without Spark", "annotate a.txt -o o --master local", files=FILES),
    ]
