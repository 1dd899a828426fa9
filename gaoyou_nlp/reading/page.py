"""A page's paragraphs to its articles.

A page may set a headline before its article or, as a PDF often gives it, behind it. Only headlines
with evidence part articles: a subhead with a dash, a by-line that ended the text above, a by-line
or dateline that opens the text below. Other short lines are inner headings and stay where they are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.reading.bylines import has_dateline
from gaoyou_nlp.reading.kinds import BODY, BYLINE, FURNITURE, HEAD, SUB
from gaoyou_nlp.reading.lines import is_dashed, is_numbered, like_headline
from gaoyou_nlp.reading.paragraphs import Paragraph

KICKER = "kicker"
WEAK = "weak"
"""A line that looks like a headline and has nothing beside it to say so."""

_NOTE = re.compile(r"[【\[（(]?(?:编者按|编者的话|开栏的话|开栏语|编前|编者)")
_DATA = re.compile(r"来源|发布时间|发布日期|浏览|点击|字号|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}")
_LONGEST_WEAK = 40


@dataclass(frozen=True, slots=True)
class Part:
    """An article of a page: its paragraphs in reading order, each with its role.

    Parameters:
        items: (role, paragraph); roles are ``kicker``, ``head``, ``sub``, ``byline``, ``body``.
    """

    items: tuple[tuple[str, Paragraph], ...]


@dataclass(frozen=True, slots=True)
class _Block:
    """Paragraphs of one kind that stand together; ``parts`` says whether they part articles."""

    kind: str
    paragraphs: tuple[Paragraph, ...]
    parts: bool = False


def split_page(paragraphs: Sequence[Paragraph]) -> list[Part]:
    """Part the articles of a page.

    Parameters:
        paragraphs: All of it, in the order of the source.

    Returns:
        The articles in that order, at least one if there is a paragraph.

    Examples:
        >>> from gaoyou_nlp.reading.paragraphs import paragraphs
        >>> page = (
        ...     "水库建好了。 记者周敏\\n\\n守护一库清水\\n——访县水务局\\n\\n"
        ...     "公路通车了。 记者王军\\n\\n修好一条路\\n——访县公路局\\n"
        ... )
        >>> [paragraph.text for _, paragraph in split_page(paragraphs(page))[1].items]
        ['修好一条路', '——访县公路局', '公路通车了。', '记者王军']
    """
    blocks = _with_parting(_blocks(paragraphs))
    if not blocks:
        return []
    parted = _headlines_behind(blocks) if _is_behind(blocks) else _headlines_before(blocks)
    return [Part(tuple(items)) for items in parted if items]


def _blocks(paragraphs: Sequence[Paragraph]) -> list[_Block]:
    groups: list[tuple[str, list[Paragraph]]] = []
    for paragraph in paragraphs:
        kind = HEAD if paragraph.kind == SUB else paragraph.kind
        if kind == BODY and _is_weak(paragraph):
            kind = WEAK
        if groups and kind == groups[-1][0] != BODY and _together(kind, groups[-1][1], paragraph):
            groups[-1][1].append(paragraph)
        else:
            groups.append((kind, [paragraph]))
    return [_Block(kind, tuple(members)) for kind, members in groups]


def _is_weak(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return (
        1 < len(text) <= _LONGEST_WEAK
        and like_headline(text)
        and not is_numbered(text)
        and not is_dashed(text)
        and _DATA.search(text) is None
    )


def _together(kind: str, above: Sequence[Paragraph], paragraph: Paragraph) -> bool:
    """Whether a paragraph goes with those above it: a headline ends with its subhead."""
    if kind != HEAD:
        return not paragraph.gap
    return above[-1].kind == HEAD or (paragraph.kind == SUB and not paragraph.gap)


def _with_parting(blocks: list[_Block]) -> list[_Block]:
    """Mark the headlines that part articles."""
    marked: list[_Block] = []
    for at, block in enumerate(blocks):
        parts = block.kind == HEAD or (block.kind == WEAK and _has_evidence(blocks, at))
        marked.append(_Block(block.kind, block.paragraphs, parts))
    return marked


def _has_evidence(blocks: Sequence[_Block], at: int) -> bool:
    """Whether what stands around a short line says that an article begins or ends with it."""
    before = [block.kind for block in blocks[max(0, at - 2) : at]]
    after = [block.kind for block in blocks[at + 1 : at + 3]]
    if before == [BODY, BYLINE] or after == [BYLINE, BODY]:
        return True
    return after[:1] == [BODY] and has_dateline(_first(blocks[at + 1]))


def _first(block: _Block) -> str:
    return block.paragraphs[0].text


def _is_behind(blocks: Sequence[_Block]) -> bool:
    """Whether headlines stand behind their texts: the page ends with one."""
    rest = [block for block in blocks if block.kind != FURNITURE]
    return len(rest) > 1 and rest[-1].parts and any(map(_is_text, rest))


def _is_text(block: _Block) -> bool:
    """Whether a block is running text of an article, not an editor's note."""
    return block.kind == BODY and not _NOTE.match(_first(block))


