"""The progress of a run, and the report at its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from gaoyou_nlp.batch.counts import Counts


@dataclass(frozen=True, slots=True)
class Report:
    """The result of a run.

    Parameters:
        output: The file or folder.
        articles: Articles that could be read.
        counts: What was done with them.
        rejects_path: Where the inputs set aside are listed with their reasons, if there are any.
        skipped: How many things were found that are no inputs.
        skipped_path: Where they are listed with their reasons, if there are any.
        reasons: The first inputs that were set aside, and why.
    """

    output: Path
    articles: int
    counts: Counts = field(default_factory=Counts)
    rejects_path: Path | None = None
    skipped: int = 0
    skipped_path: Path | None = None
    reasons: tuple[str, ...] = ()

    @property
    def records(self) -> int:
        """Articles annotated."""
        return self.counts.records

    @property
    def rejects(self) -> int:
        """Inputs set aside."""
        return self.counts.rejects

    @property
    def characters(self) -> int:
        """Characters of the annotated articles."""
        return self.counts.characters

    @property
    def spans(self) -> int:
        """Entities found."""
        return self.counts.spans

    @property
    def parts(self) -> int:
        """How many parts there were."""
        return self.counts.parts

    @property
    def resumed(self) -> int:
        """How many parts were done by an earlier run."""
        return self.counts.resumed

    @property
    def exit_code(self) -> int:
        """0 all done, 2 nothing could be read, 3 some inputs were set aside."""
        if not self.articles:
            return 2
        return 3 if self.rejects else 0


@dataclass(slots=True)
class Progress:
    """How far a run is.

    Parameters:
        expected: Characters of all inputs, an estimate from the sizes of the files.
        articles: Articles read so far.
        inputs: Articles read so far, and what could not be read.
        parts: Parts cut so far.
        counts: What is done.
    """

    expected: int = 0
    articles: int = 0
    inputs: int = 0
    parts: int = 0
    counts: Counts = field(default_factory=Counts)


Watch = Callable[[Progress], None]
