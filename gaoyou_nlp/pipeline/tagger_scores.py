"""How good the model's candidates are by themselves, for training and for ``nlp.evaluate``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc
from spacy.training import Example

from gaoyou_nlp.evaluation.scores import Counts
from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.pipeline.extensions import KEY
from gaoyou_nlp.pipeline.features import MODEL_ID

_Edges = tuple[int, int, str]


def score_candidates(examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
    """Compare the model's candidates with the gold entities, exactly.

    Parameters:
        examples: Predicted docs with candidates; gold docs with entities. A candidate that is not
            right and touches tokens whose gold is missing is neither right nor wrong.
        settings: Not used.

    Returns:
        ``tagger_p``, ``tagger_r``, ``tagger_f`` over all spans, ``tagger_per_type``.
    """
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for example in examples:
        gold = {(e.start_char, e.end_char, e.label_) for e in example.reference.ents}
        unsure = _unsure(example.reference)
        found = _candidates(example.predicted)
        right.update(label for _, _, label in found & gold)
        missed.update(label for _, _, label in gold - found)
        wrong.update(
            label
            for start, end, label in found - gold
            if not any(start < stop and first < end for first, stop in unsure)
        )
    per_type = {
        label: Counts(right[label], wrong[label], missed[label])
        for label in LABELS
        if right[label] + wrong[label] + missed[label]
    }
    total = sum(per_type.values(), Counts())
    return {
        "tagger_p": total.precision,
        "tagger_r": total.recall,
        "tagger_f": total.f1,
        "tagger_per_type": {
            label: {"p": c.precision, "r": c.recall, "f": c.f1} for label, c in per_type.items()
        },
    }


def _candidates(doc: Doc) -> set[_Edges]:
    if KEY not in doc.spans:
        return set()
    return {(s.start_char, s.end_char, s.label_) for s in doc.spans[KEY] if s.id_ == MODEL_ID}


def _unsure(doc: Doc) -> list[tuple[int, int]]:
    return [(t.idx, t.idx + len(t)) for t in doc if t.ent_iob == 0]
