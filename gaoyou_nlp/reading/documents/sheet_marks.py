"""What a sheet of a workbook marks: hidden rows and columns, formulas that were never computed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from posixpath import normpath
from typing import Any

from gaoyou_nlp.errors import missing_extra

_BOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BLOCK = 2**20
_OVERLAP = 1000
"""Bytes kept of a block, so that a tag at its end is seen whole."""

_MOST_COLUMNS = 16_384
_TAG = re.compile(
    rb"<(?:\w{1,20}:)?(?P<name>row|col)\s(?P<rest>[^<>]{0,600})>"
    rb"|</(?:\w{1,20}:)?f>\s{0,20}(?P<empty><(?:\w{1,20}:)?v\s?/>|<(?:\w{1,20}:)?v></|</(?:\w{1,20}:)?c>)"
)
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']")
_NUMBER = re.compile(rb"\b(r|min|max)=[\"'](\d{1,7})[\"']")


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet marks.

    Parameters:
        rows, columns: The hidden ones, counted from 1.
        formulas: How many formulas hold no value.
    """

    rows: Collection[int] = frozenset()
    columns: Collection[int] = frozenset()
    formulas: int = 0

    def notes(self, sheet: str, rows: int, columns: int) -> Iterator[str]:
        """What a reader of the article is told.

        Parameters:
            sheet: The name of the sheet.
            rows, columns: How many hidden ones hold something.

        Examples:
            >>> list(Marks(formulas=2).notes("表", 1, 0))[0]
            'sheet 表: 1 hidden rows and 0 hidden columns are left out.'
        """
        if rows or columns:
            yield (f"sheet {sheet}: {rows} hidden rows and {columns} hidden columns are left out.")
        if self.formulas:
            yield (
                f"sheet {sheet}: {self.formulas} formulas hold no value, since no program computed "
                "them. Open the file in Excel or LibreOffice and save it."
            )


def marks_of(data: bytes) -> dict[str, Marks]:
    """Read what the sheets of a workbook mark.

    Parameters:
        data: An .xlsx file that is no bomb.

    Returns:
        The marks of each sheet by its name; nothing for a sheet that cannot be found.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
        if not {_BOOK, _LINKS} <= names:
            return {}
        targets = {
            link.get("Id"): normpath(f"/xl/{link.get('Target')}").lstrip("/")
            if not str(link.get("Target")).startswith("/")
            else str(link.get("Target")).lstrip("/")
            for link in _tree(package.read(_LINKS))
        }
        found = {}
        for element in _tree(package.read(_BOOK)).iter():
            path = targets.get(element.get(_ID), "")
            if element.tag.endswith("}sheet") and path in names:
                found[str(element.get("name"))] = _marks(package, path)
        return found


def _tree(data: bytes) -> Any:
    try:
        from defusedxml.ElementTree import fromstring
    except ImportError as error:
        raise missing_extra("defusedxml", "documents") from error
    return fromstring(data)


def _marks(package: zipfile.ZipFile, path: str) -> Marks:
    rows: set[int] = set()
    columns: set[int] = set()
    formulas = 0
    kept = b""
    with package.open(path) as stream:
        while block := stream.read(_BLOCK):
            text = kept + block
            end = 0
            for found in _TAG.finditer(text):
                end = found.end()
                if found["empty"]:
                    formulas += 1
                elif _HIDDEN.search(found["rest"]):
                    numbers = {name: int(number) for name, number in _NUMBER.findall(found["rest"])}
                    if found["name"] == b"row":
                        rows.add(numbers.get(b"r", 0))
                    elif numbers.get(b"max", 0) <= _MOST_COLUMNS:
                        columns.update(range(numbers.get(b"min", 1), numbers.get(b"max", 0) + 1))
            kept = text[max(end, len(text) - _OVERLAP) :]
    return Marks(frozenset(rows), frozenset(columns), formulas)
