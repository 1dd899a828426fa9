r"""The form of a corpus file: a header, the text with inline mark-up, the posts.

::

    id: ah-001
    kind: 考察调研
    province: 安徽省
    place: 六安市霍山县
    date: 2016-05-12
    split: train
    origin: written
    ---
    [县委|ORG][书记|TITLE][汪岳平|OFFICIAL]到[双河路改造工程|PROJECT status=在建 amount=2.1亿元]……
    ---
    汪岳平: 县委/书记; /县长

A span is ``[surface|LABEL key=value …]``. ``[``, ``]``, ``|`` and ``\`` of the text itself are
written with a ``\`` before them. Below the second ``---`` stands one official a line with the
posts ``unit/title``, the unit left empty where the text names none.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from gaoyou_nlp.errors import GaoyouError, MarkupError, os_reason, path_text, quoted
from gaoyou_nlp.labels import COMPARATORS, LABELS, OPTIONAL, STATUSES
from gaoyou_nlp.records import Post

HEADER = ("id", "kind", "province", "place", "date", "split", "origin")
LISTS = "lists"
"""The folder of the reviewed lists, beside the articles."""
SPLITS = ("train", "dev", "test", "seed")
ORIGINS = ("written", "seed", "model", "reading")
ATTRIBUTES = {
    "PROJECT": ("status", "amount"),
    "MONEY": ("low", "high", "currency", "comparator", "per", "vague"),
}
_SPECIAL = re.compile(r"[\\\[\]|]")
_Error = Callable[[str], MarkupError]


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """An annotated span; ``attributes`` holds what the mark-up says beyond the label."""

    start: int
    end: int
    label: str
    text: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of the corpus as its file gives it.

    Parameters:
        header: The lines above the first rule, all of ``HEADER``.
        text: The bare text.
        spans: Ordered, not overlapping.
        posts: The posts of each official of the article.
        path: The file.
    """

    header: Mapping[str, str]
    text: str
    spans: tuple[GoldSpan, ...]
    posts: Mapping[str, tuple[Post, ...]]
    path: str = ""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.header["id"]


def parse_markup(marked: str, *, path: str = "", line: int = 1) -> tuple[str, tuple[GoldSpan, ...]]:
    r"""Read inline mark-up.

    Parameters:
        marked: Text with mark-up.
        path, line: Where it stands, for errors.

    Returns:
        The bare text and its spans.

    Raises:
        MarkupError: A bracket that is not closed or not escaped, an unknown label or attribute,
            a span with white space at an edge.

    Examples:
        >>> parse_markup("[高邮|GPE]好")[1][0].text
        '高邮'
    """
    text: list[str] = []
    spans: list[GoldSpan] = []
    length = at = 0

    def error(message: str) -> MarkupError:
        return MarkupError(message, path=path, line=line + marked.count("\n", 0, at))

    while at < len(marked):
        found = _SPECIAL.search(marked, at)
        stop = len(marked) if found is None else found.start()
        text.append(marked[at:stop])
        length += stop - at
        at = stop
        if found is None:
            break
        if found[0] == "\\":
            text.append(_escaped(marked, at, error))
            length += 1
            at += 2
        elif found[0] == "[":
            span, at = _span(marked, at, length, error)
            spans.append(span)
            text.append(span.text)
            length = span.end
        else:
            raise error(f"{found[0]!r} outside of a span. Write it as \\{found[0]}.")
    return "".join(text), tuple(spans)


def _escaped(marked: str, at: int, error: _Error) -> str:
    if not _SPECIAL.fullmatch(marked[at + 1 : at + 2]):
        raise error("a \\ must stand before [, ], | or \\.")
    return marked[at + 1]


def _span(marked: str, at: int, start: int, error: _Error) -> tuple[GoldSpan, int]:
    surface: list[str] = []
    at += 1
    while True:
        found = _SPECIAL.search(marked, at)
        if found is None or found[0] in "[]":
            raise error("a span is not closed. Write [text|LABEL].")
        surface.append(marked[at : found.start()])
        at = found.start()
        if found[0] == "|":
            break
        surface.append(_escaped(marked, at, error))
        at += 2
    close = marked.find("]", at)
    if close < 0 or "\n" in marked[at:close]:
        raise error("a span is not closed. Write [text|LABEL].")
    label, *pairs = marked[at + 1 : close].split(" ")
    text = "".join(surface)
    if not text or text != text.strip():
        raise error(f"the span {quoted(text)} is empty or has white space at an edge.")
    if label not in LABELS and label != OPTIONAL:
        raise error(
            f"unknown label {quoted(label)}. Labels are {', '.join(LABELS)} and {OPTIONAL}."
        )
    return GoldSpan(start, start + len(text), label, text, _attributes(label, pairs, error)), (
        close + 1
    )


def _attributes(label: str, pairs: list[str], error: _Error) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not value or key not in ATTRIBUTES.get(label, ()) or key in attributes:
            known = ", ".join(ATTRIBUTES.get(label, ())) or "none"
            raise error(f"{quoted(pair)} is no attribute of {label}. It has: {known}.")
        if key == "status" and value not in STATUSES:
            raise error(f"unknown status {quoted(value)}. Use one of {', '.join(STATUSES)}.")
        if key == "comparator" and value not in COMPARATORS:
            raise error(f"unknown comparator {quoted(value)}. Use one of {' '.join(COMPARATORS)}.")
        attributes[key] = value
    return attributes


