"""The one place that decides which candidates become entities.

``resolve`` is a pure function: it trims the candidates, applies the user's blocks, and takes
them one by one, highest priority first, among equals the longest, among those the leftmost;
a candidate that overlaps one taken is dropped. ``doc.ents`` is written here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from gaoyou_nlp.components.candidates import read_candidates, to_doc
from gaoyou_nlp.components.extensions import set_extensions
from gaoyou_nlp.components.officials import relate_officials
from gaoyou_nlp.lexicon.user_list import BLOCK
from gaoyou_nlp.records import Span

PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】"}
_OPENING = {close: open_ for open_, close in PAIRS.items()}
_BRACKETS = "（）()【】"
_QUOTES = "".join(k + v for k, v in PAIRS.items() if k not in _BRACKETS)
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
    inside = text[start:end]
    for open_, close in PAIRS.items():
        opened, closed = inside.count(open_), inside.count(close)
        if closed == opened + 1 and text[start - 1 : start] == open_:
            return start - 1, end
        if opened == closed + 1 and text[end : end + 1] == close and open_ not in _BRACKETS:
            return start, end + 1
    return start, end


def resolve(text: str, candidates: Sequence[Span], priorities: Mapping[str, int]) -> list[Span]:
    """Decide which candidates stand.

    Parameters:
        text: The text they were found in.
        candidates: In the order they were proposed; they may overlap.
        priorities: From rule ids (``model``), their beginnings up to a dot or colon (``money``),
            or either with a label (``model/PROJECT``), to a number; the most specific counts, 0
            where none fits, and a negative one drops the candidate. A user's list stands above all.

    Returns:
        Spans in order of the text, flat.

    Example:
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> [s.text for s in resolve("高邮市", both, {})], [s.text for s in resolve("高邮市", both, {"a": 1})]
        (['高邮市'], ['高邮'])
    """
    blocks = [s for s in candidates if s.label == BLOCK]
    ranked: list[tuple[int, int, int, int, Span]] = []
    for order, candidate in enumerate(candidates):
        by_user = candidate.rule.startswith("lexicon:")
        span = candidate if by_user else trim(text, candidate)
        if span is None or span.label == BLOCK:
            continue
        rank = 1_000_000 if by_user else _priority(span, priorities)
        if rank >= 0 and (by_user or not _blocked(span, blocks)):
            ranked.append((-rank, span.start - span.end, span.start, order, span))
    ranked.sort(key=lambda row: row[:4])
    taken = bytearray(len(text))
    chosen = []
    for *_, span in ranked:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def _priority(span: Span, priorities: Mapping[str, int]) -> int:
    name = span.rule
    while name:
        for key in (f"{name}/{span.label}", name):
            if key in priorities:
                return priorities[key]
        name = name[: max(name.rfind("."), name.rfind(":"), 0)]
    return priorities.get(f"/{span.label}", 0)


def _blocked(span: Span, blocks: Sequence[Span]) -> bool:
    return any(block.start <= span.start and span.end <= block.end for block in blocks)


class Resolver:
    """The component ``gaoyou_resolver``: writes ``doc.ents`` from ``doc.spans["gaoyou"]``.

    Which names are OFFICIAL and which PERSON is decided here too, by the posts of the article.

    Parameters:
        use: ``rules``, ``model`` or ``both``: whose candidates count. A user's list always does.
        priorities: As for ``resolve``.
    """

    def __init__(self, *, use: str, priorities: Mapping[str, int]) -> None:
        set_extensions()
        if use not in ("rules", "model", "both"):
            raise ValueError(f"use is {use!r}. Write rules, model or both.")
        self.use = use
        self.priorities = dict(priorities)

    def __call__(self, doc: Doc) -> Doc:
        """Write the entities of a ``Doc``."""
        candidates = [s for s in read_candidates(doc) if self._counts(s)]
        spans, _ = relate_officials(doc.text, resolve(doc.text, candidates, self.priorities))
        doc.ents = tuple(to_doc(doc, spans))
        return doc

    def _counts(self, span: Span) -> bool:
        if self.use == "both" or span.rule.startswith("lexicon:"):
            return True
        return (span.rule == "model") == (self.use == "model")
