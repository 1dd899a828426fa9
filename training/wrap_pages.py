"""Wraps the prose of Markdown pages at 100 columns; code, tables and headings stay as they are.

python training/wrap_pages.py docs/batch.md corpus/guidelines.md
"""

from __future__ import annotations

import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

WIDTH = 100
_ITEM = re.compile(r"\s*(?:[*+-]|\d+\.)\s+|\s*")
_OTHER = re.compile(r"\s*(?:[#>|*+-]\s|\d+[.)]\s|#+|```|===|---)|[|<!]|::")
"""What begins something else than the next line of a paragraph."""
_KEPT = ("|", "!", "<", "::", "#", ">", "    ")


def wrapped(text: str) -> str:
    """Return a page with its long paragraphs and items filled anew, the words unchanged.

    Parameters:
        text: Markdown.

    Examples:
        >>> [len(line) for line in wrapped("* " + "a long word of it " * 6 + "end").split("\\n")]
        [98, 16]
        >>> wrapped("```\\n" + "word " * 30 + "\\n```") == "```\\n" + "word " * 30 + "\\n```"
        True
    """
    return "\n".join(line for block in _blocks(text.split("\n")) for line in _filled(*block))


def _blocks(lines: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """Yield paragraphs and items whole, every other line alone; and whether it is prose."""
    code = False
    block: list[str] = []
    for line in lines:
        fence = line.lstrip().startswith("```")
        code = code != fence
        prose = not (fence or code or not line.strip() or line.startswith(_KEPT))
        if block and (not prose or _OTHER.match(line)):
            yield True, block
            block = []
        if prose:
            block.append(line)
        else:
            yield False, [line]
    if block:
        yield True, block


def _filled(prose: bool, block: list[str]) -> list[str]:
    hard = any(line.endswith(("  ", "\\")) for line in block)  # a break of the line is meant
    if not prose or hard or max(map(len, block)) <= WIDTH:
        return block
    start = block[0]
    mark = _ITEM.match(start)
    first = mark[0] if mark else ""
    body = " ".join([start[len(first) :], *(line.strip() for line in block[1:])])
    lines = textwrap.wrap(
        body,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return block if any(_OTHER.match(line) for line in lines[1:]) else lines


def main(names: list[str]) -> int:
    """Wrap pages in place."""
    for name in names:
        path = Path(name)
        text = path.read_text(encoding="utf-8")
        path.write_text(wrapped(text), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
