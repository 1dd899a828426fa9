"""Reads web pages: headline, main text with its tables, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document, Draft
from gaoyou_nlp.reading.documents.web_content import content
from gaoyou_nlp.reading.documents.web_decoding import decode_markup
from gaoyou_nlp.reading.documents.web_facts import line_facts, page_facts
from gaoyou_nlp.reading.documents.web_units import Element, Unit, is_unseen, units
from gaoyou_nlp.reading.kinds import BODY, HEAD, SUB
from gaoyou_nlp.reading.lines import is_dashed, is_furniture, is_numbered, like_headline
from gaoyou_nlp.records.anchor import Cell, Paragraph

MAX_PAGE = 32 * 2**20
"""Bytes of a web page; no article needs more."""

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[^-–—])-(?=[^-–—]*$)")
_LINKS = re.compile(
    r"(?:上一[篇条页]|下一[篇条页]|相关(?:新闻|阅读|链接|文章|报道)|延伸阅读|推荐阅读|热点新闻|附件下载|分享到|扫一扫"
    r"|【?(?:打印|关闭|收藏)[^。]{0,12}(?:】|$)|关键词|浏览次数|点击数|阅读次数|字体|返回顶部)[:：]?"
)
_FOOT = re.compile(r"ICP备|公网安备|网站标识码|版权所有|[Cc]opyright|©")
_LABELS = re.compile(r"(发布时间|发布日期|信息来源|来源|作者|责任编辑|编辑|浏览次数|点击)\s?[:：]")
_LABELLED = re.compile(r"\W*(?:发布|信息来源|来源|作者|时间|日期|责任编辑|编辑|点击|\d{4})")
_LONG_TITLE = 10
_BLANKS = re.compile(r"\s+")


def read_web(data: bytes, encoding: str | None = None) -> tuple[Document, str]:
    """Read a web page.

    Parameters:
        data: Its bytes.
        encoding: What a header or the user says; None to go by the page.

    Returns:
        The document, and the encoding. Scripts, styles and hidden elements never become text;
        nothing is fetched.

    Raises:
        ReadError: It is too large, in no known encoding, or holds no text.
        MissingExtraError: lxml is not installed.

    Examples:
        >>> page = "<title>县水库开工_青川县</title><h1>县水库开工</h1><p>3日，县水库开工。</p>"
        >>> read_web(page.encode())[0].text
        '县水库开工\\n3日，县水库开工。\\n'
    """
    try:
        from lxml import etree, html
    except ImportError as error:
        raise missing_extra("lxml", "documents") from error
    if len(data) > MAX_PAGE:
        raise ReadError(f"is a web page of more than {MAX_PAGE} bytes. Part it.")
    text, name = decode_markup(data, encoding)
    text = _PROLOGUE.sub("", text.replace("\0", ""))
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise ReadError(f"is no web page that can be read: {error}.") from error
    return _document(page), name


def _document(page: Element) -> Document:
    lines = list(units(page))
    if not lines:
        raise ReadError("holds no text: it may be made by a script in the browser. Save the page.")
    if 2 * sum(line.linked for line in lines) > sum(line.size for line in lines) and not any(
        line.reads for line in lines
    ):
        raise ReadError("is a page of links, no article.")
    facts = page_facts(page)
    main = content(page, lines)
    inside = [line for line in lines if _within(line.element, main)]
    titles = [facts.title, *_page_titles(page)]
    head = _headline(lines, inside, titles)
    body = _body(inside[inside.index(head) + 1 :] if head in inside else inside)
    beside = [line.text for line in _beside(lines, head, body) if not line.rows]
    facts = facts.or_else(line_facts(beside))
    draft = Draft()
    _write(draft, head, body, _paths(page))
    title = next(filter(None, (head.text if head is not None else "", *titles)), "")
    return draft.document(replace(facts, title=title))


def _within(element: Element, root: Element) -> bool:
    return element is root or any(above is root for above in element.iterancestors())


def _page_titles(page: Element) -> list[str]:
    """The title in the head, whole and without the name of the site."""
    title = page.find(".//title")
    whole = _BLANKS.sub(" ", "" if title is None else title.text or "").strip()
    parts = [part for part in _SITE.split(whole) if part]
    return [whole, *sorted(parts, key=len, reverse=True)[:1]]


def _headline(lines: Sequence[Unit], inside: Sequence[Unit], titles: Sequence[str]) -> Unit | None:
    """The line that is the title: named so by the page, else the last of the largest heading above
    the text."""
    wanted = {_bare(title) for title in titles if title}
    first = inside[0] if inside else None
    above = lines[: lines.index(first) + 1] if first is not None else lines
    named = [line for line in lines if line.text and _bare(line.text) in wanted and not line.linked]
    if named:
        return next((line for line in named if _level(line.element) == 1), named[-1])
    for line in above:
        least = 6 if _level(line.element) else _LONG_TITLE
        if len(line.text) >= least and not line.linked and _in_title(line.text, titles):
            return line
    for level in (1, 2, 3):
        found = [line for line in above if _level(line.element) == level and not line.linked]
        if found:
            return found[-1]
    alone = first is not None and len(inside) > 1 and not first.rows
    return first if alone and first is not None and _like_title(first.text) else None


def _like_title(text: str) -> bool:
    return len(text) >= 4 and like_headline(text) and not is_numbered(text)


def _in_title(text: str, titles: Sequence[str]) -> bool:
    return any(_bare(text) in _bare(title) for title in titles)


def _level(element: Element) -> int:
    """1 for ``h1`` … 6 for ``h6``, 0 where no heading is around."""
    for one in (element, *list(element.iterancestors())[:2]):
        tag = one.tag if isinstance(one.tag, str) else ""
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdecimal():
            return int(tag[1])
    return 0


def _body(lines: Sequence[Unit]) -> list[Unit]:
    """The lines of the text without what builders put around it: links, counters, editors."""
    kept = [line for line in lines if line.rows or not _is_around(line)]
    while kept and not kept[-1].rows and kept[-1].linked == len(kept[-1].text):
        kept.pop()
    return kept


def _is_around(line: Unit) -> bool:
    if len(line.text) > 60:
        return len(line.text) <= 400 and _FOOT.search(line.text) is not None
    return (
        _FOOT.search(line.text) is not None
        or _LINKS.match(line.text) is not None
        or (is_furniture(line.text) and "编" in line.text)
        or (line.linked == len(line.text) and _in_list(line.element))
        or bool(line_labels(line.text))
    )


def line_labels(text: str) -> list[str]:
    """The labels of facts in a line: a line with one is about the page.

    Examples:
        >>> line_labels("发布时间：2026-03-18 来源：青川日报"), line_labels("时间：3月5日上午")
        (['发布时间', '来源'], [])
    """
    return _LABELS.findall(text) if _LABELLED.match(text) else []


def _in_list(element: Element) -> bool:
    return any(one.tag in ("li", "ul", "ol") for one in (element, *element.iterancestors()))


def _beside(lines: Sequence[Unit], head: Unit | None, body: Sequence[Unit]) -> Sequence[Unit]:
    """The lines between the headline and the text; all above the text if there is no headline."""
    if not body:
        return lines
    end = lines.index(body[0])
    start = 0 if head is None else lines.index(head) + 1
    return [line for line in lines[start:end] if len(line.text) <= 200]


def _write(
    draft: Draft, head: Unit | None, body: Sequence[Unit], paths: dict[Element, str]
) -> None:
    number = 0
    tables = 0
    for line in [*([head] if head is not None else []), *body]:
        if line.rows:
            tables += 1
            draft.table(
                [(cell, Cell(row, at, table=tables)) for at, cell in enumerate(cells, 1)]
                for row, cells in enumerate(line.rows, 1)
            )
            continue
        number += 1
        kind = HEAD if line is head else BODY
        if number == 2 and head is not None and is_dashed(line.text):
            kind = SUB
        draft.paragraph(line.text, Paragraph(number, paths.get(line.element, "")), kind=kind)


def _paths(page: Element) -> dict[Element, str]:
    """The CSS path of every element, from the nearest one with an id."""
    paths: dict[Element, str] = {page: "html"}
    for parent in page.iter():
        above = paths.get(parent)
        if above is None or is_unseen(parent):
            continue
        counts: dict[str, int] = {}
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            counts[child.tag] = counts.get(child.tag, 0) + 1
            id = child.get("id")
            named = id is not None and re.fullmatch(r"[A-Za-z][\w-]*", id) is not None
            if named or child.tag == "body":
                paths[child] = f"{child.tag}#{id}" if named else "body"
            else:
                paths[child] = f"{above} > {child.tag}:nth-of-type({counts[child.tag]})"
    return paths


def _bare(text: str) -> str:
    return _BLANKS.sub("", text.replace("\u200b", "").replace("\u3000", ""))
