"""Reads JSON Lines: one article a line, a line that is spoiled costs no other."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

from gaoyou_nlp.errors import ReadError, first_line
from gaoyou_nlp.reading.decoding import detect
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.reading.rows import Input, Options, article_of
from gaoyou_nlp.records import Article, Reject

_SAMPLE = 2**16


def read_json_lines(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a JSON Lines file.

    Parameters:
        file: The file.
        options: How to read.

    Yields:
        An article or a reject for every line that is not blank, in order.
    """
    line = 0
    try:
        with open_bytes(file.path, max_bytes=options.max_bytes, stream=file.stream) as stream:
            encoding = options.encoding or line_encoding(stream.peek(_SAMPLE)[:_SAMPLE])
            for line, raw in enumerate(raw_lines(stream, encoding), 1):
                if raw.strip():
                    yield _article(raw, file, line, options, encoding)
    except ReadError as error:
        yield Reject(None, file.name, line + 1, error.message)


def line_encoding(sample: bytes) -> str:
    """Name the encoding of a file of lines by its beginning, spoiled lines left out of account.

    Examples:
        >>> line_encoding('{"text": "高邮"}'.encode() + bytes([10, 255, 10]))
        'utf-8'
    """
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    lines = [line for line in sample.split(b"\n")[:-1] or [sample] if not line.isascii()]
    good = sum(_is_utf8(line) for line in lines)
    if 2 * good >= len(lines):
        return "utf-8-sig" if sample.startswith(b"\xef\xbb\xbf") else "utf-8"
    try:
        return detect(b"\n".join(lines))
    except ReadError:
        return "utf-8"


def raw_lines(stream: io.BufferedReader, encoding: str) -> Iterator[bytes]:
    """Yield the lines of a stream as bytes; those of UTF-16 as UTF-8.

    Raises:
        ReadError: A line is longer than an article may be, or not UTF-16.
    """
    if encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32")):
        with io.TextIOWrapper(stream, encoding, newline="") as text:
            try:
                while line := text.readline(MAX_RECORD + 1):
                    if len(line) > MAX_RECORD:
                        raise ReadError(f"has more than {MAX_RECORD} characters in a line.")
                    yield line.encode("utf-8", "surrogatepass")
            except UnicodeError as error:
                raise ReadError(f"is not {encoding}: {first_line(error)}.") from error
        return
    while raw := stream.readline(MAX_RECORD + 1):
        if len(raw) > MAX_RECORD:
            raise ReadError(f"has more than {MAX_RECORD} bytes in a line.")
        yield raw


def decoded(raw: bytes, encoding: str) -> str:
    """Decode a line of ``raw_lines``.

    Raises:
        UnicodeDecodeError: It is not in that encoding.
    """
    wide = encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32"))
    return raw.decode("utf-8" if wide else encoding).removeprefix("\ufeff")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _article(
    raw: bytes, file: Input, line: int, options: Options, encoding: str
) -> Article | Reject:
    try:
        row: Any = json.loads(decoded(raw, encoding).rstrip())
    except UnicodeDecodeError as error:
        reason = f"byte {error.start + 1} of the line is not {encoding}."
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg} at column {error.colno}."
    except RecursionError:
        reason = "is not JSON: nested too deep."
    except ValueError as error:
        reason = f"is not JSON: {first_line(error)}."
    else:
        if isinstance(row, dict):
            return article_of(row, file, line, options, raw, encoding)
        reason = "is no JSON object."
    return Reject(None, file.name, line, reason, raw)
