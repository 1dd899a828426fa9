"""Lines of a text with what typography says about them: width, indent, gaps, how they end."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyou_nlp.language import lazy_re as re

NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Characters that are not seen and not white space to Python: dropped like blanks."""

BLANKS = re.compile(rf"[\s{NO_WIDTH}]+")
"""A run of blanks of any kind."""

_SENTENCE_END = re.compile(r"(?:[。！？!?…]|(?<=[\u3400-\u9fff])\.)[”’」』）)》】\"']*$")
_GOES_ON = re.compile(r"[，、“‘—~～]$|[《〈（(【「『][^》〉）)】」』]*$")
_WINDOW = 60
_INNER = re.compile(r"[，。；！？;!?]|,(?!\d{3}(?!\d))")
_ROW = re.compile(r"\S[^\S\n]*\t[^\S\n]*\S|^[^，。；\s]{1,40}([,|;])[^，。；\s]{0,40}\1[^。；\s]*$")
_DATE = re.compile(r"[（(]?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[）)]?")
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}(?:[）)]|、)|[（(]?\d{1,2}(?:[）)、]|[.．](?!\d))"
    r"|[①-⑳]|第[一二三四五六七八九十百]{1,4}[章节条])"
)
_FURNITURE = re.compile(
    r"[-—–·]+\s*\d{1,3}\s*[-—–·]+$|第?\s?[A-D]?\d{1,2}\s?版\W?[^。，]{0,12}$"
    r"|(?:星期[一二三四五六日天]\s*)?\d{4}[年.-]\d{1,2}[月.-]\d{1,2}日?\s*[（(]?"
    r"(?:星期[一二三四五六日天][^。，]{0,25})?$"
    r"|(?:本版|值班|责任)?(?:责任编辑|责编|编辑|美编|版式|组版|校对|审读|审核|编审)[:：\s][^。，]*$"
)
_DASH = re.compile(r"(?:⸺|[—―─－]{2,}|-{2,})\s?(?=[^\s—―─－-])")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something.

    Parameters:
        start, end: Its characters in the source, without blanks at the edges.
        text: Those characters.
        indent: Width of the blanks before them, in full-width characters.
        gap: Empty lines above it.
        width: Its width in full-width characters.
    """

    start: int
    end: int
    text: str
    indent: float
    gap: int
    width: float


def scan(source: str) -> list[Line]:
    r"""Take a text apart into its lines, of whatever line ends; empty ones are counted as gaps.

    Examples:
        >>> [(line.text, line.gap, line.indent) for line in scan("甲\r\n\r\n　　乙 \n")]
        [('甲', 0, 0.0), ('乙', 1, 2.0)]
    """
    lines: list[Line] = []
    at = gap = 0
    for whole in source.splitlines(keepends=True):
        left = BLANKS.match(whole)
        inner = 0 if left is None else left.end()
        text = _without_blanks_behind(whole[inner:])
        if text:
            start = at + inner
            indent = width(whole[:inner]) if inner else 0.0
            lines.append(Line(start, start + len(text), text, indent, gap, width(text)))
            gap = 0
        else:
            gap += 1
        at += len(whole)
    return lines


def _without_blanks_behind(text: str) -> str:
    text = text.rstrip()
    while text and text[-1] in NO_WIDTH:
        text = text.rstrip(NO_WIDTH).rstrip()
    return text


def width(text: str) -> float:
    """Return the width of some text, full-width characters counting 1 and ASCII half.

    Examples:
        >>> width("5G网络")
        3.0
    """
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def ends_sentence(text: str) -> bool:
    """Whether a sentence ends where the text ends.

    Examples:
        >>> ends_sentence("“好。”"), ends_sentence("他说，")
        (True, False)
    """
    return _SENTENCE_END.search(text[-8:]) is not None


def goes_on(text: str) -> bool:
    """Whether the text cannot end here: a comma, an opening mark, or a bracket left open.

    Examples:
        >>> goes_on("印发《工作实"), goes_on("一是，"), goes_on("工作实施意见")
        (True, True, False)
    """
    return _GOES_ON.search(text[-_WINDOW:]) is not None


def has_inner_stop(text: str) -> bool:
    """Whether a comma or stronger mark stands in the text: headlines seldom have one."""
    return _INNER.search(text) is not None


def is_row(text: str) -> bool:
    r"""Whether a line is a row of a table: cells parted by tabs, or by commas without blanks.

    Examples:
        >>> is_row("县中学\t8560"), is_row("县中学,2026,3亿元"), is_row("会议指出，要抓好项目")
        (True, True, False)
    """
    return _ROW.search(text) is not None


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else, as below a letter.

    Examples:
        >>> is_date("2026年4月1日"), is_date("2026年4月1日，县水库开工")
        (True, False)
    """
    return _DATE.fullmatch(text) is not None


def is_numbered(text: str) -> bool:
    """Whether the text opens as an item of a list or an inner heading.

    Examples:
        >>> is_numbered("一、总体要求"), is_numbered("（二）加强领导"), is_numbered("1.5亿元")
        (True, True, False)
    """
    return _NUMBERED.match(text) is not None


def is_dashed(text: str) -> bool:
    """Whether the text opens with a dash, as a subhead does.

    Examples:
        >>> is_dashed("——访市教育局局长"), is_dashed("三年行动")
        (True, False)
    """
    return _DASH.match(text) is not None


def is_furniture(text: str) -> bool:
    """Whether a line belongs to the page and to no article: its number, its date, who made it up.

    A number alone is none of these: it may be a piece of a number that is broken over lines.

    Examples:
        >>> is_furniture("- 3 -"), is_furniture("3"), is_furniture("2022年1月10日 星期一")
        (True, False, True)
        >>> is_furniture("责任编辑：周敏 版式：王军"), is_furniture("3家企业签约")
        (True, False)
    """
    return len(text) <= 60 and _FURNITURE.match(text) is not None


def like_headline(text: str) -> bool:
    """Whether the text alone could be a headline: short, and no sentence.

    Examples:
        >>> like_headline("项目建设驶入快车道"), like_headline("会议指出："), like_headline("好。")
        (True, False, False)
    """
    return (
        width(text) <= 45
        and (not ends_sentence(text) or text[-1] in "？！?!")
        and not goes_on(text)
        and text[-1:] not in "：:；;"
        and "。" not in text
        and "；" not in text
        and text.count("，") <= (1 if width(text) > 25 else 2)
        and text.count("“") == text.count("”")
    )
