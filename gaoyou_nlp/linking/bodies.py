"""Resolves the name of a body to its area and its full name."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.linking.areas import LEVEL, Area, choose, cut_areas, meanings
from gaoyou_nlp.linking.setting import Setting
from gaoyou_nlp.linking.towns import town_of
from gaoyou_nlp.relations.bodies import is_business, is_public

NATION: Final = Area("中国", "000000")

_NATIONAL = re.compile("国家|国务院|中央|全国|中华人民共和国|最高人民|中国(?:共产党)?(?=中央)")
_WHEN = re.compile(f"^(?:现任?|时任)(?={LEVEL.pattern})")
_PARTY = re.compile("^(?:中国共产党|中共)")
_COUNCIL = re.compile("^(?:中国人民政治协商会议|政协)(.*?)(?:委员会)?$")
_INFIX = re.compile("^(团|党)([省市县区旗州镇乡])(?=委)")
_SHORT_LEVEL = re.compile("^([省市县区旗州])(?=委|政府|纪委)")
_COMPANY = re.compile("公司|集团|厂$")
_KINDS: Final = (
    ("business", is_business),
    ("school", re.compile("[大中小]学|学院|学校|幼儿园|高中|[一二三]中$").search),
    ("hospital", re.compile("医院|卫生院|卫生室|诊所").search),
    ("village", re.compile("(?:村|社区|居委会|村委会|村党[^，]{1,3}支部?)$").search),
)


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its area and its name.

    Parameters:
        area: Where it is; None where that is not certain, or of a company.
        town: The town or street office below the area that it belongs to; empty for none.
        name: Its full name behind area and town, short forms written out.
        kind: ``state``, ``business``, ``school``, ``hospital`` or ``village``.
        rule: How the name was read: ``full`` as it stands, ``table`` for a short form, ``here``
            for the short form of another name in the article.
        since: The name that a reform has given it since; empty for none.
        level: The letter of its area where no more is said of that: 市 in 市发改委.
        near: Where the article plays that calls a company or paper by a short name: another of
            that name elsewhere is another body.

    Examples:
        >>> Body(Area("高邮市", "321084"), "", "商务局").full
        '高邮市商务局'
    """

    area: Area | None
    town: str
    name: str
    kind: str = "state"
    rule: str = "full"
    since: str = ""
    level: str = ""
    near: Area | None = None

    @property
    def key(self) -> str:
        """What tells it from others; empty where its area is not known."""
        if self.near is not None:
            return f"{self.near.key}|~{self.name}"
        if self.area is None and self.kind == "business" and not _COMPANY.search(self.name):
            return ""
        if self.area is None:
            return f"|{self.name}" if self.kind == "business" else ""
        return f"{self.area.key}|{self.town}{self.since or self.name}"

    @property
    def full(self) -> str:
        """The whole name."""
        area = "" if self.area == NATION else self.level if self.area is None else self.area.name
        short = "党委" if self.town else "委"
        return f"{area}{self.town}{short if self.name == '委员会' else self.name}"


