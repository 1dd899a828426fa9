"""The component that writes ``doc.ents``; nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from spacy.scorer import get_ner_prf
from spacy.tokens import Doc
from spacy.training import Example

from gaoyou_nlp.pipeline.border import read_candidates
from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.entities import draft_entities, write_entities
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.pipeline.features import LIKELY_ID
from gaoyou_nlp.pipeline.memory import reading_text_of
from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.rules.decide import by_odds, by_rank
from gaoyou_nlp.rules.explain import Judgement, explain_odds, explain_rank
from gaoyou_nlp.rules.ranks import RANKS, STANDING

_COUNTED = {
    "rules": (Origin.RULE, Origin.USER),
    "model": (Origin.MODEL, Origin.USER),
    "both": tuple(Origin),
}


class Resolver:
    """The component ``gaoyou_resolver``: writes ``doc.ents`` from ``doc.spans["gaoyou"]``.

    Which names are OFFICIAL and which PERSON is decided here too, by the posts of the article.

    Parameters:
        use: ``rules``, ``model`` or ``both``: whose candidates count. A user's list always does.
        ranks: As for ``gaoyou_nlp.rules.decide.by_rank``, added to what the library has.
    """

    def __init__(self, *, use: str, ranks: Mapping[str, int]) -> None:
        set_extensions()
        if use not in _COUNTED:
            raise ValueError(f"use is {use!r}. Write rules, model or both.")
        self.use = use
        self.ranks = dict(ranks)

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities of a ``Doc``."""
        text = reading_text_of(doc)
        candidates = read_candidates(doc, text, scored=self.use != "rules")
        spans, officials = relate_officials(text, self._decide(text, candidates))
        write_entities(doc, spans, officials)
        return doc

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Write the entities of drafts."""
        for draft in drafts:
            candidates = draft.candidates
            if self.use != "rules":
                candidates = draft.scored(candidates)
            spans, officials = relate_officials(
                draft.reading, self._decide(draft.reading, candidates)
            )
            draft.entities = draft_entities(draft, spans, officials)

    def explain(self, doc: Doc) -> list[Judgement]:
        """Return how each candidate of a ``Doc`` is judged; the ``Doc`` stays as it is.

        Parameters:
            doc: With candidates, not yet resolved.
        """
        text = reading_text_of(doc)
        counted = self._counted(read_candidates(doc, text, scored=self.use != "rules"))
        if self.use == "both":
            return explain_odds(text, counted, self._all_ranks)
        return explain_rank(text, counted, self._all_ranks)

    def _decide(self, text: str, candidates: Iterable[Span]) -> list[Span]:
        decide = by_odds if self.use == "both" else by_rank
        return decide(text, self._counted(candidates), self._all_ranks)

    def _counted(self, candidates: Iterable[Span]) -> list[Span]:
        return [span for span in candidates if span.origin in _COUNTED[self.use]]

    @property
    def _all_ranks(self) -> dict[str, int]:
        own = dict(STANDING) if self.use == "both" else {**RANKS, LIKELY_ID: -1}
        return {**own, **self.ranks}

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Score ``doc.ents``, for ``spacy evaluate``; entities in real doubt count neither way."""
        return dict(get_ner_prf(examples))
