"""A record as rows of the tables: one function a table, cells in the order of the schema.

Cells are plain: strings, whole numbers, truth values, None. Numbers stay the decimal strings that
they are in the record, days stay ISO 8601, so that nothing is lost before a file's own types.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from gaoyou_nlp.records import Official, Origin, Post, Record, Span, decimal_string
from gaoyou_nlp.tables.linked import KINDS
from gaoyou_nlp.tables.source import Cells, Source, day_of, number_of


def articles(source: Source) -> Iterator[Cells]:
    """The row of the article itself."""
    article = source.record.article
    file = article.source
    yield (
        article.id,
        day_of(article.date),
        *(part or None for part in (article.title, article.subtitle, article.kicker)),
        article.byline or None,
        article.author or None,
        article.publisher or None,
        article.url or None,
        len(article.text),
        source.path,
        None if file is None else file.line,
        article.page,
        *((None,) * 2 if file is None else (file.encoding, file.sha256)),
        source.record.model or None,
        article.text,
    )


def authors(source: Source) -> Iterator[Cells]:
    """The names of the by-line; the place is that of their first mention as a PERSON."""
    people: dict[str, Span] = {}
    for span in source.record.spans:
        if span.label == "PERSON":
            people.setdefault(span.text, span)
    for author in source.record.article.authors:
        place = source.place_of(people.get(author.name))
        yield (
            source.record.id,
            author.name,
            author.role,
            source.link("person", author.name),
            *place,
        )


def mentions(source: Source) -> Iterator[Cells]:
    """The marked stretches."""
    id, linked, place = source.record.id, source.is_linked, source.place
    for at, span in enumerate(source.record.spans):
        rule, label, text = span.rule, span.label, span.text
        origin = _origin_name(span.origin) if rule else None
        entity = source.link(KINDS.get(label, ""), text) if linked else None
        where = place(span.start, span.end, rule, span.score)
        yield (id, at, label, text, span.canonical, origin, entity, *where)


_ORIGINS: Final = {id(origin): origin.value for origin in Origin}


def _origin_name(origin: Origin) -> str:
    """The value of an origin, without the long way through the enumeration."""
    return _ORIGINS[id(origin)]


def officials(source: Source) -> Iterator[Cells]:
    """The officials."""
    id = source.record.id
    for official in source.record.officials:
        place = source.place_of(source.first(official.mentions))
        count = len(official.mentions)
        person = source.person(official.name)
        yield (id, person, official.name, _posts_of(official), count, *place)


def _posts_of(official: Official) -> str | None:
    return "; ".join(f"{post.org or ''} {post.title}".strip() for post in official.posts) or None


def posts(source: Source) -> Iterator[Cells]:
    """The posts of the officials."""
    id = source.record.id
    for official in source.record.officials:
        for post in official.posts:
            started, ended = post.started, post.ended
            yield (
                id,
                source.person(official.name),
                official.name,
                post.org,
                post.title,
                post.change,
                None if started is None else day_of(started.day),
                None if ended is None else day_of(ended.day),
                post.body,
                post.area,
                *((None, None) if started is None else (started.grain, started.text)),
                *((None, None) if ended is None else (ended.grain, ended.text)),
                source.link("body", post.org),
                *source.place_of(_title_of(source, official, post)),
            )


def _title_of(source: Source, official: Official, post: Post) -> Span | None:
    """The title that a post is read from; else that nearest to its holder, else the holder."""
    spans = source.record.spans
    if post.titles and post.titles[0] < len(spans):
        return spans[post.titles[0]]
    people = [source.record.spans[at] for at in official.mentions]
    titles = source.titles.get(post.title)
    if not titles or not people:
        return source.first(official.mentions)
    pairs = ((abs(title.start - person.start), title) for title in titles for person in people)
    return min(pairs, key=lambda pair: pair[0])[1]


def amounts(source: Source) -> Iterator[Cells]:
    """The amounts of money."""
    id = source.record.id
    for number, (at, amount) in enumerate(source.record.amounts):
        yield (
            id,
            number,
            at,
            amount.text,
            None if amount.low is None else decimal_string(amount.low),
            None if amount.high is None else decimal_string(amount.high),
            amount.currency,
            amount.comparator,
            amount.per,
            amount.vague,
            *source.place_of(source.record.spans[at]),
        )


def projects(source: Source) -> Iterator[Cells]:
    """The projects."""
    record = source.record
    groups = {at: n for n, group in enumerate(record.project_groups) for at in group.members}
    for number, project in enumerate(record.projects):
        days = {event.kind: event for event in project.dates}
        start, end = days.get("开工"), days.get("竣工") or days.get("投产")
        yield (
            record.id,
            number,
            project.name,
            project.status,
            *_sum(record, project.amount),
            None if project.place is None else project.place.text,
            len(project.mentions),
            None if project.builder is None else project.builder.text,
            "; ".join(part.text for part in project.capacity) or None,
            *((None,) * 3 if start is None else (day_of(start.day), start.grain, start.planned)),
            *((None,) * 4 if end is None else (day_of(end.day), end.grain, end.kind, end.planned)),
            groups.get(number),
            source.link("project", project.name),
            *source.place_of(source.first(project.mentions)),
        )


def project_groups(source: Source) -> Iterator[Cells]:
    """The groups of projects."""
    record = source.record
    for number, group in enumerate(record.project_groups):
        names = "; ".join(record.projects[at].name for at in group.members)
        yield (
            record.id,
            number,
            group.count,
            names or None,
            "; ".join(map(str, group.members)) or None,
            *_sum(record, group.amount),
            group.text,
            *source.place(group.start, group.end, group.rule),
        )


def _sum(record: Record, at: int | None) -> Cells:
    """Bounds, currency and characters of an amount of the article."""
    if at is None:
        return (None,) * 4
    amount = record.amounts[at][1]
    return (
        None if amount.low is None else decimal_string(amount.low),
        None if amount.high is None else decimal_string(amount.high),
        amount.currency,
        amount.text,
    )


def figures(source: Source) -> Iterator[Cells]:
    """The targets and results."""
    id = source.record.id
    for number, figure in enumerate(source.record.figures):
        yield (
            id,
            number,
            figure.status,
            figure.indicator,
            figure.canonical,
            figure.kind,
            figure.direction,
            number_of(figure.low),
            number_of(figure.high),
            figure.unit,
            figure.comparator,
            day_of(figure.period_start),
            day_of(figure.period_end),
            figure.wording,
            figure.wording_class,
            figure.owner,
            figure.speaker,
            None if figure.condition is None else figure.condition.text,
            figure.group,
            figure.text,
            *source.place(figure.start, figure.end, figure.rule),
        )


def statements(source: Source) -> Iterator[Cells]:
    """Who says what."""
    id = source.record.id
    for number, one in enumerate(source.record.statements):
        place = source.place(one.start, one.end, one.rule)
        yield (id, number, one.kind, one.speaker, one.span, one.text, *place)


def dates(source: Source) -> Iterator[Cells]:
    """The dates."""
    id = source.record.id
    for number, found in enumerate(source.record.dates):
        place = source.place(found.start, found.end, found.rule)
        days = (day_of(found.first), day_of(found.last))
        yield (id, number, found.text, *days, found.grain, found.note, *place)


def people(source: Source) -> Iterator[Cells]:
    """The officials as people of this article alone, where the run is not linked."""
    if not source.is_linked:
        day = day_of(source.record.article.date)
        for official in source.record.officials:
            id = source.person(official.name)
            yield (id, official.name, _posts_of(official), None, None, day, day, 1)


def links(source: Source) -> Iterator[Cells]:
    """The links of the article, by their first mentions."""
    if not source.links:
        return
    mentions: dict[tuple[str, str], list[Span]] = {}
    for span in source.record.spans:
        kind = KINDS.get(span.label)
        if kind is not None:
            mentions.setdefault((kind, span.text), []).append(span)
    for (kind, name), link in source.links.items():
        spans = mentions.get((kind, name), [])
        place = source.place_of(spans[0] if spans else None)
        found = (link.id, f"{link.score:.4f}", link.reason, len(spans))
        yield (source.record.id, kind, name, *found, *place)


ROWS: Final[dict[str, Callable[[Source], Iterable[Cells]]]] = {
    "articles": articles,
    "authors": authors,
    "mentions": mentions,
    "officials": officials,
    "posts": posts,
    "amounts": amounts,
    "projects": projects,
    "project_groups": project_groups,
    "figures": figures,
    "statements": statements,
    "dates": dates,
    "people": people,
    "links": links,
}
"""The functions that make the rows of each table of the schema."""
