"""Text to articles: paragraphs, page, and the one text of each article with its map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gaoyou_nlp.reading.bylines import dateline_authors, parse_byline
from gaoyou_nlp.reading.kinds import BODY, BYLINE, HEAD, SUB
from gaoyou_nlp.reading.page import KICKER, Part, split_page
from gaoyou_nlp.reading.paragraphs import Paragraph, paragraphs
from gaoyou_nlp.records import Article, Source, SourceMap


def reflow(text: str) -> tuple[str, SourceMap]:
    r"""Put together what is broken over lines: one paragraph, headline or by-line a line.

    Parameters:
        text: Any text. Lines end with any of the line ends of Unicode.

    Returns:
        The reflowed text, and the map from its offsets to those of ``text``. The order is that
        of ``text``, but a page number inside a paragraph comes behind it. What was taken out is
        blanks and line breaks only; what was put in is line feeds, tabs between the cells of rows,
        and single spaces in the place of blanks.

    Examples:
        >>> text, source = reflow("近日，新区党工委书记陈一\n鸣在接受采访时说，新区\n要发展。\n")
        >>> text
        '近日，新区党工委书记陈一鸣在接受采访时说，新区要发展。'
        >>> source.to_source(10, 13)
        (10, 14)
    """
    return assemble(paragraphs(text))


def articles(text: str, id: str, source: Source | None = None) -> list[Article]:
    """Part a page into its articles.

    Parameters:
        text: The decoded page.
        id: The article's id; with several articles ``#1``, ``#2`` … are added.
        source: Where the page came from.

    Returns:
        The articles in the order of the page; none for a text without characters.

    Examples:
        >>> articles("县水库开工\\n\\n3日，县水库开工，王军到场。\\n", "a")[0].title
        '县水库开工'
    """
    parts = split_page(paragraphs(text))
    ids = [id] if len(parts) == 1 else [f"{id}#{n}" for n in range(1, len(parts) + 1)]
    return [
        build_article(part, article_id, source) for part, article_id in zip(parts, ids, strict=True)
    ]


def assemble(items: Iterable[Paragraph]) -> tuple[str, SourceMap]:
    """Join paragraphs to one text, each a line of its own, with its map."""
    text: list[str] = []
    runs: list[tuple[int, int, int]] = []
    length = 0
    for paragraph in items:
        runs += [(length + start, place, size) for start, place, size in paragraph.runs]
        text.append(paragraph.text)
        length += len(paragraph.text) + 1
    return "\n".join(text), SourceMap(tuple(runs))


def build_article(part: Part, id: str, source: Source | None) -> Article:
    """Make the article of a part of a page."""
    text, source_map = assemble(paragraph for _, paragraph in part.items)
    byline = _lines(part, BYLINE)
    authors = tuple(
        author
        for role, paragraph in part.items
        if role == BYLINE
        for author in parse_byline(paragraph.text)
    )
    body = [paragraph.text for role, paragraph in part.items if role == BODY]
    if not byline and body:
        byline, authors = dateline_authors(body[0])
    return Article(
        id=id,
        text=text,
        title=_lines(part, HEAD),
        subtitle=_lines(part, SUB),
        kicker=_lines(part, KICKER),
        byline=byline,
        authors=authors,
        source=source,
        source_map=source_map,
    )


def _lines(part: Part, wanted: str) -> str:
    return "\n".join(_texts(part.items, wanted))


def _texts(items: Sequence[tuple[str, Paragraph]], wanted: str) -> list[str]:
    return [paragraph.text for role, paragraph in items if role == wanted]
