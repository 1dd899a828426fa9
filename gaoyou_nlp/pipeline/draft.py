"""A text on its way through the components without a ``Doc``, for who only wants its record.

A ``Doc`` costs more than many a rule: its characters become tokens, candidates become spans and are
read back by the next component, officials become JSON and objects again. A draft holds the same as
plain data. ``memory`` reads text, edges and amounts of either.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from spacy.tokens import Doc

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language.traditional import simplify
from gaoyou_nlp.pipeline.character_tokens import cut_edges
from gaoyou_nlp.pipeline.entity_set import Entities
from gaoyou_nlp.records import Amount, Official, Project, Span


class Draft:
    """What the components know of a text so far.

    Parameters:
        text: Any text; it is cut into tokens as by ``CharacterTokenizer``.

    Attributes:
        candidates: As in ``doc.spans["gaoyou"]``, their characters as they are read.
        scores: From (first token, one past the last, label) to the model's score.
        amounts: Of money, once they are read.
        entities, officials, projects: As the last components write them.

    Examples:
        >>> draft = Draft("江都 3亿元")
        >>> len(draft), draft.edges[0]
        (5, [0, 1, 3, 4, 5])
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.candidates: list[Span] = []
        self.scores: dict[tuple[int, int, str], float] = {}
        self.amounts: tuple[Amount, ...] | None = None
        self.entities: Entities | None = None
        self.officials: tuple[Official, ...] = ()
        self.projects: tuple[Project, ...] = ()

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.edges[0])

    @cached_property
    def reading(self) -> str:
        """The text as it is read: simplified."""
        return simplify(self.text)

    @cached_property
    def edges(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where the tokens begin and where they end, in characters."""
        return cut_edges(self.text)

    @cached_property
    def plain(self) -> bool:
        """Whether every character is a token."""
        return len(self) == len(self.text)

    def add(self, spans: Iterable[Span]) -> None:
        """Take in candidates, but for those whose edges are no token edges, as a ``Doc`` does."""
        if self.plain:
            self.candidates.extend(spans)
            return
        starts, ends = (frozenset(edges) for edges in self.edges)
        self.candidates.extend(s for s in spans if s.start in starts and s.end in ends)

    def tokens(self, start: int, end: int) -> tuple[int, int]:
        """Return the first token of a stretch between token edges and one past the last."""
        if self.plain:
            return start, end
        starts, ends = self.edges
        return bisect_left(starts, start), bisect_left(ends, end) + 1

    def score(self, start: int, end: int, label: str) -> float | None:
        """Return the model's score of a stretch; a name's is that of OFFICIAL or PERSON."""
        if not self.scores:
            return None
        if not self.plain:
            start, end = self.tokens(start, end)
        if label not in NAMES:
            return self.scores.get((start, end, label))
        get = self.scores.get
        found = [score for one in NAMES if (score := get((start, end, one))) is not None]
        return min(sum(found), 1.0) if found else None

    def scored(self, spans: Iterable[Span]) -> list[Span]:
        """Return spans with the model's scores, their origin as their rules say."""
        return [
            Span(
                s.start,
                s.end,
                s.label,
                s.text,
                s.rule,
                self.score(s.start, s.end, s.label),
                s.canonical,
            )
            for s in spans
        ]


AnyDoc = Doc | Draft
"""What the tagger reads."""
