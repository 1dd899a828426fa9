"""Sheets to read passages on, and the readers' answers to them.

A sheet shows each passage with the spans and posts that rules and model propose, numbered; a
reader answers with one line a correction, so that reading costs what the errors cost. A blind
sheet shows the bare text, and its reader proposes every span. Sheets hold text: they stay out of
the repository; what is kept (``annotations.jsonl``) is places, labels and checksums.

    python training/readings/sheets.py write ../shared/text FIRST LAST SHEET [--blind]
    python training/readings/sheets.py read ../shared/text FIRST LAST ANSWERS OUT READER [--blind]

The lines of an answer (parts set apart by tabs)::

    p001  +     ORG  市发改委  2      the second 市发改委 of the passage is ORG (* for each of them)
    p001  -     12                   the span numbered 12 is none
    p001  post  李某  市发改委|主任;|副市长    all posts of a person (instead of those shown)
    p001  ok                          the passage was read to its end

A new span takes the place of every span that it overlaps.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from pathlib import Path
from typing import Any

import gaoyou_nlp
from gaoyou_nlp import LABELS, Article

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CHOICES = {*LABELS, "OPT"}


def passages(folder: Path) -> dict[str, tuple[dict[str, Any], str]]:
    """Return row and text of each passage, the checksum compared.

    Raises:
        ValueError: A text is not at hand, or is another one than was read.
    """
    rows = [json.loads(line) for line in (HERE / "passages.jsonl").open(encoding="utf-8")]
    wanted = {(row["source"], row["id"]) for row in rows}
    known = {}
    for path in sorted([*folder.glob("*.jsonl.gz"), *folder.glob("local/*.jsonl.gz")]):
        source = path.name.split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                row = json.loads(line)
                key = source, str(row.get("id", f"{source}-{number:05}"))
                if key in wanted:
                    known[key] = row["text"]
    found = {}
    for row in rows:
        text = known.get((row["source"], row["id"]))
        if text is None:
            raise ValueError(f"{folder}: no text {row['id']} of {row['source']}.")
        text = text[row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
            raise ValueError(f"{row['passage']}: {row['id']} is not the text that was read.")
        found[row["passage"]] = row, text
    return found


def proposals(texts: dict[str, str]) -> dict[str, gaoyou_nlp.Record]:
    """Return what rules and model find in each passage."""
    nlp = gaoyou_nlp.load()
    articles = [Article(name, text) for name, text in texts.items()]
    return {r.article.id: r for r in gaoyou_nlp.annotate(articles, nlp)}


def sheet(name: str, text: str, record: gaoyou_nlp.Record | None) -> str:
    """Show one passage."""
    if record is None:
        return f"### {name}\n{text}\n"
    shown, at = [], 0
    for number, span in enumerate(record.spans):
        shown.append(f"{text[at : span.start]}[{number}:{span.text}|{span.label}]")
        at = span.end
    lines = [f"### {name}", "".join(shown) + text[at:]]
    for official in record.officials:
        posts = ";".join(f"{p.org or ''}|{p.title}" for p in official.posts)
        lines.append(f"    post {official.name}: {posts}")
    return "\n".join(lines) + "\n"


def corrected(
    name: str, text: str, record: gaoyou_nlp.Record | None, lines: list[list[str]]
) -> dict[str, Any]:
    """Apply a reader's lines to what was proposed."""
    spans = {(s.start, s.end): s.label for s in record.spans} if record else {}
    numbered = [(s.start, s.end) for s in record.spans] if record else []
    posts = (
        {o.name: [[p.org, p.title] for p in o.posts] for o in record.officials} if record else {}
    )
    for line in lines:
        kind, *rest = line
        if kind == "-":
            spans.pop(numbered[int(rest[0])], None)
        elif kind == "+":
            label, surface, *which = rest
            places = [m.start() for m in re.finditer(re.escape(surface), text)]
            if label not in CHOICES or not places:
                raise ValueError(f"{name}: {line}: no such label, or no such text in the passage.")
            if which and which[0] != "*":
                places = [places[int(which[0]) - 1]]
            elif not which and len(places) > 1:
                raise ValueError(f"{name}: {line}: stands {len(places)} times; say which, or *.")
            for start in places:
                end = start + len(surface)
                for other in [k for k in spans if k[0] < end and start < k[1]]:
                    del spans[other]
                spans[start, end] = label
        elif kind == "post":
            pairs = [p.split("|") for p in rest[1].split(";") if p] if len(rest) > 1 else []
            posts[rest[0]] = [[org or None, title] for org, title in pairs]
        elif kind != "ok":
            raise ValueError(f"{name}: {line}: the second part is +, -, post or ok.")
    names = {text[s:e] for (s, e), label in spans.items() if label == "OFFICIAL"}
    return {
        "passage": name,
        "spans": [[*place, label] for place, label in sorted(spans.items())],
        "posts": {k: v for k, v in posts.items() if k in names},
    }


def main() -> int:
    """Write sheets or read answers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("write", "read"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int)
    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("reader", nargs="?")
    parser.add_argument("--blind", action="store_true")
    options = parser.parse_args()
    chosen = {
        name: text
        for name, (_, text) in passages(options.folder).items()
        if options.first <= int(name[1:]) <= options.last
    }
    records = {} if options.blind else proposals(chosen)
    if options.what == "write":
        shown = (sheet(name, text, records.get(name)) for name, text in chosen.items())
        options.file.write_text("\n".join(shown), encoding="utf-8")
        return 0
    answers: dict[str, list[list[str]]] = {}
    for line in options.file.read_text(encoding="utf-8").splitlines():
        if line.strip():
            name, *rest = line.rstrip().split("\t")
            answers.setdefault(name, []).append(rest)
    faults, kept = [], []
    for name, lines in answers.items():
        try:
            if ["ok"] in lines:
                row = corrected(name, chosen[name], records.get(name), lines)
                kept.append({**row, "reader": options.reader})
        except (ValueError, IndexError, KeyError) as fault:
            faults.append(str(fault))
    options.out.write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in kept), encoding="utf-8"
    )
    sys.stderr.write(
        "\n".join([*faults, f"{len(kept)} of {len(chosen)} passages, {len(faults)} faults"]) + "\n"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
