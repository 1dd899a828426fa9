"""Areas that a text names without a mark: 来安稻浪千重, where nothing else says which county it is.

A short name is looked for only among the areas that the run is about, or those whose short name is
no word of the language. It counts where it stands alone (not in 从来安全, nor in the name of a
person), and where its level is that of the bodies of the article: a 市 for 市水利局.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language.areas import FREE, places
from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.linking.areas import Area, cut_areas, is_area_name, meanings
from gaoyou_nlp.linking.setting import Setting, is_province, levels_of, resolve
from gaoyou_nlp.records import Record

_SHARE: Final = 0.02
_LEAST: Final = 2
"""What share of the articles, and how many, name an area that the run is about."""

_LOCAL: Final = "市县区旗州盟"
"""The levels below the province."""

_FOLLOWS: Final = "人城的县市区旗各全今"
"""What may follow the short name of an area though it forms a word with the end of it: 江山人."""


class RunAreas:
    """The areas that a run is about: those that many of its articles name in full.

    Examples:
        >>> run = RunAreas()
        >>> for text in ("云河县", "云河县", "青阜县"):
        ...     run.see_names([text])
        >>> [area.name for area in run.areas]
        ['云河县']
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._articles = 0

    def see(self, record: Record) -> None:
        """Count the areas that an article names in full, alone or before a body."""
        names: set[str] = set()
        for span in record.spans:
            if span.label == "GPE":
                names.add(span.text)
            elif span.label == "ORG":
                names.update(cut_areas(span.text)[0])
        self.see_names(names)

    def see_names(self, names: Iterable[str]) -> None:
        """Count an article by the places it names."""
        self._articles += 1
        self._counts.update({name for name in names if _is_full(name)})

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas below the province that the run is about, once all articles are counted."""
        least = max(_LEAST, _SHARE * self._articles)
        often = Counter({name: n for name, n in self._counts.items() if n >= least})
        return tuple(area for area in resolve(often) if not is_province(area))

    @cached_property
    def _names(self) -> dict[str, Area]:
        names: dict[str, Area] = {}
        for area in self.areas:
            names.setdefault(area.name, area)
            if len(area.name) > 2 and "自治" not in area.name:
                names.setdefault(area.name[:-1], area)
        return names

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self._names)

    def named_in(self, record: Record) -> Setting:
        """Return the area of the run that an article names without a mark.

        Parameters:
            record: The article.

        Returns:
            The area, behind it the one it lies in where both are named; no area where several are.
        """
        text = record.text
        found = {
            self._names[text[start:end]]: None
            for start, end in self._matcher.find(text)
            if _stands_alone(record, start, end)
        }
        return _only(found, levels_of(record.spans))


def area_of_words(record: Record) -> Setting:
    """Return the one area whose short name is no word of the language and stands in the text.

    Parameters:
        record: An article whose marks name no area.

    Returns:
        The area, where bodies below the province are named that may be its own.
    """
    text = record.text
    levels = levels_of(record.spans)
    if not any(levels[letter] for letter in _LOCAL):
        return Setting()
    words = {
        text[start:end]
        for start, end in _short_names().find(text)
        if _stands_alone(record, start, end, inside=False)
    }
    return _only(dict.fromkeys(resolve(Counter(words), levels)), levels)


@cache
def _short_names() -> Matcher:
    """The short names of areas that are no words of the language: 高邮."""
    return Matcher(name for name, use in places().use.items() if use == FREE and meanings(name))


def _only(found: dict[Area, None], levels: Counter[str]) -> Setting:
    """The setting of one area that fits, with the one around it; no area where several fit."""
    fits = [area for area in found if not is_province(area) and _fits(area, levels)]
    for area in fits:
        if all(area == other or area.is_in(other) for other in fits):
            return Setting((area, *(other for other in fits if other != area)))
    return Setting()


def _fits(area: Area, levels: Counter[str]) -> bool:
    """Whether the bodies of an article are of the level of an area, or of none below the province.

    A county of a 旗 or 自治县 is written 旗 or 县 alike.
    """
    local = {letter for letter in _LOCAL if levels[letter]}
    return not local or area.level in local or (area.level == "旗" and "县" in local)


def _is_full(name: str) -> bool:
    return len(name) > 2 and name[-1] in _LOCAL and (bool(meanings(name)) or is_area_name(name))


def _stands_alone(record: Record, start: int, end: int, *, inside: bool = True) -> bool:
    """Whether a short name is no part of a word or of another name.

    Parameters:
        record: The article.
        start, end: Where the short name stands.
        inside: Whether the name of a body or project may begin with it.
    """
    text = record.text
    if start > 0 and is_word(text[start - 1 : start + 1]):
        return False
    at = bisect_right(record.spans, start, key=lambda span: span.end)
    if at < len(record.spans) and record.spans[at].start < end:
        span = record.spans[at]
        if (span.start, span.end) == (start, end):
            return True
        begins = span.start == start and span.label not in (*NAMES, "TITLE")
        return inside and begins and text[end : end + 2] != "大学"
    return text[end : end + 1] in _FOLLOWS or not is_word(text[end - 1 : end + 1])
