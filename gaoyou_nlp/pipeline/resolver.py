"""The one place that decides which candidates become entities.

``resolve`` is a pure function: it trims the candidates, applies the user's blocks, and takes
them one by one, highest priority first, among equals the longest, among those the leftmost;
a candidate that overlaps one taken is dropped. ``doc.ents`` is written here and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from spacy.scorer import get_ner_prf
from spacy.tokens import Doc
from spacy.training import Example

from gaoyou_nlp.pipeline.border import read_candidates, text_of, to_doc
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.rules.user_list import BLOCK

MODEL = "model"
AGREED = "+model"
_USER = 1_000_000

PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】"}
_OPENING = {close: open_ for open_, close in PAIRS.items()}
_BRACKETS = "（）()【】"
_QUOTES = "".join(k + v for k, v in PAIRS.items() if k not in _BRACKETS)
_MARKS = re.compile(f"[{re.escape(''.join(PAIRS) + ''.join(PAIRS.values()))}]")
_EDGES = " \t\r\n\u3000\xa0，。、；：！？,.;:!?…—－-～~·•/\\|'\"" + _QUOTES + _BRACKETS


def trim(text: str, span: Span) -> Span | None:
    """Take white space and punctuation off a span's edges, and mend a cut pair of quotes.

    Parameters:
        text: The text of the span.
        span: A candidate.

    Returns:
        The span with the edges that the guidelines ask for; None where nothing is left.

    Example:
        >>> trim("实施“三延四改”工程。", Span(3, 10, "PROJECT", "三延四改”工程。")).text
        '“三延四改”工程'
        >>> trim("综合楼项目（二期）", Span(0, 9, "PROJECT", "综合楼项目（二期）")).text
        '综合楼项目'
    """
    start, end = span.start, span.end
    while start < end and text[end - 1] in _EDGES and not _closes(text, start, end):
        end -= 1
        if text[end] in _OPENING and text[end] in _BRACKETS:
            opened = text.rfind(_OPENING[text[end]], start, end)
            end = end if opened < 0 else opened
    while start < end and text[start] in _EDGES and not _opens(text, start, end):
        start += 1
    if start == end:
        return None
    start, end = _whole_pairs(text, start, end)
    if (start, end) == (span.start, span.end):
        return span
    return Span(start, end, span.label, text[start:end], span.rule, span.score, span.canonical)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last character closes what the span opens, not counting its first character."""
    mark = text[end - 1]
    return mark in _QUOTES and mark in _OPENING and _OPENING[mark] in text[start + 1 : end - 1]


def _opens(text: str, start: int, end: int) -> bool:
    """Whether the first character opens what the span closes, not counting its last character."""
    mark = text[start]
    return mark in PAIRS and PAIRS[mark] in text[start + 1 : end - 1]


def _whole_pairs(text: str, start: int, end: int) -> tuple[int, int]:
    if not _MARKS.search(text, start, end):
        return start, end
    inside = text[start:end]
    for open_, close in PAIRS.items():
        opened, closed = inside.count(open_), inside.count(close)
        if closed == opened + 1 and text[start - 1 : start] == open_:
            return start - 1, end
        if opened == closed + 1 and text[end : end + 1] == close and open_ not in _BRACKETS:
            return start, end + 1
    return start, end


def resolve(
    text: str,
    candidates: Sequence[Span],
    priorities: Mapping[str, int],
    least: Mapping[str, float] | None = None,
    doubt: Mapping[str, float] | None = None,
) -> list[Span]:
    """Decide which candidates stand.

    Parameters:
        text: The text they were found in.
        candidates: In the order they were proposed; they may overlap.
        priorities: From rule ids (``model``), their beginnings up to a dot or colon (``money``),
            or either with a label (``model/PROJECT``), to a number; the most specific counts, 0
            where none fits, and a negative one drops the candidate. ``agreed`` is for what a rule
            and the model both propose. A user's list stands above all.
        least: From a label to the least score with which the model alone may propose it.
        doubt: From a label to the score below which the model drops what a rule alone proposes.

    Returns:
        Spans in order of the text, flat. What rule and model agree on bears the rule's id with
        ``+model`` and the model's score.

    Example:
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> [s.text for s in resolve("高邮市", both, {})]
        ['高邮市']
        >>> [s.text for s in resolve("高邮市", both, {"a": 1})]
        ['高邮']
    """
    blocks = [s for s in candidates if s.label == BLOCK]
    ours = [s for s in candidates if not s.rule.startswith("lexicon:")]
    trimmed = [span for s in ours if (span := trim(text, s)) is not None]
    by_user = [s for s in candidates if s.rule.startswith("lexicon:") and s.label != BLOCK]
    ranked: list[tuple[int, int, int, int, Span]] = []
    rank_of = lru_cache(None)(partial(_priority, priorities))
    for order, span in enumerate([*by_user, *agree(trimmed)]):
        rank = _USER if order < len(by_user) else rank_of(span.rule, span.label)
        stands = rank >= 0 and _is_sure(span, least or {}, doubt or {})
        if rank == _USER or (stands and not _blocked(span, blocks)):
            ranked.append((-rank, span.start - span.end, span.start, order, span))
    ranked.sort(key=lambda row: row[:4])
    taken = bytearray(len(text))
    chosen = []
    for *_, span in ranked:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _is_sure(span: Span, least: Mapping[str, float], doubt: Mapping[str, float]) -> bool:
    """Whether the model is sure enough of what it alone proposes, or has no doubt of a rule's."""
    if span.rule == MODEL:
        return (span.score or 0.0) >= least.get(span.label, 0.0)
    if span.rule.endswith(AGREED) or span.score is None:
        return True
    return span.score >= doubt.get(span.label, 0.0)


