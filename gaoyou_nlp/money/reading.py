"""What has been read of one numeral so far, and how it grows: terms, waiting digits, the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from gaoyou_nlp.money.terms import Coefficient, Numeral, Term, plain
from gaoyou_nlp.money.tokens import Exact, Token


@dataclass(slots=True)
class Reading:
    """A numeral that is being read.

    Parameters:
        first: Index of its first token.
        start: Offset of its first character.
        end: Offset behind what has been read.
        done: Terms closed by 万 or 亿, the largest first.
        section: Terms below 万 that wait for the next 万 or 亿.
        digits: Digits that wait for a multiplier.
        chain: The multipliers it ends with so far, and whether each is 万 or more.
        zero: A 零 has been read that no digit has followed.
        bare: No digit has been read.
        more, vague, counted: As in ``Numeral``.
    """

    first: int
    start: int
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

    @property
    def terms(self) -> list[Term]:
        """The terms that the next digits follow."""
        return self.section or self.done

    @property
    def before_digits(self) -> int:
        """Where the numeral would end without the waiting digits."""
        return self.digits.end_before if self.digits else self.end

    def hold(
        self, at: int, token: Token, low: Exact, high: Exact, step: Exact, single: bool
    ) -> None:
        """Let digits wait for a multiplier."""
        self.digits = Coefficient(low, high, step, at, token.start, self.end, single)
        self.end = token.end
        self.chain = []
        self.bare = False

    def close(self, token: Token, unit: int, big: bool) -> None:
        """Note that a multiplier has taken the waiting digits."""
        self.digits = None
        self.zero = False
        self.chain.append((unit, big))
        self.end = token.end

    def drop(self) -> int:
        """Give the waiting digits back: they belong to the next numeral; return their token."""
        digits = self.digits
        self.digits = None
        self.end = digits.end_before if digits else self.end
        return digits.at if digits else self.first

    def settle(self) -> int | None:
        """Turn a short tail into a term (三 of 两千三点一 → 300); return where it starts."""
        digits, terms = self.digits, self.terms
        if digits is None or not terms or self.zero or not digits.single:
            return None
        unit = terms[-1].unit
        if unit < 100:
            return None
        tenth = unit // 10
        low, high = (bound * tenth + digits.tail for bound in (digits.low, digits.high))
        terms.append(Term(low, high, tenth, tenth, digits.at, digits.end_before))
        self.digits = None
        return digits.start

    def finish(self) -> Numeral | None:
        """Add up what has been read; None where it is nothing."""
        tail = self.settle()
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
            self.start,
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
