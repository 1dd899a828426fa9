"""The edges of spans: no white space, no punctuation, no half pair of quotes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.records import Span

_TABLE = "rules/pattern_words.tsv"
PAIRS = {"“": "”", "‘": "’", "《": "》", "「": "」", "『": "』", "（": "）", "(": ")", "【": "】"}
_OPENING = {close: open_ for open_, close in PAIRS.items()}
_BRACKETS = "（）()【】"
_QUOTES = "".join(k + v for k, v in PAIRS.items() if k not in _BRACKETS)
_MARKS = re.compile(f"[{re.escape(''.join(PAIRS) + ''.join(PAIRS.values()))}]")
_HAN = re.compile("[\u4e00-\u9fff]")
_LIST = 12  # characters before the last name of a list, of which 都 and 均 tell
_SIGNED = re.compile(r"[-－−–﹣.．](?=[0-9０-９￥¥$.])")
_MARKERS = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽❶❷❸❹❺❻❼❽❾㈠㈡㈢㈣㈤●◆■▲△◇☆★※◎▶►"
_EDGES = " \t\r\n\u3000\xa0，。、；：！？,.;:!?…—－-～~·•/\\|'\"[]" + _MARKERS + _QUOTES + _BRACKETS
# What is no part of a body though it touches it: .docx 清河县水利局, 被告|人恒岳公司, 原清河电厂.
_LEAD = re.compile(
    "(?:docx?|xlsx?|pdf|zip|rar) ?|原(?=[\u4e00-\u9fff]{4})(?![平阳野州])|"
    "两(?=[\u4e00-\u9fff]{2}公司)|"
    "(?<=[诉告请标托])人(?!民|才|寿|保|大)|(?<=[意据、])和(?=[省市县区巡])(?!县)|(?<=[条款])中(?=省)|归口(?=[省市县区])|"
    "如(?![东皋意])(?=[\u4e00-\u9fff]{2,6}(?:股份|集团|公司))|(?<=[将还])和(?=[\u4e00-\u9fff]{2,4}集团)"
)
# Who builds, and the verb: 清河县医院建设|儿童中心, 布局建设|纸业研究院.
_BUILDER = re.compile(
    "(?:布局建设|规划建设|谋划建设|[\u4e00-\u9fff]{2,12}?(?:{builder})"
    "(?:建设|(?:违规|合作|联合|共同)(?:投资建设|建设|投资)))"
    "(?=[\u4e00-\u9fff]{4})(?!{no verb 建设})",
    words=_TABLE,
)
_TAIL = re.compile("(?<=[学院司局会团])亦$|(?<=委)委$|(?<=会)会$|(?<=[A-Za-z])[亦应会将]$")


def trim(text: str, span: Span) -> Span | None:
    """Take white space and punctuation off a span's edges, and mend a cut pair of quotes.

    The minus or the decimal point that an amount begins with is a part of it.

    Parameters:
        text: The text of the span.
        span: A candidate.

    Returns:
        The span with the edges that the guidelines ask for; None where nothing is left.

    Examples:
        >>> trim("实施“三延四改”工程。", Span(3, 10, "PROJECT", "三延四改”工程。")).text
        '“三延四改”工程'
        >>> trim("综合楼项目（二期）", Span(0, 9, "PROJECT", "综合楼项目（二期）")).text
        '综合楼项目'
        >>> trim("①大桥；②水厂工程", Span(4, 9, "PROJECT", "②水厂工程")).text
        '水厂工程'
        >>> trim("局长潘文清都表示", Span(2, 6, "OFFICIAL", "潘文清都")).text
        '潘文清'
        >>> trim("县委书记何景行、县长马明均出席", Span(10, 13, "OFFICIAL", "马明均")).text
        '马明'
        >>> trim("恒达律师（上海）事务所", Span(4, 11, "ORG", "（上海）事务所")) is None
        True
        >>> trim("亏损-3亿元，", Span(2, 7, "MONEY", "-3亿元，")).text
        '-3亿元'
    """
    start, end = span.start, span.end
    while start < end and text[end - 1] in _EDGES and not _closes(text, start, end):
        end -= 1
        if text[end] in _OPENING and text[end] in _BRACKETS:
            opened = text.rfind(_OPENING[text[end]], start, end)
            end = end if opened < 0 else opened
    while start < end and text[start] in _EDGES and not _opens(text, start, end):
        if span.label == "MONEY" and _SIGNED.match(text, start, end):
            break
        start += 1
    if start == end:
        return None
    start, end = _whole_pairs(text, start, end)
    if text[start] in "（(" and _HAN.match(text, max(0, start - 1)):
        return None  # the rest of a name: 恒达律师|（上海）事务所
    if span.label in NAMES and end - start > 2:
        end = _name_end(text, start, end)
    elif span.label == "ORG":
        start, end = _body_edges(text, start, end)
    elif span.label == "PROJECT" and (builder := _BUILDER.match(text, start, end)):
        start = builder.end()
    if (start, end) == (span.start, span.end):
        return span
    return replace(span, start=start, end=end, text=text[start:end])


@cache
def _ends() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """For each last character that is no part of a name: of which candidates, what follows."""
    ends: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for characters, length, follow, _ in table("rules/name_ends.tsv"):
        for character in characters.strip("[]"):
            row = (length, re.compile("" if follow == "-" else follow))
            ends.setdefault(character, []).append(row)
    return ends


def _name_end(text: str, start: int, end: int) -> int:
    """Where a name ends that took in the first character of the words behind it."""
    rows = _ends().get(text[end - 1])
    if rows is None or end - start > 4:
        return end
    compound = text[start : start + 2] in words("language/compound_surnames.txt")
    lengths = {"any"}
    if end - start == 4 and not compound:
        lengths |= {"4", "listed"}
    elif end - start == 3 and "、" in text[max(0, start - _LIST) : start]:
        lengths.add("listed")
    cut = any(length in lengths and follow.match(text, end) for length, follow in rows)
    return end - 1 if cut else end


def _body_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The edges of a body without a word before it, a particle behind it, half a bracket."""
    lead = _LEAD.match(text, start)
    start = lead.end() if lead and lead.end() < end - 1 else start
    for opening, closing in ("（）", "()"):
        opened = text.rfind(opening, start + 3, end)
        if opened >= 0 and text.count(opening, start, end) > text.count(closing, start, end):
            end = opened
    if text[end - 1] in "亦委会应将" and (tail := _TAIL.search(text, start + 3, end)):
        end = tail.start()
    return start, end


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the last character closes what the span opens, not counting its first character."""
    mark = text[end - 1]
    return mark in _QUOTES and mark in _OPENING and _OPENING[mark] in text[start + 1 : end - 1]


def _opens(text: str, start: int, end: int) -> bool:
    """Whether the first character opens what the span closes, not counting its last character."""
    mark = text[start]
    return mark in PAIRS and PAIRS[mark] in text[start + 1 : end - 1]


def _whole_pairs(text: str, start: int, end: int) -> tuple[int, int]:
    if not _MARKS.search(text, start, end):
        return start, end
    inside = text[start:end]
    for open_, close in PAIRS.items():
        opened, closed = inside.count(open_), inside.count(close)
        if closed == opened + 1 and text[start - 1 : start] == open_:
            return start - 1, end
        if opened == closed + 1 and text[end : end + 1] == close and open_ not in _BRACKETS:
            return start, end + 1
    return start, end