def agree(spans: Sequence[Span]) -> list[Span]:
    """Join what a rule and the model both propose; OFFICIAL and PERSON count as one label.

    Parameters:
        spans: Trimmed candidates.

    Returns:
        The candidates in their order, those of the model left out that a rule has too.

    Example:
        >>> both = [Span(0, 2, "GPE", "高邮", "gpe.a"), Span(0, 2, "GPE", "高邮", "model", 0.9)]
        >>> [(s.rule, s.score) for s in agree(both)]
        [('gpe.a+model', 0.9)]
    """
    ruled = {_key(s) for s in spans if s.rule != MODEL}
    scores = {_key(s): s.score for s in spans if s.rule == MODEL}
    joined = []
    for span in spans:
        key = _key(span)
        if span.rule == MODEL:
            if key not in ruled:
                joined.append(span)
        elif key in scores:
            joined.append(replace(span, rule=f"{span.rule}{AGREED}", score=scores[key]))
        else:
            joined.append(span)
    return joined


def _key(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, "NAME" if span.label in ("OFFICIAL", "PERSON") else span.label


def _priority(priorities: Mapping[str, int], rule: str, label: str) -> int:
    name = "agreed" if rule.endswith(AGREED) else rule
    while name:
        for key in (f"{name}/{label}", name):
            if key in priorities:
                return priorities[key]
        name = name[: max(name.rfind("."), name.rfind(":"), 0)]
    return 0


def _blocked(span: Span, blocks: Sequence[Span]) -> bool:
    return any(block.start <= span.start and span.end <= block.end for block in blocks)


ALONE: Mapping[str, int] = {"money": 2, "title": 1, "project.list": 1, "person.byline": 1}
"""The priorities of the rules among themselves."""


class Resolver:
    """The component ``gaoyou_resolver``: writes ``doc.ents`` from ``doc.spans["gaoyou"]``.

    Which names are OFFICIAL and which PERSON is decided here too, by the posts of the article.

    Parameters:
        use: ``rules``, ``model`` or ``both``: whose candidates count. A user's list always does.
        priorities, least, doubt: As for ``resolve``; they hold for ``both``. Rules alone and model
            alone have their own, simpler order.
    """

    def __init__(
        self,
        *,
        use: str,
        priorities: Mapping[str, int],
        least: Mapping[str, float],
        doubt: Mapping[str, float],
    ) -> None:
        set_extensions()
        if use not in ("rules", "model", "both"):
            raise ValueError(f"use is {use!r}. Write rules, model or both.")
        self.use = use
        self._priorities = dict(priorities) if use == "both" else ALONE
        self._least = dict(least) if use == "both" else {}
        self._doubt = dict(doubt) if use == "both" else {}

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities of a ``Doc``."""
        text = text_of(doc)
        candidates = read_candidates(doc, text, scored=self.use != "rules")
        counted = [s for s in candidates if self._counts(s)]
        chosen = resolve(text, counted, self._priorities, self._least, self._doubt)
        spans, _ = relate_officials(text, chosen)
        doc.ents = tuple(to_doc(doc, spans))
        return doc

    def score(self, examples: Iterable[Example], **settings: Any) -> dict[str, Any]:
        """Score ``doc.ents``, for ``spacy evaluate``; entities in real doubt count neither way."""
        return dict(get_ner_prf(examples))

    def _counts(self, span: Span) -> bool:
        if self.use == "both" or span.rule.startswith("lexicon:"):
            return True
        return (span.rule == MODEL) == (self.use == MODEL)
