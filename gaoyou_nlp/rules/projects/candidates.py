"""What could be the name of a project, before it is weighed."""

from __future__ import annotations

from typing import NamedTuple


class Candidate(NamedTuple):
    """A stretch that could be the name of a project.

    Parameters:
        start: Its first character.
        end: Behind its last character.
        head: Where its head noun begins; ``end`` where it has none.
        source: What proposed it: ``head``, ``list``, ``capacity``, ``title`` …
        kind: The kind of its head noun (``project_heads.tsv``), or empty.
        signs: What speaks for its edges, in the words of who proposed it.
    """

    start: int
    end: int
    head: int
    source: str
    kind: str = ""
    signs: tuple[str, ...] = ()

    def joined(self, other: Candidate) -> Candidate:
        """Return this candidate with what speaks for the same stretch as another source sees it.

        Parameters:
            other: A candidate of the same stretch.
        """
        signs = (*self.signs, f"also {other.source}", *other.signs)
        return self._replace(
            signs=signs, kind=self.kind or other.kind, head=min(self.head, other.head)
        )
