"""A page to read and print: articles with coloured entities, and tables of what they hold.

The page needs nothing from outside, runs no script, and escapes all text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from typing import IO

from gaoyou_nlp.formats.sentences import sentence_of
from gaoyou_nlp.records import Record, Span

COLOURS = {
    "OFFICIAL": ("#ffd6d6", "#c62828"),
    "PERSON": ("#fce4f3", "#ad1480"),
    "TITLE": ("#fff3bf", "#b08900"),
    "ORG": ("#d8e8ff", "#1c5fb8"),
    "GPE": ("#d9f2dd", "#2b7a3b"),
    "MONEY": ("#d5f5f6", "#007e87"),
    "PROJECT": ("#e8dcff", "#6a3fc2"),
}
"""Background and rule of each label."""

HEADING = "文本标注 Annotated articles"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph; ``label`` is empty between entities."""

    text: str
    label: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Page:
    """A record as the template takes it."""

    record: Record
    paragraphs: list[list[_Piece]]
    amounts: list[dict[str, str]]
    projects: list[dict[str, object]]


def dump(records: Iterable[Record], stream: IO[bytes], *, heading: str = HEADING) -> int:
    """Write a page to an open stream; returns how many records it holds."""
    from jinja2 import Environment, StrictUndefined

    source = (files(__package__) / "page.html").read_text(encoding="utf-8")
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    count = 0

    def pages() -> Iterator[_Page]:
        nonlocal count
        for record in records:
            count += 1
            yield _page(record)

    template = environment.from_string(source)
    for part in template.generate(pages=pages(), colours=COLOURS, heading=heading):
        stream.write(part.encode("utf-8", "replace"))
    return count


def _page(record: Record) -> _Page:
    amounts = [
        {
            "text": amount.text,
            "low": _number(amount.low),
            "high": _number(amount.high),
            "currency": amount.currency or "",
            "comparator": amount.comparator or "",
            "per": amount.per or "",
            "sentence": sentence_of(record.text, record.spans[at]),
        }
        for at, amount in record.amounts
    ]
    projects: list[dict[str, object]] = [
        {
            "name": project.name,
            "status": project.status or "",
            "amount": "" if project.amount is None else record.amounts[project.amount][1].text,
            "mentions": len(project.mentions),
        }
        for project in record.projects
    ]
    return _Page(record, _paragraphs(record), amounts, projects)


def _paragraphs(record: Record) -> list[list[_Piece]]:
    """Cut the text at entities and at line ends."""
    pieces: list[_Piece] = []
    at = 0
    for span in record.spans:
        pieces += [_Piece(record.text[at : span.start]), _Piece(span.text, span.label, _hint(span))]
        at = span.end
    pieces.append(_Piece(record.text[at:]))
    paragraphs: list[list[_Piece]] = [[]]
    for piece in pieces:
        for number, line in enumerate(piece.text.split("\n")):
            if number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(_Piece(line, piece.label, piece.hint))
    return [paragraph for paragraph in paragraphs if paragraph]


def _hint(span: Span) -> str:
    """What the pointer shows over an entity: label, rule, name in the user's list, certainty."""
    parts = [span.label, span.rule, span.canonical or ""]
    if span.score is not None:
        parts.append(f"{span.score:.2f}")
    return " · ".join(part for part in parts if part)


def _number(number: Decimal | None) -> str:
    """A number with its thousands parted.

    Example:
        >>> _number(Decimal("350000000")), _number(None)
        ('350,000,000', '')
    """
    return "" if number is None else f"{number:,f}"
