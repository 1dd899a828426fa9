"""Annotates articles so that one that is at fault costs no other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from gaoyou_nlp.annotation import BATCH, annotate
from gaoyou_nlp.batch.limits import TimeUp, time_limit
from gaoyou_nlp.language.pieces import batched_by_size
from gaoyou_nlp.records import Article, Record, Reject, check_spans

if TYPE_CHECKING:
    from spacy.language import Language

Announce = Callable[[tuple[int, ...], float], None]
"""Told which items are taken up and how many seconds they may take (0: no limit)."""

_ADDRESS = re.compile(r"0x[0-9a-fA-F]+")
_LONGEST_REASON = 500
_TIMED = 100_000  # characters that the time limit is for


def announce_nothing(items: tuple[int, ...], seconds: float) -> None:
    """Ignore which article is begun."""


class FaultIsolatingAnnotator:
    """Annotates groups of articles, and one by one where one of a group is at fault.

    Parameters:
        nlp: The pipeline.
        time_limit: Seconds for an article; one longer than 100,000 characters has as many times
            more. 0 for no limit.
        announce: Told of every group before it is taken up.
    """

    def __init__(
        self, nlp: Language, time_limit: float, announce: Announce = announce_nothing
    ) -> None:
        self._nlp = nlp
        self._time_limit = time_limit
        self._announce = announce

    def annotate(
        self, articles: Iterable[tuple[int, Article]]
    ) -> Iterator[tuple[int, Record | Reject]]:
        """Annotate articles, given and returned with their places."""
        for group in batched_by_size(articles, BATCH, of=lambda item: len(item[1].text)):
            yield from self._annotate_group(group)

    def _annotate_group(
        self, group: list[tuple[int, Article]]
    ) -> Iterator[tuple[int, Record | Reject]]:
        """Annotate articles together, and one by one where one of them is at fault."""
        indices = tuple(index for index, _ in group)
        articles = [article for _, article in group]
        seconds = self._seconds(articles)
        self._announce(indices, seconds)
        try:
            with time_limit(seconds):
                records = self._annotated(articles)
        except (Exception, TimeUp):
            for index, article in group:
                yield index, self.annotate_one(index, article)
        else:
            yield from zip(indices, records, strict=True)

    def annotate_one(self, index: int, article: Article) -> Record | Reject:
        """Annotate one article."""
        seconds = self._seconds([article])
        self._announce((index,), seconds)
        try:
            with time_limit(seconds):
                [record] = self._annotated([article])
        except TimeUp:
            return reject(article, f"takes longer than {seconds:g} seconds.")
        except Exception as error:
            return reject(article, reason_of(error))
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


def reject(article: Article, reason: str) -> Reject:
    """Return the reject of an article that cannot be annotated."""
    source = article.source
    path, line = ("", None) if source is None else (source.path, source.line)
    return Reject(article.id, path, line, reason, article.text.encode("utf-8", "surrogatepass"))


def reason_of(error: Exception) -> str:
    """Return the message of an error, without the parts that differ from run to run."""
    lines = _ADDRESS.sub("0x…", str(error)).strip().splitlines()
    message = lines[0][:_LONGEST_REASON] if lines else ""
    return f"cannot be annotated: {type(error).__name__}{': ' if message else ''}{message}"
