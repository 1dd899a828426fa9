"""Names of public bodies in parts: area, level, and the rest written out in full."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import table

_TABLE = "relations/post_contexts.tsv"

LEVELS = (
    "自治区",
    "自治州",
    "自治县",
    "街道",
    "省",
    "市",
    "县",
    "区",
    "州",
    "盟",
    "旗",
    "镇",
    "乡",
)
_LEVEL = re.compile("|".join(LEVELS))
_PARTY = re.compile("^中国?共产?党?(?=.)")
_MADE = re.compile("[^\\W\\d_委府直党国全本各我]{2,3}?(?:自治[区州县]|[省市县区州盟旗镇乡]|街道)")
_BODY = re.compile(
    "[委纪]|[省市县区]委|人大|政[府协法]|人民|"
    "[^省市县区]{1,16}(?:[局厅委办院校馆站所社联协会]|中学|小学|中心|[支大]队)$|"
    "[\u4e00-\u9fff]{2,3}(?:自治[区州县]|[市县区州旗镇乡]|街道)"
)
_TWICE = re.compile("委|政府|人大|政协|纪委|人民")
_NO_LEVEL = re.compile("{no level}", words=_TABLE)
"""What begins like a level and speaks of something else: 市场监管局, 乡村振兴局."""
_ZONE = re.compile("(?:{zone})区$", words=_TABLE)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of a body in parts.

    Parameters:
        area: The area that it begins with, without those above; empty without one.
        level: What it begins with instead of an area: 市 of 市发改委; empty with an area.
        rest: What stands behind, written out in full.
    """

    area: str
    level: str
    rest: str

    @property
    def full(self) -> str:
        """The name, with area or level."""
        return self.area + self.rest if self.area else self.level + self.rest


@cache
def _short_names() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {row[0]: row[1] for row in table("relations/body_names.tsv")}
    ordered = sorted(names, key=len, reverse=True)
    return re.compile(f"(?<!人民)(?:{'|'.join(ordered)})(?=党|办公|$)"), names


@cache
def _full_areas() -> dict[str, str]:
    """From the short form of an area to its full name, where there is only one."""
    found: dict[str, set[str]] = {}
    for name, kind, short, _ in table("language/divisions.tsv"):
        if kind in ("province", "prefecture", "county") and len(short) > 1:
            found.setdefault(short, set()).add(name)
    return {short: min(names) for short, names in found.items() if len(names) == 1}


def full_area(name: str) -> str | None:
    """Return the full name of an area; None where its short form may be several.

    Examples:
        >>> full_area("高邮"), full_area("云河县"), full_area("朝阳"), full_area("云河")
        ('高邮市', '云河县', None, None)
    """
    return name if level_of(name) else _full_areas().get(name)


def level_of(area: str) -> str:
    """Return the word of the level that the full name of an area ends with, else nothing.

    Examples:
        >>> level_of("高邮市"), level_of("长阳土家族自治县"), level_of("高邮")
        ('市', '自治县', '')
    """
    if len(area) < 3 or area in _full_areas():
        return ""
    if _ZONE.search(area) and area not in places().use:
        return ""
    return next((level for level in LEVELS if area.endswith(level) and area != level), "")


@lru_cache(maxsize=4096)
def parse_body(name: str) -> BodyName:
    """Take the name of a body apart.

    Parameters:
        name: As written.

    Returns:
        Its area with all characters, where it begins with one; of several areas the last, but the
        one above too before a district, since many have one name.

    Examples:
        >>> parse_body("市发改委").full, parse_body("江苏省高邮市发改委").full
        ('市发展和改革委员会', '高邮市发展和改革委员会')
        >>> parse_body("中共云河县委"), parse_body("市场监管局").level
        (BodyName(area='云河县', level='', rest='委'), '')
    """
    name = _PARTY.sub("", name)
    end = start = 0
    while (area := _area_at(name, end)) is not None:
        if not name.startswith("区", area - 1):
            start = end
        end = area
    area_name = name[start:end]
    rest = name[end:]
    full = full_area(area_name) if area_name else ""
    if full is None:
        return BodyName("", "", _written_out(name))
    level = ""
    found = _LEVEL.match(rest)
    if not full and found and not _NO_LEVEL.match(rest) and len(rest) > len(found[0]):
        level, rest = found[0], rest[found.end() :]
    elif full and found and full.endswith(found[0]) and _TWICE.match(rest, found.end()):
        rest = rest[found.end() :]  # 云河县县委
    return BodyName(full, level, _written_out(rest))


def _area_at(name: str, at: int) -> int | None:
    """Where an area of a name ends that begins at a character; None without one."""
    known = places()
    end = known.longest(name, at)
    if end > at and known.use[name[at:end]] in ("full", "free") and end < len(name):
        level = _LEVEL.match(name, end)
        is_whole = level_of(name[at:end]) != "" or level is None
        if is_whole or (full_area(name[at:end]) or "").endswith(name[end : end + 1]):
            return None if name[at:end] in known.abroad else end
    made = _MADE.match(name, at)
    if made is None or _NO_LEVEL.match(name, made.end() - 1):
        return None
    return made.end() if _BODY.match(name, made.end()) else None


def _written_out(rest: str) -> str:
    if rest in ("委员会", "委"):
        return "委"
    pattern, names = _short_names()
    found = pattern.search(rest)
    if found is None:
        return rest
    return rest[: found.start()] + names[found[0]] + rest[found.end() :]
