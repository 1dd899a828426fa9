"""Makes the documents of an invented town, and says which are read as a person reads them.

``python tests/documents/towns/make.py FOLDER [NAME ...]`` writes all, or those whose name begins
so, and compares.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.documents.towns import carried, pages, second, sheets, word_files
from tests.documents.towns.case import Case, faults

CASES: tuple[Case, ...] = (
    *word_files.CASES,
    *sheets.CASES,
    *pages.CASES,
    *carried.CASES,
    *second.CASES,
)


def main() -> None:
    """Make, read, compare."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    good = count = 0
    for case in CASES:
        if not case.name.startswith(tuple(sys.argv[2:]) or ""):
            continue
        path = folder / case.name
        path.write_bytes(case.make())
        wrong = list(faults(case, path))
        count += 1
        good += not wrong
        sys.stdout.write(f"{case.name:28} {'as a person reads it' if not wrong else ''}\n")
        sys.stdout.writelines(f"    {fault}\n" for fault in wrong)
        sys.stdout.flush()
    sys.stdout.write(f"{good} of {count}\n")


if __name__ == "__main__":
    main()
