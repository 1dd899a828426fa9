r"""CoNLL by character: one character and its BIO tag a line, a blank line after each paragraph.

An article opens with ``# id = …``. Blanks, line ends and ``\`` are written as ``\s``, ``\n`` or
``\u3000``, so that tools which part columns at any white space read the file too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import partial
from os import PathLike, fspath
from typing import IO

from gaoyou_nlp.errors import ReadError, quoted
from gaoyou_nlp.formats import writing
from gaoyou_nlp.formats.json_text import parse_json
from gaoyou_nlp.reading.opening import open_bytes
from gaoyou_nlp.records import Article, Record, Span

_ID = "# id = "
_NAMES = {" ": "\\s", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\"}
_CHARS = {name: char for char, name in _NAMES.items()}
_CODE = re.compile(r"\\u([0-9a-f]{4,6})")
_SURROGATES = range(0xD800, 0xE000)
"""Codes that are half of a pair and no character."""
_LONGEST_LINE = 2**16
"""Bytes of a line: a character and a tag, or an id."""


write = partial(writing.write, format="conll")
"""Write records to a file of this format; see ``gaoyou_nlp.write``."""


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        stream.write("".join(_lines(record)).encode("utf-8"))
        count += 1
    return count


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read a file as written here, or any file of one character and a BIO tag a line.

    Parameters:
        path: The file.

    Yields:
        Records; without a line ``# id = …`` all of it is one article.

    Raises:
        ReadError: Naming the first line that is no character and tag, or whose tag goes on with
            nothing.
    """
    with open_bytes(fspath(path)) as stream:
        article = _Reader(path)
        number = 0
        while raw := stream.readline(_LONGEST_LINE):
            number += 1
            try:
                line = raw.decode("utf-8").rstrip("\r\n")
            except UnicodeDecodeError as error:
                raise ReadError("is not UTF-8.", path=path, line=number) from error
            if line.startswith(_ID):
                yield from article.taken()
                article.begin(line, number)
            elif line:
                article.add(line, number)
        yield from article.taken()


def _lines(record: Record) -> Iterator[str]:
    tags = ["O"] * len(record.text)
    for span in record.spans:
        tags[span.start] = f"B-{span.label}"
        tags[span.start + 1 : span.end] = [f"I-{span.label}"] * (span.end - span.start - 1)
    yield f"{_ID}{json.dumps(record.id, ensure_ascii=True)}\n"
    for char, tag in zip(record.text, tags, strict=True):
        yield f"{_name(char)}\t{tag}\n"
        if char == "\n":
            yield "\n"
    yield "\n"


def _name(char: str) -> str:
    if char in _NAMES:
        return _NAMES[char]
    return f"\\u{ord(char):04x}" if char.isspace() or not char.isprintable() else char


class _Reader:
    """Gathers the characters and spans of one article."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._path = path
        self._id: str | None = None
        self._text: list[str] = []
        self._spans: list[tuple[int, int, str]] = []

    def begin(self, line: str, number: int) -> None:
        """Open an article by its line of id."""
        value = line.removeprefix(_ID)
        self._id = value
        if value.startswith('"'):
            self._id = str(parse_json(value, path=self._path, line=number))

    def add(self, line: str, number: int) -> None:
        """Add a line of a character and its tag."""
        name, tab, tag = line.rpartition("\t") if "\t" in line else line.rpartition(" ")
        char = _char(name)
        begins, _, label = tag.partition("-")
        at = len(self._text)
        last = self._spans[-1] if self._spans else (0, -1, "")
        goes_on = begins == "I" and last[1:] == (at, label)
        if not tab or char is None or not (goes_on or tag == "O" or (begins == "B" and label)):
            raise ReadError(
                f"{quoted(line)} is no character with O, B-LABEL or a going on I-LABEL.",
                path=self._path,
                line=number,
            )
        self._text.append(char)
        if begins == "B":
            self._spans.append((at, at + 1, label))
        elif goes_on:
            self._spans[-1] = (last[0], at + 1, label)

    def taken(self) -> Iterator[Record]:
        """Close the article, if there is one."""
        if self._id is not None or self._text:
            text = "".join(self._text)
            spans = tuple(Span(s, e, label, text[s:e]) for s, e, label in self._spans)
            yield Record(Article("1" if self._id is None else self._id, text), spans)
        self._id, self._text, self._spans = None, [], []


def _char(name: str) -> str | None:
    if name in _CHARS:
        return _CHARS[name]
    code = _CODE.fullmatch(name)
    if code is not None:
        number = int(code[1], 16)
        return chr(number) if number <= 0x10FFFF and number not in _SURROGATES else None
    return name if len(name) == 1 else None
