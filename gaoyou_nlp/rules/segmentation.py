"""Where a name begins: walks left over words until one that no name holds.

The word cut of the text tells a preposition from a part of a word (和 against 和平), the list
``edge_words.txt`` tells verbs and function words from the words names are made of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from functools import cache

from gaoyou_nlp.language.areas import NEVER, places
from gaoyou_nlp.language.dictionary import segment
from gaoyou_nlp.language.tables import words

CLAUSE = frozenset("，。；：！？、,;:!?\n\r\t \u3000…《》【】[]<>〈〉|｜●■◆▲★※＊*")
SINGLE = frozenset(
    "属任在由与和及对为把将被向从到于是有的了着等也都又还就才并而或但据经按以用让使给因当请要会能可应需已正再更最"
    "很较均每该此其这那某我你他她它们说称指赴来去走进看见听讲谈问派交签拟设投拿做办获拨访跟像所即若虽"
    "往之共只不没未曾叫找归受便且则却至今昨内几些原暨兼仍"
)
_BEHIND_TIME = frozenset("前后")
_COUNTERS = frozenset("个名家位项批座处间条起届期")
_NAMEABLE = frozenset("和正")
_HALVES = frozenset("能可会正达当应才若")
_COUNTED = frozenset("年月日时分号")
_NUMERALS = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十百千两几数多余各每这那该某"
)
_CLOSERS = {"）": "（", ")": "(", "”": "“", "’": "‘", "」": "「", '"': '"'}
_JOINERS = frozenset("-－—–/·•．.&+＋×~～#℃%％")
_WINDOW = 40
_LOOKED_AT = SINGLE | CLAUSE | _COUNTED | _COUNTERS | _BEHIND_TIME
"""Characters that may end a name where they are words; every other one is passed."""


class Segmentation:
    """The words of a text, and walks over them.

    Parameters:
        text: Any text; it is cut once.

    Examples:
        >>> text = "会上由桂阳恒岳公司承建"
        >>> text[Segmentation(text).name_start(7):7]
        '桂阳恒岳'
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.edges = segment(text)
        self.edge_set = frozenset(self.edges)
        self._stops = _stops()

    def start_before(self, end: int) -> int:
        """Return where the word that holds the character before ``end`` begins."""
        return self.edges[bisect_left(self.edges, end) - 1]

    def end_after(self, start: int) -> int:
        """Return where the word that holds the character at ``start`` ends."""
        at = bisect_left(self.edges, start + 1)
        return self.edges[at]

    def is_stop(self, start: int, end: int, through: Container[str] = ()) -> bool:
        """Whether a word ends every name that would run over it from the right."""
        text = self.text
        word = text[start:end]
        if word in through:
            return False
        if end - start > 1:
            return word in self._stops
        if word not in _LOOKED_AT:
            return False
        if word in CLAUSE:
            return not self._joins(start)
        if word in _COUNTED:
            return start > 0 and text[start - 1] in _NUMERALS
        if word in _COUNTERS:
            return start > 0 and text[start - 1] in _NUMERALS
        if word in _BEHIND_TIME:
            around = text[start - 1 : start] + text[end : end + 1]
            return any(c in _NUMERALS or c in "年月日周天底会开" for c in around)
        return word in SINGLE and not self._begins_clause(start) and not self._half_name(start)

    def _begins_clause(self, start: int) -> bool:
        """Whether a character that could be a conjunction or an auxiliary cannot be one here."""
        return self.text[start] in _NAMEABLE and (
            start == 0 or self.text[start - 1] in "，。；：！？、\n（“．"
        )

    def _half_name(self, start: int) -> bool:
        """Whether an auxiliary's character follows half a name: 昌能集团, 恒可科技."""
        if self.text[start] not in _HALVES or start == 0:
            return False
        before = self.start_before(start)
        char = self.text[before]
        return start - before == 1 and "\u4e00" <= char <= "\u9fff" and char not in SINGLE

    def name_start(
        self,
        end: int,
        *,
        floor: int = 0,
        window: int = _WINDOW,
        through: Container[str] = (),
    ) -> int:
        """Walk left from ``end`` to the first place where a name may begin.

        Parameters:
            end: Where the walk begins, such as the start of a head noun.
            floor: An offset not to be passed, such as the end of an amount.
            window: How many characters at most.
            through: Words to pass although they end names as a rule.

        Returns:
            An offset between ``floor`` and ``end``; ``end`` where a stop stands before it.
        """
        text, edges = self.text, self.edges
        floor = max(floor, end - window, 0)
        at = end
        index = bisect_left(edges, end)
        while at > floor:
            index -= 1
            start = edges[index]
            if start >= at:
                continue
            if start < floor:
                return at
            word = text[start:at]
            if at - start > 1:
                if word in self._stops and word not in through:
                    return at
                at = start
                continue
            if word in _CLOSERS:
                opened = text.rfind(_CLOSERS[word], max(floor, start - 20), start)
                if opened < 0 or any(c in "，。；！？、\n" for c in text[opened:start]):
                    return at
                at = opened
                index = bisect_left(edges, opened)
                if edges[index] > opened:
                    index -= 1
                    at = edges[index]
                continue
            if not word.isalnum() and not self._joins(start):
                return at
            if word in _LOOKED_AT and self.is_stop(start, at, through):
                return at
            at = start
        return at

    def _joins(self, at: int) -> bool:
        """Whether a mark stands inside a name: between digits, letters or single dashes."""
        text = self.text
        if not 0 < at < len(text) - 1:
            return False
        before, after = text[at - 1], text[at + 1]
        if text[at] == " ":
            return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
        return text[at] in _JOINERS and before.isalnum() and after.isalnum()


@cache
def _stops() -> frozenset[str]:
    """The words that end names, without those that are areas as well (三门, 平远)."""
    known = places()
    return frozenset(
        word for word in words("rules/edge_words.txt") if known.use.get(word) in (None, NEVER)
    ) | {"会同"}
