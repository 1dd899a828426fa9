"""Finds groups of projects: what a text counts or sums up together, A、B等12个项目总投资10亿元."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from gaoyou_nlp.dates.numerals import read_digits, read_small
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Amount, Project, ProjectGroup, Span
from gaoyou_nlp.relations.listings import count_of_class, lines_behind

_REACH = 60  # characters between the projects and their sum
_STOP = re.compile("[。；！？\n]")
_BETWEEN = re.compile("(?:项目|工程)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?")
_DIGIT = "[一二三四五六七八九]"
_WORDS = f"{_DIGIT}百(?:零{_DIGIT}|{_DIGIT}十{_DIGIT}?)?|{_DIGIT}?十{_DIGIT}?|[两二三四五六七八九]"
_NUMBER = f"(?P<number>[0-9０-９]{{1,5}}|{_WORDS})(?P<more>多|余|来)?"
_COUNT_BEHIND = re.compile(
    f"(?:项目|工程)?(?:（[^（）\n]{{0,20}}）)?(?:等)?(?:这|共|总共|共计)?{_NUMBER}"
    "(?:[条座所处][\u4e00-\u9fff]{0,8}|(?:个|项|大)"
    "(?:[^，。；、：\n0-9]{0,14}?(?:项目|工程)|"
    "(?=[，。；：、]|集中|竞相|相继|全部|签约|开工|竣工|建成|均|总投资)))"
)
_COUNT_FIRST = re.compile(
    f"(?<![0-9０-９.第两二三四五六七八九十百]){_NUMBER}(?:个|项)"
    "(?P<kind>[^，。；、：（\n0-9０-９]{0,16}?)(?:项目|工程)(?!部|师|量|数|经理|之一|中的?|个)|"
    "(?:项目|工程)(?P<last>[0-9０-９]{1,5}|%s)(?P<rest>多|余|来)?[个处](?!月)" % _WORDS
)
_COMMA = re.compile("，")
_NO_GROUP = re.compile("子项|单项|单体|分项|之一|配套")
_ABOUT = re.compile("(?:近|(?<!签)约|超过?|逾|不少于|至少|(?<!以)上)$")


@cache
def _words(kind: str) -> str:
    """The words of a kind in ``group_words.tsv`` as one pattern."""
    return "|".join(row[0] for row in table("relations/group_words.tsv") if row[1] == kind)


@cache
def _part_of() -> re.Pattern[str]:
    """Words before a number that counts the parts of one thing: 工程包括12个项目."""
    return re.compile(f"(?:{_words('part_of')})[^，。；、\\n]{{0,8}}$")


@cache
def _sum() -> re.Pattern[str]:
    """Words before an amount that is a sum: 总投资约."""
    nouns = _words("sum")
    return re.compile(f"(?:{nouns})(?:总额|金额|规模)?(?:{_words('link')})*$")


@cache
def _no_sum() -> re.Pattern[str]:
    """Words that make an amount no sum of all: 分别, 完成, 产值."""
    return re.compile(_words("no_sum"))


@cache
def _naming() -> re.Pattern[str]:
    """What stands between a number and the names of what it counts: 分别是."""
    return re.compile(f"[^，。；\\n]{{0,14}}[，：:]?(?:{_words('naming')})(?:了)?")


@dataclass(frozen=True, slots=True)
class _Found:
    """A count or a list: its characters, members (indices into names), number and rule."""

    start: int
    end: int
    first: int
    last: int
    count: int | None
    rule: str


class _Groups:
    """Reads the groups of one text; each step looks a bounded way."""

    def __init__(
        self,
        text: str,
        spans: Sequence[Span],
        amounts: Sequence[Amount],
        projects: Sequence[Project],
    ) -> None:
        self._text = text
        self._amounts = amounts
        self._amount_starts = [amount.start for amount in amounts]
        owner = {at: number for number, one in enumerate(projects) for at in one.mentions}
        named = [at for at, span in enumerate(spans) if span.label == "PROJECT" and at in owner]
        self._owners = [owner[at] for at in named]
        self._names = [(spans[at].start, spans[at].end) for at in named]
        self._starts = [start for start, _ in self._names]

    def find(self) -> Iterator[ProjectGroup]:
        found = sorted([*self._lists(), *self._counts()], key=lambda found: found.start)
        groups: list[ProjectGroup] = []
        end = named = 0
        for one in found:
            group = self._group(one) if one.start >= end and one.first >= named else None
            if group is not None:
                groups.append(group)
                end, named = one.end, max(named, one.last)
        for listing in self._listings(found):
            start, end = listing.start, listing.end
            groups = [g for g in groups if g.members or not start <= g.start < end]
            groups.append(listing)
        return iter(_one_for_each_sum(groups))

    def _listings(self, counts: Sequence[_Found]) -> Iterator[ProjectGroup]:
        """Counts of a lead whose projects stand line by line behind it, and their classes."""
        led = -1
        for one in counts:
            start = self._text.rfind("\n", 0, one.start) + 1
            if one.count is None or one.last > one.first or start <= led:
                continue
            lines = list(lines_behind(self._text, one.end, self._names))
            members = [at for line in lines for at in range(line.first, line.last)]
            if not 2 <= len(members) <= one.count:
                continue
            led = start
            yield self._listing(one.start, one.end, members, one.count, self._sum(one))
            for line in lines:
                if line.name is None:
                    continue
                count = line.number or count_of_class(self._text, start, line.name)
                if count is not None and line.last - line.first <= count:
                    inside = range(line.first, line.last)
                    yield self._listing(line.start, self._names[line.last - 1][1], inside, count)

    def _listing(
        self, start: int, end: int, names: Sequence[int], count: int, amount: int | None = None
    ) -> ProjectGroup:
        members = tuple(dict.fromkeys(self._owners[at] for at in names))
        if amount is not None:
            end = max(end, self._amounts[amount].end)
        return ProjectGroup(
            start, end, self._text[start:end], members, count, amount, "group:lines"
        )

    def _lists(self) -> Iterator[_Found]:
        """Names that stand in one list, or before a count: A、B等12个项目."""
        first = 0
        for at, (_, end) in enumerate(self._names):
            further = at + 1 < len(self._names) and _BETWEEN.fullmatch(
                self._text, end, self._starts[at + 1]
            )
            if further:
                continue
            match = _COUNT_BEHIND.match(self._text, end)
            count = None if match is None else _number(match["number"], match["more"])
            if match is not None and (count is None or count >= 2):
                rule = "group:list-count"
                yield _Found(self._names[first][0], match.end(), first, at + 1, count, rule)
            elif at > first:
                yield _Found(self._names[first][0], end, first, at + 1, None, "group:list")
            first = at + 1

    def _counts(self) -> Iterator[_Found]:
        """Counts that stand before what they count, or alone: 12个项目集中开工."""
        for match in _COUNT_FIRST.finditer(self._text):
            start, end = match.span()
            before = self._text[max(0, start - 12) : start]
            part = _part_of().search(before)
            if _NO_GROUP.search(match[0]) or (part and not part[0].startswith("其中")):
                continue
            count = _number(match["number"] or match["last"], match["more"] or match["rest"])
            if count is not None and count < 2:
                continue
            count = None if _ABOUT.search(before) else count
            first = last = bisect_left(self._starts, end)
            naming = _naming().match(self._text, end) or self._lists_some(end, first, count)
            while naming and last < len(self._names):
                since = naming.end() if last == first else self._names[last - 1][1]
                gap = self._text[since : self._starts[last]]
                if gap and (last == first or not _BETWEEN.fullmatch(gap)):
                    break
                last += 1
            if last > first and _COUNT_BEHIND.match(self._text, self._names[last - 1][1]):
                last = first  # 11个项目有A、B等6个获批: the names are those of the other count
            yield _Found(start, end, first, last, count, "group:part" if part else "group:count")

    def _lists_some(self, end: int, first: int, count: int | None) -> re.Match[str] | None:
        """Match the comma of 签约项目9个，甲、乙等: the list behind it is of those counted."""
        comma = _COMMA.match(self._text, end)
        last = first
        if comma is None or count is None or first >= len(self._names):
            return None
        if self._starts[first] != comma.end():
            return None
        while last + 1 < len(self._names) and _BETWEEN.fullmatch(
            self._text, self._names[last][1], self._starts[last + 1]
        ):
            last += 1
        others = self._text.startswith("等，", self._names[last][1])
        return comma if others and last + 1 - first < count else None

    def _group(self, found: _Found) -> ProjectGroup | None:
        members = tuple(dict.fromkeys(self._owners[found.first : found.last]))
        amount = self._sum(found)
        if amount is None and (found.count is None or not members or found.rule == "group:part"):
            return None
        if found.rule == "group:list" and len(members) < 2:
            return None
        start, end = found.start, found.end
        if found.last > found.first:
            start, end = (
                min(start, self._starts[found.first]),
                max(end, self._names[found.last - 1][1]),
            )
        if amount is not None:
            start = min(start, self._amounts[amount].start)
            end = max(end, self._amounts[amount].end)
        return ProjectGroup(
            start, end, self._text[start:end], members, found.count, amount, found.rule
        )

    def _sum(self, found: _Found) -> int | None:
        """The amount that the text gives as the sum of all."""
        behind = max([found.end] + [self._names[at][1] for at in range(found.first, found.last)])
        for since, names in ((found.end, found.first), (behind, found.last)):
            number = bisect_left(self._amount_starts, since)
            if number == len(self._amounts):
                break
            amount = self._amounts[number]
            gap = self._text[since : amount.start]
            following = self._starts[names] if names < len(self._starts) else amount.start
            if following < amount.start or len(gap) > _REACH or _STOP.search(gap):
                continue
            if amount.per is None and _sum().search(gap) and not _no_sum().search(gap):
                return number
        return self._sum_before(found)

    def _sum_before(self, found: _Found) -> int | None:
        """总投资86亿元的12个项目; a threshold (5亿元以上的) is no sum."""
        if found.rule == "group:list" or found.rule == "group:list-count":
            return None
        number = bisect_left(self._amount_starts, found.start) - 1
        if number < 0:
            return None
        amount = self._amounts[number]
        if amount.comparator in (">", ">=", "<", "<="):
            return None
        if self._text[amount.end : found.start] != "的":
            return None
        cue = self._text[max(0, amount.start - 12) : amount.start]
        return number if _sum().search(cue) and not _no_sum().search(cue) else None


def _one_for_each_sum(groups: Sequence[ProjectGroup]) -> list[ProjectGroup]:
    """Give a sum to one group: 甲、乙进展顺利，两个项目投资4亿元 is one."""
    kept: list[ProjectGroup] = []
    for group in sorted(groups, key=lambda group: (group.start, group.end)):
        before = kept[-1] if kept else None
        if before is None or group.amount is None or before.amount != group.amount:
            kept.append(group)
        elif before.count is None and group.count == len(before.members) and not group.members:
            kept[-1] = replace(before, count=group.count, rule="group:list-count")
        elif group.members or not before.members or before.count is None:
            kept[-1] = group
    return kept


def _number(digits: str, more: str | None) -> int | None:
    """The number that a count says exactly; None for 20多个."""
    if more:
        return None
    hundreds, mark, rest = digits.rpartition("百")
    tens = read_small(rest.removeprefix("零")) if rest else 0
    return read_digits(hundreds) * 100 + tens if mark else tens


def find_groups(
    text: str, spans: Sequence[Span], amounts: Sequence[Amount], projects: Sequence[Project]
) -> tuple[ProjectGroup, ...]:
    """Find what a text counts or sums up of several projects together.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        amounts: Its amounts, in order.
        projects: Its projects, as related.

    Returns:
        The groups in order. A group has a count and members, or a sum; ``A、B等项目`` alone is
        none. What 各, 均 or 分别 gives to each is no sum.

    Examples:
        >>> text = "云岭大桥、沙坪大桥两个项目总投资5亿元。"
        >>> spans = [Span(0, 4, "PROJECT", text[:4]), Span(5, 9, "PROJECT", text[5:9])]
        >>> projects = [Project("云岭大桥", mentions=(0,)), Project("沙坪大桥", mentions=(1,))]
        >>> [group] = find_groups(text, spans, [Amount(16, 19, "5亿元")], projects)
        >>> group.members, group.count, group.amount
        ((0, 1), 2, 0)
    """
    if not projects and not amounts:
        return ()
    return tuple(_Groups(text, spans, amounts, projects).find())
