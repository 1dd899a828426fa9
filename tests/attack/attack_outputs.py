"""Outputs: something stands in the way, or a wrong word could cost somebody's files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from attack import Attack, gaoyou
from attack_corpora import HEAD

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
LINE = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + "\n"
FORMATS = (
    "jsonl",
    "csv",
    "html",
    "parquet",
    "docbin",
    "brat",
    "doccano",
    "label-studio",
    "conll",
    "xlsx",
    "duckdb",
    "sqlite",
)


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_overwriting(), *_in_the_way(), *_ids(), *_spoiled_runs()]


def _overwriting() -> list[Attack]:
    """``--overwrite`` replaces an output, never what goes in or what is somebody's."""
    news = {"news/a.txt": TEXT, "news/thesis.docx": "years of work"}
    run = {"run/manifest.json": '{"format":"jsonl","parts":[]}', "run/mine.txt": "mine"}
    corpus = {"c/a.txt": HEAD.format(id="a")}
    return [
        gaoyou(
            "the folder of inputs as brat", "annotate news -o news -f brat --overwrite", files=news
        ),
        gaoyou(
            "the folder above the inputs as brat",
            "annotate news/sub -o news -f brat --overwrite",
            files={**news, "news/sub/b.txt": TEXT},
        ),
        gaoyou(
            "a folder of others as brat",
            "annotate a.txt -o news -f brat --overwrite",
            files={"a.txt": TEXT, **news},
        ),
        gaoyou("the folder of inputs as parts", "annotate news -o news --overwrite", files=news),
        gaoyou(
            "the folder one is in, as brat",
            "annotate a.txt -o . -f brat --overwrite",
            files={"a.txt": TEXT},
        ),
        gaoyou(
            "the folder one is in, as parts",
            "annotate a.txt -o . --overwrite",
            files={"a.txt": TEXT},
        ),
        gaoyou(
            "the corpus itself as brat", "corpus export c -o c -f brat --overwrite", files=corpus
        ),
        gaoyou(
            "the corpus itself as a file",
            "corpus export c -o c/a.txt -f jsonl --overwrite",
            files=corpus,
        ),
        gaoyou("the run itself as tables", "tables run -o run --overwrite", files=run),
        gaoyou("the folder above the run as tables", "tables run -o ./ --overwrite", files=run),
        gaoyou("the folder one is in, as tables", "tables run -o . --overwrite", files=run),
        gaoyou(
            "a folder of others as tables", "tables run -o news --overwrite", files={**run, **news}
        ),
        gaoyou(
            "the file of records as tables",
            "tables a.jsonl -o a.jsonl -f sqlite --overwrite",
            files={"a.jsonl": LINE},
        ),
        gaoyou(
            "the file of records by a link",
            "tables a.jsonl -o b.sqlite --overwrite",
            files={"a.jsonl": LINE},
            prepare=lambda: os.symlink("a.jsonl", "b.sqlite"),
        ),
        gaoyou(
            "the input by a hard link",
            "annotate a.jsonl -o b.jsonl --overwrite",
            files={"a.jsonl": LINE},
            prepare=lambda: os.link("a.jsonl", "b.jsonl"),
        ),
        gaoyou(
            "a page drawn over its file",
            ["show", "a.txt", "--page", "1", "-o", "a.txt"],
            files={"a.txt": TEXT},
        ),
        gaoyou(
            "the gold as its import",
            "corpus import c -o c -f brat --overwrite",
            files={**corpus, "c/a.ann": ""},
        ),
        gaoyou(
            "a lexicon as the output",
            "annotate a.txt -o l.csv --lexicon l.csv --overwrite",
            files={"a.txt": TEXT, "l.csv": "县水务局,ORG,\n"},
        ),
        gaoyou("the root as tables", "tables run -o / --overwrite", files=run),
        gaoyou("the parent as tables", ["tables", "run", "-o", "..", "-f", "csv"], files=run),
    ]


