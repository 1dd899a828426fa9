"""Judges whether a personal name stands at a place, and where it ends, by evidence.

Two readings of the next few characters compete. In the one a name begins here: its characters
have the chances that surnames and given names have, and ordinary words follow it. In the other
ordinary words stand here already. Words have the chances they have in running text, so that
``王军到江陵`` is 王军 + 到 + 江陵, and ``高度重视`` is no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from gaoyou_nlp.lexicon.tables import table, words

_WINDOW = 9
_LONGEST_WORD = 4
_UNKNOWN_HAN = -17.0
_SINGLE, _DOUBLE, _TWO_SURNAMES = log(0.17), log(0.82), log(0.002)
_ANONYMOUS = "某"
_NAMELESS = log(0.02)
_NO_NAME = -60.0
_BORROWED, _SOUND, _ANY = log(0.002), log(1 / 200), log(1 / 4000)
_STOPS = frozenset("、，。：；（）”！？—\n 　,:;()")


@dataclass(frozen=True, slots=True)
class Reading:
    """A name that may stand at a place.

    Parameters:
        end: One past its last character.
        score: How much better the reading as this name is than ordinary words, as a logarithm.
        inner: The logarithm of the chance of the name's own characters.
    """

    end: int
    score: float
    inner: float


@dataclass(frozen=True, slots=True)
class _Tables:
    surnames: dict[str, float]
    first: dict[str, float]
    second: dict[str, float]
    alone: dict[str, float]
    words: dict[str, float]
    unseen: float


@cache
def _tables() -> _Tables:
    surnames = {row[0]: float(row[1]) ** 0.85 for row in table("surnames.tsv")}
    total = sum(surnames.values())
    rows = table("given_names.tsv")
    given = [_chances({row[0]: int(row[column]) for row in rows}) for column in (1, 2, 3)]
    counts = {
        row[0]: int(row[1])
        for row in table("words.tsv")
        if row[0] not in surnames or len(row[0]) == 1
    }
    total_words = log(sum(counts.values()))
    return _Tables(
        {name: log(count / total) for name, count in surnames.items()},
        *given,
        {word: log(count) - total_words for word, count in counts.items()},
        log(0.3 / 250_000),
    )


def _chances(counts: dict[str, int]) -> dict[str, float]:
    total = sum(counts.values()) + 0.3 * len(counts)
    return {char: log((count + 0.3) / total) for char, count in counts.items()}


def is_surname(text: str) -> bool:
    """Whether a text is a surname of the list."""
    return text in _tables().surnames


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
    for length in (1, 2):
        surname = t.surnames.get(name[:length])
        if surname is not None:
            best = max(best, surname + _given(name[length:]))
    if len(name) == 4 and name[0] in t.surnames and name[1] in t.surnames:
        both = t.surnames[name[0]] + t.surnames[name[1]] + _TWO_SURNAMES
        best = max(best, both + _given(name[2:]))
    return best


def _given(given: str) -> float:
    t = _tables()
    if _ANONYMOUS in given:
        return _NAMELESS if given in (_ANONYMOUS, _ANONYMOUS * 2) else 3 * _NAMELESS
    if len(given) == 1:
        return _SINGLE + t.alone.get(given, t.unseen)
    if len(given) == 2:
        return _DOUBLE + t.first.get(given[0], t.unseen) + t.second.get(given[1], t.unseen)
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

    def rest(self, end: int) -> float:
        """The evidence of what follows a name that ends at ``end``."""
        return self._best[end - self._at] + _follows(self._text, end, end == self.stop)

    def reading(self, end: int, prior: float, inner: float) -> Reading:
        """Weigh a name from here to ``end``."""
        return Reading(end, prior + inner + self.rest(end) - self._bare, inner)

    def readings(self, prior: float) -> Iterator[Reading]:
        """Yield every Chinese name that may begin here.

        Parameters:
            prior: The logarithm of the odds that a name stands here, by the words before.
        """
        for end in range(self._at + 2, min(self._at + 4, self.stop) + 1):
            inner = name_score(self._text[self._at : end])
            if inner > _NO_NAME:
                yield self.reading(end, prior, inner)

    def borrowed(self, prior: float) -> Iterator[Reading]:
        """Yield names without a Chinese surname (扎西多吉, 田尻和宏), up to where words go on.

        Parameters:
            prior: As for ``readings``.
        """
        sounds = words("name_sounds.txt")
        all_sounds = True
        for end in range(self._at + 1, self.stop + 1):
            all_sounds = all_sounds and self._text[end - 1] in sounds
            length = end - self._at
            if (
                length < 2
                or length > 8
                or not (end == self.stop or _follows(self._text, end, False))
            ):
                continue
            if all_sounds:
                yield self.reading(end, prior, _BORROWED + length * _SOUND)
            elif length <= 4:
                yield self.reading(end, prior, _BORROWED + length * _ANY)


def _follows(text: str, end: int, stop: bool) -> float:
    """How well what stands at ``end`` follows a name."""
    if stop:
        return 0.5 if text[end : end + 1] in _STOPS else 0.0
    followers = words("person_followers.txt")
    for length in (3, 2):
        if text[end : end + length] in followers:
            return 2.5
    return 1.0 if text[end : end + 1] in followers else 0.0


def _segment(text: str, at: int, stop: int) -> list[float]:
    """The logarithm of the chance of the likeliest words from each place to the stop."""
    chances = _tables().words
    best = [0.0] * (stop - at + 1)
    for start in range(stop - 1, at - 1, -1):
        score = chances.get(text[start], _UNKNOWN_HAN) + best[start - at + 1]
        for end in range(start + 2, min(start + _LONGEST_WORD, stop) + 1):
            chance = chances.get(text[start:end])
            if chance is not None and chance + best[end - at] > score:
                score = chance + best[end - at]
        best[start - at] = score
    return best
