"""What a person says against the rules: pairs that are, or are not, the same."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from os import PathLike
from typing import Final

from gaoyou_nlp.errors import ReadError, quoted

COLUMNS: Final = ("a", "b", "same")

_YES: Final = ("same", "yes", "1", "true", "同", "同一", "是", "相同")
_NO: Final = ("not same", "not", "no", "0", "false", "different", "不同", "否", "不是")


@dataclass(frozen=True, slots=True)
class Overrule:
    """A pair that is, or is not, the same.

    Parameters:
        a, b: Each an id as links have it, or ``article_id:name`` for what an article calls so.
        same: Whether they are the same.
        where: File and line, for reasons.
    """

    a: str
    b: str
    same: bool
    where: str


def read_overrules(path: str | PathLike[str]) -> tuple[Overrule, ...]:
    """Read a file of overrules.

    Parameters:
        path: CSV or TSV in UTF-8 or GB18030 (as Excel saves it) with the columns ``a``, ``b`` and
            ``same`` (same or not same, 同 or 不同); further columns are for notes.

    Raises:
        ReadError: It cannot be read, or a line does not say which two, or what of them.
    """
    from pathlib import Path

    from gaoyou_nlp.reading.decoding import decode

    try:
        text = decode(Path(path).read_bytes())[0]
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}.", path=path) from error
    return parse_overrules(text, path)


def parse_overrules(text: str, path: str | PathLike[str] = "overrules") -> tuple[Overrule, ...]:
    r"""Read overrules from text, as ``read_overrules`` does from a file.

    Examples:
        >>> [rule] = parse_overrules("a,b,same\n2020-1:叶大川,2022-3:叶大川,不同\n", "o.csv")
        >>> rule.same, rule.where
        (False, 'o.csv:2')
    """
    lines = text.removeprefix("\ufeff").splitlines()
    head = lines[0] if lines else ""
    delimiter = "\t" if "\t" in head else "," if "," in head else ";"
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error as error:
        raise ReadError(f"is no table: {error}.", path=path) from error
    names = [name.strip().lower() for name in rows[0]] if rows else []
    if not set(COLUMNS) <= set(names):
        raise ReadError(f"needs the columns {', '.join(COLUMNS)} in its first line.", path=path)
    at = [names.index(name) for name in COLUMNS]
    found = []
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [row[place].strip() if place < len(row) else "" for place in at]
        answer = cells[2].lower()
        if not (cells[0] and cells[1]) or answer not in (*_YES, *_NO):
            raise ReadError(
                f"expected two ids or article_id:name, and same or not same, not {quoted(answer)}.",
                path=path,
                line=number,
            )
        found.append(Overrule(cells[0], cells[1], answer in _YES, f"{path}:{number}"))
    return tuple(found)
