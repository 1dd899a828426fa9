"""What a run, or a part of it, has dealt with: one set of counters, added up."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields


@dataclass(frozen=True, slots=True)
class Counts:
    """Counters of a run or of a part.

    Parameters:
        records: Articles annotated.
        rejects: Inputs set aside.
        characters: Of the annotated articles.
        spans: Entities found.
        parts: Parts that are done.
        resumed: How many of them were done by an earlier run.
        resumed_characters: Characters of those.

    Examples:
        >>> total = Counts(records=2, characters=80) + Counts(records=1, rejects=1)
        >>> total.records, total.rejects, total.inputs
        (3, 1, 4)
    """

    records: int = 0
    rejects: int = 0
    characters: int = 0
    spans: int = 0
    parts: int = 0
    resumed: int = 0
    resumed_characters: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)}
        )

    @property
    def inputs(self) -> int:
        """Articles and what could not be read: all that went in."""
        return self.records + self.rejects

    def to_dict(self) -> dict[str, int]:
        """Return the counters of a part as JSON-ready data."""
        kept = ("records", "rejects", "characters", "spans")
        return {name: value for name, value in asdict(self).items() if name in kept}
