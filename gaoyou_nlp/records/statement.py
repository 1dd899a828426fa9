"""The record of a statement: who says what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

STATEMENT_KINDS: Final = ("direct", "reported")


@dataclass(frozen=True, slots=True)
class Statement:
    """A stretch of text that somebody says.

    Parameters:
        start, end, text: What is said: the inside of the quotation marks, or the reported clauses
            without their last full stop.
        kind: ``direct`` (in quotation marks, or a turn of an interview) or ``reported``.
        speaker: Who says it: the name of a person or body, or the words of the text (会议, 市水利局
            有关负责人); None where a pronoun could be more than one person.
        speaker_start, speaker_end: The characters that name the speaker at this place (also 他).
        span: The index of the speaker among the spans, None where it is none of them.
        verb_start, verb_end: The verb of saying, None for a turn of an interview.
        rule: How it was found.
    """

    start: int
    end: int
    text: str
    kind: str
    speaker: str | None
    speaker_start: int
    speaker_end: int
    span: int | None
    verb_start: int | None
    verb_end: int | None
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Return the statement as JSON-ready data."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Statement:
        """Build a statement from what ``to_dict`` makes; other fields of the row are left alone."""
        return cls(**{name: row[name] for name in cls.__slots__ if name in row})
