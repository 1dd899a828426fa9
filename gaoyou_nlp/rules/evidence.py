"""What is known of one text while its candidates are proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property

from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Amount, Span
from gaoyou_nlp.rules.segmentation import Segmentation


class Evidence:
    """A text, its words and amounts, and the candidates found so far.

    Every rule reads the same one and adds what it finds; it lives as long as the text is read.

    Parameters:
        text: Any text.
        found: Candidates that are there already.
        read_amounts: Reads the amounts of money of a text, for callers that have read them already.

    Examples:
        >>> evidence = Evidence("江阴市长", [Span(0, 2, "GPE", "江阴")])
        >>> evidence.areas, evidence.words.edges
        ({0: 2}, (0, 3, 4))
    """

    def __init__(
        self,
        text: str,
        found: Iterable[Span] = (),
        read_amounts: Callable[[str], Iterable[Amount]] = find_money,
    ) -> None:
        self.text = text
        self.found = list(found)
        self._read_amounts = read_amounts

    @cached_property
    def words(self) -> Segmentation:
        """The dictionary words of the text."""
        return Segmentation(self.text)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """The amounts of money of the text."""
        return tuple(self._read_amounts(self.text))

    @property
    def areas(self) -> dict[int, int]:
        """From the starts of the areas found so far to their ends, in characters."""
        return {span.start: span.end for span in self.labelled("GPE")}

    def labelled(self, *labels: str) -> list[Span]:
        """Return the candidates with one of some labels, in the order they were found."""
        return [span for span in self.found if span.label in labels]

    def add(self, spans: Iterable[Span]) -> None:
        """Take in candidates of a rule."""
        self.found.extend(spans)
