"""Annotates articles so that one that is at fault costs no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from gaoyou_nlp.annotation import BATCH, annotate
from gaoyou_nlp.batch.limits import TimeUp, time_limit
from gaoyou_nlp.records import Article, Record, Reject, check_spans

if TYPE_CHECKING:
    from spacy.language import Language

Tell = Callable[[tuple[int, ...], float], None]
"""Told which items are taken up and how many seconds they may take (0: no limit)."""

_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
_LONGEST_REASON = 500
_TIMED = 100_000  # characters that the time limit is for


def untold(items: tuple[int, ...], seconds: float) -> None:
    """Tell nobody."""


class Careful:
    """Annotates groups of articles, and one by one where one of a group is at fault.

    Parameters:
        nlp: The pipeline.
        time_limit: Seconds for an article; one longer than 100,000 characters has as many times
            more. 0 for no limit.
        tell: Told of every group before it is taken up.
    """

    def __init__(self, nlp: Language, time_limit: float, tell: Tell = untold) -> None:
        self._nlp = nlp
        self._time_limit = time_limit
        self._tell = tell

    def results(
        self, articles: Iterable[tuple[int, Article]]
    ) -> Iterator[tuple[int, Record | Reject]]:
        """Annotate articles, given and returned with their places."""
        group: list[tuple[int, Article]] = []
        size = 0
        for index, article in articles:
            if group and size + len(article.text) > BATCH:
                yield from self._together(group)
                group, size = [], 0
            group.append((index, article))
            size += len(article.text)
        if group:
            yield from self._together(group)

    def _together(self, group: list[tuple[int, Article]]) -> Iterator[tuple[int, Record | Reject]]:
        """Annotate articles together, and one by one where one of them is at fault."""
        indices = tuple(index for index, _ in group)
        articles = [article for _, article in group]
        seconds = self._seconds(articles)
        self._tell(indices, seconds)
        try:
            with time_limit(seconds):
                records = self._annotated(articles)
        except (Exception, TimeUp):
            for index, article in group:
                yield index, self.alone(index, article)
        else:
            yield from zip(indices, records, strict=True)

    def alone(self, index: int, article: Article) -> Record | Reject:
        """Annotate one article."""
        seconds = self._seconds([article])
        self._tell((index,), seconds)
        try:
            with time_limit(seconds):
                [record] = self._annotated([article])
        except TimeUp:
            return set_aside(article, f"takes longer than {seconds:g} seconds.")
        except Exception as error:
            return set_aside(article, said_of(error))
        return record

    def _annotated(self, articles: list[Article]) -> list[Record]:
        size = sum(len(article.text) for article in articles)
        records = list(annotate(articles, self._nlp, batch=max(size, 1)))
        for record in records:
            check_spans(record.text, record.spans)
        return records

    def _seconds(self, articles: Iterable[Article]) -> float:
        size = sum(len(article.text) for article in articles)
        return self._time_limit * max(1.0, size / _TIMED)


def set_aside(article: Article, reason: str) -> Reject:
    """Return what is listed of an article that cannot be annotated."""
    source = article.source
    path, line = ("", None) if source is None else (source.path, source.line)
    return Reject(article.id, path, line, reason, article.text.encode("utf-8", "surrogatepass"))


def said_of(error: Exception) -> str:
    """What an error says, without what differs from run to run."""
    lines = _ADDRESS.sub("0x…", str(error)).strip().splitlines()
    said = lines[0][:_LONGEST_REASON] if lines else ""
    return f"cannot be annotated: {type(error).__name__}{': ' if said else ''}{said}"
