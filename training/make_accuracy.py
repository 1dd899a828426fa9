"""Writes the scores of ``metrics/scores.json`` into ``docs/accuracy.md`` and the README.

python training/make_accuracy.py
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

from gaoyou_nlp import LABELS

ROOT = Path(__file__).parents[1]
SETS = {
    "real2": "real texts 2",
    "real": "real texts 1",
    "test": "corpus test",
    "dev": "corpus dev",
    "seed": "the user's pages",
}
ROWS = (*LABELS, "OFFICIAL+PERSON", "micro")


def percent(share: float) -> str:
    """Write a share as percent."""
    return f"{100 * share:.1f}"


def whole(scores: dict[str, Any]) -> str:
    """Return the table of rules, model and both on every set."""
    names = [name for name in SETS if name in scores]
    head = "| label |" + "".join(f" {SETS[name]}: rules | model | both (95 %) |" for name in names)
    lines = [head, "|---|" + "---|---|---|" * len(names)]
    for row in ROWS:
        cells = []
        for name in names:
            rules, model, both = (
                scores[name][use]["labels"][row] for use in ("rules", "model", "both")
            )
            low, high = both["interval"]
            cells.append(
                f" {percent(rules['f1'])} | {percent(model['f1'])} | "
                f"**{percent(both['f1'])}** ({percent(low)}–{percent(high)}) |"
            )
        lines.append(f"| {row} |" + "".join(cells))
    posts = "".join(
        "".join(f" {percent(scores[name][use]['posts']['f1'])} |" for use in ("rules", "model"))
        + f" **{percent(scores[name]['both']['posts']['f1'])}** |"
        for name in names
    )
    return "\n".join([*lines, f"| posts of officials |{posts}"])


def short(scores: dict[str, Any]) -> str:
    """Return the table of the README: rules and model together."""
    names = [name for name in ("real2", "real", "test") if name in scores]
    lines = [
        "| label |" + "".join(f" {SETS[name]} |" for name in names),
        "|---|" + "---|" * len(names),
    ]
    for row in ROWS:
        figures = (percent(scores[name]["both"]["labels"][row]["f1"]) for name in names)
        lines.append(f"| {row} | " + " | ".join(figures) + " |")
    figures = (percent(scores[name]["both"]["posts"]["f1"]) for name in names)
    return "\n".join([*lines, "| posts of officials | " + " | ".join(figures) + " |"])


def headline(scores: dict[str, Any]) -> str:
    """Return the sentence of the README that gives the most sober figure."""
    report = scores["real2"]["both"]
    micro = report["labels"]["micro"]
    low, high = (percent(share) for share in micro["interval"])
    return textwrap.fill(
        f"{percent(micro['f1'])} on {report['articles']} real texts of 2010 to 2026 (95 % interval "
        f"{low}–{high}); errors of eight of them were read while rules were written, the others "
        "were only counted.",
        100,
    )


def put(path: Path, mark: str, table: str) -> None:
    """Write a table or sentence between the marks of its name."""
    pattern = re.compile(f"(<!-- {mark} -->\n\n).*?(\n\n<!-- end -->)", re.DOTALL)
    text = path.read_text(encoding="utf-8")
    path.write_text(pattern.sub(lambda m: m[1] + table + m[2], text), encoding="utf-8")


def main() -> int:
    """Write both tables and the sentence."""
    metrics = json.loads((ROOT / "training" / "metrics" / "scores.json").read_text("utf-8"))
    put(ROOT / "docs" / "accuracy.md", "scores", whole(metrics["scores"]))
    put(ROOT / "README.md", "scores", short(metrics["scores"]))
    put(ROOT / "README.md", "headline", headline(metrics["scores"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
