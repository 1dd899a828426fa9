"""What is kept of a ``Doc`` while it lives: its text and its amounts, read once for all components.

Of a ``Draft`` the same is told.

Both follow from the characters of a ``Doc``, which do not change once it is made (``from_bytes``
fills an empty one, so its length is kept beside them).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from gaoyou_nlp.language.traditional import simplify
from gaoyou_nlp.money import find_money
from gaoyou_nlp.pipeline.draft import AnyDoc, Draft
from gaoyou_nlp.records import Amount
from gaoyou_nlp.rules.money import amount_at

_texts: WeakKeyDictionary[Doc, tuple[int, str]] = WeakKeyDictionary()
_readings: WeakKeyDictionary[Doc, tuple[int, str]] = WeakKeyDictionary()
_edges: WeakKeyDictionary[Doc, tuple[int, tuple[list[int], list[int]]]] = WeakKeyDictionary()
_amounts: WeakKeyDictionary[Doc, tuple[int, tuple[Amount, ...]]] = WeakKeyDictionary()


def text_of(doc: AnyDoc) -> str:
    """Return the text of a ``Doc``: ``doc.text``, read once for all components.

    ``doc.text`` makes a ``Token`` of every character, each time; here a word of the vocabulary is
    looked up once, however often it stands in the ``Doc``, and the text is kept as long as the
    ``Doc`` is (a change of its tokens does not change its text, but ``from_bytes`` does).

    Examples:
        >>> import spacy
        >>> text_of(spacy.blank("zh")("高邮 a1，\\n 好"))
        '高邮 a1，\\n 好'
    """
    if isinstance(doc, Draft):
        return doc.text
    known = _texts.get(doc)
    if known is not None and known[0] == len(doc):
        return known[1]
    columns = doc.to_array(["ORTH", "SPACY"]).reshape(-1, 2)
    words, blanks = columns[:, 0].tolist(), columns[:, 1].nonzero()[0].tolist()
    strings = doc.vocab.strings
    names = {word: strings[word] for word in set(words)}
    parts = [names[word] for word in words]
    for index in blanks:
        parts[index] += " "
    text = "".join(parts)
    _texts[doc] = len(doc), text
    return text


def keep_text(doc: Doc, text: str) -> None:
    """Keep the text that a ``Doc`` was made of, for ``text_of``."""
    _texts[doc] = len(doc), text


def reading_text_of(doc: AnyDoc) -> str:
    """Return the text of a ``Doc`` as rules, features and relations read it: simplified.

    It is as long as the text, so that an offset in one is the same place in the other; what is
    handed out (spans, names, posts) is cut from ``text_of``.

    Returns:
        What ``simplify`` makes of the text: the same object where nothing is traditional.

    Examples:
        >>> import spacy
        >>> reading_text_of(spacy.blank("zh")("縣財政局局長孫志強"))
        '县财政局局长孙志强'
    """
    if isinstance(doc, Draft):
        return doc.reading
    known = _readings.get(doc)
    if known is None or known[0] != len(doc):
        known = len(doc), simplify(text_of(doc))
        _readings[doc] = known
    return known[1]


def token_edges(doc: AnyDoc) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a ``Doc`` begin and where they end, in characters.

    Examples:
        >>> import spacy
        >>> token_edges(spacy.blank("zh")("高邮 好"))
        ([0, 1, 3], [1, 2, 4])
    """
    if isinstance(doc, Draft):
        return doc.edges
    size = len(doc)
    if size == len(text_of(doc)):
        return range(size), range(1, size + 1)
    known = _edges.get(doc)
    if known is None or known[0] != size:
        columns = doc.to_array(["IDX", "LENGTH"])
        known = size, (columns[:, 0].tolist(), columns.sum(axis=1).tolist())
        _edges[doc] = known
    return known[1]


def tokens_of(doc: AnyDoc, start: int, end: int) -> tuple[int, int] | None:
    """Return the first token of a stretch of characters and one past the last; None inside tokens.

    Examples:
        >>> import spacy
        >>> doc = spacy.blank("zh")("高邮  好")
        >>> tokens_of(doc, 0, 2), tokens_of(doc, 4, 5), tokens_of(doc, 0, 3)
        ((0, 2), (3, 4), None)
    """
    starts, ends = token_edges(doc)
    first, last = bisect_left(starts, start), bisect_left(ends, end)
    if first == len(starts) or last == len(ends) or starts[first] != start or ends[last] != end:
        return None
    return first, last + 1


def amounts_of(doc: AnyDoc) -> tuple[Amount, ...]:
    """Return the amounts of money of a ``Doc``.

    Examples:
        >>> import spacy
        >>> [amount.text for amount in amounts_of(spacy.blank("zh")("总投资3亿元"))]
        ['3亿元']
    """
    if isinstance(doc, Draft):
        if doc.amounts is None:
            doc.amounts = _cut(find_money(doc.reading), doc.text)
        return doc.amounts
    known = _amounts.get(doc)
    if known is None or known[0] != len(doc):
        known = len(doc), _cut(find_money(reading_text_of(doc)), text_of(doc))
        _amounts[doc] = known
    return known[1]


def amount_in(doc: Doc, start: int, end: int) -> Amount:
    """Return what a stretch of a ``Doc`` that has been found to be money says.

    Parameters:
        doc: Any.
        start, end: The stretch, in characters.

    Returns:
        As ``gaoyou_nlp.rules.money.amount_at``.
    """
    found = amount_at(reading_text_of(doc), start, end, amounts_of(doc))
    return _cut((found,), text_of(doc))[0]


def _cut(amounts: Iterable[Amount], text: str) -> tuple[Amount, ...]:
    """Amounts with their characters cut from a text, not from what it was read as."""
    return tuple(
        amount
        if text.startswith(amount.text, amount.start)
        else replace(amount, text=text[amount.start : amount.end])
        for amount in amounts
    )
