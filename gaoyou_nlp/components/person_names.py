"""Judges whether a personal name stands at a place, and where it ends, by evidence.

Two readings of the next few characters compete. In the one a name begins here: its characters
have the chances that surnames and given names have, and ordinary words follow it. In the other
ordinary words stand here already. Words have the chances they have in running text, so that
``王军到江陵`` is 王军 + 到 + 江陵, and ``高度重视`` is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from gaoyou_nlp.lexicon.tables import table, words

_WINDOW = 9
_UNKNOWN_HAN = -17.0
_SINGLE, _DOUBLE, _TWO_SURNAMES = log(0.17), log(0.82), log(0.0003)
_COMPOUND, _COMMON_WORD = 500, 1500
_BORROWED_SURNAME, _COMPOUND_SURNAME = 3.0, 6.0
_ANONYMOUS = "某"
_NAMELESS = log(0.02)
_NO_NAME, _RARELY_ONE = -60.0, -3.0
_GOOD_NAME, _FAIR_NAME, _FAIR_SHORT, _FREQUENT = -18.0, -24.0, -19.0, -10.3
_RARE_SURNAME = log(2e-6)
SOME, SPEECH = 0.8, 4.0
_WEIGHTS = {"3": SPEECH, "2": 2.0, "1": SOME, "-": -6.0}
_STOPPED, _LEFT_OVER = 0.5, -2.5
_AGED = re.compile("[一二三四五六七八九十]{1,3}岁")
_REMARK = re.compile(
    "[（(][^（()）\n]{0,20}?(?:[男女]|长|书记|主任|主席|经理|代表|委员|族|岁|董事|教授|主席|常委|干部|员|主任医师|局)[)）]"
)
_BORROWED, _SOUND, _ANY = log(0.002), log(1 / 200), log(1 / 4000)
_NUMERALS = frozenset("一二三四五六七八九十")
_STOPS = frozenset("、，。：；（）”！？—\n 　,:;()")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name that may stand at a place.

    Parameters:
        end: One past its last character.
        score: How much better the reading as this name is than ordinary words, as a logarithm.
        inner: The logarithm of the chance of the name's own characters.
        follow: How well the words behind it follow a name.
    """

    end: int
    score: float
    inner: float
    follow: float


@dataclass(frozen=True, slots=True)
class _Tables:
    surnames: dict[str, float]
    first: dict[str, float]
    second: dict[str, float]
    alone: dict[str, float]
    words: dict[str, float]
    lengths: dict[str, tuple[int, ...]]
    borrowed: frozenset[str]
    unseen: float


@cache
def _tables() -> _Tables:
    surnames = {row[0]: float(row[1]) ** 0.85 for row in table("surnames.tsv")}
    for name in words("compound_surnames.txt"):
        surnames.setdefault(name, _COMPOUND_SURNAME)
    for name in words("borrowed_surnames.txt"):
        surnames.setdefault(name, _BORROWED_SURNAME)
    total = sum(surnames.values())
    rows = table("given_names.tsv")
    given = [_chances({row[0]: int(row[column]) for row in rows}) for column in (1, 2, 3)]
    counts = {row[0]: int(row[1]) for row in table("words.tsv")}
    for word in words("compounds.txt"):
        counts.setdefault(word, _COMPOUND)
    for name in surnames:
        if len(name) > 1 and counts.get(name, 0) < _COMMON_WORD:
            counts.pop(name, None)
    total_words = log(sum(counts.values()))
    return _Tables(
        {name: log(count / total) for name, count in surnames.items()},
        *given,
        {word: log(count) - total_words for word, count in counts.items()},
        _lengths(counts),
        words("borrowed_surnames.txt"),
        log(0.3 / 250_000),
    )


