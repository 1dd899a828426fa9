"""Turns annotated articles of any format back into corpus files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.corpora.markup import (
    HEADER,
    GoldArticle,
    article_paths,
    parse_article,
    read_corpus,
    write_article,
)
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.errors import GaoyouError, MarkupError, WriteError, quoted
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.formats.brat import file_name
from gaoyou_nlp.records import Amount, Project, Record, decimal_string

DEFAULTS: Mapping[str, str] = {
    "kind": "未知",
    "province": "未知",
    "place": "未知",
    "split": "train",
    "origin": "written",
}
"""What the header says where nobody says more."""

_UNWRITABLE = re.compile(r"[ \n\]]")
"""What the value of an attribute cannot hold."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A corpus file that was written.

    Parameters:
        path: The file.
        losses: What the article held and a corpus file cannot say, in words.
    """

    path: Path
    losses: tuple[str, ...] = ()


def import_records(
    records: Iterable[Record],
    folder: str | Path,
    header: Mapping[str, str],
    *,
    defaults: Mapping[str, str] = DEFAULTS,
    overwrite: bool = False,
) -> list[Imported]:
    """Write annotated articles as corpus files; nothing is written unless all can be.

    Parameters:
        records: With distinct ids.
        folder: A corpus folder, or one to be made.
        header: Lines of the header but for the id.
        defaults: Lines that are given neither by ``header`` nor by the file that is replaced.
        overwrite: Whether an article of the folder that has the same id may be replaced. From
            records with spans alone, its posts and the attributes of its spans stay.

    Returns:
        The files, in the order of the records.

    Raises:
        WriteError: An article is there already, an id comes twice, or an article cannot be written
            in the form of a corpus file.
        MarkupError: A file of the folder is not well formed.
    """
    folder = Path(folder)
    present = _present(folder)
    contents: dict[Path, str] = {}
    written: list[Imported] = []
    for record in records:
        before = present.get(record.id)
        path = folder / f"{file_name(record.id)}.txt" if before is None else Path(before.path)
        if path in contents:
            raise WriteError(f"the id {quoted(record.id)} comes twice.", path=path)
        if not overwrite and (before is not None or path.exists()):
            raise WriteError("is there already. Choose another folder, or --overwrite.", path=path)
        lines = {**defaults, **(before.header if before else {}), **header, "id": record.id}
        article = gold_article(record, lines, before)
        contents[path] = _content(article, path)
        written.append(Imported(path, tuple(losses(article, record))))
    for path, content in contents.items():
        with atomic_file(path, overwrite=overwrite) as stream:
            stream.write(content.encode("utf-8"))
    return written


def gold_article(
    record: Record, header: Mapping[str, str], before: GoldArticle | None = None
) -> GoldArticle:
    """Build the article of a corpus from a record: the inverse of ``gold_record``.

    Parameters:
        record: Rules, scores and canonical names are left out, and line ends after the text.
        header: All lines of the header.
        before: The article that this one takes the place of. Where the record holds spans alone,
            its posts stay, and its attributes and records if the text is the same.

    Returns:
        The article. Amounts that the money grammar reads itself have no attributes.

    Examples:
        >>> from gaoyou_nlp.records import Article, Span
        >>> record = Record(Article("1", "投资5亿元"), (Span(2, 5, "MONEY", "5亿元"),))
        >>> gold_article(record, {"id": "1"}).spans[0].attributes
        {}
    """
    text = record.text.rstrip("\n")
    bare = tuple(GoldSpan(s.start, s.end, s.label, s.text) for s in record.spans)
    posts = {o.name: o.posts for o in record.officials if o.posts}
    kept, records = {}, None
    if before is not None and before.text == text:
        records = before.records
        kept = {(s.start, s.end, s.label): s.attributes for s in before.spans}
    same = tuple(replace(s, attributes=kept.get((s.start, s.end, s.label), {})) for s in bare)
    if not (record.officials or record.amounts or record.projects):
        names = {span.text for span in bare if span.label == "OFFICIAL"}
        old_posts = {} if before is None else before.posts
        kept_posts = {name: posts for name, posts in old_posts.items() if name in names}
        return GoldArticle(header, text, same, kept_posts, records=records)
    gold = gold_record(GoldArticle(header, text, same, posts))
    if (gold.amounts, gold.projects) == (record.amounts, record.projects):
        return GoldArticle(header, text, same, posts, records=records)
    read = dict(gold_record(GoldArticle(header, text, bare, {})).amounts)
    attributes = _of_amounts(record, read) | _of_projects(record)
    spans = tuple(replace(s, attributes=attributes.get(i, {})) for i, s in enumerate(bare))
    return GoldArticle(header, text, spans, posts, records=records)


def losses(article: GoldArticle, record: Record) -> list[str]:
    """Say which amounts and projects of a record its article does not give back.

    Parameters:
        article: Made from the record.
        record: The record.

    Returns:
        A sentence a loss.
    """
    gold = gold_record(article)
    amounts = dict(gold.amounts)
    sentences = [
        f"the amount {amount.text!r} reads otherwise from a corpus file."
        for at, amount in record.amounts
        if amount != amounts.get(at)
    ]
    projects = {p.name: (p.status, _sum_of(gold, p.amount)) for p in gold.projects}
    for project in record.projects:
        wanted = (project.status, _sum_of(record, project.amount))
        at = _carrier(record, project)
        found = None if at is None else projects.get(record.spans[at].text)
        if wanted not in ((None, None), found):
            sentences.append(f"status or amount of {project.name!r} cannot be written.")
    return sentences


def _present(folder: Path) -> dict[str, GoldArticle]:
    try:
        article_paths(folder)
    except GaoyouError:
        return {}
    return {article.id: article for article in read_corpus(folder)}


def _content(article: GoldArticle, path: Path) -> str:
    """The content of the file, proven to read back as the same article."""
    absent = [key for key in HEADER if not article.header.get(key)]
    if absent:
        raise WriteError(f"the header lacks {', '.join(absent)}.", path=path)
    if "---" in article.text.split("\n"):
        raise WriteError(
            f"the text of {quoted(article.id)} has a line ---. Take it out.", path=path
        )
    content = write_article(article)
    try:
        again = parse_article(content)
    except MarkupError as error:
        reason = f"the article {quoted(article.id)} does not fit a corpus file: {error.message}"
        raise WriteError(reason, path=path) from error
    lines = {key: article.header[key] for key in again.header}
    if again != replace(article, header=lines):
        reason = f"the article {quoted(article.id)} would not read back the same."
        raise WriteError(f"{reason} Look for / or ; in its posts.", path=path)
    return content


def _of_amounts(record: Record, read: Mapping[int, Amount]) -> dict[int, dict[str, str]]:
    """What the mark-up must say of amounts that the grammar reads otherwise."""
    attributes: dict[int, dict[str, str]] = {}
    for at, amount in record.amounts:
        other = read.get(at)
        if other is None or other == amount:
            continue
        given: dict[str, str] = {}
        if (amount.low, amount.high) != (other.low, other.high):
            bounds = (("low", amount.low), ("high", amount.high))
            given = {key: decimal_string(value) for key, value in bounds if value is not None}
        for key in ("currency", "comparator", "per"):
            value = getattr(amount, key)
            if value and value != getattr(other, key) and not _UNWRITABLE.search(value):
                given[key] = value
        if amount.vague != other.vague:
            given["vague"] = "true" if amount.vague else "false"
        attributes[at] = given
    return attributes


def _of_projects(record: Record) -> dict[int, dict[str, str]]:
    attributes: dict[int, dict[str, str]] = {}
    for project in record.projects:
        amount = _sum_of(record, project.amount)
        given = {"status": project.status} if project.status else {}
        if amount and not _UNWRITABLE.search(amount):
            given["amount"] = amount
        at = _carrier(record, project)
        if given and at is not None:
            attributes[at] = given
    return attributes


def _sum_of(record: Record, at: int | None) -> str | None:
    return None if at is None else record.amounts[at][1].text


def _carrier(record: Record, project: Project) -> int | None:
    """The span that a project's attributes are written on: one of its full name, else the first."""
    named = (i for i in project.mentions if record.spans[i].text == project.name)
    return next(named, project.mentions[0] if project.mentions else None)
