"""Finds the names that a chain of posts belongs to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.chain_units import UNITS
from gaoyou_nlp.relations.chains import Chain, first_of, touch
from gaoyou_nlp.relations.changes import passed_on
from gaoyou_nlp.relations.curricula import curriculum_subjects
from gaoyou_nlp.relations.other_holders import is_of_another, is_of_relative, is_taken
from gaoyou_nlp.relations.rows import row_owners

_TABLE = "relations/post_contexts.tsv"

_NEW = re.compile(
    "(?:新任?|原任?|现任|时任|的|新当选的?|第[0-9一二三四五六七八九十百]{1,5}[任届位])"
)
_PERSONAL = re.compile("(?:同志)?(?:[，,][男女][，,]|[（(][男女][)）])")
_HOLDS = re.compile("{takes a post}", words=_TABLE)
_REPLACES = re.compile("(?:接[替任]?|替代|代替|继)$")
_POST_FIELD = re.compile("(?:[现拟原担]任)?(?:职务|职位|职务名称)[：: 　\t]*$")
_BEFORE_BRACKET = re.compile(
    "(?:同志|先生|女士)?(?:[（(][男女][^（()）]{0,6}[)）])?"
    "[（(](?:[^（()）。；\n]{2,8}[，,])?(?:时任|原|现任|系|兼)?$"
)
_FROM = re.compile("(?:同志)?(?:近日|日前|已)?由$")
_MOVES_ON = re.compile("(?:调|升|转|改|交流|提拔)任")
_IS_HIS = re.compile("(?:职务|一职)?的[则正]?是(?!否)")
_GOES_ON = re.compile(
    "(?:[^，。；、：“”\n]{0,12}[，,])?[^，。；、：“”\n]{0,8}?[他她](?!们|的)|"
    "(?:{later}|后|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?起?)[，,]?"
    "(?:又|再|被)?(?:[担出调升转改历接]?任|当选)|(?:此前|之前)?[，,]?(?:曾|历任|先后)",
    words=_TABLE,
)
_CELL_EDGES = ("\t", "|", "｜")
_ROW_NUMBER = re.compile("[0-9]{0,3}[ 　\\t|｜]*")
_ROLE_REACH = 60
_APPOSITIVE = re.compile("(?:同志)?(?:的|[两三]位|[，,：:—]{1,2}(?:现任|时任|原任|系|原)?)?$")
_LIST_GAP = re.compile("(?:[（(][^（()）]{1,8}[)）])?(?:、|和|与|及|以及)[ 　]?")
_LIST_MARK = re.compile("(?:和|与|同|跟)[ 　]?")
_DEALS = re.compile(
    "(?:{time of a meeting}|在[^，。；：、“”\n]{1,6}?){0,3}(?:举行|进行)?了?(?:{deals with})",
    words=_TABLE,
)
"""What two do with each other, each from a side of its own: 总统某某与某某通电话."""
_BLANK = re.compile("[ 　\t|｜]+")
_AFTER_ROW = re.compile("[ 　\t|｜，,；;。\n（(]|$")
_REPORTER = re.compile("(?:{maker})[ \u3000：:]*$", words=_TABLE)
_SENTENCE_END = re.compile("[。；;！？!?\\n]")
_REACH = 200
_TO_NAME = re.compile(
    "[ \u3000]?(?:提名)?(?:候选人|人选)?(?:[（(][^（()）\n]{1,8}[)）])?"
    "(?:、[^，。；、\n]{0,30}?(?:{role}))*(?:同志|的是|的|名?叫|是)?[：:]?[ \u3000]?",
    words="relations/post_words.tsv",
)
"""What may stand between a post and the name of its holder."""

_STATES = re.compile(
    "(?:{states})(?:过|了|其|原|：)?(?:[一本该全](?:名|位|届|[县市区省镇乡局院校]))?"
    "(?:(?:分管|主管|负责)[^，。；：、\n]{1,8}的|[\u4e00-\u9fff]{2,5}[省市县区州镇乡]的|"
    "驻[^，。；：、\n]{0,6}村)?(?:[^，。；：、\n]{1,16}、)?$",
    words="relations/post_words.tsv",
)
"""What stands between a name and the post that it holds."""


class Holders:
    """Gives chains of posts to names; made for one text, each step looks a bounded way back.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._spans = spans
        self._starts = [span.start for span in spans]
        self._taken: set[int] = set()
        self._name_before: list[int] = []
        last = -1
        for at, span in enumerate(spans):
            self._name_before.append(last)
            if span.label in NAMES:
                last = at
        self._subjects = curriculum_subjects(text, spans)
        self._rows = row_owners(text, spans)

    def of(self, chain: Chain) -> list[int]:
        """Return the indices of the names that a chain belongs to, in order of the text."""
        owners = self._beside(chain)
        if not owners:
            subject = self._subjects[chain.first]
            owners = [] if subject is None else [subject]
        self._taken.update(owners)
        return owners

    def _beside(self, chain: Chain) -> list[int]:
        """The names beside a chain: of its row, right before or behind it, across a few words."""
        text, spans = self._text, self._spans
        end = spans[chain.last].end
        after = self._name_after(chain)
        forward = after is not None and _TO_NAME.fullmatch(text, end, spans[after].start)
        first = self._first(chain)
        start = spans[first].start
        name = self._name_before[chain.first]
        if chain.last in self._rows:
            listed = self._rows[chain.last]
            return [] if listed is None else [listed]
        touches = forward and spans[chain.last + 1].start == end
        if self._is_row(chain, name, start) and not touches:
            return [name]
        if name >= 0 and (self._is_cell(name, start) or self._is_called(name, start)):
            return [name]
        taker = self._who_takes_over(end)
        if taker is not None:
            return [taker]
        takes = name >= 0 and _HOLDS.fullmatch(text, spans[name].end, start) is not None
        takes = takes or is_taken(text, start)
        parted = takes and after is not None and text[end : spans[after].start].isspace()
        if after is not None and forward and not parted:
            return self._listed(after)
        if name < 0 or start - spans[name].end > _REACH:
            return []
        gap = text[spans[name].end : start]
        return self._across(chain, name, gap, next_to=name == first - 1)

    def _across(self, chain: Chain, name: int, gap: str, *, next_to: bool) -> list[int]:
        """The names that hold a chain behind them, by the words between.

        Parameters:
            chain: Of posts.
            name: The last name before it.
            gap: What stands between the two.
            next_to: Whether no other span stands there.
        """
        text, spans = self._text, self._spans
        end = spans[chain.last].end
        if next_to:
            if gap == "" or _BEFORE_BRACKET.fullmatch(gap):
                return [name]
            if self._names_another(name, gap, end):
                return []
            if len(gap) < 9 and _APPOSITIVE.fullmatch(gap):
                return self._listed_back(name) if gap.endswith("位") else [name]
        if _SENTENCE_END.search(gap):
            with_unit = spans[chain.first].label in UNITS
            return [name] if with_unit and self._goes_on(name, gap) else []
        if is_of_another(gap) or is_of_relative(text, end):
            return []
        if _REPLACES.search(text, max(0, spans[name].start - 2), spans[name].start):
            return self._who_replaces(name)
        moves = _FROM.search(gap) and _MOVES_ON.match(text, end)
        if moves or _STATES.search(gap) or _POST_FIELD.search(gap):
            return self._listed_back(name)
        return [name] if _PERSONAL.match(gap) and gap.endswith(("，", ",", " ", "　")) else []

    def _names_another(self, name: int, gap: str, end: int) -> bool:
        """Whether a post behind a comma goes on to a name that was not found: …李河，县长某某说."""
        if gap[:1] not in ("，", ",") or name not in self._taken:
            return False
        led = name > 0 and self._spans[name - 1].label == "TITLE" and touch(self._spans, name - 1)
        return "\u4e00" <= self._text[end : end + 1] <= "\u9fff" or (led and len(gap) == 1)

    def _name_after(self, chain: Chain) -> int | None:
        """The name behind a chain, over the bodies of passing roles: 副县长、援建队领队张三."""
        spans = self._spans
        after = chain.last + 1
        reach = spans[chain.last].end + _ROLE_REACH
        while after < len(spans) and spans[after].label in UNITS and spans[after].end < reach:
            after += 1
        return after if after < len(spans) and spans[after].label in NAMES else None

    def _who_takes_over(self, end: int) -> int | None:
        """The name a post goes to: 局长一职由张三接任, 由副局长张三代理; 接任局长的是张三."""
        spans = self._spans
        at = bisect_left(self._starts, end)
        while at < len(spans) and spans[at].label not in NAMES:
            if spans[at].label not in (*UNITS, "TITLE") or spans[at].start - end > _ROLE_REACH:
                return None
            at += 1
        if at == len(spans):
            return None
        if not _IS_HIS.match(self._text, end) and passed_on(self._text, end, spans[at].end) is None:
            return None
        return None if _SENTENCE_END.search(self._text, end, spans[at].start) else at

    def _goes_on(self, name: int, gap: str) -> bool:
        """Whether a sentence without a name goes on about the only person of its paragraph."""
        if "\n" in gap or "“" in gap:
            return False
        clause = gap[max(stop.end() for stop in _SENTENCE_END.finditer(gap)) :]
        if not (_STATES.search(clause) and _GOES_ON.match(clause)):
            return False
        text, spans = self._text, self._spans
        opens = text.rfind("\n", 0, spans[name].start) + 1
        at = name
        while at >= 0 and spans[at].start >= opens:
            if spans[at].text != spans[name].text:
                return False
            at = self._name_before[at]
        return True

    def _who_replaces(self, name: int) -> list[int]:
        """The name before 接替, in the same sentence: 李河接替钱明任局长."""
        who = self._name_before[name]
        if who < 0 or _SENTENCE_END.search(
            self._text, self._spans[who].end, self._spans[name].start
        ):
            return []
        return [who]

    def _first(self, chain: Chain) -> int:
        """The index of a chain's first span, with the unit before 新 or 的: 教育局新局长."""
        spans = self._spans
        unit = chain.first - 1
        if (
            spans[chain.first].label == "TITLE"
            and unit >= 0
            and spans[unit].label in UNITS
            and _NEW.fullmatch(self._text, spans[unit].end, spans[chain.first].start)
        ):
            return first_of(spans, Chain(unit, chain.last))
        return first_of(spans, chain)

    def _is_row(self, chain: Chain, name: int, start: int) -> bool:
        """Whether a name stands before its post, parted by blanks alone: 张三 教育局局长."""
        if name < 0 or name in self._taken:
            return False
        text, spans = self._text, self._spans
        if not _BLANK.fullmatch(text, spans[name].end, start):
            return False
        if len(spans[name].text) < 2 or not _AFTER_ROW.match(text, spans[chain.last].end):
            return False
        return not _REPORTER.search(text, max(0, spans[name].start - 6), spans[name].start)

    def _is_called(self, name: int, start: int) -> bool:
        """Whether a surname alone stands before a post: 李镇长."""
        return self._spans[name].end == start and len(self._spans[name].text) == 1

    def _is_cell(self, name: int, start: int) -> bool:
        """Whether a post fills a cell of the row that a name begins, maybe behind a number."""
        text = self._text
        if text[start - 1 : start] not in _CELL_EDGES:
            return False
        opens = text.rfind("\n", max(0, start - _REACH), start) + 1
        begins = opens <= self._spans[name].start
        return begins and _ROW_NUMBER.fullmatch(text, opens, self._spans[name].start) is not None

    def _listed(self, first: int) -> list[int]:
        """A name and those listed after it: 副市长张三、李四."""
        spans = self._spans
        owners = [first]
        while (
            owners[-1] + 1 < len(spans)
            and spans[owners[-1] + 1].label in NAMES
            and _LIST_GAP.fullmatch(self._text, spans[owners[-1]].end, spans[owners[-1] + 1].start)
            and not (owners[-1] + 2 < len(spans) and _title_touches(spans, owners[-1] + 1))
            and not self._is_partner(owners[-1] + 1)
        ):
            owners.append(owners[-1] + 1)
        return owners

    def _is_partner(self, name: int) -> bool:
        """Whether a name behind 与 is that of whom somebody deals with: 总统甲某与乙某通电话."""
        text, spans = self._text, self._spans
        joined = _LIST_MARK.fullmatch(text, spans[name - 1].end, spans[name].start)
        return joined is not None and _DEALS.match(text, spans[name].end) is not None

    def _listed_back(self, last: int) -> list[int]:
        """A name and those listed before it: 张三、李四为委员."""
        spans = self._spans
        first = last
        while (
            first > 0
            and spans[first - 1].label in NAMES
            and _LIST_GAP.fullmatch(self._text, spans[first - 1].end, spans[first].start)
        ):
            first -= 1
        return list(range(first, last + 1))


def _title_touches(spans: Sequence[Span], name: int) -> bool:
    return spans[name + 1].label == "TITLE" and spans[name].end == spans[name + 1].start
