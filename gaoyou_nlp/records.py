"""The shared nouns: articles, spans, amounts, officials and projects, as plain frozen data.

Offsets are code points of ``Article.text``, end exclusive: ``text[start:end] == span.text``.
Every record turns into JSON by ``to_dict`` and back by ``from_dict``; the JSON of an article is
the line of JSONL described in ``docs/records.md`` (schema 1).
"""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from gaoyou_nlp.anchors import Anchor, Where, anchors_from_dict, merged, place_to_dict, places
from gaoyou_nlp.tables import Table

SCHEMA = 1

_OPTIONAL = ("date", "author", "publisher", "url")
"""Fields of an article that its JSON has only where they are set."""


@dataclass(frozen=True, slots=True)
class Span:
    """A marked stretch of an article's text.

    Parameters:
        start: First character (code points of the article's text).
        end: One past the last character.
        label: One of ``LABELS`` (or ``OPT`` in gold).
        text: The characters themselves.
        rule: The id of the rule that made it, ``model``, or ``lexicon:…``; empty in gold.
        score: How sure the model is, 0 to 1; None for rules.
        canonical: The name a user's list gives it, if any.
    """

    start: int
    end: int
    label: str
    text: str
    rule: str = ""
    score: float | None = None
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, read exactly.

    Parameters:
        start, end, text: Its characters.
        low, high: Bounds in the currency's main unit (元, not 万元); equal for one exact number,
            None where open or unreadable.
        currency: ISO 4217, or None where unknown.
        comparator: One of ``COMPARATORS`` or None.
        per: The unit of a unit price (亩, 股, 平方米 …) or None.
        vague: True where only bounds are given (几亿, 10多亿元).
    """

    start: int
    end: int
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    comparator: str | None = None
    per: str | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Post:
    """A post somebody holds or held.

    Parameters:
        org: The body, as written; None where the text names none.
        title: The post, as written.
    """

    org: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Official:
    """An official of one article.

    Parameters:
        name: The personal name.
        posts: Her or his posts in the article, in order, without repetition.
        mentions: Indices into the article's spans.
    """

    name: str
    posts: tuple[Post, ...] = ()
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project of one article.

    Parameters:
        name: Its longest name in the article.
        status: One of ``STATUSES`` or None.
        amount: Index into the article's amounts, or None.
        mentions: Indices into the article's spans.
    """

    name: str
    status: str | None = None
    amount: int | None = None
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads offsets of a reflowed text back to the decoded source file.

    Parameters:
        runs: (start in text, start in source, length) of every stretch that was taken over
            unchanged, ordered by start in text. Characters between runs were put in by us.

    Example:
        >>> SourceMap(((0, 10, 2), (2, 13, 3))).to_source(1, 3)
        (11, 14)
    """

    runs: tuple[tuple[int, int, int], ...]

    def to_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Source offsets of ``text[start:end]``; None where an edge is not in the source."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None or last < first:
            return None
        return first, last + 1

    def _at(self, offset: int) -> int | None:
        at = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if at < 0:
            return None
        start, source, length = self.runs[at]
        return source + offset - start if offset < start + length else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    Parameters:
        path: The file as named by the user, ``-`` for standard input.
        encoding: The encoding it was decoded with.
        sha256: Of the file's bytes.
        line: The line or row of the record, where a file holds many (counted from 1).
        anchors: Where the article's characters stand in a document, see ``gaoyou_nlp.anchors``.
    """

    path: str
    encoding: str | None = None
    sha256: str | None = None
    line: int | None = None
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Author:
    """A name in a by-line with its role, as written (记者, 通讯员) or None."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """An article to be annotated.

    Parameters:
        id: Unique within a run.
        text: All of it, reflowed: headline, subhead, body, by-line, one paragraph a line.
        title, subtitle, kicker, byline: The parts of ``text`` as strings, empty where absent.
        authors: The names of the by-line.
        source: Where it came from.
        source_map: Text offsets to source offsets; None where ``text`` is the source.
        date: When it was published, as the document says it: ``2026-04-13``, with ``T`` and the
            time where that is given; None where it is not said.
        author, publisher, url: As the document says them; None where it does not.
        tables: The tables in ``text``, in their order.
        notes: What a reader of the document should know, as characters that no font names.
    """

    id: str
    text: str
    title: str = ""
    subtitle: str = ""
    kicker: str = ""
    byline: str = ""
    authors: tuple[Author, ...] = ()
    source: Source | None = None
    source_map: SourceMap | None = field(default=None, repr=False)
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    tables: tuple[Table, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()


def locate(article: Article, start: int, end: int) -> tuple[Where, ...]:
    """Lead characters of an article back to where a person finds them in the document.

    Parameters:
        article: The article.
        start, end: Characters of its text, end exclusive.

    Returns:
        The pages with boxes, paragraphs or cells that the characters stand in, in order; nothing
        for articles that come from no document. A stretch that is broken over lines of a page has
        a place a line.

    Example:
        >>> from gaoyou_nlp.anchors import Cell
        >>> source = Source("a.xlsx", anchors=((0, 2, Cell(3, 2, sheet="项目")),))
        >>> locate(Article("1", "高邮", source=source), 0, 2)[0].name
        '项目!B3'
    """
    source = article.source
    if source is None:
        return ()
    return merged(places(source.anchors, start, end))


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was set aside because it cannot be read or annotated.

    Parameters:
        id: The article's id, None where it has none.
        path: The file, ``-`` for standard input.
        line: The line or row in it (counted from 1), None for the file as a whole.
        reason: What is wrong with it.
        raw: Its bytes as they stand in the file; empty for a whole file above 1 MiB.
        offset: The byte of the file at which it goes wrong, where that is known.
    """

    id: str | None
    path: str
    line: int | None
    reason: str
    raw: bytes = b""
    offset: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data: ``raw`` as text if UTF-8, else as ``raw_base64``.

        Example:
            >>> Reject(None, "a.jsonl", 3, "is not JSON", b"{").to_dict()["raw"]
            '{'
        """
        row: dict[str, Any] = {
            "id": self.id,
            "path": self.path,
            "line": self.line,
            "offset": self.offset,
            "reason": self.reason,
        }
        try:
            row["raw"] = self.raw.decode("utf-8")
        except UnicodeDecodeError:
            row["raw_base64"] = b64encode(self.raw).decode("ascii")
        return row


@dataclass(frozen=True, slots=True)
class Record:
    """An annotated article: what formats write and engines carry. Plain data, no ``Doc``.

    Parameters:
        article: The article.
        spans: Flat, ordered, not overlapping.
        amounts: (index into spans, amount) of every MONEY span.
        officials, projects: The records of the article.
        model: Name and version of what annotated it.
    """

    article: Article
    spans: tuple[Span, ...] = ()
    amounts: tuple[tuple[int, Amount], ...] = ()
    officials: tuple[Official, ...] = ()
    projects: tuple[Project, ...] = ()
    model: str = ""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON-ready data (schema 1).

        Example:
            >>> record = Record(Article("1", "高邮"), (Span(0, 2, "GPE", "高邮"),))
            >>> record.to_dict()["spans"][0]["text"]
            '高邮'
        """
        a = self.article
        return {
            "id": a.id,
            "title": a.title,
            "subtitle": a.subtitle,
            "kicker": a.kicker,
            "byline": a.byline,
            "authors": [{"name": x.name, "role": x.role} for x in a.authors],
            "source": None
            if a.source is None
            else {
                "path": a.source.path,
                "encoding": a.source.encoding,
                "sha256": a.source.sha256,
                "line": a.source.line,
            },
            **{name: value for name in _OPTIONAL if (value := getattr(a, name)) is not None},
            **({"notes": list(a.notes)} if a.notes else {}),
            "text": a.text,
            "spans": [self._span(s) for s in self.spans],
            "amounts": [{"span": i, **amount_to_dict(m)} for i, m in self.amounts],
            "officials": [
                {
                    "name": o.name,
                    "posts": [{"org": p.org, "title": p.title} for p in o.posts],
                    "mentions": list(o.mentions),
                }
                for o in self.officials
            ],
            "projects": [
                {
                    "name": p.name,
                    "status": p.status,
                    "amount": p.amount,
                    "mentions": list(p.mentions),
                }
                for p in self.projects
            ],
            "schema": SCHEMA,
            "model": self.model,
        }

    def _span(self, span: Span) -> dict[str, Any]:
        place = (
            (span.start, span.end)
            if self.article.source_map is None
            else self.article.source_map.to_source(span.start, span.end)
        )
        row: dict[str, Any] = {
            "start": span.start,
            "end": span.end,
            "label": span.label,
            "text": span.text,
            "rule": span.rule,
            "score": span.score,
            "source_start": None if place is None else place[0],
            "source_end": None if place is None else place[1],
        }
        if span.canonical is not None:
            row["canonical"] = span.canonical
        if self.article.source is not None and self.article.source.anchors:
            row.update(place_to_dict(self.article.source.anchors, span.start, span.end))
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Record:
        """Build a record from a line of JSONL; fields beyond ``id`` and ``text`` may be absent.

        Parameters:
            row: As made by ``to_dict``.

        Returns:
            The record. Source offsets are not kept: they follow from the source map. Of the places
            in a document those of spans are kept.

        Raises:
            KeyError: ``id``, ``text`` or a span's field is missing.

        Example:
            >>> Record.from_dict({"id": "1", "text": "高邮"}).text
            '高邮'
        """
        source = row.get("source")
        article = Article(
            id=str(row["id"]),
            text=row["text"],
            title=row.get("title", ""),
            subtitle=row.get("subtitle", ""),
            kicker=row.get("kicker", ""),
            byline=row.get("byline", ""),
            authors=tuple(Author(x["name"], x.get("role")) for x in row.get("authors", ())),
            source=None
            if source is None
            else Source(
                source["path"],
                source.get("encoding"),
                source.get("sha256"),
                source.get("line"),
                tuple(
                    a
                    for s in row.get("spans", ())
                    for a in anchors_from_dict(s, s["start"], s["end"])
                ),
            ),
            **{name: row[name] for name in _OPTIONAL if row.get(name) is not None},
            notes=tuple(row.get("notes", ())),
        )
        spans = tuple(
            Span(
                s["start"],
                s["end"],
                s["label"],
                s["text"],
                s.get("rule", ""),
                s.get("score"),
                s.get("canonical"),
            )
            for s in row.get("spans", ())
        )
        return cls(
            article,
            spans,
            tuple(
                (m["span"], amount_from_dict(m, spans[m["span"]])) for m in row.get("amounts", ())
            ),
            tuple(
                Official(
                    o["name"],
                    tuple(Post(p["org"], p["title"]) for p in o["posts"]),
                    tuple(o.get("mentions", ())),
                )
                for o in row.get("officials", ())
            ),
            tuple(
                Project(p["name"], p.get("status"), p.get("amount"), tuple(p.get("mentions", ())))
                for p in row.get("projects", ())
            ),
            row.get("model", ""),
        )


