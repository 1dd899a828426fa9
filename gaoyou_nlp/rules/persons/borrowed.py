"""Names with a dot between their parts: 艾力·买买提, 克劳斯·迈尔; in broken text also ``?``."""

from __future__ import annotations

from collections.abc import Container

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.rules.persons.readings import Place
from gaoyou_nlp.rules.persons.surroundings import Surroundings

_SURE_DOTS = "·•・‧∙⋅･﹒"
"""The dots of broken and other writings that stand for the middle dot of names."""

_DOT = re.compile(f"(?<=[\u4e00-\u9fff])[{_SURE_DOTS}.．?？](?=[\u4e00-\u9fff])")
_AND = frozenset("和与及同跟")
_LONGEST = 8
_MORE_SOUNDS = frozenset("不司义合")
_LITTLE = frozenset("和与同由让请向对据")


def dotted_names(
    text: str, around: Surroundings, names: dict[int, tuple[int, str, str]]
) -> dict[int, tuple[int, str, str]]:
    """Add names with a dot inside; they take the place of halves found before.

    Parameters:
        text: The text.
        around: What was found in it.
        names: Names found so far: start → (end, label, rule).

    Returns:
        All names.
    """
    made: dict[int, tuple[int, str, str]] = {}
    ends = {end for end, *_ in names.values()}
    last = -1
    for match in _DOT.finditer(text):
        dot = match.start()
        if dot < last:
            continue
        start = _left(text, dot, around, ends)
        end = _right(text, dot + 1)
        while text[end : end + 1] == text[dot]:
            further = _right(text, end + 1)
            if further == end + 1:
                break
            end = further
        titled = start in around.title_ends
        if start == dot or end == dot + 1 or end - start < 4 or not around.begins(start):
            continue
        if text[dot] in _SURE_DOTS or titled:
            label = names[start][1] if start in names else "PERSON"
            made[start] = (end, label, "person.dotted")
            last = end
    if not made:
        return names
    inside = {at for start, (end, *_) in made.items() for at in range(start, end)}
    kept = {start: name for start, name in names.items() if start not in inside}
    return dict(sorted({**kept, **made}.items()))


def _left(text: str, dot: int, around: Surroundings, ends: Container[int]) -> int:
    """Where the part before a dot starts.

    That is right after a post, behind the name that is joined to it (李向东和|孜亚达·吾买尔;
    ``ends``: where names end), or where its sounds begin.
    """
    sounds = words("persons/name_sounds.txt")
    start = at = dot
    while at > 0 and dot - at < _LONGEST and "\u4e00" <= text[at - 1] <= "\u9fff":
        if at in around.title_ends or (text[at] in _AND and at in ends):
            return at + (at in ends)
        if start == at and (text[at - 1] in sounds or text[at - 1] in _MORE_SOUNDS):
            start = at - 1
        at -= 1
    if at in around.title_ends:
        return at
    if text[start] in _LITTLE and dot - start > 2:
        start += 1
    return dot if around.is_unit(start, dot) else start


def _right(text: str, start: int) -> int:
    """Where the part after a dot ends: at a mark, or where words go on."""
    return max(Place(text, start).parts(_LONGEST), default=(0.0, start))[1]
