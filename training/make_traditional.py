"""Write gaoyou_nlp/language/data/traditional.tsv: traditional characters and their simplified ones.

Run with OpenCC installed (the package ``opencc``):
python training/make_traditional.py > gaoyou_nlp/language/data/traditional.tsv
"""

from __future__ import annotations

import datetime
import sys
from importlib.metadata import version

from opencc import OpenCC

_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0x20000, 0x32000))
"""The ideographs of Unicode without those that are there for compatibility."""


def pairs() -> dict[str, str]:
    """Return every character that OpenCC turns into one other character, and that one."""
    convert = OpenCC("t2s").convert
    found = {}
    for first, last in _BLOCKS:
        for character in map(chr, range(first, last)):
            simplified = convert(character)
            if simplified != character and len(simplified) == 1:
                found[character] = simplified
    return found


def is_simplified_too(character: str) -> bool:
    """Tell whether simplified text has the character as well: whether GB 2312 holds it."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Write the table to standard output."""
    header = [
        f"# source: OpenCC {version('opencc')}, traditional to simplified, character by character",
        "# licence: Apache-2.0",
        f"# date: {datetime.date.today().isoformat()}",
        "# made by: training/make_traditional.py",
        "# columns: traditional, simplified, where it stands: in traditional text only, or in both",
    ]
    rows = [
        f"{traditional}\t{simplified}\t{'both' if is_simplified_too(traditional) else 'only'}"
        for traditional, simplified in sorted(pairs().items())
    ]
    sys.stdout.write("\n".join(header + rows) + "\n")


if __name__ == "__main__":
    main()
