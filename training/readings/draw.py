"""Draws the passages that are read and annotated: where, out of which texts, by a seed.

Every text of the genre's core (two different words of ``CORE``) gives one passage; the rest are
spread over sources, kinds and provinces, and among several windows of a text the one is taken in
which rules and model disagree most. Only places are written (text, offsets, checksum), no text.

    python training/readings/draw.py ../shared/text training/readings/passages.jsonl
    python training/readings/draw.py ../shared/text training/readings/passages.jsonl \
        --seed 15 --further
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gaoyou_nlp
from gaoyou_nlp import Article

CORE = re.compile("县委|市委|县长|镇长|管委会|总投资|开工|签约|招商|中标")
PROVINCES = re.compile(
    "北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|"
    "广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆"
)
CENTRAL = ("xinwenlianbo", "gov_work_reports", "gov-cn-policy")
LENGTH = 680
"""Characters of a passage, about; it starts and ends where a sentence does."""

SHARES = {
    "eb-trade-news": 170,
    "chinanews-2020": 70,
    "gov-hebei": 25,
    "chinanews-cido": 12,
    "beijing-letters": 10,
    "guomeicms": 10,
    "dockercms": 6,
    "changyang": 4,
    "dali-credit": 2,
    "xinwenlianbo": 12,
    "gov_work_reports": 6,
    "gov-cn-policy": 3,
}
"""How many passages besides the core each source gives."""


def texts(folder: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield source, id and row of each plain text."""
    for path in sorted([*folder.glob("*.jsonl.gz"), *folder.glob("local/*.jsonl.gz")]):
        source = path.name.split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                row = json.loads(line)
                yield source, str(row.get("id", f"{source}-{number:05}")), row


def windows(text: str) -> list[tuple[int, int]]:
    """Cut a text into passages that end where a sentence does."""
    cuts, start = [], 0
    ends = [m.end() for m in re.finditer("[。！？；\n]", text)] + [len(text)]
    for end in ends:
        if end - start >= LENGTH or end == len(text):
            if end > start:
                cuts.append((start, min(end, start + 2 * LENGTH)))
            start = end
    return [(s, e) for s, e in cuts if e - s >= 120] or [(0, min(len(text), LENGTH))]


def disagreement(pieces: list[str]) -> list[float]:
    """Count the spans of a piece that rules and model do not share, and those they find."""
    articles = [Article(str(i), piece) for i, piece in enumerate(pieces)]
    found = []
    for use in ("rules", "both"):
        nlp = gaoyou_nlp.load("rules") if use == "rules" else gaoyou_nlp.load()
        found.append(
            [
                {(s.start, s.end, s.label) for s in r.spans}
                for r in gaoyou_nlp.annotate(articles, nlp)
            ]
        )
    return [len(a ^ b) + 0.2 * len(a & b) for a, b in zip(*found, strict=True)]


def draw(
    folder: Path,
    seed: int,
    known: list[dict[str, Any]],
    shares: dict[str, int],
    *,
    again: bool = False,
) -> list[dict[str, Any]]:
    """Choose passages, none of them out of a text's windows that are ``known`` already.

    ``shares`` is how many each source gives besides the core; with ``again`` also texts of which
    a passage is known. The same folder, seed and known passages give the same ones.
    """
    rng = random.Random(seed)
    taken: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in known:
        taken[row["source"], row["id"]].append((row["start"], row["end"]))
    core, rest = [], defaultdict(list)
    for source, name, row in texts(folder):
        is_core = source not in SHARES or len(set(CORE.findall(row["text"]))) >= 2
        if is_core and source not in CENTRAL:
            core.append((source, name, row))
        elif again or (source, name) not in taken:
            rest[source].append((source, name, row))
    chosen = list(core)
    for source, number in shares.items():
        rows = rest[source]
        rng.shuffle(rows)
        seen: Counter[tuple[str, str]] = Counter()
        weighted = []
        for one in rows:
            place = PROVINCES.search(one[2]["text"])
            key = (str(one[2].get("kind")), place.group() if place else "")
            weighted.append((seen[key], len(weighted), one))
            seen[key] += 1
        chosen += [one for _, _, one in sorted(weighted, key=lambda w: w[:2])[:number]]
    pieces, owners = [], []
    for number, (source, name, row) in enumerate(chosen):
        before = taken[source, name]
        cuts = [
            (start, end)
            for start, end in windows(row["text"])
            if all(end <= first or start >= last for first, last in before)
        ]
        for cut in rng.sample(cuts, min(4, len(cuts))):
            pieces.append(row["text"][slice(*cut)])
            owners.append((number, cut))
    best: dict[int, tuple[float, tuple[int, int]]] = {}
    for (number, cut), score in zip(owners, disagreement(pieces), strict=True):
        if number not in best or score > best[number][0]:
            best[number] = score, cut
    drawn, seen_texts = [], {row["sha256"] for row in known}
    for number, (source, name, row) in enumerate(chosen):
        if number not in best:
            continue
        start, end = best[number][1]
        passage = row["text"][start:end]
        digest = hashlib.sha256(passage.encode()).hexdigest()[:16]
        if digest not in seen_texts:
            seen_texts.add(digest)
            drawn.append(
                {"source": source, "id": name, "start": start, "end": end, "sha256": digest}
            )
    rng.shuffle(drawn)
    return [{"passage": f"p{i:03}", **row} for i, row in enumerate(drawn, 1 + len(known))]


def main() -> None:
    """Write the list of passages."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=14)
    parser.add_argument("--further", action="store_true", help="append to those of the file")
    parser.add_argument(
        "--share", action="append", default=[], help="SOURCE=NUMBER instead of the usual shares"
    )
    parser.add_argument("--again", action="store_true", help="also texts that gave one before")
    options = parser.parse_args()
    shares = {name: int(number) for name, number in (one.split("=") for one in options.share)}
    known: list[dict[str, Any]] = []
    if options.further:
        known = [json.loads(line) for line in options.out.read_text("utf-8").splitlines()]
    rows = draw(options.folder, options.seed, known, shares or SHARES, again=options.again)
    with options.out.open("a" if options.further else "w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row) + "\n" for row in rows)
    characters = sum(row["end"] - row["start"] for row in rows)
    sys.stdout.write(f"{len(rows)} passages, {characters} characters\n")


if __name__ == "__main__":
    main()
