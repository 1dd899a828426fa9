"""Articles in, records out: the one way from text to entities, for every command and engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.dates.periods import EARLIEST as FIRST_YEAR
from gaoyou_nlp.dates.periods import LATEST as LAST_YEAR
from gaoyou_nlp.figures import find_figures
from gaoyou_nlp.language.pieces import batched_by_size, cut
from gaoyou_nlp.records import Amount, Article, Official, Post, Project, Record, Span
from gaoyou_nlp.relations.officials import merge_posts
from gaoyou_nlp.relations.project_details import with_details
from gaoyou_nlp.relations.spells import with_spells
from gaoyou_nlp.relations.table_rows import with_table_projects
from gaoyou_nlp.relations.units import with_units
from gaoyou_nlp.statements import attribute, find_statements

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 20_000
"""Characters that go through the pipeline together."""

_WARM = 5_000
"""Words of the vocabulary (nearly all characters of news) from which on it keeps no more."""

PIECE = 50_000
"""Characters of an article that are read as one document; longer ones are cut at a line or
sentence end, since a ``Doc`` takes some 300 bytes a character."""


def annotate(
    articles: Iterable[Article], nlp: Language, *, batch: int = BATCH, piece: int = PIECE
) -> Iterator[Record]:
    """Annotate articles, one after the other; memory does not grow with their number.

    Parameters:
        articles: Any number, read as they are needed.
        nlp: A pipeline from ``gaoyou_nlp.load``, or one of your own that writes ``doc.ents``.
        batch: Characters that go through the pipeline together.
        piece: Longest text read as one document, in characters.

    Yields:
        One record an article, in their order.

    Examples:
        >>> import gaoyou_nlp
        >>> nlp = gaoyou_nlp.load("rules")
        >>> [record] = gaoyou_nlp.annotate([Article("1", "总投资50亿元。")], nlp)
        >>> [(span.text, span.label) for span in record.spans]
        [('50亿元', 'MONEY')]
    """
    name = model_name(nlp)
    for group in batched_by_size(articles, batch, of=lambda article: len(article.text)):
        warm = len(nlp.vocab) >= _WARM
        with nlp.memory_zone() if warm else nullcontext():
            records = list(_annotate(group, nlp, name, piece))
        yield from records


def model_name(nlp: Language) -> str:
    """Return name and version of a pipeline, such as ``zh_gaoyou_news 1.0.0``."""
    meta = nlp.meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _annotate(articles: list[Article], nlp: Language, name: str, piece: int) -> Iterator[Record]:
    cuts = [list(cut(article.text, piece)) for article in articles]
    texts = (a.text[s:e] for a, c in zip(articles, cuts, strict=True) for s, e in c)
    few_at_once = batched_by_size(texts, BATCH, of=len)  # not all pieces of a long article
    found = (part for group in few_at_once for part in _read_pieces(group, nlp, piece))
    for article, pieces in zip(articles, cuts, strict=True):
        if len(pieces) == 1:
            yield complete(replace(next(found), article=article, model=name))
        else:
            parts = ((start, next(found)) for start, _ in pieces)
            yield complete(_join(article, parts, name))


def _read_pieces(texts: Iterable[str], nlp: Language, longest: int) -> Iterator[Record]:
    """Read entities, officials and projects of texts, without docs where the pipeline can."""
    from gaoyou_nlp.pipeline.direct import can_read_drafts, read_texts
    from gaoyou_nlp.pipeline.entities import entities_of

    none = Article("", "")
    if longest <= nlp.max_length and can_read_drafts(nlp):
        for draft in read_texts(texts, nlp):
            found = entities_of(draft)
            yield Record(none, found.spans, found.amounts, draft.officials, draft.projects)
    else:
        for doc in nlp.pipe(texts):
            yield _read_doc(none, doc)


def record_of(article: Article, doc: Doc) -> Record:
    """Read the record of an article out of its ``Doc``.

    Parameters:
        article: The article whose text the ``Doc`` holds.
        doc: The annotated ``Doc``.

    Returns:
        Plain data; the ``Doc`` is not needed any more.
    """
    return complete(_read_doc(article, doc))


def complete(record: Record) -> Record:
    """Add what is read from text and entities alone: dates, figures, statements, details.

    Parameters:
        record: With its spans and amounts. The day of its article, if known, is what 今年 and 昨日
            are read from.

    Returns:
        The record with dates, figures and statements; figures have the speaker of the statement
        that they stand in. Posts have the full names of their bodies and their days, projects
        place, builder, capacity and days; rows of tables of projects are projects, and what the
        text counts or sums up of several is a group.

    Examples:
        >>> record = complete(Record(Article("1", "今年，力争进出口增长6%。", date="2022-01-05")))
        >>> [(figure.low, figure.period_end, figure.status) for figure in record.figures]
        [('6', '2022-12-31', 'target')]
    """
    text = record.text
    anchor = _day(record.article.date)
    dates = find_dates(text, anchor)
    if record.article.tables:
        record = with_table_projects(record, dates)
    statements = find_statements(text, record.spans)
    amounts = [amount for _, amount in record.amounts]
    figures = find_figures(text, amounts=amounts, dates=dates, spans=record.spans, anchor=anchor)
    today = None if anchor is None else anchor.isoformat()
    projects, groups = with_details(text, record.spans, amounts, dates, record.projects, today)
    officials = with_units(text, record.spans, record.officials, record.article.publisher)
    return replace(
        record,
        officials=with_spells(text, record.spans, dates, officials),
        projects=projects,
        project_groups=groups,
        dates=tuple(dates),
        figures=tuple(attribute(figures, statements)),
        statements=tuple(statements),
    )


def _day(iso: str | None) -> date | None:
    """Return a day that dates can be read from, None where it is no day or one long ago."""
    try:
        day = date.fromisoformat(iso or "")
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _read_doc(article: Article, doc: Doc) -> Record:
    """Read entities, officials and projects out of a ``Doc``."""
    from gaoyou_nlp.pipeline.entities import entities_of
    from gaoyou_nlp.pipeline.extensions import set_extensions

    set_extensions()  # a pipeline without any component of ours has not
    officials, projects = doc._.officials, doc._.projects
    entities = entities_of(doc)
    return Record(
        article,
        entities.spans,
        entities.amounts,
        tuple(map(Official.from_dict, officials or ())),
        tuple(map(Project.from_dict, projects or ())),
    )


def _shifted(post: Post, by: int) -> Post:
    return replace(post, titles=tuple(at + by for at in post.titles)) if post.titles else post


def _join(article: Article, parts: Iterable[tuple[int, Record]], name: str) -> Record:
    """Put the records of an article's pieces together, as they come.

    People and projects are joined by name.
    """
    spans: list[Span] = []
    found: list[tuple[int, Amount]] = []
    officials: dict[str, Official] = {}
    projects: dict[str, Project] = {}
    for start, part in parts:
        at, before = len(spans), len(found)
        spans += [replace(s, start=s.start + start, end=s.end + start) for s in part.spans]
        found += [
            (i + at, replace(a, start=a.start + start, end=a.end + start)) for i, a in part.amounts
        ]
        for o in part.officials:
            # A surname alone is somebody else with another title.
            person = o.name + "".join(p.title for p in o.posts if len(o.name) == 1)
            known = officials.get(person, Official(o.name))
            officials[person] = Official(
                o.name,
                merge_posts(known.posts + tuple(_shifted(post, at) for post in o.posts)),
                known.mentions + tuple(m + at for m in o.mentions),
            )
        for p in part.projects:
            amount = None if p.amount is None else p.amount + before
            first = projects.get(p.name, Project(p.name))
            projects[p.name] = Project(
                p.name,
                p.status or first.status,
                amount if first.amount is None else first.amount,
                first.mentions + tuple(m + at for m in p.mentions),
            )
    return Record(
        article,
        tuple(spans),
        tuple(found),
        tuple(officials.values()),
        tuple(projects.values()),
        name,
    )
