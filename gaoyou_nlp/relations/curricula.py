"""Finds whose curriculum vitae, or whose form, a part of a text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

_TABLE = "relations/post_contexts.tsv"
_RESUME = re.compile(
    "(?:同志)?(?:[，,：: 　\t]{0,2}(?:男|女)[，,。 　\t]|(?:个人)?简历|[，,：: 　\t]{1,2}性别)"
)
_BORN = re.compile(
    "(?:同志)?[，,（(]?(?:[男女][，,]|出?生于|(?:19|20)[0-9]{2}年[0-9]{0,2}月?出?生)"
)
_NAME_FIELD = re.compile("姓名[：: 　\t]*$")
_DATED = re.compile(r"[ \u3000]*(?:{dated}|[（(]?(?:19|20)\d\d)", words=_TABLE)


def curriculum_subjects(text: str, spans: Sequence[Span]) -> list[int | None]:
    """Return for each span the name whose curriculum vitae or form it stands in.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Returns:
        For each span the index of that name; None outside of any, and for names.
    """
    subjects: list[int | None] = []
    subject: int | None = None
    for at, span in enumerate(spans):
        since = spans[at - 1].end if at else 0
        for line in _line_starts(text, since, span.start):
            if subject is not None and not _DATED.match(text, line):
                subject = None
        if span.label in NAMES:
            begins = "\n" in text[max(0, span.start - 3) : span.start] or span.start < 3
            field = _NAME_FIELD.search(text, max(0, span.start - 6), span.start)
            clause = begins and _RESUME.match(text, span.end)
            if field or clause or _BORN.match(text, span.end):
                subject = at
        subjects.append(subject if span.label not in NAMES else None)
    return subjects


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)