def read_body(text: str, setting: Setting, known: Collection[str] = ()) -> Body:
    """Read what body a name means in an article.

    Parameters:
        text: As written.
        setting: Where the article plays.
        known: Names of areas in the article, whatever they end with.

    Examples:
        >>> setting = Setting((Area("高邮市", "321084"),))
        >>> read_body("市发改委", setting).full
        '高邮市发展和改革委员会'
        >>> read_body("县水利局", setting).area is None
        True
        >>> read_body("海纳电子有限公司", setting).key
        '|海纳电子有限公司'
    """
    text = _WHEN.sub("", text)
    if text in _national():
        name = _national()[text]
        return Body(NATION, "", name, rule="full" if name == text else "table")
    if _NATIONAL.match(text):
        return Body(NATION, "", text)
    kind = next((name for name, is_kind in _KINDS if is_kind(text)), "state")
    council = _COUNCIL.match(text)
    names, rest = cut_areas(council[1] if council else text, known)
    area = _area_of(names, setting)
    if kind == "business" and (_COMPANY.search(rest) or not names):
        return Body(None, "", _plain(text), kind)
    if kind == "state" and not (names or council or LEVEL.match(rest) or _is_local(rest)):
        return Body(None, "", _plain(text), "business", near=setting.main)
    rest = _INFIX.sub(r"\2\1", _PARTY.sub("", rest))
    level = LEVEL.match(rest)
    if level and (len(rest) > level.end() or council):
        letter = "省" if level[0] == "自治区" else level[0][-1]
        area = area if names else setting.of_level(letter)
        rest = rest[level.end() :]
    elif not names:
        area = setting.main
        short = "" if area is None else area.name[:-1]
        if len(short) > 1 and rest.startswith(short) and len(rest) > len(short) + 2:
            rest = rest[len(short) :]
    if council:
        rest = f"政协{rest}"
    town = town_of(rest) or ""
    if town:
        name, rule = written_out(rest[len(town) :])
    elif rest in ("镇党委", "乡党委", "镇政府", "乡政府", "镇人民政府", "乡人民政府"):
        town = setting.towns[0] if len(setting.towns) == 1 else ""
        name, rule = written_out(rest[1:])
        area = area if town else None
    else:
        name, rule = written_out(rest)
    letter = level[0] if level and area is None else ""
    return Body(area, town, name, kind, rule, _renamed().get(name, ""), letter)


def _area_of(names: Collection[str], setting: Setting) -> Area | None:
    """The area that the last of some names means; the others and the setting say which."""
    if not names:
        return None
    *outer, last = names
    around = [area for name in outer for area in meanings(name)]
    candidates = setting.called(last) or (Area(last),)
    if outer:
        inside = [area for area in candidates if any(area.is_in(other) for other in around)]
        candidates = tuple(inside) or candidates
    known = [area for area in setting.areas if area in candidates]
    if len(known) == 1:
        return known[0]
    return choose(candidates, setting.areas)


def written_out(name: str) -> tuple[str, str]:
    """Write out the short form of a body.

    Parameters:
        name: Behind the area.

    Returns:
        The full form, and ``full`` or ``table``.

    Examples:
        >>> written_out("发改委"), written_out("商务局")
        (('发展和改革委员会', 'table'), ('商务局', 'full'))
    """
    full = _forms().get(name, name)
    return full, "full" if full == name else "table"


@cache
def _forms() -> dict[str, str]:
    return dict(row[:2] for row in table("linking/bodies.tsv"))  # type: ignore[misc]


@cache
def _national() -> dict[str, str]:
    return dict(row[:2] for row in table("linking/national_bodies.tsv"))  # type: ignore[misc]


def _is_local(name: str) -> bool:
    """Whether a name without an area is one that the bodies of many areas have: 教育局, 高新区."""
    return is_public(name) or name in _forms() or _INFIX.match(name) is not None


@cache
def _renamed() -> dict[str, str]:
    return dict(row[:2] for row in table("linking/renamed_bodies.tsv"))  # type: ignore[misc]


def _plain(name: str) -> str:
    """The name of a company without marks that papers put in or leave out."""
    return re.sub('[“”"（）()·\\s]', "", name)


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is formed like a short form of another: a character of every word.

    Parameters:
        short, full: Two names behind their area.

    Examples:
        >>> is_short_for("文广旅局", "文化广电和旅游局"), is_short_for("教育局", "教育考试局")
        (True, False)
        >>> is_short_for("数管局", "数据管理局")
        True
    """
    short, full = (re.sub("员会$|公室$", "", name) for name in (short, full))
    if len(short) < 3 or len(short) >= len(full) or short[-1] != full[-1]:
        return False
    words = re.sub("[和与及、]", "", full[:-1])
    if len(words) % 2 or len(words) < 4:
        return False
    at = 0
    for place in range(0, len(words), 2):
        if at < len(short) - 1 and short[at] in words[place : place + 2]:
            at += 1
            at += short[at - 1 : at + 1] == words[place : place + 2] and at < len(short) - 1
        else:
            return False
    return at == len(short) - 1


__all__ = ["NATION", "Body", "is_public", "is_short_for", "read_body", "written_out"]
