"""A bar with rate and remaining time, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaoyou_nlp.batch.report import Progress, Watch


@contextmanager
def progress_bar() -> Iterator[Watch | None]:
    """Show how far a run is on standard error, if that is a terminal.

    The bar moves when it is told of a part, without a thread of its own: workers can be copies of
    a process that has one thread only.

    Yields:
        What is to be told of each part, None where nothing is shown.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich import progress as rich
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        rich.BarColumn(),
        rich.TextColumn("{task.percentage:>3.0f} %"),
        rich.TextColumn("{task.fields[rate]}"),
        rich.TimeRemainingColumn(compact=True),
    )
    with rich.Progress(
        *columns, console=console, transient=True, speed_estimate_period=120, auto_refresh=False
    ) as bar:
        task = bar.add_task("", total=None, rate="loading …")

        def watch(progress: Progress) -> None:
            done = progress.counts.characters
            total = max(progress.expected, done) or None
            rate = counts_and_rate(progress, bar.tasks[0].elapsed or 0.0)
            bar.update(task, total=total, completed=done, rate=rate, refresh=True)

        yield watch


def counts_and_rate(progress: Progress, seconds: float) -> str:
    """Return counts and rate in words.

    Parameters:
        progress: How far the run is.
        seconds: Since it began.

    Examples:
        >>> from gaoyou_nlp.batch.counts import Counts
        >>> from gaoyou_nlp.batch.report import Progress
        >>> counts = Counts(records=80, rejects=1, characters=50_000)
        >>> counts_and_rate(Progress(counts=counts), 2.0)
        '80 articles, 25,000 characters/s, 1 set aside'
    """
    counts = progress.counts
    fresh = counts.characters - counts.resumed_characters
    rate = fresh / seconds if seconds > 0 else 0.0
    aside = f", {counts.rejects} set aside" if counts.rejects else ""
    return f"{counts.records:,} articles, {rate:,.0f} characters/s{aside}"
