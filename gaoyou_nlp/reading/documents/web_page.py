"""Reads web pages: headline, main text with its tables, and what the page says about itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.bylines import parse_byline
from gaoyou_nlp.reading.characters import CONTROLS
from gaoyou_nlp.reading.documents.document import Document, Draft
from gaoyou_nlp.reading.documents.web_around import (
    elements_around,
    is_around,
    is_paper,
    is_stamp,
    line_labels,
)
from gaoyou_nlp.reading.documents.web_content import content
from gaoyou_nlp.reading.documents.web_decoding import decode_markup
from gaoyou_nlp.reading.documents.web_facts import line_facts, page_facts, paper_facts
from gaoyou_nlp.reading.documents.web_office import is_of_office, office_lines
from gaoyou_nlp.reading.documents.web_units import Element, Unit, is_unseen, units
from gaoyou_nlp.reading.kinds import BODY, HEAD, SUB, has_role
from gaoyou_nlp.reading.lines import is_dashed, is_numbered, like_headline
from gaoyou_nlp.records.anchor import Cell, Paragraph

MAX_PAGE = 32 * 2**20
"""Bytes of a web page; no article needs more."""

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITE = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|(?<=[^-–—])-(?=[^-–—]*$)")
_LONG_TITLE = 10
_NEAR = 5
"""Lines above the text among which its title stands."""

_MOST_LINES = 4
_TABLE_OF_FACTS = 20
_PUBLISHED = re.compile(
    r"(?:发布|公开|发文)(?:时间|日期)\s?[:：]\s?(?:19|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
)
_DIGIT = re.compile(r"\d")
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
    text = _PROLOGUE.sub("", CONTROLS.sub("", text))
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
    if is_of_office(page):
        kept, kinds, own = office_lines(lines)
        draft = Draft()
        _write(draft, kept, kinds, _paths(page))
        return draft.document(own.or_else(replace(facts, author=None)))
    titles = [facts.title, *_page_titles(page)]
    around = elements_around(page)
    main = content(page, lines, _named(lines, titles), around)
    inside = [line for line in lines if _within(line.element, main)]
    head = _headline(lines, inside, titles)
    body = _body(inside[inside.index(head[-1]) + 1 :] if head and head[-1] in inside else inside)
    if main not in around:
        body = [line for line in body if line.element not in around] or body
    beside = _beside(lines, head, body)
    facts = facts.or_else(line_facts([line.text for line in beside]))
    facts = facts.or_else(line_facts(_labelled_above(lines, head)))
    if head:
        facts = facts.or_else(paper_facts([line.text for line in lines[: lines.index(head[0])]]))
        body = [*filter(_belongs, beside), *body]
    if not head and not any(line.reads for line in body) and _mostly_links(lines):
        raise ReadError("is a page of links, no article.")
    draft = Draft()
    kinds = [HEAD] * len(head) + [BODY] * len(body)
    if head and body and is_dashed(body[0].text):
        kinds[len(head)] = SUB
    _write(draft, [*head, *body], kinds, _paths(page))
    named = ("".join(line.text for line in head), *titles, _table_title(lines))
    title = next(filter(None, named), "")
    if facts.title and _bare(facts.title) == _bare(title):
        title = facts.title
    return draft.document(replace(facts, title=title))


def _table_title(lines: Sequence[Unit]) -> str:
    """What stands alone in the first row of a table with which the page begins."""
    cells = [cell for cell in lines[0].rows[0] if cell] if lines[0].rows else []
    return cells[0] if len(cells) == 1 else ""


def _within(element: Element, root: Element) -> bool:
    return element is root or any(above is root for above in element.iterancestors())


def _page_titles(page: Element) -> list[str]:
    """The title in the head, whole and without the name of the site."""
    title = page.find(".//title")
    whole = _BLANKS.sub(" ", "" if title is None else title.text or "").strip()
    parts = [part for part in _SITE.split(whole) if part]
    return [whole, *sorted(parts, key=len, reverse=True)[:1]]


def _headline(lines: Sequence[Unit], inside: Sequence[Unit], titles: Sequence[str]) -> list[Unit]:
    """The lines that are the title: what the page names so, else the last of the largest heading
    above the text, else the line above the text that could be one."""
    named = _named(lines, titles)
    if named:
        return named
    first = next((line for line in inside if line.reads), inside[0] if inside else None)
    above = lines[: lines.index(first) + 1] if first is not None else lines
    for line in above:
        least = 6 if _level(line.element) else _LONG_TITLE
        if len(line.text) >= least and not line.linked and _in_title(line.text, titles):
            return [line]
    for level in (1, 2, 3):
        found = [line for line in above if _level(line.element) == level and not line.linked]
        if found:
            return found[-1:]
    could = above if first is None or (len(inside) > 1 and not first.reads) else above[:-1]
    for line in reversed(could[-_NEAR:]):
        if not (line.rows or line.linked or line_labels(line.text) or is_stamp(line.text)):
            return [line] if _like_title(line.text) else []
    return []


def _named(lines: Sequence[Unit], titles: Sequence[str]) -> list[Unit]:
    """The line, or the lines of one element, that the page names as its title."""
    wanted = {_bare(title) for title in titles if title}
    found = [[line] for line in lines if line.text and _bare(line.text) in wanted]
    for at, line in enumerate(lines):
        its = [one for one in lines[at : at + _MOST_LINES] if one.element is line.element]
        for count in range(2, len(its) + 1):
            if _bare("".join(one.text for one in its[:count])) in wanted:
                found.append(its[:count])
    found = [its for its in found if not any(line.linked for line in its)]
    headings = [its for its in found if _level(its[0].element) == 1]
    return (headings[:1] or found[-1:] or [[]])[0]


def _like_title(text: str) -> bool:
    return len(text) >= 4 and like_headline(text) and not is_numbered(text) and ">" not in text


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
    kept: list[Unit] = []
    stamped = False
    begun = False
    for line in lines:
        stamp = is_stamp(line.text) or (stamped and is_paper(line.text))
        begun = begun or (line.reads and not stamp)
        stamped = stamp and not begun
        if line.rows or not (is_around(line) or stamped):
            kept.append(line)
    while kept and not kept[-1].rows and kept[-1].linked == len(kept[-1].text):
        kept.pop()
    return kept


def _beside(lines: Sequence[Unit], head: Sequence[Unit], body: Sequence[Unit]) -> Sequence[Unit]:
    """The lines between the headline and the text; all above the text if there is no headline."""
    if not body:
        return lines
    end = lines.index(body[0])
    start = lines.index(head[-1]) + 1 if head else 0
    return [line for line in lines[start:end] if len(line.text) <= 200 and not line.rows]


def _belongs(line: Unit) -> bool:
    """Whether a line between headline and text is part of the article: a subhead, a by-line."""
    dated = _DIGIT.search(line.text) is not None
    byline = not dated and has_role(line.text) and parse_byline(line.text) is not None
    return not line_labels(line.text) and (is_dashed(line.text) or byline)


def _mostly_links(lines: Sequence[Unit]) -> bool:
    return 2 * sum(line.linked > 0 for line in lines) > len(lines)


def _labelled_above(lines: Sequence[Unit], head: Sequence[Unit]) -> list[str]:
    """The lines above the headline that name a fact: an official document's table of facts."""
    end = lines.index(head[0]) if head else 0
    found: list[str] = []
    for line in lines[max(0, end - _TABLE_OF_FACTS) : end]:
        rows = [" ".join(row) for row in line.rows] or [line.text]
        found += [text for text in rows if _PUBLISHED.search(text) and len(text) <= 200]
    return [found_in[0] for text in found if (found_in := _PUBLISHED.search(text))]


def _write(
    draft: Draft, lines: Sequence[Unit], kinds: Sequence[str], paths: dict[Element, str]
) -> None:
    number = 0
    tables = 0
    for line, kind in zip(lines, kinds, strict=True):
        if line.rows:
            tables += 1
            draft.table(
                [(cell, Cell(row, at, table=tables)) for at, cell in enumerate(cells, 1)]
                for row, cells in enumerate(line.rows, 1)
            )
            continue
        number += 1
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
