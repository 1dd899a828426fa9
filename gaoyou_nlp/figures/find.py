"""Puts figures together: every quantity with its indicator and what the clause says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.build import build_figure
from gaoyou_nlp.figures.clauses import (
    Sentence,
    carry_scope,
    clause_start,
    last_before,
    sentence_at,
    sentences,
)
from gaoyou_nlp.figures.counts import Counted, find_counted, find_listed
from gaoyou_nlp.figures.found import Found, end_of, fits
from gaoyou_nlp.figures.heads import Head, find_heads
from gaoyou_nlp.figures.links import Link, read_link
from gaoyou_nlp.figures.nouns import Nouns
from gaoyou_nlp.figures.plain import find_plain
from gaoyou_nlp.figures.quantities import Quantity, find_quantities
from gaoyou_nlp.figures.ranks import find_ranks
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.figures.shared import LISTED, share_out
from gaoyou_nlp.records import Amount, Span
from gaoyou_nlp.records.figure import Figure

_REST: Final = "的、，, \u3000"
_TOTAL: Final = re.compile("总量|总额|总值|规模|总数")
"""What belongs to an indicator behind the surface of the table: 工业开票总量."""
_SHARE: Final = re.compile(
    "[，、,](?P<said>(?:已|约)?(?:占|为|完成)[\u4e00-\u9fff]{0,16}?(?:的|比重)?(?:约|近|超|达到?|为)?)"
)
"""What stands before a share of a number: ，占全年任务的."""
_FORECAST: Final = re.compile(
    "(?:达产|投产|建成|竣工|投用|运营)(?:达效)?后|项目(?:全部|全面)?达产(?:达效)?(?:时|可|预计)"
)
"""What a project is to bring once it stands is the project's, and no target of anybody."""
_FORECAST_REACH: Final = 80


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
        anchor: The day the article was written: a period before it makes a result.

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
    around = Surroundings(text, dates, spans, anchor)
    quantities = find_quantities(text, amounts, dates) + find_ranks(text, dates)
    return _Finder(text, around, sorted(quantities, key=lambda q: (q.start, q.end))).figures(
        sorted(amounts, key=lambda amount: amount.start)
    )


def found_of(quantity: Quantity, counted: Counted) -> Found:
    """Put a number and what it counts together."""
    head = Head(counted.indicator_start, counted.indicator_end, None, "count")
    return Found(quantity, counted.start, counted.end, head, Link(), counted.rule)


