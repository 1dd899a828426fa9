"""Reads JSON files: arrays of records, objects that hold them, single records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.fields import field_at, string_paths
from gaoyou_nlp.reading.rows import Input, Options, article_of

_DEEP = 50
_SHOWN = 8


def open_json(opened: Opened) -> Found:
    """Read the records of a JSON file.

    Parameters:
        opened: The file. JSON Lines under this name are read too.

    Yields:
        An article for each record with the field of texts. The path of that field may lead
        through lists (``data.list.content``), or begin at any object inside (``content``).

    Raises:
        ReadError: It is no JSON, or no record has the field; the fields that it has are named.
    """
    text, encoding = decode(opened.data, opened.encoding)
    tree = _parsed(text)
    column = opened.options.text_column
    found = list(_records(tree, column, 0))
    if not found:
        found = [(row, column) for row in _anywhere(tree, column, 0)]
    if not found:
        longest: dict[str, int] = {}
        for path, value in string_paths(tree):
            longest[path] = max(longest.get(path, 0), len(value))
        names = sorted(longest, key=lambda name: -longest[name])[:_SHOWN]
        raise ReadError(
            f"has no field {column!r}. Its fields of text are: {', '.join(names)}. "
            "Name one with --text-column (text_column)."
        )
    file = Input(opened.path, opened.id, "document")
    for number, (row, path) in enumerate(found, 1):
        raw = json.dumps(row, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")
        yield article_of(row, file, number, _with_column(opened.options, path), raw, encoding)


def _parsed(text: str) -> Any:
    text = text.removeprefix("\ufeff")
    try:
        return json.loads(text)
    except RecursionError:
        raise ReadError("is JSON that is nested too deeply.") from None
    except ValueError as error:
        lines = [line for line in text.splitlines() if line.strip()]
        try:
            return [json.loads(line) for line in lines]
        except ValueError:
            raise ReadError(f"is no JSON: {error}.") from None


def _with_column(options: Options, column: str) -> Options:
    from dataclasses import replace

    return options if options.text_column == column else replace(options, text_column=column)


def _records(tree: Any, path: str, depth: int) -> Iterator[tuple[Mapping[str, Any], str]]:
    """The objects that a path leads to a field in, each with the rest of the path: the innermost
    object inside a list is the record."""
    if depth > _DEEP:
        return
    if isinstance(tree, list):
        for item in tree:
            yield from _records(item, path, depth + 1)
    elif isinstance(tree, Mapping):
        value = field_at(tree, path)
        if value is not None and (_is_paragraphs(value) or not isinstance(value, (list, dict))):
            yield tree, path
            return
        first, _, rest = path.partition(".")
        while rest:
            inner = field_at(tree, first)
            if isinstance(inner, list):
                yield from _records(inner, rest, depth + 1)
                return
            step, _, rest = rest.partition(".")
            first = f"{first}.{step}"


def _is_paragraphs(value: Any) -> bool:
    """Whether a field holds its text as a list of paragraphs."""
    return isinstance(value, list) and bool(value) and all(isinstance(one, str) for one in value)


def _anywhere(tree: Any, name: str, depth: int) -> Iterator[Mapping[str, Any]]:
    """The objects anywhere in a tree that have a field."""
    if depth > _DEEP:
        return
    if isinstance(tree, list):
        for item in tree:
            yield from _anywhere(item, name, depth + 1)
    elif isinstance(tree, Mapping):
        if isinstance(tree.get(name), str) or _is_paragraphs(tree.get(name)):
            yield tree
            return
        for inner in tree.values():
            yield from _anywhere(inner, name, depth + 1)
