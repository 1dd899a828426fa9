"""A document of a town: how it is made, and what a person reads there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Reject
from tests.documents.bureau.expected import Reading, differences

Amounts = tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Case:
    """A document.

    Parameters:
        name: Of its file.
        make: Gives its bytes.
        readings: What a person reads, article by article.
        options: For ``read``.
        refused: Words of the reasons why parts are set aside, in order.
        noted: Words that the notes of the first article hold.
    """

    name: str
    make: Callable[[], bytes]
    readings: tuple[Reading, ...]
    options: dict[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    noted: str = ""


def faults(case: Case, path: Path) -> Iterator[str]:
    """How what is read differs from what a person reads."""
    rejects: list[Reject] = []
    articles = list(read(path, on_reject=rejects.append, **case.options))  # type: ignore[arg-type]
    reasons = [reject.reason for reject in rejects]
    if len(reasons) != len(case.refused) or any(
        words not in reason for words, reason in zip(case.refused, reasons, strict=True)
    ):
        yield f"set aside: {[(r.path, r.reason) for r in rejects]}"
    if len(articles) != len(case.readings):
        count = len(case.readings)
        yield f"{len(articles)} articles, not {count}: {[a.text[:300] for a in articles]}"
    for article, reading in zip(articles, case.readings, strict=False):
        yield from differences(article, reading)
    if case.noted and not any(case.noted in note for a in articles[:1] for note in a.notes):
        yield f"no note of {case.noted!r}"
