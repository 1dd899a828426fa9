"""Where an article came from, and the way back to the characters there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.records.anchor import Anchor


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads offsets of a reflowed text back to the decoded source file.

    Parameters:
        runs: (start in text, start in source, length) of every stretch that was taken over
            unchanged, ordered by start in text. Characters between runs were put in by us.

    Examples:
        >>> SourceMap(((0, 10, 2), (2, 13, 3))).to_source(1, 3)
        (11, 14)
    """

    runs: tuple[tuple[int, int, int], ...]

    def to_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Source offsets of ``text[start:end]``; None where an edge is not in the source."""
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None or last < first:
            return None
        return first, last + 1

    def _at(self, offset: int) -> int | None:
        at = bisect_right(self.runs, offset, key=lambda run: run[0]) - 1
        if at < 0:
            return None
        start, source, length = self.runs[at]
        return source + offset - start if offset < start + length else None


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    Parameters:
        path: The file as named by the user, ``-`` for standard input.
        encoding: The encoding it was decoded with.
        sha256: Of the file's bytes.
        line: The line or row of the record, where a file holds many (counted from 1).
        anchors: Where the article's characters stand in a document, see ``records.anchor``; its
            JSON has them at each span, not here.
    """

    path: str
    encoding: str | None = None
    sha256: str | None = None
    line: int | None = None
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the source as JSON-ready data."""
        return {
            "path": self.path,
            "encoding": self.encoding,
            "sha256": self.sha256,
            "line": self.line,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Source:
        """Build a source from what ``to_dict`` makes; all but the path may be absent."""
        return cls(row["path"], row.get("encoding"), row.get("sha256"), row.get("line"))