def _lengths(counts: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """How long the words are that begin with two characters."""
    lengths: dict[str, set[int]] = {}
    for word in counts:
        if len(word) > 1:
            lengths.setdefault(word[:2], set()).add(len(word))
    return {head: tuple(sorted(its)) for head, its in lengths.items()}


def _chances(counts: dict[str, int]) -> dict[str, float]:
    total = sum(counts.values()) + 0.3 * len(counts)
    return {char: log((count + 0.3) / total) for char, count in counts.items()}


def is_surname(text: str) -> bool:
    """Whether a text is a surname of the list."""
    return text in _tables().surnames


def surname_score(text: str) -> float:
    """Return the logarithm of the chance of a surname; very low for no surname."""
    return _tables().surnames.get(text, -99.0)


def is_word(text: str) -> bool:
    """Whether a text is an ordinary word of the list."""
    return text in _tables().words


def name_score(name: str) -> float:
    """Return the logarithm of the chance that a person has this name; very low for no name.

    Parameters:
        name: Han characters, surname first.

    Example:
        >>> name_score("王建军") > name_score("王到江") > name_score("项目组")
        True
    """
    t = _tables()
    best = -99.0
    for length in (1, 2, 3):
        surname = t.surnames.get(name[:length])
        if surname is not None:
            given = _given(name[length:])
            if length > 1 and len(name) == length + 1 and name[:length] in t.borrowed:
                given += _RARELY_ONE
            best = max(best, surname + given)
    if len(name) == 4 and name[0] in t.surnames and name[1] in t.surnames:
        both = t.surnames[name[0]] + t.surnames[name[1]] + _TWO_SURNAMES
        best = max(best, both + _given(name[2:]))
    return best


def is_plausible(text: str, at: int) -> bool:
    """Whether the characters from ``at`` on look enough like a name to be weighed."""
    t = _tables()
    longer = max(name_score(text[at : at + 3]), name_score(text[at : at + 4]))
    if t.words.get(text[at : at + 2], -99.0) > _FREQUENT:
        return longer > _GOOD_NAME
    return longer > _FAIR_NAME or name_score(text[at : at + 2]) > _FAIR_SHORT


def _given(given: str) -> float:
    t = _tables()
    if given in (_ANONYMOUS, _ANONYMOUS * 2):
        return _NAMELESS
    if len(given) == 1:
        return _SINGLE + t.alone.get(given, t.unseen)
    if len(given) == 2:
        first = _NAMELESS if given[0] == _ANONYMOUS else t.first.get(given[0], t.unseen)
        second = _NAMELESS if given[1] == _ANONYMOUS else t.second.get(given[1], t.unseen)
        return _DOUBLE + first + second
    return -99.0


class Place:
    """The readings of one place of a text.

    Parameters:
        text: The text.
        at: Where a name may begin.
    """

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._at = at
        stop = min(len(text), at + _WINDOW)
        for end in range(at, stop):
            if not "\u4e00" <= text[end] <= "\u9fff":
                stop = end
                break
        self.stop = stop
        self._best = _segment(text, at, stop)
        self._bare = self._best[0] if self._best else 0.0

    def reading(self, end: int, prior: float, inner: float) -> Reading:
        """Weigh a name from here to ``end``."""
        follow = _follows(self._text, end, end == self.stop)
        if end == self.stop - 1 and follow == 0.0 and self.stop < len(self._text):
            follow = _LEFT_OVER
        score = prior + inner + self._best[end - self._at] + follow - self._bare
        return Reading(end, score, inner, follow)

    def readings(self, prior: float) -> Iterator[Reading]:
        """Yield every Chinese name that may begin here.

        Parameters:
            prior: The logarithm of the odds that a name stands here, by the words before.
        """
        text, at = self._text, self._at
        double = text[at : at + 2] in _tables().surnames
        for end in range(at + 2 + double, min(at + 4 + double, self.stop) + 1):
            inner = name_score(text[at:end])
            if inner > _NO_NAME:
                yield self.reading(end, prior, inner)

    def borrowed(self, prior: float) -> Iterator[Reading]:
        """Yield names without a Chinese surname (扎西多吉, 田尻和宏), up to where words go on.

        Parameters:
            prior: As for ``readings``.
        """
        if self._text[self._at : self._at + 2] in _tables().surnames:
            return
        sounds = words("name_sounds.txt")
        all_sounds = True
        for end in range(self._at + 1, self.stop + 1):
            all_sounds = all_sounds and self._text[end - 1] in sounds
            length = end - self._at
            if length < 2:
                continue
            confirmed = end == self.stop or _follows(self._text, end, False) > 0
            if not confirmed and (length < 3 or not all_sounds):
                continue
            if length <= 3 and confirmed:
                rare = _RARE_SURNAME + _given(self._text[self._at + 1 : end])
                yield self.reading(end, prior, rare)
            if all_sounds:
                yield self.reading(end, prior, _BORROWED + length * _SOUND)
            elif length <= 4 and confirmed:
                yield self.reading(end, prior, _BORROWED + length * _ANY)

    def part(self, longest: int) -> Iterator[tuple[float, int]]:
        """Yield (score, end) for a part of a borrowed name that ends at ``longest`` or before."""
        for end in range(self._at + 1, min(longest, self.stop) + 1):
            score = (end - self._at) * _SOUND + self._best[end - self._at]
            yield score + _follows(self._text, end, end == self.stop), end


def _follows(text: str, end: int, stop: bool) -> float:
    """How well what stands at ``end`` follows a name."""
    followers = _followers()
    if text[end : end + 1] in ("（", "(") and _REMARK.match(text, end):
        return SPEECH
    if text[end : end + 1] in _NUMERALS and _AGED.match(text, end):
        return SPEECH
    for length in (4, 3, 2, 1):
        weight = followers.get(text[end : end + length])
        if weight is not None:
            return weight
    return _STOPPED if stop and text[end : end + 1] in _STOPS else 0.0


@cache
def _followers() -> dict[str, float]:
    return {row[0]: _WEIGHTS[row[1]] for row in table("person_followers.tsv")}


def _segment(text: str, at: int, stop: int) -> list[float]:
    """The logarithm of the chance of the likeliest words from each place to the stop."""
    tables = _tables()
    chance, lengths = tables.words.get, tables.lengths.get
    window = text[at:stop]
    size = len(window)
    best = [0.0] * (size + 1)
    for start in range(size - 1, -1, -1):
        score = chance(window[start], _UNKNOWN_HAN) + best[start + 1]
        for length in lengths(window[start : start + 2], ()):
            end = start + length
            if end <= size:
                word = chance(window[start:end])
                if word is not None and word + best[end] > score:
                    score = word + best[end]
        best[start] = score
    return best
