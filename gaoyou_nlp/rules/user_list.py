"""A user's word list: a table that a person edits in Excel or in an editor.

One entry a row: surface, label, optionally a canonical name. The label ``-`` blocks: where the
surface stands, nothing of rules or model is taken that lies inside it. Tab, comma or semicolon
between the columns; a row of headings and rows beginning with ``#`` are passed over.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gaoyou_nlp.errors import LexiconError
from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.reading import decode

BLOCK = "-"
_HEADINGS = ("surface", "词", "词语", "名称")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a user's list.

    Parameters:
        surface: The characters to be found.
        label: One of ``LABELS``, or ``-`` to block.
        canonical: Another name to give with the span, or None.
        rule: What a span made by it is named by: ``lexicon:FILE:LINE``.
    """

    surface: str
    label: str
    canonical: str | None
    rule: str


def read_user_list(path: str | Path, *, encoding: str | None = None) -> list[Entry]:
    """Read and check a user's list.

    Parameters:
        path: A TSV or CSV file in UTF-8, GB18030 or UTF-16.
        encoding: Its encoding; found out if None.

    Returns:
        Its entries in order.

    Raises:
        LexiconError: Naming the line: no label, an unknown label, an empty surface, or a surface
            that the list has already with another label.
        ReadError: The file cannot be decoded.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise LexiconError(f"cannot be read: {error.strerror}.", path=path) from error
    text, _ = decode(content, encoding=encoding, path=str(path))
    return parse_user_list(text, path=str(path))


def parse_user_list(text: str, *, path: str = "list") -> list[Entry]:
    r"""Read a user's list from its text.

    Parameters:
        text: The table.
        path: Its file, for errors and for the entries' rule.

    Returns:
        Its entries in order.

    Raises:
        LexiconError: As ``read_user_list``.

    Examples:
        >>> parse_user_list("高峰\t-\n")[0].label
        '-'
    """
    lines = text.removeprefix("\ufeff").splitlines()
    labels: dict[str, tuple[str, int]] = {}
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        cells = [cell.strip() for cell in _cells(line)]
        if not any(cells) or line.startswith("#") or (number == 1 and _is_heading(cells)):
            continue
        surface, label = cells[0], cells[1] if len(cells) > 1 else ""
        if not surface:
            raise LexiconError(
                "the surface is empty. Write  surface, label.", path=path, line=number
            )
        if label not in LABELS and label != BLOCK:
            raise LexiconError(
                f"{label!r} is no label. Use one of {', '.join(LABELS)}, or {BLOCK} to block.",
                path=path,
                line=number,
            )
        before = labels.setdefault(surface, (label, number))
        if before[0] != label:
            raise LexiconError(
                f"{surface!r} is {before[0]} in line {before[1]} and {label} here. Keep one.",
                path=path,
                line=number,
            )
        if before[1] == number:
            canonical = cells[2] if len(cells) > 2 and cells[2] else None
            rule = f"lexicon:{Path(path).name}:{number}"
            entries.append(Entry(surface, label, canonical, rule))
    return entries


def _cells(line: str) -> Sequence[str]:
    for delimiter in "\t,;":
        if delimiter in line:
            return next(csv.reader([line], delimiter=delimiter))
    return [line]


def _is_heading(cells: Sequence[str]) -> bool:
    return cells[0].lower() in _HEADINGS
