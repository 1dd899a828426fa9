"""How far two readers agree on the passages that both annotated.

python training/readings/agree.py
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from gaoyou_nlp import LABELS

HERE = Path(__file__).parent


def read(path: Path) -> dict[str, set[tuple[int, int, str]]]:
    """Return the spans of each passage of a file."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["passage"]: {(s, e, label) for s, e, label in row["spans"]} for row in rows}


def main() -> int:
    """Print a table of F1 by label, spans in doubt left out."""
    first, second = read(HERE / "annotations.jsonl"), read(HERE / "second.jsonl")
    counts: Counter[tuple[str, str]] = Counter()
    for name, spans in second.items():
        for span in first[name] | spans:
            for which, some in (("first", first[name]), ("second", spans)):
                counts[span[2], which] += span in some
            counts[span[2], "both"] += span in first[name] and span in spans
    for which in ("first", "second", "both"):
        counts["micro", which] = sum(counts[label, which] for label in LABELS)
    sys.stdout.write("| label | first | second | F1 |\n|---|---|---|---|\n")
    for label in (*LABELS, "micro"):
        one, two, both = (counts[label, which] for which in ("first", "second", "both"))
        sys.stdout.write(f"| {label} | {one} | {two} | {200 * both / (one + two):.1f} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
