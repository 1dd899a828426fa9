"""Judges whether a personal name stands at a place, and where it ends, by evidence.

Two readings of the next few characters compete. In the one a name begins here: its characters
have the chances that surnames and given names have, and ordinary words follow it. In the other
ordinary words stand here already. Words have the chances they have in running text, so that
``罗军到宜都`` is 罗军 + 到 + 宜都, and ``高度重视`` is no name.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache
from math import log
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import costs_to_end
from gaoyou_nlp.language.names import element_ends, given_score, is_surname, name_score
from gaoyou_nlp.language.tables import alternation, alternatives, table, words
from gaoyou_nlp.rules.segmentation import SINGLE

_TABLE = "persons/person_words.tsv"

SOME, SURE, SPEECH = 0.8, 2.0, 4.0
"""How well what follows a name confirms it: a little; well; as a verb of speech does."""

_WEIGHTS = {"3": SPEECH, "2": SURE, "1": SOME, "-": -6.0}
_STOPPED, _LEFT_OVER, _CUT_OFF = 0.5, -2.5, -6.0
_WINDOW, _SIDE = 9, 4
_NO_NAME = -60.0
_RARE_SURNAME = log(2e-6)
_BORROWED, _SOUND, _ELEMENT, _ANY = log(0.002), log(1 / 200), log(1 / 300), log(1 / 4000)
_LAST_SOUNDS = frozenset("太加才杰吉措毛本先保")
_NUMERALS = frozenset("一二三四五六七八九十")
_STOPS = frozenset("、，。：；（）”！？—\n \u3000,:;()")
_NEVER_LAST = frozenset("到等赴的了是我你他她它们这那不没未被把从对说及或很还就且吗呢吧犯在地")
"""Characters that end no Chinese name: 周伟|的, 罗明|犯."""

_ADVERBS = frozenset("刚将正再又也都已曾便才仍还就")
"""Adverbs of one character: they follow names, but nothing ends with them (李涛刚、)."""

_VERBS = ("任", "用", "有")
"""Verbs that take an object: before a verb of speech they end a name (周泓任|向记者介绍)."""

_SPOKEN = re.compile("向(?![前上下导日往])|表示|认为|介绍|告诉|透露|指出|强调|说")

NO_LAST = frozenset("委办部处科室闸桥站路区县市库厂店段局院镇乡村庄沟港河湖岛街巷渠泵坝省州旗")
"""Characters that end places and units, hardly ever names."""

_WITH = "和与同跟及"
_OTHERS = ("同事", "家人", "战友", "伙伴", "他", "她", "其他", "自己", "大家", "记者", "群众")
TAKES_OFFICE = frozenset("为任兼当")
_AGED = re.compile("[一二三四五六七八九十]{1,3}岁")


@cache
def honorifics() -> frozenset[str]:
    """Return what follows a surname alone: 王先生."""
    return frozenset(alternatives(_TABLE, "honorific").split("|"))


_REMARK = re.compile(
    r"[（(][^（()）\n]{0,20}?(?:{remark})[)）]|[（(][A-Z][A-Za-z.\- ]{2,30}[)）]", words=_TABLE
)


class Reading(NamedTuple):
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
        posts: Where posts, bodies and areas start.
    """

    def __init__(self, text: str, at: int, posts: Container[int] = ()) -> None:
        self._text = text
        self._at = at
        self._posts = posts
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
        follow = self._follow(end)
        left = self._text[end : self.stop]
        if (len(left) == 1 and follow == 0.0) or (len(left) == 2 and left[0] in _WITH):
            follow = _LEFT_OVER
        score = prior + inner + self._bare + follow - self._costs[end - self._at]
        return Reading(end, score, inner, follow)

    def _follow(self, end: int) -> float:
        """How well what stands at ``end`` follows a name: 罗新|为|县长 as a verb of speech does."""
        if self._text[end : end + 1] in TAKES_OFFICE and end + 1 in self._posts:
            return SPEECH
        if is_verb_before_speech(self._text, end):
            return _CUT_OFF
        return _follows(self._text, end, end == self.stop)

    def readings(self, prior: float) -> Iterator[Reading]:
        """Yield every Chinese name that may begin here.

        Parameters:
            prior: The logarithm of the odds that a name stands here, by the words before.
        """
        text, at = self._text, self._at
        double = is_surname(text[at : at + 2])
        if text[at + 1 + double : at + 3 + double] in honorifics():
            return
        for end in range(at + 2 + double, min(at + 4 + double, self.stop) + 1):
            inner = name_score(text[at:end])
            if inner > _NO_NAME and not self._is_cut(end):
                yield self.reading(end, prior, inner)
        for number, end in enumerate(element_ends(text, at), 1):
            if number > 1 and end <= self.stop:
                yield self.reading(end, prior, _BORROWED + number * _ELEMENT)

    def _is_cut(self, end: int) -> bool:
        """Whether no name ends here: 罗军的|, 林新和|同事们, or in a word of brands, 秦峰光|热."""
        text = self._text
        if text[end - 1] in _NEVER_LAST:
            return True
        if end - self._at < 3:
            return False
        if text[end - 1] in _WITH and end in self._posts:
            return True  # 杨丽和|云河县教育局
        if text[end - 1] in _WITH and _company_pattern().match(text, end - 1):
            return True
        return (follower_weight(text, end - 1, minimum=2) or 0.0) < 0

    def borrowed(self, prior: float) -> Iterator[Reading]:
        """Yield names without a Chinese surname (扎西多吉, 青木和真), up to where words go on.

        Parameters:
            prior: As for ``readings``.
        """
        text, at = self._text, self._at
        if is_surname(text[at : at + 2]) or text[at + 1 : at + 3] in honorifics():
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
            confirmed = end == self.stop or self._follow(end) > 0
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
    first = text[end : end + 1]
    weight = None if is_adverb_before_stop(text, end) else follower_weight(text, end)
    if weight is not None:
        return max(weight, _follows(text, end + 1, False)) if first == "等" else weight
    if first in "（(" and first and _REMARK.match(text, end):
        return SPEECH
    if first in _WITH and first and _company_pattern().match(text, end):
        return SPEECH
    if first in _NUMERALS and _AGED.match(text, end):
        return SPEECH
    return _STOPPED if stop and (first == "" or first in _STOPS) else 0.0


