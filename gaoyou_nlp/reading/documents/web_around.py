"""What builders of sites put around an article: links, counters, dates, editors, the foot."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from gaoyou_nlp.reading.documents.web_units import Element, Unit
from gaoyou_nlp.reading.lines import is_furniture

_LINKS = re.compile(
    r"(?:上一[篇条页]|下一[篇条页]|相关(?:新闻|阅读|链接|文章|报道)|延伸阅读|推荐阅读|热点新闻|附件下载|分享到|扫一扫"
    r"|【?(?:打印|关闭|收藏|纠错)[^。]{0,12}(?:】|$)|关键词|浏览次数|点击数|阅读次数|字体|返回顶部"
    r"|(?:本[文页])?(?:网址|链接)[:：])[:：]?"
)
_PAGING = re.compile(
    r"(?:[共第]\s?\d{1,4}\s?页|[上下][一1]页|[首尾末]页|\d{1,3}|[\s.…/<>«»|\[\]]){2,40}"
)
_FOOT = re.compile(
    r"ICP备|公网安备|网站标识码|版权所有|[Cc]opyright|©|分辨率|网站(?:建设|维护|地图)|(?:主办|承办|协办)单位[:：]"
    r"|凡本[网站]注明|免责声明"
)
_LABELS = re.compile(
    r"(发布时间|发布日期|信息来源|来源|作者|责任编辑|编辑|浏览次数|点击数?|阅读数?)\s?[:：]"
)
_LABELLED = re.compile(r"\W*(?:发布|信息来源|来源|作者|时间|日期|责任编辑|编辑|点击|\d{4})")
_STAMP = re.compile(
    r"(?:(?:19|20)\d\d\s?[-/.年]\s?)?\d{1,2}\s?[-/.月]\s?\d{1,2}日?(?!\d)"
    r"(?:\s*(?:[上下]午)?\s*\d{1,2}:\d\d(?::\d\d)?)?"
)
_PAPER = re.compile(r"[^\s，。：；]{1,10}(?:报|网|社|台|融媒|发布|在线|中心|办公室|局|委)")
_LEAD = 20
"""Characters that may stand beside the date below a headline: the name of a paper."""

_SHORT, _FOOT_LENGTH = 60, 400


def line_labels(text: str) -> list[str]:
    """The labels of facts in a line: a line with one is about the page.

    Examples:
        >>> line_labels("发布时间：2026-03-18 来源：青川日报"), line_labels("时间：3月5日上午")
        (['发布时间', '来源'], [])
    """
    return _LABELS.findall(text) if _LABELLED.match(text) else []


def is_stamp(text: str) -> bool:
    """Whether a line below a headline holds the date of the page, and no more than a name beside.

    Examples:
        >>> is_stamp("（2026-03-18）"), is_stamp("2026.03.18 10:25 | 青川日报")
        (True, True)
        >>> is_stamp("3月4日开工。")
        False
    """
    found = _STAMP.search(text)
    if found is None:
        return False
    rest = (text[: found.start()] + text[found.end() :]).strip(" 　()（）[]【】|｜")
    return len(rest) <= _LEAD and re.search(r"[，。；！？、]", rest) is None


def is_paper(text: str) -> bool:
    """Whether a line beside the date of a page could be the name of whoever published it.

    Examples:
        >>> is_paper("青川日报"), is_paper("县长到访日报社，祝贺创刊。")
        (True, False)
    """
    return _PAPER.fullmatch(text) is not None


def is_foot(text: str) -> bool:
    """Whether a line belongs to the foot of a site.

    Examples:
        >>> is_foot("版权所有：青川县人民政府"), is_foot("县政府承办了活动。")
        (True, False)
    """
    return len(text) <= _FOOT_LENGTH and _FOOT.search(text) is not None


def is_around(line: Unit) -> bool:
    """Whether a line of the article's element is none of the article.

    Examples:
        >>> from lxml import html
        >>> from gaoyou_nlp.reading.documents.web_units import units
        >>> page = html.fromstring("<div><p>3日，县水库开工。</p><p>上一页 1 2 下一页</p></div>")
        >>> [is_around(line) for line in units(page)]
        [False, True]
    """
    text = line.text
    if is_foot(text):
        return True
    if len(text) > _SHORT:
        return False
    return (
        _LINKS.match(text) is not None
        or _is_paging(text)
        or (is_furniture(text) and "编" in text)
        or (line.linked == len(text) and _in_list(line.element))
        or bool(line_labels(text))
    )


def _is_paging(text: str) -> bool:
    return "页" in text and _PAGING.fullmatch(text) is not None


def _in_list(element: Element) -> bool:
    return any(one.tag in ("li", "ul", "ol") for one in (element, *element.iterancestors()))


def elements_around(page: Element) -> frozenset[Element]:
    """The elements whose name, or that of one that holds them, says that they stand around.

    Examples:
        >>> from lxml import html
        >>> page = html.fromstring("<div><div class='page-footer'><p>甲</p></div><p>乙</p></div>")
        >>> around = elements_around(page)
        >>> [element in around for element in page.iter("p")]
        [True, False]
    """
    words = around_words()
    found: set[Element] = set()
    for element in page.iter():
        if isinstance(element.tag, str) and element.tag not in ("html", "body"):
            names = name_words(element.get("class"), element.get("id"))
            if element.getparent() in found or not words.isdisjoint(names):
                found.add(element)
    return frozenset(found)


def name_words(*names: str | None) -> Sequence[str]:
    """The words that the names of an element are made of.

    Examples:
        >>> name_words("pageFooter left-side", "cmt_list")
        ['page', 'footer', 'left', 'side', 'cmt', 'list']
    """
    text = " ".join(filter(None, names))
    return [word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+", text)]


@lru_cache(maxsize=1)
def around_words() -> frozenset[str]:
    """Words in names of elements that stand around an article."""
    table = (files(__package__) / "around_elements.tsv").read_text(encoding="utf-8")
    return frozenset(
        line.split("\t")[0] for line in table.splitlines() if line and not line.startswith("#")
    )
