"""The setting of an article: the areas it is about, and what 市, 县 and 区 mean in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, Literal

from gaoyou_nlp.language.areas import places
from gaoyou_nlp.linking.areas import (
    LEVEL,
    Area,
    area_of_code,
    choose,
    cut_areas,
    meanings,
    named_in,
)
from gaoyou_nlp.records import Record, Span

_BODY, _PLACE, _FIRST, _PAPER, _MOST = 3, 2, 1, 9, 8
"""What a mention counts for: before the name of a body, alone, the first, in the publisher's; and
what bodies of a level (县水利局) count at most for the areas of that level."""

_LETTERS: Final = {
    "省": "省",
    "市": "市",
    "县": "县旗",
    "区": "区",
    "州": "州",
    "旗": "旗",
    "盟": "盟",
}
_OLDER: Final = {"旗": "县"}
_ONLY_A_PROVINCE: Final = ("省", "自治区", "特别行政区")


Source = Literal["article", "beside", "run", "words"]


@dataclass(frozen=True)
class Setting:
    """Where an article plays.

    Parameters:
        areas: What it names, the likeliest first.
        towns: Towns and street offices that it names.
        source: What says so: its own names, the page or ``--place`` beside them, a short name of an
            area that the run is about, or one that is no word of the language.
    """

    areas: tuple[Area, ...] = ()
    towns: tuple[str, ...] = ()
    source: Source = "article"

    @cached_property
    def main(self) -> Area | None:
        """The area that it is about: the likeliest below the province."""
        local = [area for area in self.areas if not is_province(area)]
        if not local:
            return self.areas[0] if self.areas else None
        return local[0]

    @property
    def is_local(self) -> bool:
        """Whether an area below the province is known."""
        return self.main is not None and not is_province(self.main)

    def of_level(self, letter: str) -> Area | None:
        """Return the area that a letter before a body means: 市 in 市发改委.

        Parameters:
            letter: One of 省市县区州旗盟.

        Examples:
            >>> setting = Setting((Area("高邮市", "321084"), Area("扬州市", "321000")))
            >>> setting.of_level("市").name, setting.of_level("省").name, setting.of_level("县")
            ('高邮市', '江苏省', None)
        """
        main = self.main
        fits = [area for area in self.areas if area.level in _LETTERS[letter]]
        if main is not None and main in fits:
            return main
        if main is not None and main.code:
            above = (area_of_code(main.code[:4] + "00"), area_of_code(main.code[:2] + "0000"))
            for area in above:
                if area is not None and _is_of(area, letter):
                    return area
        fits = [area for area in fits if not area.code or _is_of(area, letter)]
        return fits[0] if fits and (letter != "省" or len(fits) == 1) else None

    def has_level(self, levels: Mapping[str, int]) -> bool:
        """Whether an area is known for the bodies below the province that an article names most.

        Parameters:
            levels: How often bodies of each level are named, see ``levels_of``.

        Examples:
            >>> setting = Setting((Area("高邮市", "321084"),))
            >>> setting.has_level({"市": 2}), setting.has_level({"县": 2}), setting.has_level({})
            (True, False, True)
        """
        letter = max("市县区旗州盟", key=lambda one: levels.get(one, 0))
        return not levels.get(letter, 0) or self.of_level(letter) is not None

    def called(self, name: str) -> tuple[Area, ...]:
        """Return what a name may mean here, also the short form of an area that no table has.

        Examples:
            >>> Setting((Area("云河县"),)).called("云河")
            (Area(name='云河县', code='', now=''),)
        """
        return meanings(name) or tuple(area for area in self.areas if area.name[:-1] == name)

    def within(self, other: Setting) -> Setting:
        """Return the setting with the areas of another behind its own, as of the same page."""
        more = [area for area in other.areas if area not in self.areas]
        return Setting((*self.areas, *more), self.towns)


def is_province(area: Area) -> bool:
    """Whether an area is a province, a region or a city of that rank."""
    return area.code.endswith("0000") or area.name.endswith(_ONLY_A_PROVINCE)


def _is_of(area: Area, letter: str) -> bool:
    return area.level == letter or (letter == "省" and is_province(area))


def setting_of(record: Record) -> Setting:
    """Read where an article plays.

    Parameters:
        record: With its GPE and ORG spans; the name of its publisher counts too.

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> spans = (Span(0, 3, "GPE", "扬州市"), Span(3, 6, "GPE", "高邮市"))
        >>> [area.name for area in setting_of(Record(Article("1", "扬州市高邮市"), spans)).areas]
        ['高邮市', '扬州市']
    """
    marked = {span.text for span in record.spans if span.label == "GPE"}
    weights: Counter[str] = Counter()
    towns: dict[str, None] = {}
    for span in record.spans:
        if span.label == "GPE":
            names, rest = cut_areas(span.text, marked)
            if rest.endswith(("镇", "乡", "街道")):
                towns[rest] = None
            _count(weights, names, _PLACE)
        elif span.label == "ORG":
            _count(weights, cut_areas(span.text, marked)[0], _BODY)
        elif span.label == "PROJECT":
            _count(weights, cut_areas(span.text, marked)[0], _PLACE)
    if record.article.publisher:
        _count(weights, cut_areas(record.article.publisher, marked)[0], _PAPER)
    _join_paths(weights, record.spans)
    ends = {span.end for span in record.spans}
    for start, end in named_in(record.text):
        if end not in ends:  # in the name of something else: 高邮市第九届双黄蛋节
            weights[record.text[start:end]] += 1
    return Setting(resolve(weights, levels_of(record.spans)), tuple(towns))


def levels_of(spans: Iterable[Span]) -> Counter[str]:
    """Count bodies and posts by the letter of their level: 县委, 县水利局, 副县长.

    Examples:
        >>> levels_of([Span(0, 2, "ORG", "县委"), Span(2, 6, "ORG", "市场监管")])["县"]
        1
    """
    found: Counter[str] = Counter()
    for span in spans:
        if span.label == "ORG" and len(span.text) < 12:
            if LEVEL.match(span.text):
                found[span.text[0]] += 1
        elif span.label == "TITLE" and len(span.text) < 5 and span.text[-1] == "长":
            found[span.text[-2:-1]] += 1
    return Counter({letter: min(found[letter], _MOST) for letter in _LETTERS})


def setting_of_place(place: str) -> Setting:
    """Return the setting that the name of a place says.

    Examples:
        >>> setting_of_place("扬州市高邮市").main.code
        '321084'
    """
    weights: Counter[str] = Counter()
    names, rest = cut_areas(place)
    _count(weights, (*names, rest) if meanings(rest) else names, _PLACE)
    return Setting(resolve(weights))


def _count(weights: Counter[str], names: Sequence[str], weight: int) -> None:
    """Count the areas of a name; the last is meant, those before it say where it is."""
    weight = 1 if len(names) > 1 else weight  # with the areas around it: likely another's
    for at, name in enumerate(names):
        new = name not in weights
        weights[name] += (weight if at == len(names) - 1 else 1) + (_FIRST if new else 0)


def _join_paths(weights: Counter[str], spans: Iterable[Span]) -> None:
    """Count 高邮市 for more where 扬州市 stands right before it."""
    before: Span | None = None
    for span in spans:
        if span.label == "GPE":
            if before is not None and before.end == span.start and span.text in weights:
                weights[span.text] += 1
                weights[before.text] -= 1
            before = span


def resolve(
    weights: Counter[str], letters: Mapping[str, int] = MappingProxyType({})
) -> tuple[Area, ...]:
    """Return the areas that names mean, the heaviest first; two names of one area count together.

    Parameters:
        weights: The names, and how much each counts.
        letters: How often bodies of each level are named, see ``levels_of``.

    Examples:
        >>> [area.name for area in resolve(Counter({"扬州": 1, "高邮": 2}))]
        ['高邮市', '扬州市']
    """
    whole = {name: _written_out(name, weights, letters) for name in weights}
    several = {name: meanings(whole[name]) for name in weights}
    sure = [areas[0] for areas in several.values() if len(areas) == 1]
    total: dict[str, int] = {}
    areas: dict[str, Area] = {}
    for name, weight in weights.items():
        if several[name]:
            area = choose(several[name], sure)
            if area is None:
                area = Area(name if name[-1] in _LETTERS else several[name][0].name)
            areas.setdefault(area.key, area)
            total[area.key] = total.get(area.key, 0) + weight
    for key, area in areas.items():
        total[key] += max(letters.get(one, 0) for one in (area.level, _OLDER.get(area.level, "")))
    return _inner_first([areas[key] for key in sorted(total, key=lambda key: -total[key])], total)


def _inner_first(areas: list[Area], total: Mapping[str, int]) -> tuple[Area, ...]:
    """Put the one county of a prefecture before it, where it counts for half as much at least."""
    first = next((area for area in areas if not is_province(area)), None)
    inside = [area for area in areas if first is not None and area.is_in(first)]
    if first is not None and len(inside) == 1 and 2 * total[inside[0].key] >= total[first.key]:
        areas.remove(inside[0])
        areas.insert(areas.index(first), inside[0])
    return tuple(areas)


def _written_out(name: str, names: Collection[str], letters: Mapping[str, int]) -> str:
    """The whole name of an area that no table has: 云河 is 云河县 where bodies are 县水利局."""
    if not 2 <= len(name) <= 3 or name[-1] in "村镇乡":
        return name
    longer = [other for other in names if other[:-1] == name and other[-1] in _LETTERS]
    if _is_known(name):  # 云溪 is no 云溪区 in an article about a 云溪县
        return next((other for other in longer if not _has_code(other)), name)
    if longer:
        return longer[0]
    letter = max("县区市旗", key=lambda one: letters.get(one, 0))
    levels = {area.level for other in names for area in meanings(other)}
    return f"{name}{letter}" if letters.get(letter, 0) and letter not in levels else name


def _has_code(name: str) -> bool:
    return any(area.code or area.now for area in meanings(name))


def _is_known(name: str) -> bool:
    """Whether a table has a name, be it of an area, a country or a town."""
    known = places()
    return bool(meanings(name)) or name in known.use or name in known.towns
