"""The spaCy shell around a rule function: text and earlier candidates in, candidates out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from gaoyou_nlp.pipeline.border import propose_candidates
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.records import Span

Propose = Callable[[str, Sequence[Span]], list[Span]]


class Proposer:
    """A component that appends the candidates of one rule function to ``doc.spans["gaoyou"]``.

    It has nothing to save: its rules are the code of the installed library.

    Parameters:
        propose: The rule function: the text and the candidates so far, to new candidates.
    """

    def __init__(self, propose: Propose) -> None:
        set_extensions()
        self._propose = propose

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to a ``Doc``."""
        propose_candidates(doc, self._propose)
        return doc
