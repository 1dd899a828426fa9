"""Names with a dot between their parts: 艾力·买买提, 克劳斯·迈尔; in broken text also ``?``."""

from __future__ import annotations

import re

from gaoyou_nlp.components.person_names import Place
from gaoyou_nlp.components.person_surroundings import Surroundings
from gaoyou_nlp.lexicon.tables import words

_DOT = re.compile("(?<=[\u4e00-\u9fff])[·•・‧∙.．?？](?=[\u4e00-\u9fff])")
_SURE_DOTS = "·•・‧∙"
_LONGEST = 7


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
    last = -1
    for match in _DOT.finditer(text):
        dot = match.start()
        if dot < last:
            continue
        start = _left(text, dot, around)
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


def _left(text: str, dot: int, around: Surroundings) -> int:
    """Where the part before a dot starts: at a post, a mark, or where its sounds begin."""
    sounds = words("name_sounds.txt")
    start = dot
    while start > 0 and dot - start < _LONGEST and text[start - 1] in sounds:
        if start in around.title_ends:
            return start
        start -= 1
    if text[start] == "和" and dot - start > 2 and not around.begins(start, little=False):
        start += 1
    return dot if around.is_unit(start, dot) else start


def _right(text: str, start: int) -> int:
    """Where the part after a dot ends: at a mark, or where words go on."""
    sounds = words("name_sounds.txt")
    end = start
    while end < len(text) and end - start < _LONGEST and text[end] in sounds:
        end += 1
    parts = Place(text, start).part(end)
    return max(parts, default=(0.0, end))[1]
