"""Finds groups of projects: what a text counts or sums up together, A、B等12个项目总投资10亿元."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Amount, Project, ProjectGroup, Span
from gaoyou_nlp.relations.group_counts import Found, find_counts, find_lists
from gaoyou_nlp.relations.listings import count_of_class, lines_behind

_TABLE = "relations/group_words.tsv"
_REACH = 60  # characters between the projects and their sum
_WINDOW = 400  # characters that a sentence may have
_STOP = re.compile("[。；！？\n]")
_FURTHER = ("另有", "还有", "另外", "其他", "其它", "其余", "新增", "剩余")
_SUM = re.compile("(?:{sum})(?:总额|金额|规模)?(?:{link})*$", words=_TABLE)
"""Words before an amount that is a sum: 总投资约."""
_NO_SUM = re.compile("{no_sum}", words=_TABLE)
"""Words that make an amount no sum of all: 分别, 完成, 产值."""


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
        """Yield the groups in order of the text, none over another, one for each sum."""
        found = sorted(
            [*find_lists(self._text, self._names), *find_counts(self._text, self._names)],
            key=lambda found: found.start,
        )
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

    def _listings(self, counts: Sequence[Found]) -> Iterator[ProjectGroup]:
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

    def _group(self, found: Found) -> ProjectGroup | None:
        """A count or list with its members and sum; None where it groups nothing."""
        amount = self._sum(found)
        if amount is not None and found.last == found.first:
            found = self._counted_again(found)
        members = tuple(dict.fromkeys(self._owners[found.first : found.last]))
        if amount is None and (found.count is None or not members or found.rule == "group:part"):
            return None
        if found.rule == "group:list" and len(members) < 2:
            return None
        start, end = found.start, found.end
        if found.last > found.first:
            start = min(start, self._starts[found.first])
            end = max(end, self._names[found.last - 1][1])
        if amount is not None:
            start = min(start, self._amounts[amount].start)
            end = max(end, self._amounts[amount].end)
        return ProjectGroup(
            start, end, self._text[start:end], members, found.count, amount, found.rule
        )

    def _counted_again(self, found: Found) -> Found:
        """Give a count the projects of its sentence where they are as many.

        甲投资3亿元，乙投资2亿元，两个项目合计投资5亿元; 其他两个项目 are two more.
        """
        floor = max(0, found.start - _WINDOW)
        opening = max(floor, *(self._text.rfind(m, floor, found.start) + 1 for m in "。！？\n"))
        first, last = bisect_left(self._starts, opening), bisect_left(self._starts, found.start)
        further = self._text.endswith(_FURTHER, 0, found.start)
        if found.rule != "group:count" or last - first != found.count or further:
            return found
        return replace(found, first=first, last=last)

    def _sum(self, found: Found) -> int | None:
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
            if amount.per is None and _SUM.search(gap) and not _NO_SUM.search(gap):
                return number
        return self._sum_before(found)

    def _sum_before(self, found: Found) -> int | None:
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
        return number if _SUM.search(cue) and not _NO_SUM.search(cue) else None


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
