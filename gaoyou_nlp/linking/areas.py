"""Administrative areas: which one a name means, and its code where that is certain."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import table

_TABLE = "linking/pattern_words.tsv"
ENDINGS: Final = ("省", "自治区", "市", "县", "区", "旗", "州", "盟", "特区", "林区")
"""How names of areas end, from the province to the county."""

_LEVELS: Final = "省市县区旗州盟"
_WRITTEN_OUT = re.compile("[\u4e00-\u9fff]{2,5}?(?:自治[区州县旗]|[省市县区旗州盟])")
_NO_AREA = re.compile(
    "(?:{no area before 区})区$|(?:超|门|上|夜|股|楼|都|城|菜|早)市$|各.$|全.$|"
    "[本我该两三几多委]|^自治|^(?:中共|政协|民[盟建进革]|国网|农行|工行|建行|团)",
    words=_TABLE,
)
_BEFORE = re.compile("^(?:中共|中国共产党|政协|共青团|国网)(?=..)")
LEVEL: Final = re.compile(
    "(?:自治[区州县旗]|省(?!际|属|级|部)|市(?!场|政(?!府|协|法委|务)|属|级|民(?![政族宗生防])|容|直)|县(?!域|属|级|直)|"
    "区(?!域|块|属|级|直)|州(?!属)|旗(?!下|舰)|盟(?!约))"
)
"""What names the level of an area, and begins no other word (市场, 县域)."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area from the province to the county.

    Parameters:
        name: Its full name, or as written where no table has it.
        code: Its six digits; empty where it is not certain, or where the name is one of the past.
        now: The code of today's area in the place of one of the past.

    Examples:
        >>> Area("高邮市", "321084").key, Area("云河县").key
        ('321084', '云河县')
    """

    name: str
    code: str = ""
    now: str = ""

    @property
    def key(self) -> str:
        """What tells it from others: a county that has become a district stays the same."""
        return self.code or self.now or self.name

    @property
    def level(self) -> str:
        """The character its name ends with: 省, 市, 县, 区, 州, 旗 or 盟."""
        return self.name[-1]

    def is_in(self, other: Area) -> bool:
        """Whether it lies in another, by the codes.

        Examples:
            >>> Area("高邮市", "321084").is_in(Area("扬州市", "321000"))
            True
        """
        stem = other.code.rstrip("0")
        stem += "0" * (len(stem) % 2)
        code = self.code or self.now
        return bool(stem and code) and self.key != other.key and code.startswith(stem)


class _Table(NamedTuple):
    """The areas by their names and short forms, and by their codes.

    Parameters:
        named, coded: The areas by each.
        words: Short forms that are words, too, and mean an area only where one is marked.
        lengths: From the first two characters to the lengths of names, longest first.
    """

    named: dict[str, tuple[Area, ...]]
    coded: dict[str, Area]
    words: dict[str, tuple[Area, ...]]
    lengths: dict[str, tuple[int, ...]]


@cache
def _areas() -> _Table:
    shorts = {row[0]: (row[2], row[3]) for row in table("language/divisions.tsv")}
    named: dict[str, list[Area]] = {}
    words: dict[str, list[Area]] = {}
    coded = {}
    for code, name, _ in table("linking/area_codes.tsv"):
        area = coded[code] = Area(name, code)
        named.setdefault(name, []).append(area)
        short, use = shorts.get(name, ("", ""))
        if len(short) > 1:
            (words if use == "never" else named).setdefault(short, []).append(area)
    for name, kind, short, _ in table("language/divisions.tsv"):
        if kind == "former":
            today = named.get(short, ())
            named.setdefault(name, [Area(name, now=today[0].code if len(today) == 1 else "")])
    lengths: dict[str, set[int]] = {}
    for name in named:
        lengths.setdefault(name[:2], set()).add(len(name))
    return _Table(
        {name: tuple(areas) for name, areas in named.items()},
        coded,
        {name: tuple(areas) for name, areas in words.items()},
        {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()},
    )


def area_of_code(code: str) -> Area | None:
    """Return the area of six digits, None where there is none.

    Examples:
        >>> area_of_code("321000").name
        '扬州市'
    """
    return _areas().coded.get(code)


def meanings(name: str) -> tuple[Area, ...]:
    """Return the areas that a name may mean; one without a code where no table has it.

    Parameters:
        name: Known to name a place.

    Examples:
        >>> [area.code for area in meanings("高邮")]
        ['321084']
        >>> [area.key for area in meanings("云河县")], meanings("云河")
        (['云河县'], ())
    """
    known = _areas().named.get(name) or _areas().words.get(name)
    if known:
        return known
    return (Area(name),) if is_area_name(name) else ()


def is_area_name(name: str) -> bool:
    """Whether a name that no table has is formed like one of an area.

    Examples:
        >>> is_area_name("云河县"), is_area_name("云河开发区"), is_area_name("我县")
        (True, False, False)
        >>> is_area_name("中国区"), is_area_name("悉尼市")
        (False, False)
    """
    if _WRITTEN_OUT.fullmatch(name) is None or _NO_AREA.search(name) is not None:
        return False
    known = places()
    stem = name[:-1]
    return stem != "中国" and stem not in known.abroad and stem not in known.provinces


def choose(candidates: Collection[Area], around: Collection[Area]) -> Area | None:
    """Choose among areas of one name by the areas around it; None where that does not decide.

    Parameters:
        candidates: What the name may mean.
        around: Areas that are certain.

    Examples:
        >>> choose(meanings("鼓楼区"), [Area("南京市", "320100")]).code
        '320106'
        >>> choose(meanings("鼓楼区"), [])
    """
    if len(candidates) == 1:
        return next(iter(candidates))
    for near in around:
        inside = [area for area in candidates if area.is_in(near) or area == near]
        if len(inside) == 1:
            return inside[0]
    for digits in (4, 2):
        regions = {near.code[:digits] for near in around if near.code}
        near_by = [area for area in candidates if area.code[:digits] in regions]
        if len(near_by) == 1:
            return near_by[0]
    return None


def named_in(text: str) -> Iterator[tuple[int, int]]:
    """Find the full names of areas of the table in a text, also those in other names.

    Examples:
        >>> list(named_in("高邮市第九届双黄蛋节"))
        [(0, 3)]
    """
    return _names().find(text)


@cache
def _names() -> Matcher:
    return Matcher(name for name in _areas().named if len(name) > 2 and name[-1] in _LEVELS)


def cut_areas(text: str, known: Collection[str] = ()) -> tuple[tuple[str, ...], str]:
    """Cut the names of areas off the beginning of a name.

    Parameters:
        text: Of a body or place.
        known: Names of areas of the article, whatever they end with.

    Returns:
        The names, and what is left.

    Examples:
        >>> cut_areas("扬州市高邮市发改委")
        (('扬州市', '高邮市'), '发改委')
        >>> cut_areas("云河县城市管理局"), cut_areas("市场监管局")
        ((('云河县',), '城市管理局'), ((), '市场监管局'))
        >>> cut_areas("云溪县水利局"), cut_areas("云溪水利局"), cut_areas("高邮市场监管局")
        ((('云溪县',), '水利局'), (('云溪',), '水利局'), (('高邮',), '市场监管局'))
        >>> cut_areas("云溪县县水利局", ("云溪",))
        (('云溪县',), '县水利局')
        >>> cut_areas("广西区党委")
        (('广西',), '区党委')
    """
    for name in known:
        if (
            text.startswith(name)
            and name not in _areas().named
            and _may_follow(text[len(name) :])
            and not _is_longer(text, len(name))
        ):
            names, rest = _cut(text[len(name) :])
            return (name, *names), rest
    return _cut(text)


@lru_cache(maxsize=65_536)
def _cut(text: str) -> tuple[tuple[str, ...], str]:
    found = []
    rest = _BEFORE.sub("", text)
    while rest:
        name = _first_area(rest)
        if name is None:
            break
        found.append(name)
        rest = rest[len(name) :]
    return tuple(found), rest


def _first_area(text: str) -> str | None:
    named = _areas().named
    for length in _areas().lengths.get(text[:2], ()):
        head = text[:length]
        if head not in named:
            continue
        if head[-1] in _LEVELS:
            if LEVEL.match(text, length - 1):
                return head
        elif not _is_another(text, length):
            return head if _may_follow(text[length:]) else None
    match = _WRITTEN_OUT.match(text)
    if match is None or LEVEL.match(text, match.end() - 1) is None:
        return None
    if not _NO_AREA.search(match[0]) and match.end() < len(text):
        return match[0]
    return None


def _is_longer(text: str, length: int) -> bool:
    """Whether a level behind a name makes it the whole name of an area: 云溪县 in 云溪县水利局."""
    level = LEVEL.match(text, length)
    return level is not None and is_area_name(text[: level.end()])


def _is_another(text: str, length: int) -> bool:
    """Whether a level behind a short form makes it another area: 鼓楼县 is not 鼓楼区.

    The regions are an exception: 广西区党委.
    """
    level = LEVEL.match(text, length)
    if level is None or len(level[0]) > 1:
        return False
    regions = any(area.name.endswith("自治区") for area in _areas().named[text[:length]])
    return not (regions and level[0] == "区") and is_area_name(text[: level.end()])


def _may_follow(rest: str) -> bool:
    """Whether what follows the short form of an area leaves it one: 高邮发改委, not 南京路."""
    return rest == "" or (len(rest) > 2 and rest[0] not in "路街道大湖山河江港桥站口")
