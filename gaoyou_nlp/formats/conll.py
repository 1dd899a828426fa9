r"""CoNLL by character: one character and its BIO tag a line, a blank line after each paragraph.

An article opens with ``# id = …``. Blanks, line ends and ``\`` are written as ``\s``, ``\n`` or
``\u3000``, so that tools which part columns at any white space read the file too.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterable, Iterator
from os import PathLike, fspath
from typing import IO

from gaoyou_nlp.errors import ReadError, quoted
from gaoyou_nlp.formats.json_text import parse_json
from gaoyou_nlp.formats.tags import TagError, is_tag, tagged_spans
from gaoyou_nlp.reading.decoding import detect
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

_SAMPLE = 2**16
"""Bytes by which the encoding of a file is told."""

_START = "-DOCSTART-"
_REMARK = "# "
_MOST_COLUMNS = 4
_BLANKS = re.compile(" +")


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        stream.write("".join(_lines(record)).encode("utf-8"))
        count += 1
    return count


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read a file as written here, or a file of others: a token and its tag a line.

    Tokens are characters or words; two to four columns are parted by tabs or blanks, the tag is in
    the last. It is of BIO, IOB1, BIOES, BMES or BILOU, with ``-`` or ``_`` before the label. An
    empty line ends a sentence, which becomes a line of the text; Latin words get a blank between
    them.

    Parameters:
        path: The file, in UTF-8 or GB18030.

    Yields:
        Records; without lines ``# id = …`` or ``-DOCSTART-`` all of it is one article.

    Raises:
        ReadError: Naming the first line that is no token and tag, or whose tag goes on with
            nothing.
    """
    with open_bytes(fspath(path)) as stream:
        encoding = _encoding(stream.peek(_SAMPLE), path)
        article = _Reader(path)
        number = 0
        while raw := stream.readline(_LONGEST_LINE):
            number += 1
            try:
                line = raw.decode(encoding).rstrip("\r\n")
            except UnicodeDecodeError as error:
                name = encoding.upper().removesuffix("-SIG")
                raise ReadError(f"is not {name}.", path=path, line=number) from error
            if line.startswith(_ID):
                yield from article.taken()
                article.begin(line, number)
            elif line.startswith(_START):
                yield from article.taken()
            elif line:
                article.add(line, number)
            else:
                article.end_sentence()
        yield from article.taken()


def _encoding(sample: bytes, path: str | PathLike[str]) -> str:
    """UTF-8 where the beginning of a file is such, else what it seems to be."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        name = detect(sample, path=path)
        if name != "gb18030":
            raise ReadError(f"is {name}. Convert it to UTF-8.", path=path) from None
        return name
    return "utf-8-sig"


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
    """Gathers the tokens and tags of one article."""

    def __init__(self, path: str | PathLike[str]) -> None:
        self._path = path
        self._columns: int | None = None
        self._count = 0
        self._clear()

    def _clear(self) -> None:
        self._id: str | None = None
        self._text: list[str] = []
        self._tokens: list[tuple[int, int]] = []
        self._tags: list[str] = []
        self._lines: list[int] = []
        self._breaks: list[int] = []
        self._size = 0
        self._ended = False

    def begin(self, line: str, number: int) -> None:
        """Open an article by its line of id."""
        value = line.removeprefix(_ID)
        self._id = value
        if value.startswith('"'):
            self._id = str(parse_json(value, path=self._path, line=number))

    def end_sentence(self) -> None:
        """Note an empty line."""
        self._ended = True

    def add(self, line: str, number: int) -> None:
        """Add a line of a token and its tag."""
        columns = line.split("\t") if "\t" in line else _BLANKS.split(line.rstrip(" "))
        token = _token(columns[0] or " ")
        tag = columns[-1].strip()
        if not is_tag(tag) and line.startswith(_REMARK):
            return
        if token is None or not 2 <= len(columns) <= _MOST_COLUMNS or not is_tag(tag):
            raise self._error(f"{quoted(line)} is no token with a tag", number)
        if self._columns not in (None, len(columns)):
            reason = f"{quoted(line)} has {len(columns)} columns, the line before {self._columns}"
            raise self._error(reason, number)
        self._columns = len(columns)
        before = self._text[-1] if self._text else ""
        if self._ended and before and not before.endswith("\n"):
            self._append("\n")
            self._breaks.append(len(self._tokens))
        elif _need_a_blank(before, token):
            self._append(" ")
        self._ended = False
        self._tokens.append((self._size, self._size + len(token)))
        self._append(token)
        self._tags.append(tag)
        self._lines.append(number)

    def _append(self, text: str) -> None:
        self._text.append(text)
        self._size += len(text)

    def taken(self) -> Iterator[Record]:
        """Close the article, if there is one."""
        if self._id is not None or self._text:
            self._count += 1
            text = "".join(self._text)
            id = str(self._count) if self._id is None else self._id
            yield Record(Article(id, text), tuple(self._spans(text)))
        self._clear()

    def _spans(self, text: str) -> Iterator[Span]:
        try:
            spans = tagged_spans(self._tags, self._breaks)
        except TagError as error:
            raise self._error(str(error), self._lines[error.index]) from error
        for first, stop, label in spans:
            start, end = self._tokens[first][0], self._tokens[stop - 1][1]
            yield Span(start, end, label, text[start:end])

    def _error(self, reason: str, number: int) -> ReadError:
        wanted = (
            f"A line is a token, at most {_MOST_COLUMNS - 2} other columns, and a tag such as O, "
            "B-ORG or I-ORG (BIO, IOB1, BIOES, BMES, BILOU). Convert the file to that."
        )
        return ReadError(f"{reason}. {wanted}", path=self._path, line=number)


def _need_a_blank(before: str, token: str) -> bool:
    """Whether two tokens are Latin words or numbers, not the characters of one."""
    ends = before[-1:] + token[:1]
    return len(before) + len(token) > 2 and len(ends) == 2 and ends.isascii() and ends.isalnum()


def _token(name: str) -> str | None:
    if name in _CHARS:
        return _CHARS[name]
    code = _CODE.fullmatch(name)
    if code is not None:
        number = int(code[1], 16)
        return chr(number) if number <= 0x10FFFF and number not in _SURROGATES else None
    return name
