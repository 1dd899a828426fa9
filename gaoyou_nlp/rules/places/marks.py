"""The areas found so far in a text, and what all the rules for areas ask of it."""

from __future__ import annotations

import re

from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.segmentation import Segmentation

# Behind a short form: the name of a road, a lake, a station, a region, not the area.
LANDMARK = re.compile(
    "[中东西南北环]?(?:路|大道|大街|街(?!道)|湖(?!北|南)|江(?!苏|西)|河(?!北|南)|山(?!东|西)|水库|岛|湾|"
    "机场|火车站|高铁站|汽车站|站|大桥|特大桥|高速|铁路|港|话|味|菜|戏|剧|队|籍|经济圈|城市圈|城市群|都市圈|"
    "都市区|经济带|盆地|平原|高原|半岛|海峡|关区|军区|战区|大学|学院|银行|杯|节|会战|战役|大捷|时间|梦|式|"
    "绿心|绿肺|明珠|走廊|样板区|后花园|客厅|之(?:心|肺|肾|窗|眼|星|光|冠))"
)

# Behind an area: the rest of an event's name (第十届荷花节, 半程马拉松, 大学生夏季运动会).
EVENT = re.compile(
    "(?:第[0-9一二三四五六七八九十百]{1,4}届[^，。、；：！？\\s]{0,12}?"
    "|(?:20[0-9]{2})?[^，。、；：！？\\s举召承主参将在的与和及到为是开迎赴把办等]{0,6}?)"
    "(?:运动会|[亚大奥残]运会|[残冬]奥会|博览会|交易会|马拉松|锦标赛|公开赛|邀请赛|世界杯|龙舟赛|"
    "(?:文化|旅游|艺术|美食|电影|采摘|音乐|戏剧|风筝|[花果茶]|龙虾|啤酒)节)"
)


class Marks:
    """The areas found so far, none over another.

    Parameters:
        cut: The words of the text.
    """

    def __init__(self, cut: Segmentation) -> None:
        self.cut = cut
        self.text = cut.text
        self.known = places()
        self.generic = words("places/place_generic.txt")
        self.at: dict[int, tuple[int, str]] = {}
        self._ends: set[int] = set()
        self._covered = bytearray(len(cut.text) + 1)

    def add(self, start: int, end: int, rule: str) -> None:
        """Take an area in, unless it overlaps one or stands inside a title."""
        if self.free(start, end) and not in_title(self.text, start, end):
            self.at[start] = (end, rule)
            self._ends.add(end)
            self._covered[start:end] = b"\x01" * (end - start)

    def replace(self, start: int, end: int, rule: str) -> None:
        """Put a longer area in the place of those it covers."""
        for old in [s for s in range(start, end) if s in self.at]:
            self._ends.discard(self.at.pop(old)[0])
        self._covered[start:end] = b"\x00" * (end - start)
        self.add(start, end, rule)

    def free(self, start: int, end: int) -> bool:
        """Whether no area covers any of a stretch."""
        return not any(self._covered[start:end])

    def is_area(self, start: int, end: int) -> bool:
        """Whether a stretch is an area."""
        return self.at.get(start, (0, ""))[0] == end

    def ends_at(self, offset: int) -> bool:
        """Whether an area ends at an offset."""
        return offset in self._ends

    def last_end(self, low: int, high: int) -> int:
        """Return the last end of an area between two offsets, or ``low``."""
        return next((at for at in range(high, low, -1) if at in self._ends), low)

    def spans(self) -> list[Span]:
        """The areas as candidates, in the order of the text."""
        return [
            Span(start, end, "GPE", self.text[start:end], rule)
            for start, (end, rule) in sorted(self.at.items())
        ]


def in_title(text: str, start: int, end: int) -> bool:
    """Whether an area stands inside the title of a document or the name of an event."""
    if EVENT.match(text, end):
        return True
    opened = text.rfind("《", max(0, start - 40), start)
    if opened >= 0 and "》" not in text[opened:start] and "\n" not in text[opened:start]:
        closed = text.find("》", end, end + 60)
        return closed < 0 or closed - opened > 9
    if text[start:end] == "中国":
        return text[end : end + 1] in ("·", "•", "（", "(") or text[start - 1 : start] == "届"
    return text[start - 3 : start - 1] == "中国" and text[start - 1] in "·•（("
