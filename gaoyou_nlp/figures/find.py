"""Puts figures together: every quantity with its indicator and what the clause says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.dates.publication import find_publication_day
from gaoyou_nlp.figures.asides import is_forecast, read_behind_aside
from gaoyou_nlp.figures.build import build_figure, like_first
from gaoyou_nlp.figures.clauses import (
    Sentence,
    clause_start,
    extend_scope,
    last_before,
    sentence_at,
    sentences,
)
from gaoyou_nlp.figures.counts import acts, find_counted, find_listed, find_listed_behind, found_of
from gaoyou_nlp.figures.each import share_among_figures, share_among_nouns
from gaoyou_nlp.figures.found import Found, end_of, ends_name, fits, goes_on, still_open
from gaoyou_nlp.figures.heads import Head, find_heads
from gaoyou_nlp.figures.inherited import (
    GROWTH,
    REST,
    find_inherited,
    find_total,
    find_worth,
    stands_in_line,
)
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.figures.nouns import Nouns, is_noun
from gaoyou_nlp.figures.plain import PLAIN, find_plain
from gaoyou_nlp.figures.quantities import Quantity, find_quantities
from gaoyou_nlp.figures.ranks import find_ranks
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.figures.shared import LISTED, share_out
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Amount, Span
from gaoyou_nlp.records.figure import Figure

_TOTAL: Final = re.compile("总量|总额|总值|规模|总数")
"""What belongs to an indicator behind the surface of the table: 工业开票总量."""
_TWO: Final = ("前者", "后者")


def find_figures(
    text: str,
    *,
    amounts: Sequence[Amount],
    dates: Sequence[DateMention],
    spans: Sequence[Span] = (),
    anchor: date | None = None,
) -> list[Figure]:
    """Find the targets and results of a text.

    Parameters:
        text: The text.
        amounts: Its amounts of money, as ``find_money`` finds them.
        dates: Its dates, as ``find_dates`` finds them.
        spans: Its marked spans; GPE and ORG among them can own a figure.
        anchor: The day the article was written: a period before it makes a result. Without it the
            day counts that the article itself gives.

    Returns:
        The figures in order. Only numbers with an indicator; the size of a project is none.

    Examples:
        >>> from gaoyou_nlp.dates import find_dates
        >>> from gaoyou_nlp.money import find_money
        >>> text = "2022年，地区生产总值力争增长6%左右。"
        >>> found = find_figures(text, amounts=find_money(text), dates=find_dates(text))[0]
        >>> found.canonical, found.kind, found.low, found.comparator, found.period_end, found.status
        ('地区生产总值', 'growth', '6', '~', '2022-12-31', 'target')
    """
    around = Surroundings(text, dates, spans, anchor or find_publication_day(text))
    quantities = find_quantities(text, amounts, dates) + find_ranks(text, dates)
    return _Finder(text, around, sorted(quantities, key=lambda q: (q.start, q.end))).figures(
        sorted(amounts, key=lambda amount: amount.start)
    )


class _Finder:
    """The numbers and indicators of one text."""

    def __init__(self, text: str, around: Surroundings, quantities: list[Quantity]) -> None:
        self.text, self.around, self.quantities = text, around, quantities
        self.quantity_starts = [quantity.start for quantity in quantities]
        self.heads = find_heads(text)
        self.head_ends = [head.end for head in self.heads]
        starts = [head.start for head in self.heads]
        self.nouns = Nouns(text, around)
        self.sentences = extend_scope(text, sentences(text), starts, around.aims())

    def figures(self, amounts: list[Amount]) -> list[Figure]:
        """Return the figures of the text."""
        figures: list[Figure] = []
        previous: Found | None = None
        listed: list[Found] = []
        last: Sentence | None = None
        group = 0
        passed = -1
        for at, quantity in enumerate(self.quantities):
            sentence = sentence_at(self.sentences, quantity.start)
            unread = quantity.low is None and quantity.high is None
            if sentence is None or quantity.start <= passed or unread:
                continue
            if sentence != last:
                previous, last, listed = None, sentence, []
            found = self._several(at, sentence, listed)
            if found:
                previous = found[-1] if found[0].rule == "each" else None
                passed = found[-1].quantity.start
                listed = found if found[0].rule == "each" else []
            else:
                one = self._one(at, sentence, previous, listed)
                if one is None:
                    continue
                listed = still_open(self.text, listed, one)
                kept = one.head if previous is None or one.rule != "inherited" else previous.head
                previous = replace(one, head=kept)
                found = [one]
            for one in found:
                group += one.rule != "inherited"
                if one.rule != "base":
                    made = build_figure(self.text, one, sentence, self.around, amounts, group)
                    figures.append(like_first(made, figures, self.around))
        return figures

    def _one(
        self, at: int, sentence: Sentence, previous: Found | None, listed: Sequence[Found]
    ) -> Found | None:
        """Find the figure of a number that no 分别 or 均 shares out."""
        if stands_in_line(self.text, self.quantities, at):
            return None
        one = self._find(self.quantities[at], sentence, previous)
        return None if one is None else self._of_two(one, listed)

    def _find(self, quantity: Quantity, sentence: Sentence, previous: Found | None) -> Found | None:
        if is_forecast(self.text, sentence.start, quantity.start) or ends_name(self.text, quantity):
            return None
        return (
            self._indicator(quantity, sentence)
            or find_inherited(self.text, quantity, previous, self.around)
            or find_total(self.text, quantity, previous)
            or self.nouns.rate(quantity, sentence)
            or self._certain(self.nouns.change_or_sum(quantity, sentence), sentence, previous)
            or self._listed(quantity, sentence, previous)
            or find_worth(self.text, quantity, previous)
            or self._counted(quantity, sentence, previous)
        )

    def _last_head(self, quantity: Quantity, sentence: Sentence) -> int:
        """Return the index of the last indicator before a number in its sentence, or -1."""
        at = last_before(self.head_ends, quantity.start + 1)
        return at if at >= 0 and self.heads[at].start >= sentence.start else -1

    def _several(self, at: int, sentence: Sentence, listed: Sequence[Found]) -> list[Found]:
        """Find the figures of numbers that are shared out by 分别 or 均."""
        quantity = self.quantities[at]
        found = self._shared(at, sentence) or self.nouns.rates(quantity, sentence)
        if found:
            return found
        found = share_among_nouns(self.text, self.quantities, at, sentence, self.nouns)
        if found and all(self._certain(one, sentence) for one in found):
            return found
        return share_among_figures(self.text, self.quantities, at, sentence, self.nouns, listed)

    def _of_two(self, one: Found, listed: Sequence[Found]) -> Found | None:
        """Give 前者 and 后者 the indicator of the one or the other of two figures before."""
        word = self.text[one.head.start : one.head.end]
        if one.quantity.sort == "percent" and GROWTH.fullmatch(word):
            return self._of_head(one)
        if word not in _TWO:
            return one
        if len(listed) != 2:
            return None
        head = listed[_TWO.index(word)].head
        return replace(one, start=one.head.end, head=head, rule="of.two")

    def _of_head(self, one: Found) -> Found | None:
        """Give a bare 增速 the last indicator before it: 固定资产投资回升，增速不低于3%."""
        at = last_before(self.head_ends, one.head.start + 1)
        sentence = sentence_at(self.sentences, one.start)
        if at < 0 or sentence is None or self.heads[at].start < sentence.start:
            return None
        return replace(one, head=self.heads[at]._replace(nature="growth"))

    def _shared(self, at: int, sentence: Sentence) -> list[Found]:
        last = self._last_head(self.quantities[at], sentence)
        if last < 1:
            return []
        return share_out(self.text, self.quantities, at, self.heads, last, self.around.dates)

    def _indicator(self, quantity: Quantity, sentence: Sentence) -> Found | None:
        """Find a number behind an indicator of the table: 地区生产总值增长6%."""
        at = self._last_head(quantity, sentence)
        if at < 0:
            return None
        head = self.heads[at]
        total = _TOTAL.match(self.text, head.end, quantity.start)
        if total is not None:
            head = head._replace(end=total.end())
        if self.text.startswith("完成", head.start, head.end):
            head = head._replace(start=head.start + len("完成"))
        link = read_link(self.text, head.end, quantity.start, self.around.dates)
        if link is None and quantity.sort != "percent":
            link = read_behind_aside(self.text, head.end, quantity.start, self.around.dates)
        if link is None or link.shared == "each" or not fits(self.text, head, quantity):
            return None
        if at and LISTED.fullmatch(self.text, self.heads[at - 1].end, head.start):
            return None  # A和B增长6% leaves open what A does
        bare = head.end == quantity.start and quantity.sort == "percent"
        if bare and head.nature == "growth" and not self._opens(head, sentence):
            return None
        rule = "base" if link.begins else "indicator"
        if head.nature != "count":
            whole = self.nouns.whole(head.start, head.end, sentence)
            if whole < head.start and not is_noun(self.text, whole, head.end):
                return None  # 高于全省GDP 0.1个百分点
            head = head._replace(start=whole)
        speed = GROWTH.match(self.text, head.end, quantity.start)
        if speed is not None:
            head = head._replace(end=speed.end())
        return Found(quantity, head.start, end_of(self.text, quantity), head, link, rule)

    def _opens(self, head: Head, sentence: Sentence) -> bool:
        opening = clause_start(self.text, head.start, sentence.start)
        return self.around.leads(opening, head.start)

    def _counted(
        self, quantity: Quantity, sentence: Sentence, previous: Found | None
    ) -> Found | None:
        """Find what a number counts beside a verb: 引进企业30家."""
        if quantity.sort not in PLAIN:
            return None
        opening = clause_start(self.text, quantity.start, sentence.start)
        listed = self._end_before(quantity)
        if listed > opening:
            comma = self.text.rfind("、", listed, quantity.start)
            opening = listed if comma < 0 else comma + 1
        for date_found in self.around.dates_between(opening, quantity.start):
            opening = date_found.end
        counted = None
        if quantity.sort in ("count", "people", "measure"):
            counted = find_counted(self.text, quantity, opening, self.around.leads)
        if counted is None:
            goes_on = self._goes_on(opening, previous)
            return find_plain(self.text, quantity, sentence, opening, self.around, goes_on=goes_on)
        return self._certain(found_of(quantity, counted), sentence, previous)

    def _goes_on(self, opening: int, previous: Found | None) -> bool:
        """Say whether a clause stands right behind a figure, and so is of the same period."""
        if previous is None or opening < previous.end:
            return previous is not None and not self.text[opening : previous.end].strip(REST)
        return not self.text[previous.end : opening].replace("其中", "").strip(REST)

    def _listed(
        self, quantity: Quantity, sentence: Sentence, previous: Found | None
    ) -> Found | None:
        """Find a number that goes on with a list of counts: 新增甲企业2家、乙企业3家."""
        if previous is None or not previous.rule.startswith(("count", "plain")):
            return None
        if quantity.sort not in ("count", "people", "measure"):
            return None
        find = find_listed_behind if previous.rule.endswith("verb") else find_listed
        counted = find(self.text, quantity, previous.end)
        return None if counted is None else found_of(quantity, counted)

    def _certain(
        self, found: Found | None, sentence: Sentence, previous: Found | None = None
    ) -> Found | None:
        """Leave out what has neither wording nor period: a bare number is background."""
        if found is None:
            return None
        if self._goes_on(clause_start(self.text, found.start, sentence.start), previous):
            return found
        if goes_on(self.text, found.end):
            return found
        opening = clause_start(self.text, found.start, sentence.start)
        if acts(self.text, found.start) or self.around.of_whole_area(opening, found.start):
            return found
        end = max(found.end, found.quantity.end)
        if self.around.is_dated_or_worded(sentence, found.start, end):
            return found
        planned = self.around.in_plan(sentence, found.start) or self.around.is_framed(found.start)
        return found if planned else None

    def _end_before(self, quantity: Quantity) -> int:
        """Return where the number before a number ends."""
        at = last_before(self.quantity_starts, quantity.start)
        if at >= 0 and self.quantities[at].sort == "money":
            at -= 1  # 亿元以上 belongs to what is counted
        return -1 if at < 0 else end_of(self.text, self.quantities[at])
