"""The form of a corpus file: a header, the text with inline mark-up, the posts, the records.

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

A span is ``[surface|LABEL key=value …]`` (``inline.py``). Below the second ``---`` stands one
official a line with the posts ``unit/title``, the unit left empty where the text names none; what
the text says of the post beyond that stands behind it: ``县教育局/局长 (removed)``. A header with
the line ``records: complete`` promises that every change of a post is marked so, and that below a
third ``---`` stand all dates, statements, figures and groups of projects (``record_lines.py``).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from gaoyou_nlp.corpora.gold_records import GoldRecords
from gaoyou_nlp.corpora.inline import GoldSpan, parse_markup, write_markup
from gaoyou_nlp.corpora.record_lines import RecordLineError, parse_records
from gaoyou_nlp.corpora.record_writing import write_records
from gaoyou_nlp.errors import GaoyouError, MarkupError, os_reason, path_text, quoted
from gaoyou_nlp.labels import CHANGES
from gaoyou_nlp.records import Post

HEADER = ("id", "kind", "province", "place", "date", "split", "origin")
COMPLETE = "records"
"""The line of the header that an article with all its records has: ``records: complete``."""
LISTS = "lists"
"""The folder of the reviewed lists, beside the articles."""
SPLITS = ("train", "dev", "test", "seed")
ORIGINS = ("written", "seed", "model", "reading")
_CHANGED = re.compile(r" \(([a-z]+)\)$")


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article of the corpus as its file gives it.

    Parameters:
        header: The lines above the first rule, all of ``HEADER``, and ``records`` perhaps.
        text: The bare text.
        spans: Ordered, not overlapping.
        posts: The posts of each official of the article.
        path: The file.
        records: All dates, statements, figures and groups; None where they are not annotated.
    """

    header: Mapping[str, str]
    text: str
    spans: tuple[GoldSpan, ...]
    posts: Mapping[str, tuple[Post, ...]]
    path: str = ""
    records: GoldRecords | None = None

    @property
    def id(self) -> str:
        """The article's id."""
        return self.header["id"]


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
    if not 1 <= len(rules) <= 3:
        raise MarkupError(
            "expected a header, a line ---, the text, and if there are posts a line --- and them; "
            "if there are records a third line --- and them.",
            path=path,
        )
    header = _header(lines[: rules[0]], path)
    ends = [*rules[1:], len(lines), len(lines)]
    marked = "\n".join(lines[rules[0] + 1 : ends[0]]).rstrip("\n")
    text, spans = parse_markup(marked, path=path, line=rules[0] + 2)
    posts = _all_posts(lines, ends[0] + 1, ends[1], path)
    records = None
    if COMPLETE in header:
        rest = [(at + 1, lines[at]) for at in range(ends[1] + 1, len(lines)) if lines[at]]
        try:
            records = parse_records(rest, text)
        except RecordLineError as error:
            raise MarkupError(f"{error}.", path=path, line=error.line) from error
    elif len(rules) == 3:
        raise MarkupError("has records, but no line  records: complete  above.", path=path)
    return GoldArticle(header, text, spans, posts, path, records)


def _all_posts(lines: list[str], start: int, end: int, path: str) -> dict[str, tuple[Post, ...]]:
    posts: dict[str, tuple[Post, ...]] = {}
    for at in range(start, end):
        if lines[at]:
            name, its_posts = _posts(lines[at], path, at + 1)
            if name in posts:
                raise MarkupError(f"{quoted(name)} has posts already.", path=path, line=at + 1)
            posts[name] = its_posts
    return posts


def _header(lines: list[str], path: str) -> dict[str, str]:
    header: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        key, colon, value = line.partition(": ")
        is_known = key in HEADER or line == f"{COMPLETE}: complete"
        if not colon or not is_known or key in header or not value.strip():
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
        change = _CHANGED.search(title)
        if change is not None and change[1] not in CHANGES:
            raise MarkupError(
                f"unknown change {quoted(change[1])}. Use one of {', '.join(CHANGES)}.",
                path=path,
                line=number,
            )
        bare = title[: change.start()] if change else title
        posts.append(Post(org or None, bare, change[1] if change else None))
    return name.strip(), tuple(posts)


def write_article(article: GoldArticle) -> str:
    """Write an article as the content of a corpus file: the inverse of ``parse_article``."""
    lines = [f"{key}: {article.header[key]}" for key in HEADER]
    if article.records is not None:
        lines.append(f"{COMPLETE}: complete")
    lines += ["---", write_markup(article.text, article.spans)]
    if article.posts or article.records is not None:
        lines.append("---")
        for name, posts in article.posts.items():
            lines.append(f"{name}: " + "; ".join(map(_written_post, posts)))
    if article.records is not None:
        lines += ["---", *write_records(article.records, article.text)]
    return "\n".join(lines) + "\n"


def _written_post(post: Post) -> str:
    change = f" ({post.change})" if post.change else ""
    return f"{post.org or ''}/{post.title}{change}"


def article_paths(folder: Path) -> list[Path]:
    """Return the article files of a corpus folder, ordered.

    Raises:
        GaoyouError: There are none, or a folder cannot be listed.
    """
    skipped = {"pages", "built", "unseen", LISTS}

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
        folder: Such as ``corpus/``; files in ``pages``, ``built`` and ``lists`` are not articles,
            and those in ``unseen`` are read only where that folder itself is given.

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
