"""What to believe of the teacher's probabilities, as annotation of the corpus form."""

from __future__ import annotations

from typing import Any

import numpy as np

from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.network.crf import Chain, best_path
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.tags import Tags

TAGS = Tags(LABELS)

SPAN = 0.75
"""The mean probability of a span's tags from which its label is believed."""

NONE = 0.6
"""The probability from which a character outside all spans is believed to be outside."""


def believe(text: str, marginals: np.ndarray[Any, Any]) -> tuple[GoldSpan, ...]:
    """Turn probabilities into spans; what is in doubt becomes ``OPT``.

    Parameters:
        text: The text.
        marginals: The probability of each tag, one row a character.

    Returns:
        Flat spans in order.
    """
    bound = [np.where(legal, 0.0, -np.inf) for legal in (TAGS.starts, TAGS.follows, TAGS.ends)]
    emissions = np.log(marginals.astype(np.float32) + 1e-6)
    tags = best_path(emissions, pack([len(text)]), Chain(*bound))
    sure = marginals[np.arange(len(text)), tags]
    marks = []
    open_ = sure < NONE
    for start, end, label in TAGS.decode(tags):
        surface = text[start:end]
        if "\n" not in surface and surface == surface.strip():
            label = label if sure[start:end].mean() >= SPAN else OPTIONAL
            marks.append(GoldSpan(start, end, label, surface))
            open_[start:end] = False
    open_ &= np.array([not char.isspace() for char in text], np.bool_)
    edges = np.flatnonzero(np.diff(np.r_[False, open_, False].astype(np.int8)))
    for start, end in edges.reshape(-1, 2).tolist():
        marks.append(GoldSpan(start, end, OPTIONAL, text[start:end]))
    return tuple(sorted(marks, key=lambda mark: mark.start))
