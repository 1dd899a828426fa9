"""A bar with rate and remaining time, on a terminal only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gaoyou_nlp.batch.job import Progress, Watch


@contextmanager
def progress_bar() -> Iterator[Watch | None]:
    """Show how far a run is on standard error, if that is a terminal.

    Yields:
        What is to be told of each part, None where nothing is shown.
    """
    from rich import progress as rich
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        rich.BarColumn(),
        rich.TextColumn("{task.percentage:>3.0f} %"),
        rich.TextColumn("{task.fields[said]}"),
        rich.TimeRemainingColumn(compact=True),
    )
    with rich.Progress(*columns, console=console, transient=True, speed_estimate_period=120) as bar:
        task = bar.add_task("", total=None, said="loading …")

        def watch(progress: Progress) -> None:
            total = max(progress.expected, progress.characters) or None
            said = said_of(progress, bar.tasks[0].elapsed or 0.0)
            bar.update(task, total=total, completed=progress.characters, said=said)

        yield watch


def said_of(progress: Progress, seconds: float) -> str:
    """Return counts and rate in words.

    Parameters:
        progress: How far the run is.
        seconds: Since it began.

    Example:
        >>> from gaoyou_nlp.batch.job import Progress
        >>> said_of(Progress(characters=50_000, records=80, rejects=1), 2.0)
        '80 articles, 25,000 characters/s, 1 set aside'
    """
    rate = (progress.characters - progress.before) / seconds if seconds > 0 else 0.0
    aside = f", {progress.rejects} set aside" if progress.rejects else ""
    return f"{progress.records:,} articles, {rate:,.0f} characters/s{aside}"
