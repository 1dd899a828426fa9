"""The spaCy shell around the rules: text and earlier candidates in, candidates out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from gaoyou_nlp.pipeline.border import add_candidates, read_candidates
from gaoyou_nlp.pipeline.draft import AnyDoc, Draft
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.pipeline.memory import amounts_of, reading_text_of
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence

if TYPE_CHECKING:
    from gaoyou_nlp.rules.propose import Rule


class RuleProposer:
    """A component that appends the candidates of some rules to ``doc.spans["gaoyou"]``.

    It has nothing to save: its rules are the code of the installed library.

    Parameters:
        rules: Run in this order, each on what those before it found.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        set_extensions()
        self._rules = tuple(rules)

    def __call__(self, doc: Doc) -> Doc:
        """Add candidates to a ``Doc``."""
        add_candidates(doc, self._propose(doc, read_candidates(doc, reading_text_of(doc))))
        return doc

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Add candidates to drafts."""
        for draft in drafts:
            draft.add(self._propose(draft, draft.scored(draft.candidates)))

    def _propose(self, doc: AnyDoc, found: list[Span]) -> list[Span]:
        evidence = Evidence(reading_text_of(doc), found, lambda _: amounts_of(doc))
        for rule in self._rules:
            evidence.add(rule(evidence))
        return evidence.found[len(found) :]
