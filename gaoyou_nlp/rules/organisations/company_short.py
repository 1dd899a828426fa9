"""Companies under short names: by their trade, by a post or another sign beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.rules.organisations.company_full import Found, behind_lead, from_area
from gaoyou_nlp.rules.organisations.company_names import (
    after_area,
    is_generic,
    is_rare,
    is_unknown,
    trade_run,
    trade_verbs,
    trades,
)
from gaoyou_nlp.rules.organisations.company_signs import Signs
from gaoyou_nlp.rules.segmentation import CLAUSE, SINGLE, Segmentation

_TABLE = "organisations/pattern_words.tsv"
_POST = re.compile("(?:[\u4e00-\u9fff]{2})?总监|{post of a company}", words=_TABLE)
_POST_ANYWHERE = re.compile("{post of a company}", words=_TABLE)
# A kind (前瞻性) or two countries (中英), no brand.
_KIND = re.compile("[性型式级类间]$|^中[英俄韩日美法德欧非印巴越老朝蒙哈]$")
_FAR = 20_000
_LONG_NAME = 8
_NAME_ENDS = frozenset('”"（(，。；：、')
_NEXT_ITEM = re.compile("、([\u4e00-\u9fff]{2,18})")
_LINKS = ("、", "和", "与", "及")
_FULL = frozenset("省市县区州盟旗镇乡村")
_NEAR = 5000  # characters around a mention in which another one speaks for it


def by_trade(cut: Segmentation, areas: dict[int, int], signs: Signs) -> Iterator[Found]:
    """Unknown brand and trade: 林盛家居; the words behind must not go on with the name."""
    text = cut.text
    said = Acts(text, signs.said)
    for match in trade_run().finditer(text):
        stop, end = match.span()
        if stop not in cut.edge_set or end not in cut.edge_set:
            continue
        start = from_area(cut.name_start(stop, window=8), stop, areas, cut)
        start = behind_lead(cut, start, stop)
        brand = after_area(text, start)
        while stop - brand > 3 and _count(text, brand + 1, stop) > _count(text, brand, stop):
            brand += 1
            start = brand
        while end > stop and text[end - 2 : end] in trade_verbs():
            end -= 2
        name = text[brand:stop]
        if name in words("organisations/national_bodies.txt") or _KIND.search(name):
            continue
        if end <= stop or not 2 <= len(name) <= 4 or is_generic(name) or name.isascii():
            continue
        known = not is_unknown(cut, brand, stop) and not is_rare(name)
        strong = trades().get(text[stop:end], "strong").startswith("strong")
        # Several items of a list with one ending are goods: 室内照明、道路照明.
        if (
            known
            or _is_goods(text, start, stop, end)
            or not (strong or end in signs.acts or _ends_here(end, cut))
        ):
            continue
        if (brand > start and end - stop > 1) or _is_told(text, brand, stop, end, said):
            yield start, end, "org.company.trade"


def _is_goods(text: str, start: int, stop: int, end: int) -> bool:
    """Whether the items on both sides of a list end with the same trade."""
    kind = text[stop:end]
    if not text.endswith(f"{kind}、", 0, start):
        return False
    item = _NEXT_ITEM.match(text, end)
    return item is not None and item[1].find(kind, 2, 6 + len(kind)) > 0


def by_post(cut: Segmentation) -> Iterator[Found]:
    """An unknown name before a post of companies: 绣克董事长."""
    for match in _POST_ANYWHERE.finditer(cut.text):
        # 技术总监, 质量总监: the two characters before belong to the post.
        end = max(0, match.start() - 2) if match[0] == "总监" else match.start()
        start = cut.name_start(end, window=9)
        if 2 <= end - start <= 6 and is_unknown(cut, start, end):
            yield start, end, "org.company.post"


def by_sign(cut: Segmentation, signs: Signs) -> Iterator[Found]:
    """An unknown name before what companies have: 恒岳股价; or behind what it is: 药企恒岳."""
    text = cut.text
    for end in signs.owns:
        start = cut.name_start(end, window=7)
        name = text[start:end]
        known = not is_unknown(cut, start, end) or any(c.isascii() for c in name)
        if 3 <= end - start <= 6 and not known and not is_generic(name):
            yield start, end, "org.company.sign"


def by_kind(cut: Segmentation, signs: Signs) -> Iterator[Found]:
    """An unknown name behind what it is, up to a mark or a sign: 制药企业恒岳博格宣布."""
    text = cut.text
    for start in signs.kinds:
        opened = start + 1 if text[start : start + 1] in ("“", '"', "《") else start
        for end in range(opened + 2, min(opened + _LONG_NAME, len(text))):
            if end in signs.acts or text[end] in _NAME_ENDS:
                if end - opened > 2 and _may_be_brand(cut, opened, end):
                    yield opened, end, "org.company.kind"
                break


def _may_be_brand(cut: Segmentation, start: int, end: int) -> bool:
    """Whether a word that is no common one, no place and no kind stands there."""
    name = cut.text[start:end]
    if name in places().use or name in places().towns or is_generic(name) or _KIND.search(name):
        return False
    if any(c.isascii() or c in SINGLE for c in name) or trade_run().fullmatch(name):
        return False
    return is_unknown(cut, start, end) or is_rare(name)


def by_area(cut: Segmentation, areas: dict[int, int], signs: Signs) -> Iterator[Found]:
    """A name that the text keeps setting behind one area, and that acts: 宁海恒岳收购."""
    text = cut.text
    seen: dict[str, list[Found]] = {}
    for start, at in areas.items():
        end = at + 2
        if end > len(text):
            continue
        word = text[at:end]
        whole = cut.end_after(at) == end and is_rare(word)
        if (whole or is_unknown(cut, at, end)) and word not in places().towns:
            seen.setdefault(text[start:end], []).append((start, end, "org.company.area"))
    for mentions in seen.values():
        if len(mentions) > 2 and any(end in signs.said for _, end, _ in mentions):
            yield from mentions


def by_placed(
    cut: Segmentation, areas: dict[int, int], signs: Signs, found: dict[tuple[int, int], str]
) -> Iterator[Found]:
    """An area with a trade or an unknown name that acts: 宁海啤酒宣布, 宁海恒岳旗下."""
    text = cut.text
    starts, ends = {start for start, _ in found}, {end for _, end in found}
    for start, at in areas.items():
        run = trade_run().match(text, at)
        end = run.end() if run else at + 2
        if end not in cut.edge_set or end > len(text) or text[at - 1] in _FULL:
            continue
        if run is None and not (is_unknown(cut, at, end) or is_rare(text[at:end])):
            continue
        if "的" in text[at:end]:
            continue
        after, before = text[end : end + 1], text[start - 1 : start]
        behind = before in _LINKS and start - 1 in ends
        ahead = after in _LINKS and end + 1 in starts
        heading = before in ("", "\n") and after in ("：", ":")
        if end in signs.acts or behind or ahead or heading:
            yield start, end, "org.company.placed"


class Acts:
    """Where a sign of a company stands right behind a name; each name is looked for once.

    Parameters:
        text: The text.
        where: Where the signs begin.

    Examples:
        >>> from gaoyou_nlp.rules.organisations.company_signs import find_signs
        >>> text = "恒岳在河北，恒岳科技宣布增资"
        >>> acts = Acts(text, find_signs(text).acts)
        >>> [acts.near(name, 0) for name in ("恒岳", "河北")]
        [True, False]
    """

    def __init__(self, text: str, where: Container[int]) -> None:
        self._text = text
        self.where = where
        self._places: dict[str, list[int]] = {}

    def near(self, name: str, at: int) -> bool:
        """Whether any mention of a name not far from a place has a sign behind it.

        Parameters:
            name: A surface.
            at: The place.
        """
        places = self._places.get(name)
        if places is None:
            places = self._places[name] = list(self._mentions(name))
        first = bisect_left(places, at - _FAR)
        return first < len(places) and places[first] + len(name) <= at + _FAR

    def _mentions(self, name: str) -> Iterator[int]:
        at = self._text.find(name)
        while at >= 0:
            end = at + len(name)
            run = trade_run().match(self._text, end)
            if end in self.where or (run and run.end() in self.where):
                yield at
            at = self._text.find(name, end)


def _count(text: str, start: int, stop: int) -> int:
    """How often a stretch stands around its place."""
    return text.count(text[start:stop], max(0, start - _NEAR), stop + _NEAR)


def _is_told(text: str, start: int, stop: int, end: int, said: Acts) -> bool:
    """Whether enough speaks for a company: its trade, a list, a post, another mention."""
    worth = trades().get(text[stop:end], "strong").partition("+")[0]
    post = _POST.match(text, end) is not None
    if worth == "kind" or post:
        return post
    return worth == "strong" or end in said.where or said.near(text[start:stop], start)


def _ends_here(end: int, cut: Segmentation) -> bool:
    text = cut.text
    if end >= len(text) or text[end] in CLAUSE or text[end] in "”’）)（(":
        return True
    return cut.is_stop(end, cut.end_after(end)) or _POST.match(text, end) is not None
