"""Proposes names by what is to be produced: 恒安年产20万吨生活用纸."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import CAPACITY

_LONGEST_PRODUCT = 20
_CLOSED = tuple("、，。；：（)和等\n")


def with_capacity(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose a capacity with its product, with and without the maker before it.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates without head noun.
    """
    text = names.text
    for match in CAPACITY.finditer(text):
        end = names.product_end(match.end(), _LONGEST_PRODUCT)
        if end - match.end() < 2 or text[end : end + 1] not in _CLOSED:
            continue
        yearly = match.start() - 2
        bare = yearly if text[max(0, yearly) : match.start()] in ("年产", "日产") else match.start()
        for start in dict.fromkeys((names.start(match.start()), bare)):
            yield Candidate(start, end, end, "capacity")
