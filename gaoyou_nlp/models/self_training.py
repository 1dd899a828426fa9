"""Articles annotated by a trained pipeline, to train the next one on: text nobody has annotated.

A span that the model is sure of, or that model and rules agree on, is taken as gold; everything
else that either of them proposes is left open (``OPT``), so it teaches nothing. A project counts
only where both agree, and is taken as no project where no rule sees one: models trained on a
corpus that is dense with projects see too many of them elsewhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from gaoyou_nlp.components.candidates import read_candidates
from gaoyou_nlp.corpora.markup import GoldArticle, GoldSpan
from gaoyou_nlp.labels import OPTIONAL
from gaoyou_nlp.models.features import MODEL_ID
from gaoyou_nlp.records import Span

SURE = 0.97
"""The score from which the model alone is believed."""

AGREED = {"PROJECT": 0.8}
"""The score from which the model is believed where a rule proposes the same; 0.6 for others."""

_AGREED = 0.6
_SHORTEST = 150


def draw_pieces(texts: list[str], count: int, seed: int, size: tuple[int, int]) -> list[str]:
    """Draw stretches of whole sentences from long texts.

    Parameters:
        texts: To draw from, with replacement.
        count: How many stretches to draw; those that come out too short are left out.
        seed: Of the draw.
        size: The least and the most characters before cutting back to whole sentences.

    Returns:
        The stretches.
    """
    chance = random.Random(seed)
    long = [text for text in texts if len(text) > size[1]]
    pieces = []
    for _ in range(count if long else 0):
        text = chance.choice(long)
        length = chance.randint(*size)
        start = chance.randrange(len(text) - length)
        piece = text[start : start + length]
        first = min((at for at in (piece.find("\n"), piece.find("。")) if at >= 0), default=-1)
        last = max(piece.rfind("\n"), piece.rfind("。"))
        piece = piece[first + 1 : last + 1].strip()
        if len(piece) >= _SHORTEST:
            pieces.append(piece)
    return pieces


def annotate_pieces(pieces: Iterable[str], nlp: Language) -> Iterator[GoldArticle]:
    """Annotate texts for training.

    Parameters:
        pieces: The texts.
        nlp: Rules and ``gaoyou_tagger``.

    Yields:
        An article of the split ``train`` for each text.
    """
    for number, doc in enumerate(nlp.pipe(pieces)):
        header = {
            "id": f"self-{number:04}",
            "kind": "城市新闻",
            "province": "-",
            "place": "-",
            "date": "2020-01-01",
            "split": "train",
            "origin": "model",
        }
        yield GoldArticle(header, doc.text, tuple(believed(doc)), {})


def believed(doc: Doc) -> list[GoldSpan]:
    """Return what to believe of a doc's candidates, and what to leave open.

    Parameters:
        doc: With the candidates of rules and model.

    Returns:
        Flat spans in order; ``OPT`` where in doubt.
    """
    candidates = read_candidates(doc)
    rules = [span for span in candidates if span.rule != MODEL_ID]
    agreed = {(span.start, span.end, span.label) for span in rules}
    projects = [span for span in rules if span.label == "PROJECT"]
    marks: list[GoldSpan] = []
    for span in candidates:
        if span.rule == MODEL_ID:
            label = _verdict(span, (span.start, span.end, span.label) in agreed, projects)
            if label is not None:
                marks.append(GoldSpan(span.start, span.end, label, span.text))
    marks += [
        GoldSpan(span.start, span.end, OPTIONAL, span.text)
        for span in rules
        if not any(mark.start < span.end and span.start < mark.end for mark in marks)
    ]
    return _flat(marks)


def _verdict(span: Span, agreed: bool, projects: list[Span]) -> str | None:
    score = span.score or 0.0
    if agreed and score >= AGREED.get(span.label, _AGREED):
        return span.label
    if span.label == "PROJECT":
        seen = any(other.start < span.end and span.start < other.end for other in projects)
        return OPTIONAL if seen else None
    return span.label if score >= SURE else OPTIONAL


def _flat(marks: list[GoldSpan]) -> list[GoldSpan]:
    kept: list[GoldSpan] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        clean = mark.text == mark.text.strip() and "\n" not in mark.text
        if clean and (not kept or kept[-1].end <= mark.start):
            kept.append(mark)
    return kept
