"""Judges whether a personal name stands at a place, and where it ends, by evidence.

Two readings of the next few characters compete. In the one a name begins here: its characters
have the chances that surnames and given names have, and ordinary words follow it. In the other
ordinary words stand here already. Words have the chances they have in running text, so that
``罗军到宜都`` is 罗军 + 到 + 宜都, and ``高度重视`` is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log

from gaoyou_nlp.language.dictionary import costs_to_end
from gaoyou_nlp.language.names import element_ends, given_score, is_surname, name_score
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.rules.segmentation import SINGLE

SOME, SPEECH = 0.8, 4.0
"""How well what follows a name confirms it: a little; as a verb of speech does."""

_WEIGHTS = {"3": SPEECH, "2": 2.0, "1": SOME, "-": -6.0}
_STOPPED, _LEFT_OVER = 0.5, -2.5
_WINDOW = 9
_NO_NAME = -60.0
_RARE_SURNAME = log(2e-6)
_BORROWED, _SOUND, _ELEMENT, _ANY = log(0.002), log(1 / 200), log(1 / 300), log(1 / 4000)
_LAST_SOUNDS = frozenset("太加才杰吉措毛本先保")
_NUMERALS = frozenset("一二三四五六七八九十")
_STOPS = frozenset("、，。：；（）”！？—\n \u3000,:;()")
_AGED = re.compile("[一二三四五六七八九十]{1,3}岁")
_REMARK = re.compile(
    "[（(][^（()）\n]{0,20}?(?:[男女长员局级族岁]|书记|主任|主席|经理|代表|董事|教授|常委|干部|医师|待遇)[)）]"
)


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
        self._costs = costs_to_end(text[at:stop])
        self._bare = self._costs[0]

    def reading(self, end: int, prior: float, inner: float) -> Reading:
        """Weigh a name from here to ``end``."""
        follow = _follows(self._text, end, end == self.stop)
        if end == self.stop - 1 and follow == 0.0 and self.stop < len(self._text):
            follow = _LEFT_OVER
        score = prior + inner + self._bare + follow - self._costs[end - self._at]
        return Reading(end, score, inner, follow)

    def readings(self, prior: float) -> Iterator[Reading]:
        """Yield every Chinese name that may begin here.

        Parameters:
            prior: The logarithm of the odds that a name stands here, by the words before.
        """
        text, at = self._text, self._at
        double = is_surname(text[at : at + 2])
        for end in range(at + 2 + double, min(at + 4 + double, self.stop) + 1):
            inner = name_score(text[at:end])
            if inner > _NO_NAME:
                yield self.reading(end, prior, inner)
        for number, end in enumerate(element_ends(text, at), 1):
            if number > 1 and end <= self.stop:
                yield self.reading(end, prior, _BORROWED + number * _ELEMENT)

    def borrowed(self, prior: float) -> Iterator[Reading]:
        """Yield names without a Chinese surname (扎西多吉, 青木和真), up to where words go on.

        Parameters:
            prior: As for ``readings``.
        """
        text, at = self._text, self._at
        if is_surname(text[at : at + 2]):
            return
        for end in element_ends(text, at)[:1]:
            if end <= self.stop:
                yield self.reading(end, prior, _BORROWED + _ELEMENT)
            if end < self.stop and text[end] in _LAST_SOUNDS:
                yield self.reading(end + 1, prior, _BORROWED + _ELEMENT + _SOUND)
        sounds = words("persons/name_sounds.txt")
        sounding = text[at : at + 1] in sounds
        for end in range(at + 2, self.stop + 1):
            sounding = sounding and text[end - 1] in sounds
            length = end - at
            confirmed = end == self.stop or _follows(text, end, False) > 0
            if length <= 3 and confirmed and text[at] not in SINGLE:
                rare = _RARE_SURNAME + given_score(text[at + 1 : end])
                yield self.reading(end, prior, rare)
            if sounding and (confirmed or length > 2):
                yield self.reading(end, prior, _BORROWED + length * _SOUND)
            elif length <= 4 and confirmed:
                yield self.reading(end, prior, _BORROWED + length * _ANY)

    def parts(self, longest: int) -> Iterator[tuple[float, int]]:
        """Yield (score, end) for each part of a borrowed name that may begin here.

        Parameters:
            longest: How many characters it may have.
        """
        sounds = words("persons/name_sounds.txt")
        inner = 0.0
        for end in range(self._at + 1, min(self._at + longest, self.stop) + 1):
            inner += _SOUND if self._text[end - 1] in sounds else _ANY
            follow = _follows(self._text, end, end == self.stop)
            yield inner - self._costs[end - self._at] + follow, end
        for number, end in enumerate(element_ends(self._text, self._at), 1):
            if end <= self.stop:
                follow = _follows(self._text, end, end == self.stop)
                yield number * _ELEMENT - self._costs[end - self._at] + follow, end


def _follows(text: str, end: int, stop: bool) -> float:
    """How well what stands at ``end`` follows a name."""
    followers, lengths = _followers()
    first = text[end : end + 1]
    for length in lengths.get(first, ()):
        weight = followers.get(text[end : end + length])
        if weight is not None:
            return weight
    if first in "（(" and first and _REMARK.match(text, end):
        return SPEECH
    if first in _NUMERALS and _AGED.match(text, end):
        return SPEECH
    return _STOPPED if stop and first in _STOPS else 0.0


@cache
def _followers() -> tuple[dict[str, float], dict[str, tuple[int, ...]]]:
    """The weights of what follows names, and by first characters how long it is."""
    weights = {row[0]: _WEIGHTS[row[1]] for row in table("persons/person_followers.tsv")}
    lengths: dict[str, set[int]] = {}
    for follower in weights:
        lengths.setdefault(follower[0], set()).add(len(follower))
    return weights, {first: tuple(sorted(its, reverse=True)) for first, its in lengths.items()}
