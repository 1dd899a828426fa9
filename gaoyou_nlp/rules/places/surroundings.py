"""What around an area shows that it is none: a landmark, an event, a title, a slogan, a word."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

_TABLE = "places/pattern_words.tsv"
_SIDE = "[中东西南北环]?"
_ORDINAL = "第[0-9一二三四五六七八九十百]{1,4}届[^，。、；：！？\\s]{0,12}?"
# What the name of an event does not hold: marks, verbs, conjunctions.
_NOT_IN_EVENTS = "，。、；：！？\\s举召承主参将在的与和及到为是开迎赴把办等出了向对由"
_DOCUMENT = re.compile(
    r"[^，。、；：！？\s《》]{1,24}?(?:(?:{document about})(?:办法|方案)|条例|规划纲要|名单)"
    r"(?=的通知|[（(》\s]|$)",
    words=_TABLE,
)
_MARK = re.compile("[，。、；：！？\\s]")
_NAME = 12  # characters of a name in quotes behind the area it begins with
_QUOTES = {"“": "”", "‘": "’", "'": "'"}
_BRACKETS = {"（": "）", "(": ")"}


@cache
def _words(kind: str) -> str:
    """The words of a kind as a regular expression, each with what must not follow."""
    rows = [row for row in table("places/surroundings.tsv") if row[0] == kind]
    free = alternation(row[1] for row in rows if row[2] == "-")
    bound = [f"{row[1]}(?![{row[2]}])" for row in rows if row[2] != "-"]
    return "|".join([free, *bound])


@cache
def _landmark() -> re.Pattern[str]:
    return re.compile(f"{_SIDE}(?:{_words('landmark')})")


@cache
def _event() -> re.Pattern[str]:
    return re.compile(
        f"(?:{_ORDINAL}|(?:20[0-9]{{2}})?[^{_NOT_IN_EVENTS}]{{0,10}}?)(?:{_words('event')})"
    )


@cache
def _slogan() -> re.Pattern[str]:
    return re.compile(f"[“「‘][^”」’，。]{{0,4}}(?:{_words('slogan')})$")


@cache
def _other_word() -> re.Pattern[str]:
    return re.compile(_words("word"))


def is_landmark(text: str, end: int) -> bool:
    """Whether the area that ends there names a road, a lake, a station, a region, a dish.

    Parameters:
        text: Any text.
        end: Where the area ends.

    Examples:
        >>> is_landmark("南京路", 2), is_landmark("南京路过", 0)
        (True, False)
    """
    return _landmark().match(text, end) is not None


def is_other_word(text: str, start: int) -> bool:
    """Whether what starts there reads as an area but is a word: 日照时数.

    Parameters:
        text: Any text.
        start: Where it starts.
    """
    return _other_word().match(text, start) is not None


def in_title(text: str, start: int, end: int) -> bool:
    """Whether an area stands inside the title of a document, an event's name, a slogan.

    Parameters:
        text: Any text.
        start, end: The area.

    Examples:
        >>> in_title("“美丽临沂”行动", 3, 5), in_title("临沂的“美丽”行动", 0, 2)
        (True, False)
    """
    if _event().match(text, end) or _in_document(text, start, end):
        return True
    if text[start - 1 : start] in _BRACKETS and _in_bracket(text, start, end):
        return True
    if text[start - 1 : start] in _QUOTES and _in_name(text, start, end):
        return True
    if text[start - 1 : start] == "环" and text[start - 2 : start - 1] not in "循":
        return True
    before = text[max(0, start - 8) : start]
    if _slogan().search(before):
        return True
    if text[start:end] == "中国":
        return text[end : end + 1] in ("·", "•", "（", "(", "化") or before[-1:] in ("届", "新")
    return text[start - 3 : start - 1] == "中国" and text[start - 1] in "·•（("


def _in_document(text: str, start: int, end: int) -> bool:
    """Whether an area begins a document's name, with or without 《》."""
    opened = text.rfind("《", max(0, start - 40), start)
    if opened >= 0 and "》" not in text[opened:start] and "\n" not in text[opened:start].strip():
        closed = text.find("》", end, end + 60)
        return closed < 0 or closed - opened > 9 or closed - end > 3
    opens = start == 0 or text[start - 1] in "\n：: 》" or text.endswith("印发", 0, start)
    return opens and _DOCUMENT.match(text, end) is not None


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether an area begins a short name in quotes: “临沂晚风”."""
    closed = text.find(_QUOTES[text[start - 1]], end, end + _NAME)
    return closed > end and _MARK.search(text, end, closed) is None


def _in_bracket(text: str, start: int, end: int) -> bool:
    """Whether a bracket with an area stands inside a name: 中哈（临沂）物流基地."""
    closed = text[end : end + 1] == _BRACKETS[text[start - 1]]
    around = text[start - 2 : start - 1] + text[end + 1 : end + 2]
    return closed and len(around) == 2 and all("\u4e00" <= c <= "\u9fff" for c in around)
