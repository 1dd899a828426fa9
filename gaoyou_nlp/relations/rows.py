"""Finds lists of names with their posts that have no marks between them: 张三水利局局长李四…."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.chain_units import holds_name

_IN_ROW = ("ORG", "GPE", "TITLE", *NAMES)


def row_owners(text: str, spans: Sequence[Span]) -> dict[int, int | None]:
    """Give every post of a list without marks to the name right before it.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Returns:
        From the index of each title of such a list to that of its name, to None where the body
        has taken the name in. A list begins with a name, ends with a title and holds two names or
        more; what begins with a title (局长张三) is none.

    Examples:
        >>> text = "张三水利局局长李四财政局局长"
        >>> ends = [(0, 2, "PERSON"), (2, 5, "ORG"), (5, 7, "TITLE")]
        >>> ends += [(7, 9, "PERSON"), (9, 12, "ORG"), (12, 14, "TITLE")]
        >>> row_owners(text, [Span(a, b, label, text[a:b]) for a, b, label in ends])
        {2: 0, 5: 3}
    """
    owners: dict[int, int | None] = {}
    first = 0
    while first < len(spans):
        last = first
        while last + 1 < len(spans) and _follows(text, spans, last):
            last += 1
        run = range(first, last + 1)
        names = [at for at in run if spans[at].label in NAMES]
        if len(names) > 1 and names[0] == first and spans[last].label == "TITLE":
            owner: int | None = first
            for at in run:
                if spans[at].label in NAMES:
                    owner = at
                elif holds_name(text, spans[at]):
                    owner = None
                elif spans[at].label == "TITLE":
                    owners[at] = owner
        first = last + 1
    return owners


def _follows(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether the next span of a list stands right behind, or is a further title of one post."""
    here, further = spans[at], spans[at + 1]
    if here.label not in _IN_ROW or further.label not in _IN_ROW:
        return False
    if here.end == further.start:
        return not (here.label in NAMES and further.label in NAMES)
    return here.label == "TITLE" == further.label and text[here.end : further.start] == "、"
