"""Decides which candidates stand: of rules, of the model, of both, and of the user's list.

All ways trim the candidates, join what rule and model both propose, drop what the user blocks, and
let the user's own entries stand. ``by_rank`` then takes candidates one by one, by rank, length and
place, for rules or model alone; ``by_odds`` chooses the set whose odds are best, for both together.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from gaoyou_nlp.labels import kind
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import AGREED, Origin, Span
from gaoyou_nlp.rules.joining import CERTAIN, fitted_weights, log_odds
from gaoyou_nlp.rules.mentions import Mentions, named_again
from gaoyou_nlp.rules.no_names import is_sound
from gaoyou_nlp.rules.organisations.titles import cover_titles
from gaoyou_nlp.rules.organisations.units_behind import join_units, with_unit
from gaoyou_nlp.rules.ranks import rank_of
from gaoyou_nlp.rules.trim import trim
from gaoyou_nlp.rules.user_list import BLOCK

_ROW_NUMBER = re.compile("[0-9]{1,3}[ \\t\u3000.．、)）]*")
_WIDE = 60  # candidates that long are not looked for further to the left


def by_rank(text: str, candidates: Sequence[Span], ranks: Mapping[str, int]) -> list[Span]:
    """Decide by rank: the highest first, among equals the longest, among those the leftmost.

    Parameters:
        text: The text they were found in.
        candidates: In the order they were proposed; they may overlap.
        ranks: From rule ids (``model``), their beginnings up to a dot or colon (``money``), or
            either with a label (``model/PROJECT``), to a number; the most specific counts, 0 where
            none fits, and a negative one drops the candidate. A user's list stands above all.

    Returns:
        Spans in order of the text, flat.

    Examples:
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> [s.text for s in by_rank("高邮市", both, {})]
        ['高邮市']
        >>> [s.text for s in by_rank("高邮市", both, {"a": 1})]
        ['高邮']
    """
    chosen, rest = prepare(text, candidates)
    taken = bytearray(len(text))
    for span in chosen:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    ranked = []
    known: dict[tuple[str, str], int] = {}
    for order, span in enumerate(rest):
        named = span.rule, span.label
        if named not in known:
            known[named] = rank_of(ranks, *named)
        rank = known[named]
        if rank >= 0:
            ranked.append((-rank, span.start - span.end, span.start, order, span))
    for *_, span in sorted(ranked):  # no two have the same order, so spans are not compared
        if taken.find(1, span.start, span.end) < 0:
            taken[span.start : span.end] = b"\x01" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda span: span.start)


def by_odds(
    text: str,
    candidates: Sequence[Span],
    ranks: Mapping[str, int] | None = None,
    weights: Mapping[str, float] | None = None,
) -> list[Span]:
    """Decide by odds: of all sets without overlap, the one whose log odds add up highest.

    Candidates that are likelier wrong than right are left out. Found by dynamic programming over
    the ends (weighted interval scheduling, Kleinberg and Tardos 2005, 6.1).

    Parameters:
        text: The text they were found in.
        candidates: In the order they were proposed; they may overlap.
        ranks: As for ``by_rank``: a negative one drops a candidate, a positive one makes it stand.
        weights: Of the features of ``joining``; None for those that come with the library.

    Returns:
        Spans in order of the text, flat. What rule and model agree on bears the rule's id with
        ``+model`` and the model's score.

    Examples:
        >>> weights = {"GPE rule": 1.0, "GPE rule b": 1.0}
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> [s.text for s in by_odds("高邮市", both, weights=weights)]
        ['高邮市']
    """
    users, rest = prepare(text, candidates)
    weights = fitted_weights() if weights is None else weights
    rest = with_mentions(text, rest)
    mentions = Mentions(rest)
    ranks = {} if ranks is None else ranks
    known: dict[tuple[str, str], int] = {}
    rows = []
    for span, others in zip(rest, neighbours(rest), strict=True):
        if users and any(span.start < user.end and user.start < span.end for user in users):
            continue
        named = span.rule, span.label
        if named not in known:
            known[named] = rank_of(ranks, *named)
        rank = known[named]
        odds = log_odds(span, others, mentions, weights) if rank == 0 else rank * CERTAIN
        if odds > 0:
            rows.append((span, odds))
    return sorted([*users, *heaviest(rows)], key=lambda span: span.start)


def heaviest(rows: Sequence[tuple[Span, float]]) -> list[Span]:
    """Return the spans without overlap whose weights add up highest.

    Parameters:
        rows: Spans and their weights, which are positive.

    Returns:
        Those chosen, in order of the text.

    Examples:
        >>> long, left, right = (Span(s, e, "ORG", "") for s, e in ((0, 4), (0, 2), (2, 4)))
        >>> heaviest([(long, 3.0), (left, 2.0), (right, 2.0)]) == [left, right]
        True
    """
    rows = sorted(rows, key=lambda row: (row[0].end, row[0].start))
    ends = [span.end for span, _ in rows]
    best = [0.0]
    before = []
    for at, (span, weight) in enumerate(rows):
        before.append(bisect_right(ends, span.start, 0, at))
        best.append(max(best[-1], weight + best[before[-1]]))
    chosen = []
    at = len(rows)
    while at:
        if best[at] > best[at - 1]:
            chosen.append(rows[at - 1][0])
            at = before[at - 1]
        else:
            at -= 1
    return chosen[::-1]


def neighbours(spans: Sequence[Span]) -> list[list[Span]]:
    """Return, for each candidate, those that share characters with it or touch it.

    Parameters:
        spans: In any order.

    Returns:
        A list for each, in the order given.

    Examples:
        >>> town, body = Span(0, 2, "GPE", "高邮"), Span(0, 4, "ORG", "高邮市委")
        >>> neighbours([town, body]) == [[body], [town]]
        True
    """
    order = sorted(range(len(spans)), key=lambda at: (spans[at].start, spans[at].end))
    found: list[list[Span]] = [[] for _ in spans]
    for place, at in enumerate(order):
        span = spans[at]
        for next_place in range(place + 1, len(order)):
            other_at = order[next_place]
            other = spans[other_at]
            if other.start > span.end:
                break
            found[at].append(other)
            found[other_at].append(span)
    return found


def agree(spans: Sequence[Span]) -> list[Span]:
    """Join what a rule and the model both propose; OFFICIAL and PERSON count as one label.

    Parameters:
        spans: Trimmed candidates.

    Returns:
        The candidates in their order, those of the model left out that a rule has too.

    Examples:
        >>> both = [Span(0, 2, "GPE", "高邮", "gpe.a")]
        >>> both.append(Span(0, 2, "GPE", "高邮", "model", 0.9, origin=Origin.MODEL))
        >>> [(s.rule, s.score) for s in agree(both)]
        [('gpe.a+model', 0.9)]
    """
    if all(span.origin is not Origin.MODEL for span in spans):
        return list(spans)
    by_key = [(_key(span), span) for span in spans]
    ruled = {key for key, span in by_key if span.origin is not Origin.MODEL}
    scores = {key: span.score for key, span in by_key if span.origin is Origin.MODEL}
    joined = []
    for key, span in by_key:
        if span.origin is Origin.MODEL:
            if key not in ruled:
                joined.append(span)
        elif key in scores:
            named = span.start, span.end, span.label, span.text, f"{span.rule}{AGREED}"
            joined.append(Span(*named, scores[key], span.canonical, Origin.BOTH))
        else:
            joined.append(span)
    return joined


def _without_row_numbers(text: str, spans: Sequence[Span]) -> list[Span]:
    """Take the number of its row off a project of the model where a rule reads the name alone."""
    starts: dict[int, list[int]] = {}
    for span in spans:
        if span.label == "PROJECT" and span.origin is not Origin.MODEL:
            starts.setdefault(span.end, []).append(span.start)
    if not starts:
        return list(spans)
    mended = []
    for span in spans:
        if span.label == "PROJECT" and span.origin is Origin.MODEL:
            for start in starts.get(span.end, ()):
                if _ROW_NUMBER.fullmatch(text, span.start, start):
                    span = replace(span, start=start, text=text[start : span.end])
        mended.append(span)
    return mended


def _key(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, kind(span.label)


def with_mentions(text: str, spans: Sequence[Span]) -> list[Span]:
    """Add to candidates where their words stand again, as far as they can be names there.

    Parameters:
        text: The text.
        spans: As ``prepare`` returns them.
    """
    titles = cover_titles(text)
    known = {_key(span) for span in spans}
    again = (with_unit(text, s) for s in named_again(text, spans) if is_sound(text, s, titles))
    return [*spans, *(span for span in again if _key(span) not in known)]


def prepare(text: str, candidates: Iterable[Span]) -> tuple[list[Span], list[Span]]:
    """Return the user's entries without overlap, and what is not blocked, trimmed and joined.

    Parameters:
        text: The text.
        candidates: As they were proposed.
    """
    users: list[Span] = []
    blocks: list[Span] = []
    others: list[Span] = []
    mended: list[tuple[Span, int]] = []
    titles = cover_titles(text)
    sound: dict[tuple[int, int, str], bool] = {}  # rules and model propose many a stretch both
    for span in candidates:
        if span.label == BLOCK:
            blocks.append(span)
        elif span.origin is Origin.USER:
            users.append(span)
        elif span.label == "MONEY" and span.origin is Origin.RULE:
            others.append(span)  # exact as it is: the minus of -4.6亿元 belongs to it
        elif (trimmed := trim(text, span)) is not None:
            place = trimmed.start, trimmed.end, trimmed.label
            if place not in sound:
                sound[place] = is_sound(text, trimmed, titles)
            if not sound[place]:
                continue
            if (whole := with_unit(text, trimmed)) is trimmed:
                others.append(whole)
            else:
                mended.append((whole, trimmed.end))
    if mended:
        others = join_units(others, mended)
    rest = [
        span
        for span in agree(_without_row_numbers(text, others))
        if not blocks or not any(b.start <= span.start and span.end <= b.end for b in blocks)
    ]
    return heaviest([(user, user.end - user.start) for user in users]), rest
