"""Which part of a web page is its article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from gaoyou_nlp.reading.documents.official import is_signed_date
from gaoyou_nlp.reading.documents.web_around import is_foot, is_stamp
from gaoyou_nlp.reading.documents.web_units import Element, Unit

_LEAST = 12
"""Characters of running text that a known element must hold to be believed."""

_BELOW_HEAD = 4
"""How many times as much the text right below the headline counts."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIGNATURE = 4
"""Lines of a signature: some bureaus, and the day."""

_MOSTLY = 0.7
"""Share of running text in what a wider element adds, from which on the article is wider."""


def content(
    page: Element,
    lines: Sequence[Unit],
    head: Sequence[Unit] = (),
    around: frozenset[Element] = frozenset(),
) -> Element:
    """Find the element that holds the article.

    Parameters:
        page: The whole page.
        lines: Its ``units``.
        head: Those that are certainly its headline.
        around: Elements that stand around an article by their names.

    Returns:
        The element that a known builder of sites uses; else the only ``article``; else the one
        with most running text, widened as long as what comes in is running text too. The text
        right below the headline counts more than others, what is named as a foot or a side does
        not count.

    Examples:
        >>> from lxml import html
        >>> from gaoyou_nlp.reading.documents.web_units import units
        >>> page = html.fromstring(
        ...     "<div><ul><li><a>首页</a></ul>"
        ...     "<div class=c><p>3日，县水库开工。<p>王军到场。</div></div>"
        ... )
        >>> content(page, list(units(page))).get("class")
        'c'
    """
    texts = [line for line in lines if line.reads and not is_foot(line.text)]
    texts = [line for line in texts if line.element not in around] or texts
    running, whole = _sums(page, lines, texts)
    quiet, _ = _sums(page, lines, [line for line in lines if _is_quiet(line, head)])
    best = max(_known(page), key=lambda element: running[element], default=None)
    if best is not None and running[best] >= _LEAST:
        return best
    articles = [element for element in page.iter("article") if running[element] >= _LEAST]
    root = articles[0] if len(articles) == 1 else page
    weights: Counter[Element] = Counter()
    for line in texts:
        if root is page or root in line.element.iterancestors():
            weights[line.container] += line.size
    below = _below(lines, texts, head)
    if below is not None and below.container in weights:
        weights[below.container] *= _BELOW_HEAD
    if not weights:
        return root
    best = max(weights, key=lambda element: weights[element])
    while best is not root and best.getparent() is not None:
        wider = best.getparent()
        more = running[wider] - running[best]
        added = whole[wider] - whole[best] - quiet[wider] + quiet[best]
        if (
            (more == 0 and whole[wider] == whole[best])
            or (more > 0 and more >= _MOSTLY * added)
            or (more == 0 and _is_signed(lines, best, wider))
        ):
            best = wider
        else:
            break
    return best


def _is_quiet(line: Unit, head: Sequence[Unit]) -> bool:
    """Whether a line says nothing for or against what holds it: the headline, a heading, a day."""
    return not line.linked and (
        line in head or line.element.tag in _HEADINGS or is_stamp(line.text)
    )


def _is_signed(lines: Sequence[Unit], inner: Element, outer: Element) -> bool:
    """Whether all that an element adds to one inside it is the signature of the text with its
    day."""
    inside = [line for line in lines if outer in (line.element, *line.element.iterancestors())]
    last = [
        at
        for at, line in enumerate(inside)
        if inner in (line.element, *line.element.iterancestors())
    ]
    added = inside[max(last) + 1 :] if last else []
    return (
        0 < len(added) <= _SIGNATURE
        and len(added) + len(last) == len(inside)
        and not any(line.linked for line in added)
        and is_signed_date(added[-1].text)
    )


def _below(lines: Sequence[Unit], texts: Sequence[Unit], head: Sequence[Unit]) -> Unit | None:
    """The first line of running text below the headline."""
    if not head:
        return None
    reads = set(map(id, texts))
    below = lines[lines.index(head[-1]) + 1 :]
    return next((line for line in below if id(line) in reads), None)


def _sums(
    root: Element, lines: Sequence[Unit], texts: Sequence[Unit]
) -> tuple[Counter[Element], Counter[Element]]:
    """Characters of running text, and of all text, in each element."""
    reads = set(map(id, texts))
    running: Counter[Element] = Counter()
    whole: Counter[Element] = Counter()
    for line in lines:
        element = line.element
        while element is not None:
            whole[element] += line.size
            running[element] += line.size if id(line) in reads else 0
            if element is root:
                break
            element = element.getparent()
    return running, whole


def _known(page: Element) -> list[Element]:
    names = _names()
    return [
        element
        for element in page.iter()
        if isinstance(element.tag, str)
        and any(
            (attribute, word) in names
            for attribute in ("id", "class", "itemprop")
            for word in (element.get(attribute) or "").split()
        )
    ]


@lru_cache(maxsize=1)
def _names() -> frozenset[tuple[str, str]]:
    table = (files(__package__) / "content_elements.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return frozenset((attribute, value) for attribute, value, _ in rows)