class _Finder:
    """The numbers and indicators of one text."""

    def __init__(self, text: str, around: Surroundings, quantities: list[Quantity]) -> None:
        self.text, self.around, self.quantities = text, around, quantities
        self.quantity_starts = [quantity.start for quantity in quantities]
        self.heads = find_heads(text)
        self.head_ends = [head.end for head in self.heads]
        starts = [head.start for head in self.heads]
        self.nouns = Nouns(text, around)
        self.sentences = carry_scope(text, sentences(text), starts, around.aims())

    def figures(self, amounts: list[Amount]) -> list[Figure]:
        """Return the figures of the text."""
        figures: list[Figure] = []
        previous: Found | None = None
        last: Sentence | None = None
        group = 0
        passed = -1
        for at, quantity in enumerate(self.quantities):
            sentence = sentence_at(self.sentences, quantity.start)
            unread = quantity.low is None and quantity.high is None
            if sentence is None or quantity.start <= passed or unread:
                continue
            if sentence != last:
                previous, last = None, sentence
            found = self._shared(at, sentence) or self.nouns.rates(quantity, sentence)
            if found:
                previous = None
                passed = found[-1].quantity.start
            else:
                one = self._find(quantity, sentence, previous)
                if one is None:
                    continue
                previous = one
                found = [one]
            for one in found:
                group += one.rule != "inherited"
                if one.rule != "base":
                    figures.append(
                        build_figure(self.text, one, sentence, self.around, amounts, group)
                    )
        return figures

    def _find(self, quantity: Quantity, sentence: Sentence, previous: Found | None) -> Found | None:
        nearby = max(sentence.start, quantity.start - _FORECAST_REACH)
        if _FORECAST.search(self.text, nearby, quantity.start):
            return None
        return (
            self._indicator(quantity, sentence)
            or self._inherited(quantity, previous)
            or self.nouns.rate(quantity, sentence)
            or self._certain(self.nouns.change_or_sum(quantity, sentence), sentence)
            or self._listed(quantity, sentence, previous)
            or self._counted(quantity, sentence)
        )

    def _last_head(self, quantity: Quantity, sentence: Sentence) -> int:
        """Return the index of the last indicator before a number in its sentence, or -1."""
        at = last_before(self.head_ends, quantity.start + 1)
        return at if at >= 0 and self.heads[at].start >= sentence.start else -1

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
        if link is None or link.shared == "each" or not fits(self.text, head, quantity):
            return None
        if at and LISTED.fullmatch(self.text, self.heads[at - 1].end, head.start):
            return None  # A和B增长6% leaves open what A does
        bare = head.end == quantity.start and quantity.sort == "percent"
        if bare and head.nature == "growth" and not self._opens(head, sentence):
            return None
        rule = "base" if link.begins else "indicator"
        if head.nature != "count":
            head = head._replace(start=self.nouns.whole(head.start, head.end, sentence))
        return Found(quantity, head.start, end_of(self.text, quantity), head, link, rule)

    def _opens(self, head: Head, sentence: Sentence) -> bool:
        opening = clause_start(self.text, head.start, sentence.start)
        return self.around.leads(opening, head.start)

    def _inherited(self, quantity: Quantity, previous: Found | None) -> Found | None:
        """Find a number that goes on with the indicator before it: 达到50亿元、增长6%."""
        if previous is None:
            return None
        link = read_link(self.text, previous.end, quantity.start, self.around.dates, "、，,")
        share = _SHARE.fullmatch(self.text, previous.end, quantity.start)
        if share is not None and quantity.sort == "percent":
            head = previous.head._replace(nature="share")
            end = end_of(self.text, quantity)
            return Found(quantity, share.start("said"), end, head, Link(), "inherited")
        if link is None or link.shared is not None:
            return None
        goes_on = link.direction or link.reaches or quantity.sort == "rank"
        other = (
            previous.quantity.sort != quantity.sort
            or previous.rule == "base"
            or (link.direction is not None and previous.link.direction is None)
        )
        if not goes_on or not other or not fits(self.text, previous.head, quantity):
            return None
        between = self.text[previous.end : quantity.start]
        start = quantity.start - len(between.lstrip(_REST))
        end = end_of(self.text, quantity)
        return Found(quantity, start, end, previous.head, link, "inherited")

    def _counted(self, quantity: Quantity, sentence: Sentence) -> Found | None:
        """Find what a number counts beside a verb: 引进企业30家."""
        if quantity.sort not in ("count", "people", "measure"):
            return None
        opening = clause_start(self.text, quantity.start, sentence.start)
        listed = self._end_before(quantity)
        if listed > opening:
            comma = self.text.rfind("、", listed, quantity.start)
            opening = listed if comma < 0 else comma + 1
        for date_found in self.around.dates_between(opening, quantity.start):
            opening = date_found.end
        counted = find_counted(self.text, quantity, opening, self.around.leads)
        if counted is None:
            return find_plain(self.text, quantity, sentence, opening, self.around)
        return self._certain(found_of(quantity, counted), sentence)

    def _listed(
        self, quantity: Quantity, sentence: Sentence, previous: Found | None
    ) -> Found | None:
        """Find a number that goes on with a list of counts: 新增甲企业2家、乙企业3家."""
        if previous is None or not previous.rule.startswith("count"):
            return None
        if quantity.sort not in ("count", "people", "measure"):
            return None
        counted = find_listed(self.text, quantity, previous.end)
        return None if counted is None else found_of(quantity, counted)

    def _certain(self, found: Found | None, sentence: Sentence) -> Found | None:
        """Leave out what has neither wording nor period: a bare number is background."""
        if found is None:
            return None
        end = max(found.end, found.quantity.end)
        if self.around.is_dated_or_worded(sentence, found.start, end):
            return found
        return found if self.around.in_plan(sentence, found.start) else None

    def _end_before(self, quantity: Quantity) -> int:
        """Return where the number before a number ends."""
        at = last_before(self.quantity_starts, quantity.start)
        if at >= 0 and self.quantities[at].sort == "money":
            at -= 1  # 亿元以上 belongs to what is counted
        return -1 if at < 0 else end_of(self.text, self.quantities[at])
