"""Corpora and exports of annotation tools that nobody should write, and some might."""

from __future__ import annotations

import json
import os

from attack import Attack, gaoyou

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_corpora(), *_exports()]


HEAD = (
    "id: {id}\nkind: 项目签约\nprovince: 江苏省\nplace: 甲县\ndate: 2020-02-01\nsplit: train\n"
    "origin: written\n---\n[5亿元|MONEY low=500000000]。\n"
)


def _corpora() -> list[Attack]:
    ids = ("../x", "a/b", "\x1b[2J", "A", "x" * 300, "", " ", ".", "con", "a\u202eb")
    lines = (
        "corpus check c",
        "corpus stats c",
        "corpus export c -o e.jsonl",
        "corpus export c -o e -f brat",
        "corpus build c -o b",
        "evaluate c --model rules",
    )
    bad = (
        HEAD.replace("MONEY", "MONEY" * 999),
        HEAD.replace("[5", "[" * 5000 + "5"),
        HEAD.replace("500000000", "1e999999"),
        HEAD.replace("500000000", "NaN"),
        HEAD.replace("2020-02-01", "2020-02-31"),
        HEAD.replace("split: train", "split: train\nsplit: test"),
        HEAD.replace("---\n", ""),
        HEAD + "---\n王一军: " + "/" * 5000 + "\n",
        HEAD + "---\n" * 99,
    )
    return [
        *(
            gaoyou(f"corpus id {one!r}"[:40], lines[at % 6], files={"c/a.txt": HEAD.format(id=one)})
            for at, one in enumerate(ids)
        ),
        *(
            gaoyou(f"corpus article {at}", lines[at % 6], files={"c/a.txt": text.format(id="a")})
            for at, text in enumerate(bad)
        ),
        gaoyou(
            "a corpus with a link to itself",
            "corpus check c",
            files={"c/a.txt": HEAD.format(id="a")},
            prepare=lambda: os.symlink(".", "c/c"),
        ),
        gaoyou(
            "a corpus with a folder named as an article",
            "corpus stats c",
            prepare=lambda: os.makedirs("c/a.txt"),
        ),
        gaoyou(
            "a corpus with a dangling link",
            "corpus check c",
            files={"c/a.txt": HEAD.format(id="a")},
            prepare=lambda: os.symlink("gone", "c/b.txt"),
        ),
        gaoyou("a corpus without an article", "corpus build c", files={"c/README": ""}),
        gaoyou(
            "two corpora of nothing in common",
            "corpus agree c d",
            files={"c/a.txt": HEAD.format(id="a"), "d/b.txt": HEAD.format(id="b")},
        ),
    ]


def _exports() -> list[Attack]:
    def brat(annotations: str, name: str = "a") -> dict[str, bytes | str]:
        return {f"in/{name}.txt": TEXT, f"in/{name}.ann": annotations}

    studio = {"id": 1, "data": {"id": "a", "text": TEXT}, "annotations": [{"result": []}]}

    def result(**value: object) -> str:
        its = {"type": "labels", "from_name": "label", "to_name": "text", "value": value}
        return json.dumps([{**studio, "annotations": [{"result": [its]}]}])

    line = "corpus import in -o c"
    return [
        gaoyou("brat: a span in two pieces", line, files=brat("T1\tORG 0 2;3 4\t县水 局\n")),
        gaoyou("brat: a span behind the text", line, files=brat("T1\tORG 0 9999\tx\n")),
        gaoyou("brat: a span the wrong way", line, files=brat("T1\tORG 4 0\tx\n")),
        gaoyou(
            "brat: relations, events, notes",
            line,
            files=brat("R1\tx Arg1:T1 Arg2:T2\nE1\tT1\n#1\tAnnotatorNotes T9\tx\n*\tEquiv T1 T2\n"),
        ),
        gaoyou(
            "brat: two of one number", line, files=brat("T1\tORG 0 4\t县水务局\nT1\tGPE 0 1\t县\n")
        ),
        gaoyou("brat: annotations alone", line, files={"in/a.ann": "T1\tORG 0 4\t县水务局\n"}),
        gaoyou("brat: a text alone", line, files={"in/a.txt": TEXT}),
        gaoyou("brat: offsets in Arabic digits", line, files=brat("T1\tORG ٠ ٤\t县水务局\n")),
        *(
            gaoyou(
                f"Label Studio {value!r}"[:50],
                "corpus import a.json -o c -f label-studio",
                files={"a.json": result(**value)},
            )
            for value in (
                {"start": 0, "end": 4, "labels": ["ORG"]},
                {"start": "0", "end": "4", "text": "县水务局", "labels": ["ORG"]},
                {"start": 0.5, "end": 4, "labels": ["ORG"]},
                {"start": True, "end": 10**20, "labels": ["ORG"]},
                {"start": 0, "end": 4, "labels": []},
                {"start": 0, "end": 4, "labels": ["ORG", "GPE"]},
                {"start": 0, "end": 4, "labels": [["\x1b[2J"]]},
                {"start": 4, "end": 0, "labels": "ORG"},
            )
        ),
        *(
            gaoyou(
                f"doccano {label!r}"[:50],
                "corpus import a.jsonl -o c -f doccano",
                files={"a.jsonl": json.dumps({"id": 1, "text": TEXT, "label": label})},
            )
            for label in (
                None,
                [[0, 4]],
                [[0, 4, None]],
                [["0", "4", "ORG"]],
                [[0, 4, "\x1b[2J"]],
                {"a": 1},
                [[0, 1e400, "ORG"]],
            )
        ),
        *(
            gaoyou(f"CoNLL {text!r}"[:50], "corpus import a.conll -o c", files={"a.conll": text})
            for text in (
                "",
                "\n\n\n",
                "县 I-ORG\n水 B-\n",
                "县\n水\n",
                "县 B-ORG x y\n",
                "# id = \x1b[2J\n县 B-ORG\n",
                "县水 B-ORG\n",
                " B-ORG\n",
                "县 S-ORG\n水 E-ORG\n",
            )
        ),
    ]
