"""Reads which amount a text gives as the total of a project."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.flat_tables import find_rows
from gaoyou_nlp.records import Amount, Span

_TABLE = "relations/project_contexts.tsv"

_STOP = re.compile("[。；！？\n]")
_WINDOW = 400  # characters that a sentence may have
_REACH = 30  # characters between a list and what each of it costs
_STRONG = re.compile("{sure total}", words=_TABLE)


# The total of several: 12个项目总投资, 上述项目投资.
_OF_SEVERAL = re.compile(
    "(?:[两二三四五六七八九十百\\d]+(?:多|余)?(?:个|项|大|家)|{all of several})"
    "[^，。；、\n]{0,8}(?:项目|工程)?[^，。；、\n]{0,8}$",
    words=_TABLE,
)
_COUNT = re.compile(
    "(?:、[^，。；、\n]{1,14}){0,4}(?:项目|工程)?(?:（[^（）\n]{0,20}）)?等?(?:一批|[两二三四五六七八九十百\\d]+(?:多|余)?(?:个|项|大))"
)
_AND_OTHERS = re.compile("(?:项目|工程)?等")
_BETWEEN = re.compile("(?:项目|工程)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?")
_EACH = re.compile("(?:项目|工程)?(?:均|都)?(?:计划|总|拟|预计)*(?:各|每个?项目)(?:自|计划|总|拟)*")
_RESPECTIVE = re.compile("(?:项目|工程)?[^，。；\n]{0,10}分别(?:为|达|计划|总|拟|预计)*")
_OF_WHOLE = re.compile(
    r"的[^，。；\n]{1,14}的(?:子|一|{share of a whole})*(?:{part of a whole})", words=_TABLE
)
"""是总投资200亿元的基地的子项目: the sum is of what the project is a part of."""
_OF_EACH = re.compile("分别|依次")  # of several, of which only one may have been found
_LIST_OF_AMOUNTS = re.compile("(?:、|和|与|及|以及)")
_BEFORE_NAME = re.compile(
    "(?:的|，?(?:用于|拟|将|计划|在[^，。]{1,8})?(?:新|兴|改|扩|开|共)?建(?:设|成)?)[^，、。]{0,10}$"
)
_TOTAL = re.compile("(?:{total})(?:{before total}|：|:|，)*$", words=_TABLE)
_PART = re.compile("{part}", words=_TABLE)
_GOES_ON = re.compile("(?:{goes on before})*(?:{goes on})", words=_TABLE)


class TotalReader:
    """Reads the totals of the projects of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        amounts: Its amounts, in order.
    """

    def __init__(self, text: str, spans: Sequence[Span], amounts: Sequence[Amount]) -> None:
        self._text = text
        self._amounts = amounts
        self._amount_starts = [amount.start for amount in amounts]
        self._names = [(span.start, span.end) for span in spans if span.label == "PROJECT"]
        self._starts = [start for start, _ in self._names]
        self._lists = self._find_lists()
        self._rows = {row.name[0]: row for row in find_rows(text)} if self._names else {}

    def _find_lists(self) -> list[tuple[int, int]]:
        """For each name the first and last name of the list that it stands in."""
        lists: list[tuple[int, int]] = []
        first = 0
        for at, (_, end) in enumerate(self._names):
            further = at + 1 < len(self._names) and _BETWEEN.fullmatch(
                self._text, end, self._names[at + 1][0]
            )
            if not further:
                lists += [(first, at)] * (at + 1 - first)
                first = at + 1
        return lists

    def of(self, mentions: Sequence[Span]) -> int | None:
        """Return the index of the amount that is the total of a project; None if there is none.

        Parameters:
            mentions: Its spans.
        """
        best: tuple[int, int] | None = None
        for span in mentions:
            for cost, number in self._candidates(bisect_left(self._starts, span.start)):
                if best is None or cost < best[0]:
                    best = (cost, number)
        return best[1] if best else None

    def _candidates(self, at: int) -> list[tuple[int, int]]:
        """(cost, index) of the amounts that may be the total of the name at an index."""
        start, end = self._names[at]
        row = self._rows.get(start)
        if row is not None:
            cell = row.total or (0, 0)
            inside = range(*(bisect_left(self._amount_starts, edge) for edge in cell))
            return [(0, number) for number in inside]
        first, last = self._lists[at]
        low, high = self._sentence(start, end)
        behind = self._names[last][1]
        several = last > first or _COUNT.match(self._text, behind) is not None
        if several:
            shared = self._shared(first, last, at)
            if shared is not None:
                return [(0, shared)]
        found: list[tuple[int, int]] = []
        following = self._starts[at + 1] if at + 1 < len(self._names) else len(self._text)
        for number in range(bisect_left(self._amount_starts, low), len(self._amounts)):
            amount = self._amounts[number]
            if amount.start >= min(high, max(following, end)):
                break
            if amount.end <= start:
                cost = None if several else self._cost_before(start, amount, low)
            elif amount.start >= end:
                cost = self._cost_behind(end, amount, several)
            else:
                cost = None
            if cost is not None:
                found.append((cost, number))
        return found

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around a name, with the next one where it goes on about the project."""
        low = max(0, start - _WINDOW)
        for stop in _STOP.finditer(self._text, low, start):
            low = stop.end()
        high = self._end(end)
        if self._text[high : high + 1] in ("。", "；") and _GOES_ON.match(self._text, high + 1):
            high = self._end(high + 1)
        return low, high

    def _end(self, at: int) -> int:
        high = min(len(self._text), at + _WINDOW)
        stop = _STOP.search(self._text, at, high)
        return stop.start() if stop else high

    def _shared(self, first: int, last: int, at: int) -> int | None:
        """What 各投资 gives to each of a list, or 分别投资 to the name at an index."""
        behind = self._names[last][1]
        number = bisect_left(self._amount_starts, behind)
        if number == len(self._amounts):
            return None
        amount = self._amounts[number]
        between = self._text[behind : amount.start][:_REACH]
        if len(between) < amount.start - behind or _STOP.search(between):
            return None
        if not _TOTAL.search(between):
            return None
        if _EACH.match(between):
            return number
        if not _RESPECTIVE.match(between):
            return None
        count = 1
        while number + count < len(self._amounts) and _LIST_OF_AMOUNTS.fullmatch(
            self._text,
            self._amounts[number + count - 1].end,
            self._amounts[number + count].start,
        ):
            count += 1
        return number + at - first if count == last - first + 1 else None

    def _cost_before(self, start: int, amount: Amount, low: int) -> int | None:
        between = self._text[amount.end : start]
        if len(between) > 14 or "、" in between:
            return None
        if "，" in between and not _BEFORE_NAME.fullmatch(between):
            return None
        cue = self._cue(amount, low)
        return None if cue is None else 2 + len(between)

    def _cost_behind(self, end: int, amount: Amount, several: bool) -> int | None:
        between = self._text[end : amount.start] if amount.start - end < _WINDOW else "。"
        if self._text.startswith("的", amount.end) and _STOP.search(between):
            return None  # what begins the next sentence belongs to the name behind it
        if _OF_WHOLE.match(self._text, amount.end):
            return None
        if between in ("（", "(", "", "（总投资", "（投资", "："):
            return 1
        if several or _OF_EACH.search(between):
            return None
        cue = self._cue(amount, end)
        if cue is None:
            return None
        return 3 + (0 if _STRONG.search(cue) else 10) + len(between) // 2

    def _cue(self, amount: Amount, low: int) -> str | None:
        """The words that call an amount a total of one thing."""
        low = max(low, amount.start - 24)
        cue = _TOTAL.search(self._text, max(low, amount.start - 16), amount.start)
        if cue is None:
            return None
        clause = max(self._text.rfind(mark, low, cue.start()) + 1 for mark in "，,、；。")
        clause = max(low, clause)
        if _PART.search(self._text, clause, amount.start):
            return None
        return None if _OF_SEVERAL.search(self._text, clause, cue.start()) else cue[0]
