"""Companies in lists that a head noun closes: 恒岳、林盛等企业, 恒岳、林盛两家药企."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.rules.organisations.company_full import LEAD, Found
from gaoyou_nlp.rules.organisations.company_names import (
    after_area,
    is_generic,
    is_rare,
    is_unknown,
    trade_run,
)
from gaoyou_nlp.rules.segmentation import Segmentation

_TABLE = "organisations/pattern_words.tsv"
_COUNT = "[0-9一二两三四五六七八九十多几数]{1,3}[余多]?[家大]"
_HEAD = re.compile(
    rf"(?:等|{_COUNT})[^，。；：！？、《》“”（）()\s等]{{0,14}}?(?:{{several companies}})"
    "(?!的?(?:重[点大])?项目)",
    words=_TABLE,
)
_LINKS = frozenset("、和与及")
_ITEM = re.compile("[\u4e00-\u9fffA-Za-z0-9&·\\-]{2,12}")
_ITEM_BEHIND = re.compile("[一-鿿]{2,6}?(?=[、，。；和与及等（(])")
_LONGEST = 12
_NAME = 6  # characters of a name that is made of common words


def by_list(cut: Segmentation, ends: Container[int]) -> Iterator[Found]:
    """Find the items of lists of companies.

    Parameters:
        cut: The words of a text.
        ends: Where companies end that were found otherwise.

    Yields:
        The items that are no common words, where one of them is a company or most are names.

    Examples:
        >>> text = "引进恒岳、林盛等知名企业，发展水泥、钢铁等企业"
        >>> [text[start:end] for start, end, _ in by_list(Segmentation(text), ())]
        ['林盛', '恒岳']
    """
    text = cut.text
    for match in _HEAD.finditer(text):
        items = _items(cut, match.start())
        if len(items) < 2:
            continue
        names = [item for item in items if _is_name(cut, *item)]
        known = any(end in ends for _, end in items)
        if known or (len(names) * 2 > len(items) and not match[0].endswith("品牌")):
            for start, end in items:
                if (start, end) in names or not _is_said(cut.text[start:end]):
                    yield start, end, "org.company.list"


def by_neighbour(cut: Segmentation, spans: Iterable[tuple[int, int]]) -> Iterator[Found]:
    """Find names that stand in a list right behind companies: 恒岳集团、林盛、金桥.

    Parameters:
        cut: The words of a text.
        spans: The companies found otherwise.

    Yields:
        The items up to the first that is no name.
    """
    text = cut.text
    for _, end in spans:
        while text[end : end + 1] == "、":
            item = _ITEM_BEHIND.match(text, end + 1)
            if item is None or not _is_name(cut, *item.span()):
                break
            start, end = item.span()
            yield start, end, "org.company.list"


def _is_name(cut: Segmentation, start: int, end: int) -> bool:
    """Whether an item is a name: a word the dictionary does not know, with or without trade."""
    name = cut.text[start:end]
    if is_generic(name) or name in places().use or not _ITEM.fullmatch(name):
        return False
    brand = after_area(cut.text, start)
    run = next((m for m in trade_run().finditer(cut.text, brand, end) if m.end() == end), None)
    stop = run.start() if run else end
    if stop - brand < 2:
        return brand > start and stop < end
    if name.isascii():
        return name[0].isupper()
    if stop - brand > (3 if run else 5):
        return False
    return is_unknown(cut, brand, stop) or is_rare(cut.text[brand:stop])


def _is_said(name: str) -> bool:
    """Whether an item says a kind or a place, or does not look like a name."""
    said = is_generic(name) or trade_run().fullmatch(name) is not None
    return said or name in places().use or not _ITEM.fullmatch(name) or len(name) > _NAME


def _items(cut: Segmentation, end: int) -> list[tuple[int, int]]:
    """The items of the list that ends at an offset, the last first."""
    text = cut.text
    items: list[tuple[int, int]] = []
    while True:
        low = max(0, end - _LONGEST)
        at = next((i for i in range(end - 1, low - 1, -1) if text[i] in _LINKS), -1)
        start = cut.name_start(end, window=_LONGEST)
        if at < 0 or at < start - 1:
            if items and 2 <= end - start < _LONGEST:
                items.append((_behind_lead(text, start, end), end))
            return items
        if end - at < 3:
            return items
        items.append((_behind_lead(text, at + 1, end), end))
        end = at


def _behind_lead(text: str, start: int, end: int) -> int:
    """Drop what says the kind, and the country of a foreign company."""
    lead = LEAD.match(text, start, end)
    start = lead.end() if lead else start
    country = places().longest(text, start)
    if text[start:country] in places().countries and country < end - 1:
        return country
    return start
