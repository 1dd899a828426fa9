"""Files, folders and standard input to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.decoding import check_encoding
from gaoyou_nlp.reading.forms import FORMS
from gaoyou_nlp.reading.listing import PathOrName, Skipped, list_inputs
from gaoyou_nlp.reading.opening import MAX_BYTES, standard_input
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.reading.unique import SeenInMemory, unique
from gaoyou_nlp.records import Article, Reject

_PEEK = 64


def read(
    path: PathOrName | Iterable[PathOrName],
    *,
    encoding: str | None = None,
    form: str | None = None,
    reflow: bool | None = None,
    id_column: str = "id",
    text_column: str = "text",
    date_column: str = "date",
    max_bytes: int = MAX_BYTES,
    on_reject: Callable[[Reject], object] | None = None,
    on_skip: Callable[[Skipped], object] | None = None,
) -> Iterator[Article]:
    """Read articles; memory does not grow with their number beyond a few bytes an id.

    Parameters:
        path: A file (``.txt``, ``.jsonl``, ``.csv``, ``.tsv``, ``.parquet``, or a document: see
            ``docs/documents.md``; also with ``.gz`` or ``.zst``), a folder (its files of these
            forms, subfolders too, in the order of their names), ``-`` for
            standard input, or several of them.
        encoding: Of all files; None to detect UTF-8, GB18030 and UTF-16.
        form: ``txt``, ``jsonl``, ``csv``, ``parquet`` or ``document``; None to go by the
            name, and for standard input by its first character.
        reflow: Whether to put broken lines together. None does so for text files, which are
            also parted into articles, and leaves the texts of records as they are.
        id_column, text_column, date_column: The fields or columns of records with id, text and
            date of publication; ``data.content`` names a field inside another.
        max_bytes: What a packed file may unpack to.
        on_reject: Called with every input that cannot be read, in its place between the articles.
            Without it the first one raises.
        on_skip: Called with whatever was found and is no input: files of other forms, hidden
            ones, linked folders, files of records that hold none.

    Yields:
        The articles in the order of the inputs. Of two with the same id the first counts.

    Raises:
        ReadError: The encoding or the form is unknown, or a path is not there or does not say its
            form; without ``on_reject`` also whatever cannot be read.
        MissingExtraError: A package for ``.parquet`` or ``.zst`` is not installed.

    Examples:
        >>> import tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp(), "a.txt")
        >>> _ = file.write_text("3日，县水库开工。", encoding="gb18030")
        >>> [(article.id, article.text) for article in read(file)]
        [('a', '3日，县水库开工。')]
    """
    check_encoding(encoding)
    options = Options(encoding, reflow, id_column, text_column, max_bytes, date_column)

    def items() -> Iterator[Article | Reject]:
        for found in list_inputs(path, form=form, strict=True):
            for item in [found] if not isinstance(found, Input) else read_found(found, options):
                if not isinstance(item, Skipped):
                    yield item
                elif on_skip is not None:
                    on_skip(item)

    for item in unique(items(), SeenInMemory()):
        if isinstance(item, Article):
            yield item
        elif on_reject is None:
            raise ReadError(item.reason, path=item.path, line=item.line, offset=item.offset)
        else:
            on_reject(item)


def read_items(files: Iterable[Input], options: Options) -> Iterator[Article | Reject]:
    """Read files one after the other, articles and rejects in their order."""
    for file in files:
        yield from read_file(file, options)


def read_found(file: Input, options: Options) -> Iterator[Article | Reject | Skipped]:
    """Read a file as ``read_file`` does; one that holds no record is named, too."""
    empty = True
    for item in read_file(file, options):
        empty = False
        yield item
    if empty:
        yield Skipped(file.name, "holds no record.")


def read_file(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read a file, articles and rejects in their order; nothing where it holds no record."""
    try:
        file = file if file.form else _standard_input(file)
        yield from FORMS[file.form].load()(file, options)
    except ReadError as error:
        yield Reject(None, file.name, error.line, error.message, b"", error.offset)


def _standard_input(file: Input) -> Input:
    """Standard input with its form: JSON Lines if it begins with a brace, else text."""
    stream = standard_input()
    begins = stream.peek(_PEEK)[:_PEEK].removeprefix(b"\xef\xbb\xbf").lstrip()
    return replace(file, form="jsonl" if begins.startswith(b"{") else "txt", stream=stream)