def _in_the_way() -> list[Attack]:
    def folder(name: str) -> Callable[[], object]:
        return lambda: os.makedirs(f"{name}/x")

    files = {"a.txt": TEXT, "a.jsonl": LINE}
    found = [
        gaoyou(
            f"a folder named as the {format}",
            ["annotate", "a.txt", "-o", f"o{ending}", "-f", format, "--overwrite"],
            files=files,
            prepare=folder(f"o{ending}"),
        )
        for format, ending in (
            ("csv", ".csv"),
            ("duckdb", ".duckdb"),
            ("xlsx", ".xlsx"),
            ("brat", ""),
        )
    ]
    found += [
        gaoyou(
            f"a {what} as {name}", f"annotate a.txt -o o.jsonl{more}", files=files, prepare=prepare
        )
        for what, name, more, prepare in (
            ("folder", "the list of rejects", " gone.txt", folder("o.jsonl.rejects.jsonl")),
            ("folder", "the list of what is skipped", " .", folder("o.jsonl.skipped.jsonl")),
            ("file", "the hidden folder", "", lambda: Path(".o.jsonl.parts").write_bytes(b"")),
            ("link", "the hidden folder", "", lambda: os.symlink("gone", ".o.jsonl.parts")),
            ("folder", "the lock", "", lambda: os.makedirs(".o.jsonl.parts/.gaoyou/lock")),
            ("folder", "the ids", "", lambda: os.makedirs(".o.jsonl.parts/.gaoyou/ids")),
            (
                "folder",
                "the description",
                "",
                lambda: os.makedirs(".o.jsonl.parts/.gaoyou/run.json"),
            ),
            ("folder", "a part", "", lambda: os.makedirs(".o.jsonl.parts/part-000000.jsonl")),
            (
                "folder",
                "a sidecar",
                "",
                lambda: os.makedirs(".o.jsonl.parts/.gaoyou/part-000000.json"),
            ),
        )
    ]
    found += [
        gaoyou(f"-o {name!r}"[:40], ["annotate", "a.txt", "-o", name], files=files)
        for name in (
            "",
            "/dev/full",
            "/dev/null",
            "/proc/x.jsonl",
            "a.txt/o.jsonl",
            "a\0b.jsonl",
            "\x1b[2J.jsonl",
            "o.xyz",
            "o.jsonl/",
            "./-",
            "x/../o.jsonl",
            "\n.jsonl",
            "ô/长/x.csv",
        )
    ]
    return found + [
        gaoyou(
            f"{format} to standard output",
            ["annotate", "a.txt", "-o", "-", "-f", format],
            files=files,
        )
        for format in FORMATS
        if format not in ("parquet", "docbin", "xlsx")  # bytes
    ]


def _ids() -> list[Attack]:
    """Ids that are names of files, elements or sheets elsewhere."""
    ids = (
        "../../x",
        "/etc/x",
        "a/b",
        "a\\b",
        "CON",
        "aux.txt",
        ".",
        "a" * 3000,
        "a\tb",
        "a:b*?",
        "<b>",
        "'; drop table x",
        "{{7*7}}",
        "%s%n",
        "𠮷" * 90,
        "\u202e",
    )
    rows = "".join(json.dumps({"id": one, "text": TEXT, "title": one}) + "\n" for one in ids)

    return [
        gaoyou(
            f"hostile ids as {format}",
            ["annotate", "a.jsonl", "-o", "o" if format == "brat" else f"o.{format}", "-f", format],
            files={"a.jsonl": rows},
            codes=(0,),
        )
        for format in FORMATS
    ]


def _spoiled_runs() -> list[Attack]:
    """Runs whose folders somebody changed, read as tables or taken up again."""
    manifests: tuple[object, ...] = (
        *(None, [], {}, 7, {"format": "jsonl"}, {"format": ["jsonl"], "parts": []}),
        {"format": "no", "parts": []},
        *(
            {"format": "jsonl", "parts": parts}
            for parts in (None, 7, [7], ["x"], [{"name": 7}], {"name": "x"})
        ),
        *(
            {"format": "jsonl", "parts": [{"name": name}]}
            for name in (
                "",
                ".",
                "..",
                "../a.jsonl",
                "/etc/passwd",
                "a\0b",
                "\x1b[2J",
                "manifest.json",
            )
        ),
    )
    found = [
        gaoyou(
            f"a manifest {content!r}"[:60],
            "tables run -o t.sqlite",
            files={"a.jsonl": LINE, "run/manifest.json": json.dumps(content)},
        )
        for content in manifests
    ]
    sidecars: tuple[object, ...] = (
        *([], {}, {"identity": 7}, 7, None),
        *({"identity": "x", "records": value} for value in (-1, "x", 10**30, None)),
    )
    for content in sidecars:
        text = json.dumps(content)
        names = ("run.json", "part-000000.json", "part-000001.json")
        files = {f"out/.gaoyou/{name}": text for name in names}
        found.append(
            gaoyou(
                f"a run with {content!r}"[:60],
                "annotate a.txt -o out --overwrite",
                files={"a.txt": TEXT, **files},
                keeps=("a.txt",),
                codes=(0, 1),
            )
        )
    return found