def _headlines_behind(blocks: Sequence[_Block]) -> list[list[tuple[str, Paragraph]]]:
    parted: list[list[tuple[str, Paragraph]]] = []
    kicker: list[tuple[str, Paragraph]] = []
    text: list[tuple[str, Paragraph]] = []
    began = False
    for block in blocks:
        began = began or _is_text(block)
        if block.parts and not began:
            kicker += [(KICKER, paragraph) for paragraph in block.paragraphs]
        elif block.parts:
            parted.append([*kicker, *_headline(block), *text])
            kicker, text = [], []
        else:
            text += _plain(block)
    if parted:
        parted[-1] += text
    return parted


def _headlines_before(blocks: Sequence[_Block]) -> list[list[tuple[str, Paragraph]]]:
    parted: list[list[tuple[str, Paragraph]]] = [[]]
    top = next((at for at, block in enumerate(blocks) if block.kind != FURNITURE), 0)
    for at, block in enumerate(blocks):
        opens = at == top and block.kind in (HEAD, WEAK) and len(blocks) > top + 1
        if opens and _is_series(blocks[top:]):
            parted[-1] += [(KICKER, paragraph) for paragraph in block.paragraphs]
        elif opens:
            parted[-1] += _headline(block)
        elif block.parts:
            if _has_text(parted[-1]):
                parted.append([])
            parted[-1] = _placed(parted[-1], _headline(block))
        else:
            parted[-1] += _plain(block)
    return parted


def _is_series(blocks: Sequence[_Block]) -> bool:
    """Whether the first headline of a page stands over all of it: a note or headline follows."""
    rest = (b for b in blocks[1:] if b.kind != FURNITURE and not _NOTE.match(_first(b)))
    after = next(rest, None)
    return after is not None and after.parts


def _has_text(items: Sequence[tuple[str, Paragraph]]) -> bool:
    """Whether an article is more than page furniture, series headline and editor's note."""
    return any(
        role in (HEAD, SUB)
        or (role == BODY and paragraph.kind != FURNITURE and not _NOTE.match(paragraph.text))
        for role, paragraph in items
    )


def _placed(
    items: list[tuple[str, Paragraph]], headline: list[tuple[str, Paragraph]]
) -> list[tuple[str, Paragraph]]:
    """Put a headline behind a series headline and before an editor's note."""
    kicker = [item for item in items if item[0] == KICKER]
    return [*kicker, *headline, *(item for item in items if item[0] != KICKER)]


def _headline(block: _Block) -> list[tuple[str, Paragraph]]:
    """Name the lines of a headline: all but the last above a subhead are its kicker."""
    heads = [paragraph for paragraph in block.paragraphs if paragraph.kind != SUB]
    subs = [(SUB, paragraph) for paragraph in block.paragraphs if paragraph.kind == SUB]
    if block.kind == WEAK:
        return [(HEAD if at == 0 else SUB, paragraph) for at, paragraph in enumerate(heads)]
    return [*((KICKER, p) for p in heads[:-1]), *((HEAD, p) for p in heads[-1:]), *subs]


def _plain(block: _Block) -> list[tuple[str, Paragraph]]:
    kind = BYLINE if block.kind == BYLINE else BODY
    return [(kind, paragraph) for paragraph in block.paragraphs]
