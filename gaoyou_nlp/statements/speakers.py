"""Who speaks: the person, body or meeting before a verb of saying."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

PEOPLE: Final = ("OFFICIAL", "PERSON")
_SPEAKING: Final = (*PEOPLE, "ORG", "TITLE")
_ADJUNCT: Final = (
    r"(?:在[^，。；：“”\n]{1,20}?[上中时后里下]|在[^，。；：“”\n]{0,20}?(?:期间|现场)"
    r"|(?:参加|主持|出席|回答|视察|调研|检查|走访|慰问|看望|陪同)[\u4e00-\u9fff]{0,8}时|接受[^，。；：“”\n]{0,10}?采访时"
    r"|在?接受采访时|[向对][^，。；：“”\n]{1,14}?|发布(?:公告|消息|通报)|发文|就[^，。；：“”\n]{1,14}?)"
)
_ADVERB: Final = (
    r"(?:还|也|又|则|曾|都|再次|再|进一步|最后|随后|同时|明确|着重|特别|郑重|专门|反复|多次|一再|率先|首先|此前|"
    r"一边[^，。；：“”\n]{1,8}一?边|当场|当即|随即|接着|现场|会上|会后|昨天|今天|当天|日前|近日|笑着|书面|电话|口头|当面|[\u4e00-\u9fff]{1,5}地|(?:[0-9]{1,2}[月日时年]){1,3}|深夜|凌晨|上午|下午|晚间?|清晨|中午|傍晚)"
)
_GAP: Final = re.compile(
    rf"(?:同志|先生|女士|老人|老师|师傅|大爷|大妈|大叔|大姐|大娘|阿姨|奶奶|爷爷|院士|教授|博士|委员|代表)?(?:（[^（）\n]{{1,12}}）)?(?:{_ADVERB}|{_ADJUNCT}){{0,3}}"
)
_MOST_SPANS: Final = 3
_MOST_PEOPLE: Final = 40
_LONGEST_GAP: Final = 36
_ROLE: Final = re.compile(
    r"(?:的|相关|有关|主要|该|上述|[一多这几]位|一名|项目|企业|公司|部门|不愿具名的|不愿透露姓名的|当地|附近|"
    r"现场|乡镇|县里|村里|镇里){0,3}"
    r"(?:负责人|发言人|负责同志|工作人员|(?:业内|知情|接近公司的)?人士|专家|村民|居民|市民|群众|代表|员工|"
    r"职工|干部|老人|大爷|大妈|司机|店主|老板|业主|游客|家长|网友|[菇茶果菜棉蔗]农|渔民|牧民|商户|经营户|"
    r"种植户|养殖户)$"
)
_MEETING: Final = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:会议|座谈会|推进会|动员会|部署会|调度会|全会|大会|例会|专题会|现场会|听证会"
    r"|工作报告|报告|通知|公告|通报|公报|决定|意见|方案|规划|倡议书|公开信)$"
)
_ALOUD: Final = re.compile(r"[^，。：“”\n]{0,3}[说道][：:，,]?[“「]")
_ACTS: Final = re.compile(
    r"(?:一边|边|指着|拿着|看着|望着|捧着|握着|拉着|站在|坐在|抚摸着|算着|笑着)[^，。：；“”\n]{1,16}"
)
_DATA: Final = re.compile(
    "(?:[\u4e00-\u9fff]{0,2}(?:提供|发布|公布|通报|统计|监测|掌握)的?|的)[\u4e00-\u9fff]{0,6}(?:数据|统计|消息|信息|资料|监测|报告)$"
)
"""What a body gives out between its name and 显示: 市统计局发布的数据|显示."""
_PRONOUN: Final = re.compile(r"[他她]$")
_OPENS: Final = frozenset("，,。；;：:！？!?“”\n （）()　—")
_NOUN_BEFORE: Final = (
    "按照",
    "根据",
    "依据",
    "按",
    "落实",
    "符合",
    "达到",
    "对照",
    "听取",
    "听取了",
    "听",
)


class Speaker(NamedTuple):
    """Who speaks at a place: characters, index among the spans, name and how it was found."""

    start: int
    end: int
    span: int | None
    name: str | None
    how: str


class Speakers:
    """Finds the speaker before a verb of one text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        kept = [(s, i) for i, s in enumerate(spans) if s.label in _SPEAKING]
        self._spans = sorted(kept, key=lambda pair: (pair[0].end, pair[0].start))
        self._ends = [span.end for span, _ in self._spans]
        self._people = [pair for pair in self._spans if pair[0].label in PEOPLE]
        self._people_ends = [span.end for span, _ in self._people]

    def ends_title(self, offset: int) -> bool:
        """Say whether a title ends at an offset."""
        at = bisect_right(self._ends, offset) - 1
        return at >= 0 and self._ends[at] == offset and self._spans[at][0].label == "TITLE"

    def before(self, verb: int, floor: int) -> Speaker | None:
        """Return who speaks by the verb at an offset.

        Parameters:
            verb: Where the verb begins.
            floor: Where its sentence begins: nothing before it is looked at.
        """
        floor = max(floor, verb - 60)
        data = self.text.startswith("显示", verb)
        last = bisect_right(self._ends, verb) - 1
        for at in range(last, max(-1, last - _MOST_SPANS), -1):
            span, _ = self._spans[at]
            gap = self.text[span.end : verb]
            if span.start < floor or len(gap) > _LONGEST_GAP:
                break
            if _DATA.fullmatch(gap) if data else _GAP.fullmatch(gap):
                found = self._named(at, floor)
                return None if found is None or self._is_object(found) else found
        return None if data else self._unnamed(verb, floor) or self._acting(verb, floor)

    def _acting(self, verb: int, floor: int) -> Speaker | None:
        """Find a person who does something while speaking aloud: 叶大川指着大桥说：“…”."""
        if not _ALOUD.match(self.text, verb):
            return None
        at = bisect_right(self._people_ends, verb) - 1
        if at < 0 or self._people[at][0].start < floor:
            return None
        span, index = self._people[at]
        if not _ACTS.fullmatch(self.text, span.end, verb):
            return None
        return Speaker(span.start, span.end, index, span.text, "")

    def person_at(self, start: int, end: int) -> Speaker | None:
        """Return the person that ends at ``end`` and whose post begins at or after ``start``."""
        at = bisect_right(self._people_ends, end) - 1
        if at < 0 or self._people[at][0].end != end or self._people[at][0].start < start:
            return None
        span, index = self._people[at]
        return Speaker(span.start, span.end, index, span.text, "")

    def people(self, start: int, end: int) -> list[Speaker]:
        """Return the people named last between two offsets, 40 at most."""
        last = bisect_right(self._people_ends, end)
        near = self._people[max(0, last - _MOST_PEOPLE) : last]
        return [
            Speaker(span.start, span.end, index, span.text, "")
            for span, index in near
            if span.start >= start
        ]

    def _named(self, at: int, floor: int) -> Speaker | None:
        span, index = self._spans[at]
        before = self._spans[at - 1] if at else None
        adjoins = before is not None and before[0].end == span.start and span.start > floor
        if span.label == "TITLE":
            if not adjoins or before is None:
                return None
            if before[0].label in PEOPLE:
                return Speaker(before[0].start, before[0].end, before[1], before[0].text, "")
            if before[0].label == "ORG":
                start = before[0].start
                return Speaker(start, span.end, None, self.text[start : span.end], ".post")
            return None
        if before is not None and span.label in PEOPLE and before[0].label in PEOPLE:
            between = self.text[before[0].end : span.start]
            if between in ("、", "和", "与"):
                start = before[0].start
                return Speaker(start, span.end, None, self.text[start : span.end], ".several")
        return Speaker(span.start, span.end, index, span.text, "")

    def _is_object(self, found: Speaker) -> bool:
        return self.text.endswith(_NOUN_BEFORE, 0, found.start)

    def _unnamed(self, verb: int, floor: int) -> Speaker | None:
        """Find 会议, 市水利局有关负责人, 他 before a verb."""
        end = verb
        text = self.text
        gap = re.search(rf"(?:{_ADVERB}|{_ADJUNCT}){{1,2}}$", text[max(floor, verb - 30) : verb])
        for stop in (end, end - len(gap.group()) if gap else end):
            clause = stop
            while clause > floor and text[clause - 1] not in _OPENS:
                clause -= 1
            words = text[clause:stop]
            if _PRONOUN.fullmatch(words):
                return Speaker(clause, stop, None, None, ".pronoun")
            if _MEETING.fullmatch(words) and not words.startswith(_NOUN_BEFORE):
                return Speaker(clause, stop, None, words, ".meeting")
            role = _ROLE.search(words)
            if role is not None:
                return self._role(clause, clause + role.start(), stop)
        return None

    def _role(self, clause: int, start: int, stop: int) -> Speaker:
        """Take in the body before a role: 市水利局|有关负责人."""
        at = bisect_right(self._ends, start) - 1
        if at >= 0:
            span, _ = self._spans[at]
            if span.end == start and span.label == "ORG" and span.start >= clause:
                start = span.start
        return Speaker(start, stop, None, self.text[start:stop], ".role")