def write_markup(text: str, spans: tuple[GoldSpan, ...]) -> str:
    r"""Write a text and its spans as inline mark-up: the inverse of ``parse_markup``.

    Parameters:
        text: The bare text.
        spans: Ordered, not overlapping.

    Returns:
        The marked text.

    Examples:
        >>> write_markup("高邮[好]", (GoldSpan(0, 2, "GPE", "高邮"),))
        '[高邮|GPE]\\[好\\]'
    """
    parts: list[str] = []
    at = 0
    for span in spans:
        attributes = "".join(f" {key}={value}" for key, value in span.attributes.items())
        parts.append(_escape(text[at : span.start]))
        parts.append(f"[{_escape(span.text)}|{span.label}{attributes}]")
        at = span.end
    parts.append(_escape(text[at:]))
    return "".join(parts)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)


def parse_article(content: str, *, path: str = "") -> GoldArticle:
    """Read a corpus file's content.

    Parameters:
        content: All of it, lines ended by ``\\n``.
        path: Its file, for errors.

    Returns:
        The article.

    Raises:
        MarkupError: Naming file and line.
    """
    if "\r" in content:
        raise MarkupError("has \\r. End lines by \\n alone.", path=path)
    lines = content.split("\n")
    rules = [i for i, line in enumerate(lines) if line == "---"]
    if len(rules) not in (1, 2):
        raise MarkupError(
            "expected a header, a line ---, the text, and if there are posts a line --- and them.",
            path=path,
        )
    header = _header(lines[: rules[0]], path)
    text_end = rules[1] if len(rules) == 2 else len(lines)
    marked = "\n".join(lines[rules[0] + 1 : text_end]).rstrip("\n")
    text, spans = parse_markup(marked, path=path, line=rules[0] + 2)
    posts: dict[str, tuple[Post, ...]] = {}
    for number, line in enumerate(lines[text_end + 1 :], text_end + 2):
        if line:
            name, its_posts = _posts(line, path, number)
            if name in posts:
                raise MarkupError(f"{quoted(name)} has posts already.", path=path, line=number)
            posts[name] = its_posts
    return GoldArticle(header, text, spans, posts, path)


def _header(lines: list[str], path: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        key, colon, value = line.partition(": ")
        if not colon or key not in HEADER or key in header or not value.strip():
            raise MarkupError(
                f"{quoted(line)} is no header line. Write {', '.join(HEADER)}, one a line.",
                path=path,
                line=number,
            )
        header[key] = value.strip()
    missing = [key for key in HEADER if key not in header]
    if missing:
        raise MarkupError(f"the header lacks {', '.join(missing)}.", path=path, line=1)
    for key, known in (("split", SPLITS), ("origin", ORIGINS)):
        if header[key] not in known:
            raise MarkupError(
                f"unknown {key} {quoted(header[key])}. Use one of {', '.join(known)}.", path=path
            )
    return header


def _posts(line: str, path: str, number: int) -> tuple[str, tuple[Post, ...]]:
    name, colon, rest = line.partition(": ")
    posts = []
    for item in rest.split("; "):
        org, slash, title = item.strip().rpartition("/")
        if not colon or not slash or not title:
            raise MarkupError(
                f"{quoted(line)} is no line of posts. Write  name: unit/title; /title",
                path=path,
                line=number,
            )
        posts.append(Post(org or None, title))
    return name.strip(), tuple(posts)


def write_article(article: GoldArticle) -> str:
    """Write an article as the content of a corpus file: the inverse of ``parse_article``."""
    lines = [f"{key}: {article.header[key]}" for key in HEADER]
    lines += ["---", write_markup(article.text, article.spans)]
    if article.posts:
        lines.append("---")
        for name, posts in article.posts.items():
            lines.append(f"{name}: " + "; ".join(f"{p.org or ''}/{p.title}" for p in posts))
    return "\n".join(lines) + "\n"


def article_paths(folder: Path) -> list[Path]:
    """Return the article files of a corpus folder, ordered.

    Raises:
        GaoyouError: There are none, or a folder cannot be listed.
    """
    skipped = {"pages", "built", LISTS}

    def refuse(error: OSError) -> None:
        raise GaoyouError(f"cannot be listed: {os_reason(error)}.", path=error.filename or folder)

    paths = [
        Path(here, name)
        for here, _, names in os.walk(folder, onerror=refuse)
        if not skipped & set(Path(here).relative_to(folder).parts)
        for name in names
        if name.endswith(".txt")
    ]
    if not paths:
        raise GaoyouError("no article files (.txt) found. Name a corpus folder.", path=folder)
    return sorted(paths)


def read_corpus(folder: str | Path) -> Iterator[GoldArticle]:
    """Read every article file below a folder, in the order of their paths.

    Parameters:
        folder: Such as ``corpus/``; files in ``pages``, ``built`` and ``lists`` are not articles.

    Yields:
        The articles.

    Raises:
        MarkupError: At the first file that is not well formed.
    """
    for path in article_paths(Path(folder)):
        yield read_article(path)


def read_article(path: Path) -> GoldArticle:
    """Read a corpus file.

    Raises:
        MarkupError: It cannot be opened, is not UTF-8, or is not well formed.
    """
    try:
        content = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise MarkupError("is not UTF-8.", path=path, offset=error.start) from error
    except OSError as error:
        raise MarkupError(f"cannot be opened: {os_reason(error)}.", path=path) from error
    return parse_article(content, path=path_text(path))
