"""Random records for the round trips of formats."""

from decimal import Decimal

import pytest
from hypothesis import strategies as st

from gaoyou_nlp.labels import COMPARATORS, LABELS, STATUSES
from gaoyou_nlp.records import (
    Amount,
    Article,
    Author,
    Condition,
    DateMention,
    Figure,
    Official,
    Post,
    Project,
    Record,
    Source,
    Span,
    Statement,
)

_TEXT = st.text(
    st.sampled_from("王军书记县水库5亿元，。“”\"'<>&=+-@#\\;𠮷😀é\u2028\u3000\x85 \t\r\n"),
    min_size=1,
    max_size=60,
)
_WORD = st.text(st.sampled_from("王军县水库\"'𠮷,;<=\\"), min_size=1, max_size=8)
_MAYBE = st.none() | _WORD


@st.composite
def _records(draw: st.DrawFn) -> Record:
    text = draw(_TEXT)
    spans = draw(_spans(text))
    amounts = tuple(
        (at, draw(_amount(span))) for at, span in enumerate(spans) if span.label == "MONEY"
    )
    mentions = st.lists(st.sampled_from(range(len(spans))), max_size=3, unique=True).map(tuple)
    mentions = mentions if spans else st.just(())
    money = st.none() | st.sampled_from(range(len(amounts))) if amounts else st.none()
    posts = st.lists(st.builds(Post, _MAYBE, _WORD), max_size=3).map(tuple)
    officials = st.lists(st.builds(Official, _WORD, posts, mentions), max_size=2).map(tuple)
    projects = st.lists(
        st.builds(Project, _WORD, st.none() | st.sampled_from(STATUSES), money, mentions),
        max_size=2,
    ).map(tuple)
    words = st.just("") | _WORD
    article = Article(
        draw(st.text(st.sampled_from("高邮a1#/.: -\"'%𠮷"), min_size=1, max_size=8)),
        text,
        draw(words),
        draw(words),
        draw(words),
        draw(words),
        draw(st.lists(st.builds(Author, _WORD, _MAYBE), max_size=2).map(tuple)),
        draw(st.none() | st.builds(Source, _WORD, _MAYBE, _MAYBE, st.none() | st.integers(1, 99))),
        date=draw(st.sampled_from([None, "2022-03-04"])),
    )
    return Record(
        article,
        spans,
        amounts,
        draw(officials),
        draw(projects),
        draw(words),
        tuple(draw(st.lists(_date(text), max_size=2))),
        tuple(draw(st.lists(_figure(text), max_size=2))),
        tuple(draw(st.lists(_statement(text, len(spans)), max_size=2))),
    )


@st.composite
def _stretch(draw: st.DrawFn, text: str) -> tuple[int, int, str]:
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return start, end, text[start:end]


_DAY = st.sampled_from([None, "2022-01-01", "2022-12-31"])
_NUMBER = st.sampled_from([None, "6", "0.5", "12345678901234567890"])


@st.composite
def _date(draw: st.DrawFn, text: str) -> DateMention:
    grain = draw(st.sampled_from([None, "day", "year"]))
    place = draw(_stretch(text))
    return DateMention(*place, draw(_DAY), draw(_DAY), grain, "date.year", draw(_MAYBE))


@st.composite
def _figure(draw: st.DrawFn, text: str) -> Figure:
    start, end, surface = draw(_stretch(text))
    low, high = draw(_NUMBER), draw(_NUMBER)
    conditions = st.builds(
        lambda place: Condition(*place, "100000000", None, ">=", "元"), _stretch(text)
    )
    return Figure(
        start, end, surface, surface, start, end, draw(_MAYBE), draw(st.sampled_from([None, "~"])),
        low, high, "元", "level", None, draw(_DAY), draw(_DAY), draw(_MAYBE), None, "target",
        draw(_MAYBE), draw(st.none() | conditions), draw(st.integers(1, 3)), "figure.indicator",
        draw(_MAYBE),
    )  # fmt: skip


@st.composite
def _statement(draw: st.DrawFn, text: str, spans: int) -> Statement:
    place = draw(_stretch(text))
    span = draw(st.none() | st.integers(0, spans - 1)) if spans else None
    return Statement(*place, "direct", draw(_MAYBE), 0, 0, span, None, None, "direct.after")


@st.composite
def _spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    cuts = draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True).map(sorted))
    spans = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        surface = text[start:end]
        if surface == surface.strip():
            label = draw(st.sampled_from(LABELS))
            score = draw(st.none() | st.floats(0, 1))
            rule = draw(st.sampled_from(["", "model", "title.post"]))
            spans.append(Span(start, end, label, surface, rule, score, draw(_MAYBE)))
    return tuple(spans)


@st.composite
def _amount(draw: st.DrawFn, span: Span) -> Amount:
    number = st.none() | st.decimals(0, 10**12, places=2).map(lambda n: Decimal(n))
    return Amount(
        span.start,
        span.end,
        span.text,
        draw(number),
        draw(number),
        draw(st.sampled_from([None, "CNY", "USD"])),
        draw(st.sampled_from([None, *COMPARATORS])),
        draw(st.sampled_from([None, "亩"])),
        draw(st.booleans()),
    )


@pytest.fixture(scope="session")
def record_lists() -> st.SearchStrategy[list[Record]]:
    """Lists of up to three records with ids of their own."""
    return st.lists(_records(), max_size=3, unique_by=lambda record: record.id)
