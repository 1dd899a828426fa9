"""A page to read and print: articles with coloured entities, and tables of what they hold.

The page needs nothing from outside, runs no script, and escapes all text. A label is told by a
colour and by a word; rule and certainty are shown where an entity is pointed at, reached by the
tab key, or touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from importlib.resources import files
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import IO, Any

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

DARK = {
    "OFFICIAL": ("#5c1f1f", "#ff8a80"),
    "PERSON": ("#541a43", "#f48fcb"),
    "TITLE": ("#4d3f0a", "#e6c34a"),
    "ORG": ("#173a66", "#82b4f5"),
    "GPE": ("#1c4526", "#7fce90"),
    "MONEY": ("#0b474c", "#5fcdd6"),
    "PROJECT": ("#3b2573", "#b79cf5"),
}
"""The same on a dark ground."""

NAMES = {
    "OFFICIAL": "官员",
    "PERSON": "人名",
    "TITLE": "职务",
    "ORG": "机构",
    "GPE": "地名",
    "MONEY": "金额",
    "PROJECT": "项目",
}
"""What each label is called in Chinese."""

HEADING = "文本标注 Annotated articles"

MARK = '<meta name="generator" content="gaoyou_nlp">'
"""What stands in the head of a page that we wrote."""

_MARKER = "<!-- articles -->\n"
"""Where the articles go in the frame of the page; no text can hold it, since all is escaped."""

_IN_MEMORY = 2**22


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a paragraph; ``label`` is empty between entities."""

    text: str
    label: str = ""
    hint: str = ""
    number: str = ""

    @property
    def name(self) -> str:
        """What the label is called."""
        return NAMES.get(self.label, self.label)


def dump(records: Iterable[Record], stream: IO[bytes], *, heading: str = HEADING) -> int:
    """Write a page to an open stream; returns how many records it holds.

    The articles are kept in a temporary file until the list of contents above them is known.
    """
    frame, article = _templates()
    titles: list[str] = []
    with SpooledTemporaryFile(_IN_MEMORY) as body:
        for record in records:
            titles.append(record.article.title.replace("\n", " ") or record.id)
            anchor = f"article-{len(titles)}"
            html = article.render(anchor=anchor, title=titles[-1], **_fields(record))
            body.write(html.encode("utf-8", "replace"))
        page = frame.render(titles=titles, heading=heading, colours=COLOURS, dark=DARK, names=NAMES)
        above, below = page.encode("utf-8", "replace").split(_MARKER.encode())
        stream.write(above)
        body.seek(0)
        copyfileobj(body, stream)
        stream.write(below)
    return len(titles)


def _templates() -> tuple[Any, Any]:
    """The frame of the page, and an article."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    frame, article = (
        environment.from_string((files(__package__) / name).read_text(encoding="utf-8"))
        for name in ("page.html", "article.html")
    )
    return frame, article


def _fields(record: Record) -> dict[str, object]:
    """What the template of an article shows of a record: texts, and rows of tables."""
    return {
        "record": record,
        "paragraphs": _paragraphs(record),
        "officials": _officials(record),
        "amounts": _amounts(record),
        "projects": _projects(record),
    }


def _officials(record: Record) -> list[tuple[object, ...]]:
    return [
        (official.name, org or "", title, len(official.mentions))
        for official in record.officials
        for org, title in [(post.org, post.title) for post in official.posts] or [("", "")]
    ]


def _amounts(record: Record) -> list[tuple[object, ...]]:
    return [
        (
            amount.text,
            _number(amount.low),
            _number(amount.high),
            amount.currency or "",
            amount.comparator or "",
            amount.per or "",
            sentence_of(record.text, record.spans[at]),
        )
        for at, amount in record.amounts
    ]


def _projects(record: Record) -> list[tuple[object, ...]]:
    return [
        (
            project.name,
            project.status or "",
            "" if project.amount is None else record.amounts[project.amount][1].text,
            len(project.mentions),
        )
        for project in record.projects
    ]


def _paragraphs(record: Record) -> list[list[_Piece]]:
    """Cut the text at entities and at line ends."""
    pieces: list[_Piece] = []
    at = 0
    for number, span in enumerate(record.spans):
        entity = _Piece(span.text, span.label, _hint(span), str(number))
        pieces += [_Piece(record.text[at : span.start]), entity]
        at = span.end
    pieces.append(_Piece(record.text[at:]))
    paragraphs: list[list[_Piece]] = [[]]
    for piece in pieces:
        for line_number, line in enumerate(piece.text.split("\n")):
            number_of_line = f"{piece.number}.{line_number}" if line_number else piece.number
            if line_number:
                paragraphs.append([])
            if line:
                paragraphs[-1].append(_Piece(line, piece.label, piece.hint, number_of_line))
    return [paragraph for paragraph in paragraphs if paragraph]


def _hint(span: Span) -> str:
    """What is shown of an entity on demand: label, rule, name in the user's list, certainty."""
    parts = [span.label, span.rule, span.canonical or ""]
    if span.score is not None:
        parts.append(f"{span.score:.2f}")
    return " · ".join(part for part in parts if part)


def _number(number: Decimal | None) -> str:
    """A number with its thousands parted.

    Examples:
        >>> _number(Decimal("350000000")), _number(None)
        ('350,000,000', '')
    """
    return "" if number is None else f"{number:,f}"