def amount_to_dict(amount: Amount) -> dict[str, Any]:
    """Return an amount's fields as JSON-ready data, numbers as decimal strings.

    Example:
        >>> amount = Amount(0, 3, "5亿元", Decimal(500000000), Decimal(500000000), "CNY")
        >>> amount_to_dict(amount)["low"]
        '500000000'
    """
    return {
        "low": None if amount.low is None else decimal_string(amount.low),
        "high": None if amount.high is None else decimal_string(amount.high),
        "currency": amount.currency,
        "comparator": amount.comparator,
        "per": amount.per,
        "vague": amount.vague,
    }


def amount_from_dict(row: Mapping[str, Any], span: Span) -> Amount:
    """Build an amount from its JSON fields and its span."""
    low, high = row.get("low"), row.get("high")
    return Amount(
        span.start,
        span.end,
        span.text,
        None if low is None else Decimal(low),
        None if high is None else Decimal(high),
        row.get("currency"),
        row.get("comparator"),
        row.get("per"),
        bool(row.get("vague", False)),
    )


def decimal_string(number: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros.

    Example:
        >>> decimal_string(Decimal("1E+8")), decimal_string(Decimal("1.50"))
        ('100000000', '1.5')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def check_spans(text: str, spans: Sequence[Span]) -> None:
    """Refuse spans that are out of order, overlap, or do not match the text.

    Parameters:
        text: The article's text.
        spans: Its spans.

    Raises:
        ValueError: Naming the first span that does not fit.

    Example:
        >>> check_spans("高邮市", [Span(0, 2, "GPE", "高邮")])
    """
    last = 0
    for span in spans:
        if span.start < last or span.end <= span.start or span.end > len(text):
            raise ValueError(
                f"span {span.text!r} ({span.start}, {span.end}) overlaps or is out of order"
            )
        if text[span.start : span.end] != span.text:
            raise ValueError(
                f"span {span.text!r} ({span.start}, {span.end}) does not match the text"
            )
        last = span.end