def follower_weight(text: str, at: int, minimum: int = 1) -> float | None:
    """Return how well the longest listed follower at a place follows names, if there is one.

    Parameters:
        text: The text.
        at: Where it would stand.
        minimum: How many characters it has at least.

    Examples:
        >>> follower_weight("罗军表示", 2), follower_weight("罗军洁净", 2)
        (4.0, None)
    """
    followers, lengths = _followers()
    for length in lengths.get(text[at : at + 1], ()):
        weight = followers.get(text[at : at + length]) if length >= minimum else None
        if weight is not None:
            return weight
    return None


@cache
def single_followers() -> frozenset[str]:
    """The little words of one character that follow names, and may seem to end them."""
    return frozenset(f for f, weight in _followers()[0].items() if len(f) == 1 and weight > 0)


def is_adverb_before_stop(text: str, at: int) -> bool:
    """Say whether an adverb would have no verb behind it, so that it is the end of a name.

    Parameters:
        text: The text.
        at: Where the adverb would stand.

    Examples:
        >>> is_adverb_before_stop("李涛刚、王丽", 2), is_adverb_before_stop("李涛刚到任", 2)
        (True, False)
    """
    return text[at : at + 1] in _ADVERBS and (text[at + 1 : at + 2] or "。") in _STOPS


def is_verb_before_speech(text: str, at: int) -> bool:
    """Say whether a verb would have a verb of speech as its object, so that it ends a name.

    Parameters:
        text: The text.
        at: Where the verb would stand.

    Examples:
        >>> is_verb_before_speech("周泓任向记者介绍", 2), is_verb_before_speech("周泓任县长", 2)
        (True, False)
    """
    return text[at : at + 1] in _VERBS and _SPOKEN.match(text, at + 1) is not None


def seam(text: str, at: int) -> float:
    """Return what it costs that no word crosses a place, a logarithm of at most 0.

    Parameters:
        text: The text.
        at: The place.

    Examples:
        >>> seam("落实罗军", 2) > seam("落实惠政策", 2)
        True
    """
    left, right = text[max(0, at - _SIDE) : at], text[at : at + _SIDE]
    return costs_to_end(left + right)[0] - costs_to_end(left)[0] - costs_to_end(right)[0]


@cache
def _company_pattern() -> re.Pattern[str]:
    """What follows names with whoever is with them: 林新|和同事们."""
    return re.compile(f"[{_WITH}](?:{alternation({*words('persons/person_nouns.txt'), *_OTHERS})})")


@cache
def _followers() -> tuple[dict[str, float], dict[str, tuple[int, ...]]]:
    """The weights of what follows names, and by first characters how long it is."""
    weights = {row[0]: _WEIGHTS[row[1]] for row in table("persons/person_followers.tsv")}
    lengths: dict[str, set[int]] = {}
    for follower in weights:
        lengths.setdefault(follower[0], set()).add(len(follower))
    return weights, {first: tuple(sorted(ends, reverse=True)) for first, ends in lengths.items()}
