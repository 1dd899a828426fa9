"""Runs every check over a corpus folder with its reviewed lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from gaoyou_nlp.corpora.check import Finding, check_article
from gaoyou_nlp.corpora.copying import check_copying, texts_of
from gaoyou_nlp.corpora.leaks import check_corpus
from gaoyou_nlp.corpora.markup import LISTS, GoldArticle, article_paths, read_article
from gaoyou_nlp.errors import MarkupError, ReadError, first_line, path_text


def read_list(path: Path) -> list[str]:
    """Return the entries of a reviewed list: one a line, ``#`` begins a remark; [] if absent."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        raise ReadError(f"cannot be read: {first_line(error)}.", path=path) from error
    return [line for line in lines if line and not line.startswith("#")]


def check_folder(folder: str | Path, others: Sequence[str | Path] = ()) -> Iterator[Finding]:
    """Run every check over a corpus.

    Parameters:
        folder: Such as ``corpus/``. Its ``lists`` hold what a person has reviewed: ``bare.tsv``
            (article id, surface), ``famous.txt`` (names that may stand in many articles),
            ``formulas.txt`` (runs that may stand in other texts).
        others: JSONL files, or folders of them, that nothing may be copied from.

    Yields:
        One finding a problem; a file that is not well formed is one, and the rest goes on.
    """
    folder = Path(folder)
    reviewed = {
        (article, surface)
        for article, _, surface in (
            line.partition("\t") for line in read_list(folder / LISTS / "bare.tsv")
        )
    }
    articles: list[GoldArticle] = []
    for path in article_paths(folder):
        try:
            article = read_article(path)
        except MarkupError as error:
            yield Finding(path_text(path), "form", error.message)
            continue
        articles.append(article)
        if path.stem != article.id:
            yield Finding(str(path), "id", f"{article.id!r} is not the name of the file.")
        yield from check_article(article, reviewed)
    yield from check_corpus(articles, set(read_list(folder / LISTS / "famous.txt")))
    if others:
        texts = (text for other in others for text in texts_of(Path(other)))
        yield from check_copying(articles, texts, read_list(folder / LISTS / "formulas.txt"))
