"""Indicators that no table lists, found by their noun: 旅游综合收入, 外经营业额, 企业数量增长5%."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.figures.clauses import Sentence, clause_start
from gaoyou_nlp.figures.found import Found, end_of
from gaoyou_nlp.figures.growth import LONGEST_NOUN, change_words, find_grown
from gaoyou_nlp.figures.heads import Head, find_ending
from gaoyou_nlp.figures.links import Link, read_link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

_TABLE: Final = "figures/noun_words.tsv"
_SHORTEST: Final = 2
_NO_NOUN: Final = re.compile(
    r"^(?:[高低快好优慢]于|[0-9]+[万亿]?(?![GD0-9])|他们?|她|比|较|与|同|由|从|在|对|把|以|因|每|为(?!企业)|其|并|也|还|又|则|这|那(?!曲|坡))"
)
_NO_GROWTH: Final = re.compile(r"(?:[因]素后|影响后|[了的已至到超约近]|[0-9%个家人])$")
_ATTRIBUTE: Final = re.compile("的?(?!大关|以|左右|元)[\u4e00-\u9fff]")
"""What money behind a noun stands before is its attribute: 开票超百亿元企业."""
_OF: Final = re.compile("(?:[\u4e00-\u9fff]{2,}的|[0-9]+[个家户项条])(?=[^的]{2,}$|[^的]*$)")
"""Whose rate it is: 封控区群众的|配送率, 86个|重点项目复工率."""
_IS_PART: Final = re.compile(
    "(?:只|仅|约|已)?占(?!地)(?:[\u4e00-\u9fff]{0,12}(?:的|比重|比例))?(?:约|近|超过|超|达到|达|为|到|逾)?$"
)
_EACH: Final = re.compile("[人户亩株社村]均[月年]?$")
"""What growth is counted in for each: 户均增收2000元."""
_POINTS_BACK: Final = re.compile("[这那]一?[个项种方]")
"""What is no name of an indicator: 这个比例提高到36%."""
_TO_WHOM: Final = re.compile(
    "[向为给对][\u4e00-\u9fff]{1,10}?(?={given to somebody})", words=_TABLE
)
"""Who gets what is given: 向企业|发放贷款3亿元."""
_PART: Final = re.compile("(?:(?![的和与及带拉是])[\u4e00-\u9fff])+")
_LONGEST_BEFORE: Final = 18
_FARTHEST_LINK: Final = 10
_RANK: Final = re.compile("排名|位次|名次|排位")
_STOPS = re.compile(r"{stop}|[^\u4e00-\u9fffA-Za-z0-9Ⅰ-Ⅻ“”&]", words=_TABLE)
_NO_SUM = re.compile(
    "(?:{no sum}|(?:^|[，、：:]))(?:投资|工资|补助|补贴|资金)$|"
    "(?:给予|再补助|一次性补[助贴]|(?<!完成)(?:投资总额|总投资额|投资规模))$|[0-9]+个",
    words=_TABLE,
)
_DRIVES = re.compile("(?:{drive})", words=_TABLE)


@cache
def _sums() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(row[0] for row in table('figures/sums.tsv'))})$")


def is_noun(text: str, start: int, end: int) -> bool:
    """Say whether a stretch can be the noun of an indicator that grows."""
    words = text[start:end]
    return (
        _SHORTEST <= len(words) <= LONGEST_NOUN
        and _NO_NOUN.match(words) is None
        and _NO_GROWTH.search(words) is None
    )


def ends_with_sum(text: str, start: int, end: int) -> bool:
    """Say whether a noun is one of sums: …收入, …税收, …贷款.

    Examples:
        >>> ends_with_sum("旅游综合收入", 0, 6), ends_with_sum("总投资", 0, 3)
        (True, False)
    """
    noun = text[start:end]
    return _sums().search(noun) is not None and _NO_SUM.search(noun) is None


def find_rank(text: str, opening: int, number: int) -> tuple[int, int] | None:
    """Find the last 排名 or 位次 before a rank, or at its beginning."""
    last = None
    for match in _RANK.finditer(text, opening, number + 2):
        last = match.span()
    return last


class Nouns:
    """Finds figures by the noun before their number.

    Parameters:
        text: The text.
        around: Its dates and wordings.
    """

    def __init__(self, text: str, around: Surroundings) -> None:
        self.text, self.around = text, around

    def rate(self, quantity: Quantity, sentence: Sentence) -> Found | None:
        """Find a percentage behind any …率, a count behind any …总数, a rank behind any …排名."""
        total = quantity.sort in ("count", "people")
        if not total and quantity.sort not in ("percent", "point", "rank"):
            return None
        opening = clause_start(self.text, quantity.start, sentence.start)
        if quantity.sort == "rank":
            place = find_rank(self.text, opening, quantity.start)
        else:
            place = find_ending(self.text, opening, quantity.start, total=total)
        if place is None and quantity.sort == "rank":
            place = quantity.start, quantity.start
        if place is None:
            return self._part(quantity, opening)
        between = min(place[1], quantity.start)  # 排名 opens the rank itself
        link = read_link(self.text, between, quantity.start, self.around.dates)
        if link is None or link.shared == "each":
            return None
        nearest = max(opening, place[1] - LONGEST_NOUN)
        begin = self.start(nearest, place[0])
        shortest = 3 if place[0] == place[1] else 2 if total else 1
        if place[1] - place[0] > 2:
            shortest = 0  # 参保面
        begin = self._own(begin, place[0])
        if _POINTS_BACK.match(self.text, begin, place[1]):
            return None
        if place[0] - begin < shortest or begin == nearest > opening:
            return None
        head = Head(begin, place[1], None, "count" if total else "share")
        rule = "base" if link.begins else "total" if total else "rate"
        return Found(quantity, begin, end_of(self.text, quantity), head, link, rule)

    def _own(self, start: int, end: int) -> int:
        """Return where a noun begins behind whose it is, and behind what drives it on."""
        of = _OF.search(self.text, start, end)
        whole = of is not None and "占" in self.text[start : of.start() + 1] + of[0]
        start = start if of is None or whole else of.end()
        driven = _DRIVES.match(self.text, start, end)
        return start if driven is None or driven.end() + 1 >= end else driven.end()

    def _part(self, quantity: Quantity, opening: int) -> Found | None:
        """Find what part of a whole a noun is: 鲜菇产量占全国的九成."""
        part = _IS_PART.search(self.text[opening : quantity.start])
        if part is None or quantity.sort != "percent":
            return None
        stop = opening + part.start()
        begin = self.start(max(opening, stop - LONGEST_NOUN), stop)
        if stop - begin < _SHORTEST or _NO_NOUN.match(self.text[begin:stop]):
            return None
        head = Head(begin, stop, None, "share")
        return Found(quantity, begin, end_of(self.text, quantity), head, Link(), "part")

    def rates(self, quantity: Quantity, sentence: Sentence) -> list[Found]:
        """Find a percentage of several rates: 甲率、乙率均达80%."""
        last = self.rate(quantity, sentence) if quantity.sort == "percent" else None
        if last is None or last.link.shared != "all" or last.rule != "rate":
            return []
        found = [last]
        opening = clause_start(self.text, quantity.start, sentence.start)
        at = last.start
        while at > opening and self.text[at - 1] in "、和及与":
            end = at - 1
            place = find_ending(self.text, max(opening, end - LONGEST_NOUN), end)
            if place is None or place[1] != end:
                break
            at = self.start(max(opening, end - LONGEST_NOUN), place[0])
            if place[0] - at < 1:
                break
            head = Head(at, end, None, "share")
            found.insert(0, Found(quantity, at, last.end, head, last.link, "rate"))
        return found if len(found) > 1 else []

    def change_or_sum(self, quantity: Quantity, sentence: Sentence) -> Found | None:
        """Find the growth of any noun, and money behind any …收入, …税收, …贷款."""
        text = self.text
        opening = clause_start(text, quantity.start, sentence.start)
        end = end_of(text, quantity)
        place = None
        if quantity.sort not in ("rank", "price") and quantity.unit != "天":
            place = find_grown(text, opening, quantity.start, self.around.dates)
        if place is None and quantity.sort != "money":
            return None
        if place is not None:
            begin = self.start(max(opening, place[0] - LONGEST_NOUN), place[0])
            link = read_link(text, place[1], quantity.start, self.around.dates)
            if link is None or not is_noun(text, begin, place[0]):
                return None
            begin, stop = self._own(begin, place[0]), place[0]
            change = change_words().match(text, place[1])
            if change is not None and _EACH.search(text[begin:stop]):
                stop = change.end()
            head = Head(begin, stop, None, "growth")
            return Found(quantity, begin, end, head, link, "growth")
        for stop in range(quantity.start, max(opening, quantity.start - _FARTHEST_LINK), -1):
            if not ends_with_sum(text, opening, stop):
                continue
            link = read_link(text, stop, quantity.start, self.around.dates)
            if link is None or link.shared is not None:
                return None
            if not link.begins and _ATTRIBUTE.match(text, end):
                return None
            begin = self.start(max(opening, stop - LONGEST_NOUN), stop)
            to_whom = _TO_WHOM.match(text, begin, stop)
            begin = begin if to_whom is None else to_whom.end()
            if not is_noun(text, begin, stop):
                return None
            head = Head(begin, stop, None, "level")
            return Found(quantity, begin, end, head, link, "base" if link.begins else "sum")
        return None

    def whole(self, start: int, end: int, sentence: Sentence) -> int:
        """Return where the noun begins of which a word of the table is the end: 小春粮食产量."""
        opening = clause_start(self.text, start, sentence.start)
        nearest = max(opening, start - _LONGEST_BEFORE)
        begin = self.start(nearest, end)
        if begin == nearest > opening:
            return start
        before = self.text[begin:start]
        return begin if begin < start and _PART.fullmatch(before) else start

    def start(self, opening: int, end: int) -> int:
        """Return where the noun begins that ends at an offset; 当年 inside it belongs to it."""
        start = opening
        for found in self.around.dates_between(start, end):
            if not (found.text.startswith("当") and found.start > start):
                start = found.end
        for stop in _STOPS.finditer(self.text, start, min(end + 1, len(self.text))):
            start = stop.end() if stop.end() <= end else start
        start = self.around.after_leads(start, end)
        while start < end and self.text[start] in "的使将把对在了是":
            start += 1
        return start
