"""Reads one numeral from the tokens of a run, token by token, without ever going back.

Every token is consumed or ends the numeral. Where it turns out that the last part belongs to the
next numeral (2000万 5000万), that part is given back, once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from gaoyou_nlp.money.terms import LARGEST, Coefficient, Numeral, Term, plain, step_of
from gaoyou_nlp.money.tokens import HAN_DIGITS, PAIR_WORDS, Exact, Token, is_pair, read_row

_NOT_MORE: Final = {
    "余": frozenset("额款量留地音温粮党孽下生姚杭干热震波弦角"),
    "餘": frozenset("額款量留地音溫糧黨孽下生"),
    "多": frozenset("元边哈维媒轮党民云雨伦次"),
}
_MULTI: Final = frozenset("化文体民结型功方层样党论")
_UNITS_AFTER_LAI: Final = frozenset("元块塊圆圓角毛个個美欧港日英韩")


@dataclass(slots=True)
class Reader:
    """Reads one numeral; the fields are what it has seen so far."""

    text: str
    tokens: list[Token]
    first: int
    end: int = 0
    done: list[Term] = field(default_factory=list)
    section: list[Term] = field(default_factory=list)
    digits: Coefficient | None = None
    chain: list[tuple[int, bool]] = field(default_factory=list)
    zero: bool = False
    bare: bool = True
    more: bool = False
    vague: bool = False
    counted: int | None = None

    def read(self) -> tuple[Numeral | None, int]:
        at = self.first
        if self.tokens[at].kind == "huge":
            return self._huge(at)
        while at < len(self.tokens):
            token = self.tokens[at]
            before = self.tokens[at - 1].kind if at > self.first else ""
            if before == "letter":
                break
            after = getattr(self, f"_{token.kind}")(at, token, before)
            if after is None:
                break
            if after <= at:
                return self._finish(), after
            at = after
        return self._finish(), at

    # Each method below takes a token: it returns the index of the next one, an index not beyond
    # the token where the numeral has to end earlier, or None where it ends before the token.

    def _arabic(self, at: int, token: Token, before: str) -> int | None:
        terms = self._terms()
        if self.digits or self.more:
            return None
        value = token.value
        if terms and (isinstance(value, Fraction) or value >= terms[-1].unit):
            return None
        if token.text[0] in "0０":
            self.zero = self.zero or bool(terms)
        self._hold(at, token, value, value, step_of(token.text, value), len(token.text) == 1)
        return at + 1

    def _han(self, at: int, token: Token, before: str) -> int | None:
        if self.digits or self.more:
            return None
        row = token.text
        after = self._kind(at + 1)
        if not self._terms():
            return self._first_row(at, token, after)
        plain = row.lstrip("零〇○")
        if len(plain) < len(row):
            if not plain and after not in ("arabic", "several", "small", "tens"):
                return None
            self.zero = True
        if not plain:
            self.end, self.chain = token.end, []
            return at + 1
        multiplied = after in ("small", "big", "ge", "more")
        if len(plain) == 1:
            if plain in PAIR_WORDS and not multiplied:
                return None
            value = HAN_DIGITS[plain]
            self._hold(at, token, value, value, 1, True)
        elif is_pair(plain):
            self._hold(at, token, HAN_DIGITS[plain[0]], HAN_DIGITS[plain[1]], 1, True)
            self.vague = True
        elif len(plain) == 3 and plain[1] in "零〇○" and not multiplied and not self.zero:
            value = HAN_DIGITS[plain[0]]
            self._hold(at, token, value, value, 1, True)
            if self.digits:
                self.digits.tail = HAN_DIGITS[plain[2]]
        else:
            return None
        return at + 1

    def _first_row(self, at: int, token: Token, after: str) -> int | None:
        row = token.text
        if is_pair(row) and after != "dot":
            self._hold(at, token, HAN_DIGITS[row[0]], HAN_DIGITS[row[1]], 1, True)
            self.vague = True
            return at + 1
        if len(row) > 1 and PAIR_WORDS.intersection(row):
            return None
        value = read_row(row)
        if not value and len(row) == 1 and after == "small":
            self.zero, self.end = True, token.end
            return at + 1
        self._hold(at, token, value, value, 1, len(row) == 1)
        return at + 1

    def _several(self, at: int, token: Token, before: str) -> int | None:
        after = self._kind(at + 1)
        terms = self._terms()
        if self.more or (self.digits and before != "arabic"):
            return None
        if self.digits:
            if self.digits.low % 10 or not self.digits.low or token.text in "数數":
                return None
            self.digits.high, self.vague, self.end = self.digits.low + 10, True, token.end
            return at + 1
        if after not in ("small", "big", "ge") and (
            token.text in "数數" or (terms and terms[-1].unit != 10 and not self.zero)
        ):
            return None
        self._hold(at, token, 0 if terms else 1, 10, 1, False)
        self.vague = True
        return at + 1

    def _tens(self, at: int, token: Token, before: str) -> int | None:
        if self.digits or self.more or (self.section and self.section[-1].unit <= 10):
            return None
        self.section.append(Term(token.value, token.value, 10, 10, at, self.end))
        self._close(token, 10, False)
        self.bare = False
        return at + 1

    def _small(self, at: int, token: Token, before: str) -> int | None:
        unit = int(token.value)
        digits = self.digits
        if self.more:
            return None
        if digits is None:
            terms = self._terms()
            joined = before == "small" and unit == 10 and terms and terms[-1].unit >= 100
            if terms and not self.zero and not joined:
                return None
            self.section.append(Term(unit, unit, unit, unit, at, self.end))
            self.bare = self.bare and unit != 10
        else:
            if self._terms() and (
                (self.section and (self.section[-1].unit <= unit or digits.high > 10))
                or digits.high * unit > self._terms()[-1].unit
            ):
                return self._drop()
            self.section.append(
                Term(
                    digits.low * unit,
                    digits.high * unit,
                    unit,
                    digits.step * unit,
                    digits.at,
                    digits.end_before,
                )
            )
        self._close(token, unit, False)
        return at + 1

    def _big(self, at: int, token: Token, before: str) -> int | None:
        unit = int(token.value)
        if not self.section and self.digits is None:
            if not self.done:
                self.done.append(Term(unit, unit, unit, unit, at, self.end))
                self._close(token, unit, True)
                return at + 1
            last = self.done[-1]
            chained = before == "big" and int(self.tokens[at - 1].value) <= unit
            if not chained and not (before == "more" and last.unit < unit):
                return None
            if last.unit * unit > LARGEST:
                return None
            if len(self.done) > 1 and last.high * unit >= self.done[-2].unit:
                self.done.pop()
                self.end = last.end_before
                self.chain = []
                return last.at
            last.low, last.high, last.unit = last.low * unit, last.high * unit, last.unit * unit
            last.step *= unit
            self._close(token, unit, True)
            return at + 1
        return self._close_section(at, token, unit)

    def _close_section(self, at: int, token: Token, unit: int) -> int | None:
        if self.section:
            self._settle()
        digits = self.digits
        low = sum((t.low for t in self.section), 0 if digits is None else digits.low)
        high = sum((t.high for t in self.section), 0 if digits is None else digits.high)
        first = self.section[0].at if self.section else (digits.at if digits else at)
        end_before = self.section[0].end_before if self.section else self._digits_end()
        step = digits.step if digits else self.section[-1].step
        kept = len(self.done)
        joins = bool(self.section) or self.zero or (digits is not None and digits.low >= 1000)
        while kept and self.done[kept - 1].unit < unit and joins:
            kept -= 1
            low, high = low + self.done[kept].low, high + self.done[kept].high
            first, end_before = self.done[kept].at, self.done[kept].end_before
        if kept and high * unit >= self.done[kept - 1].unit:
            del self.done[kept:]
            self.section, self.digits, self.chain = [], None, []
            self.end = end_before
            return first
        del self.done[kept:]
        self.done.append(Term(low * unit, high * unit, unit, step * unit, first, end_before))
        if step >= 1 and not self.more:
            self.done[-1].step = unit
        self.section = []
        self._close(token, unit, True)
        return at + 1

    def _letter(self, at: int, token: Token, before: str) -> int | None:
        if before != "arabic" or self._terms():
            return None
        return self._close_section(at, token, int(token.value))

    def _more(self, at: int, token: Token, before: str) -> int | None:
        after = self._kind(at + 1)
        following = self.text[token.end : token.end + 2]
        if not (self.digits or self._terms()) or self.more or (before == "han" and self.zero):
            return None
        if before == "several" or (
            token.text in "来來把" and not self._before_unit(after, following)
        ):
            return None
        if token.text == "把" and not self.bare:
            return None
        multi = token.text != "多" or following[:1] != "元" or following[1:] in _MULTI
        if after != "big" and following[:1] in _NOT_MORE.get(token.text, ()) and multi:
            return None
        last = self.digits or self._terms()[-1]
        last.high = last.low + last.step if last.low == last.high else last.high
        self.more = token.text not in "来來把"
        self.vague = True
        self.end = token.end
        return at + 1

    @staticmethod
    def _before_unit(after: str, following: str) -> bool:
        return after == "big" or following[:1] in _UNITS_AFTER_LAI

    def _ge(self, at: int, token: Token, before: str) -> int | None:
        ahead = [self._kind(at + 1), self._kind(at + 2)]
        if not (self.digits or self.section) or before == "ge":
            return None
        if ahead[0] != "big" and not (ahead[0] in ("more", "half") and ahead[1] == "big"):
            return None
        self.counted = token.end
        self.end = token.end
        return at + 1

    def _half(self, at: int, token: Token, before: str) -> int | None:
        after = self._kind(at + 1)
        if before == "ge" and after == "big" and self.digits:
            self.digits.low += Fraction(1, 2)
            self.digits.high += Fraction(1, 2)
            self.end = token.end
            return at + 1
        if before or after not in ("small", "big", "ge"):
            return None
        self._hold(at, token, Fraction(1, 2), Fraction(1, 2), 1, False)
        return at + 1

    def _dot(self, at: int, token: Token, before: str) -> int | None:
        after = self.tokens[at + 1] if at + 1 < len(self.tokens) else None
        if before not in ("han", "small", "big", "tens") or after is None or self.more:
            return None
        if after.kind not in ("han", "arabic") or (
            not after.text.isdigit() and after.kind != "han"
        ):
            return None
        if PAIR_WORDS.intersection(after.text) or self.vague:
            return None
        beyond = self.tokens[at + 2] if at + 2 < len(self.tokens) else None
        if beyond is not None and (beyond.kind == "tens" or beyond.text in ("十", "拾")):
            return None
        self._settle()
        row = after.text
        whole = int(row) if after.kind == "arabic" else read_row(row)
        decimals = Fraction(whole, 10 ** len(row))
        base = self.digits.low if self.digits else 0
        held = self.digits
        self._hold(at, after, base + decimals, base + decimals, Fraction(1, 10 ** len(row)), False)
        if held and self.digits:
            self.digits.at, self.digits.end_before = held.at, held.end_before
        return at + 2

    def _huge(self, at: int) -> tuple[Numeral, int]:
        end = at + 1
        while end < len(self.tokens) and self.tokens[end].kind in ("small", "big"):
            end += 1
        return Numeral(self.tokens[at].start, self.tokens[end - 1].end, None, None), end

    def _terms(self) -> list[Term]:
        return self.section or self.done

    def _kind(self, at: int) -> str:
        return self.tokens[at].kind if at < len(self.tokens) else ""

    def _hold(
        self, at: int, token: Token, low: Exact, high: Exact, step: Exact, single: bool
    ) -> None:
        self.digits = Coefficient(low, high, step, at, token.start, self.end, single)
        self.end = token.end
        self.chain = []
        self.bare = False

    def _close(self, token: Token, unit: int, big: bool) -> None:
        self.digits = None
        self.zero = False
        self.chain.append((unit, big))
        self.end = token.end

    def _digits_end(self) -> int:
        return self.digits.end_before if self.digits else self.end

    def _drop(self) -> int:
        """Give the digits back: they belong to the next numeral."""
        digits = self.digits
        self.digits = None
        self.end = digits.end_before if digits else self.end
        return digits.at if digits else self.first

    def _settle(self) -> int | None:
        """Turn a short tail into a term (三 of 两千三点一 → 300); return where it starts."""
        digits, terms = self.digits, self._terms()
        if digits is None or not terms or self.zero or not digits.single:
            return None
        unit = terms[-1].unit
        if unit < 100:
            return None
        tenth = unit // 10
        terms.append(
            Term(
                digits.low * tenth + digits.tail,
                digits.high * tenth + digits.tail,
                tenth,
                tenth,
                digits.at,
                digits.end_before,
            )
        )
        self.digits = None
        return digits.start

    def _finish(self) -> Numeral | None:
        tail = self._settle()
        terms = self.done + self.section
        if not terms and self.digits is None:
            return None
        low = sum((t.low for t in terms), self.digits.low if self.digits else 0)
        high = sum((t.high for t in terms), self.digits.high if self.digits else 0)
        full = big = 1
        if self.digits is None and tail is None:
            for unit, is_big in self.chain:
                full *= unit
                big *= unit if is_big else 1
        return Numeral(
            self.tokens[self.first].start,
            self.end,
            plain(low),
            plain(high),
            self.vague and low != high,
            full,
            big,
            self.bare,
            tail,
            self.counted,
            self.more,
        )
