"""Areas in lists: items that a head noun closes (岩溪、沙坪等乡镇), items beside known areas."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.rules.places.marks import Marks
from gaoyou_nlp.rules.places.patterns import has_common_word

_TABLE = "places/pattern_words.tsv"
_COUNT = "[一二两三四五六七八九十多几0-9]{0,3}个?"
_ATTRIBUTE = "(?:{attribute of areas})?"
_HEAD = re.compile(
    "等?(?:地(?![方区理])|国(?![际家内外有防民])|省区市|省市|省区|省"
    f"(?![级内会直])|{_COUNT}{_ATTRIBUTE}(?:{{small area}}|{{large area}}))",
    words=_TABLE,
)
_SMALL_HEAD = re.compile("(?:{small area})$", words=_TABLE)
# What ends like this is a body, a work or a building.
_NO_AREA = re.compile("{no area}", words=_TABLE)
_Items = list[tuple[int, int]]


def mark_lists(marks: Marks) -> None:
    """Add the areas of a text that stand in lists of areas.

    Parameters:
        marks: The areas found so far; they are added to.
    """
    at = 0
    while (at := marks.text.find("、", at + 1)) >= 0:
        items, at = _items(marks, at)
        if len(items) > 1:
            _mark_items(marks, items)


def _mark_items(marks: Marks, items: _Items) -> None:
    """Add the items of a list that are areas by the head behind it, or by most of the others."""
    text, known = marks.text, marks.known
    head = _HEAD.match(text, items[-1][1])
    named = sum(not marks.free(s, e) or text[s:e] in known.towns for s, e in items)
    many = len(items) > 2 and named * 5 >= len(items) * 4
    if head is None and not many and not any(marks.is_area(s, e) for s, e in items):
        return
    small = head is not None and _SMALL_HEAD.search(head[0]) is not None
    near = any(not marks.free(s, e) for s, e in items)
    for start, end in items:
        surface = text[start:end]
        if surface in marks.generic or "和" in surface:
            continue
        if surface not in known.stems and has_common_word(marks, start, end):
            continue
        if small or many or (near and (surface in known.stems or surface in known.towns)):
            marks.add(start, end, "gpe.list")


def _items(marks: Marks, mark: int) -> tuple[_Items, int]:
    """The items of the list whose first 、 stands at ``mark``, and where to look on."""
    text = marks.text
    start = marks.cut.name_start(mark, window=6)
    first = 2 <= mark - start <= 5 and not _is_work(marks, start, mark)
    items = [(start, mark)] if first else []
    at = mark
    while text[at : at + 1] == "、":
        begin = at + 1
        end = _item_end(text, begin)
        if not 2 <= end - begin <= 5 or _is_work(marks, begin, end):
            return (items if len(items) > 1 else []), max(at, begin - 1)
        items.append((begin, end))
        at = end
    return items, max(at - 1, mark)


def _is_work(marks: Marks, start: int, end: int) -> bool:
    """Whether an item ends like a body, a work, a building, and is no town of the table."""
    ends = _NO_AREA.search(marks.text, start, end) is not None
    return ends and marks.text[start:end] not in marks.known.towns


def _item_end(text: str, begin: int) -> int:
    """Where an item ends: before the head noun, a conjunction, a mark."""
    end = begin
    while end < len(text) and end - begin < 7 and "\u4e00" <= text[end] <= "\u9fff":
        if end > begin + 1 and (text[end] in "等和及与" or _HEAD.match(text, end)):
            break
        end += 1
    return end
