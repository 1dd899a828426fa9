r"""Inline mark-up: ``[surface|LABEL key=value …]`` in a text.

``[``, ``]``, ``|`` and ``\`` of the text itself are written with a ``\`` before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from gaoyou_nlp.errors import MarkupError, quoted
from gaoyou_nlp.labels import COMPARATORS, LABELS, OPTIONAL, STATUSES

ATTRIBUTES = {
    "PROJECT": ("status", "amount"),
    "MONEY": ("low", "high", "currency", "comparator", "per", "vague"),
}
_SPECIAL = re.compile(r"[\\\[\]|]")
_Error = Callable[[str], MarkupError]


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """An annotated span; ``attributes`` holds what the mark-up says beyond the label."""

    start: int
    end: int
    label: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)


def parse_markup(marked: str, *, path: str = "", line: int = 1) -> tuple[str, tuple[GoldSpan, ...]]:
    r"""Read inline mark-up.

    Parameters:
        marked: Text with mark-up.
        path, line: Where it stands, for errors.

    Returns:
        The bare text and its spans.

    Raises:
        MarkupError: A bracket that is not closed or not escaped, an unknown label or attribute,
            a span with white space at an edge.

    Examples:
        >>> parse_markup("[高邮|GPE]好")[1][0].text
        '高邮'
    """
    text: list[str] = []
    spans: list[GoldSpan] = []
    length = at = 0

    def error(message: str) -> MarkupError:
        return MarkupError(message, path=path, line=line + marked.count("\n", 0, at))

    while at < len(marked):
        found = _SPECIAL.search(marked, at)
        stop = len(marked) if found is None else found.start()
        text.append(marked[at:stop])
        length += stop - at
        at = stop
        if found is None:
            break
        if found[0] == "\\":
            text.append(_escaped(marked, at, error))
            length += 1
            at += 2
        elif found[0] == "[":
            span, at = _span(marked, at, length, error)
            spans.append(span)
            text.append(span.text)
            length = span.end
        else:
            raise error(f"{found[0]!r} outside of a span. Write it as \\{found[0]}.")
    return "".join(text), tuple(spans)


def _escaped(marked: str, at: int, error: _Error) -> str:
    if not _SPECIAL.fullmatch(marked[at + 1 : at + 2]):
        raise error("a \\ must stand before [, ], | or \\.")
    return marked[at + 1]


def _span(marked: str, at: int, start: int, error: _Error) -> tuple[GoldSpan, int]:
    surface: list[str] = []
    at += 1
    while True:
        found = _SPECIAL.search(marked, at)
        if found is None or found[0] in "[]":
            raise error("a span is not closed. Write [text|LABEL].")
        surface.append(marked[at : found.start()])
        at = found.start()
        if found[0] == "|":
            break
        surface.append(_escaped(marked, at, error))
        at += 2
    close = marked.find("]", at)
    if close < 0 or "\n" in marked[at:close]:
        raise error("a span is not closed. Write [text|LABEL].")
    label, *pairs = marked[at + 1 : close].split(" ")
    text = "".join(surface)
    if not text or text != text.strip():
        raise error(f"the span {quoted(text)} is empty or has white space at an edge.")
    if label not in LABELS and label != OPTIONAL:
        raise error(
            f"unknown label {quoted(label)}. Labels are {', '.join(LABELS)} and {OPTIONAL}."
        )
    return GoldSpan(start, start + len(text), label, text, _attributes(label, pairs, error)), (
        close + 1
    )


def _attributes(label: str, pairs: list[str], error: _Error) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not value or key not in ATTRIBUTES.get(label, ()) or key in attributes:
            known = ", ".join(ATTRIBUTES.get(label, ())) or "none"
            raise error(f"{quoted(pair)} is no attribute of {label}. It has: {known}.")
        if key == "status" and value not in STATUSES:
            raise error(f"unknown status {quoted(value)}. Use one of {', '.join(STATUSES)}.")
        if key == "comparator" and value not in COMPARATORS:
            raise error(f"unknown comparator {quoted(value)}. Use one of {' '.join(COMPARATORS)}.")
        attributes[key] = value
    return attributes


def write_markup(text: str, spans: tuple[GoldSpan, ...]) -> str:
    r"""Write a text and its spans as inline mark-up: the inverse of ``parse_markup``.

    Parameters:
        text: The bare text.
        spans: Ordered, not overlapping.

    Returns:
        The marked text.

    Examples:
        >>> write_markup("高邮[好]", (GoldSpan(0, 2, "GPE", "高邮"),))
        '[高邮|GPE]\\[好\\]'
    """
    parts: list[str] = []
    at = 0
    for span in spans:
        attributes = "".join(f" {key}={value}" for key, value in span.attributes.items())
        parts.append(_escape(text[at : span.start]))
        parts.append(f"[{_escape(span.text)}|{span.label}{attributes}]")
        at = span.end
    parts.append(_escape(text[at:]))
    return "".join(parts)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
