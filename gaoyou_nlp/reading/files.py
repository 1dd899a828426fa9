"""Files, folders and standard input to articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from os import PathLike, fspath
from pathlib import Path

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.delimited import read_delimited
from gaoyou_nlp.reading.documents.reader import ENDINGS, read_document
from gaoyou_nlp.reading.json_lines import read_json_lines
from gaoyou_nlp.reading.opening import MAX_BYTES, STDIN, is_packed, standard_input
from gaoyou_nlp.reading.parquet_file import read_parquet
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.reading.text_file import read_text
from gaoyou_nlp.records import Article, Reject

FORMS = {
    ".txt": "txt",
    ".text": "txt",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    **dict.fromkeys(ENDINGS, "document"),
}
"""What a file's name says of its form; ``.gz`` and ``.zst`` may follow, save for Parquet."""

_READERS: dict[str, Callable[[Input, Options], Iterator[Article | Reject]]] = {
    "txt": read_text,
    "jsonl": read_json_lines,
    "csv": read_delimited,
    "parquet": read_parquet,
    "document": read_document,
}

_PEEK = 64

PathOrName = str | PathLike[str]


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

    Yields:
        The articles in the order of the inputs. Of two with the same id the first counts.

    Raises:
        ReadError: An input is not there or has an unknown form; without ``on_reject`` also
            whatever cannot be read.
        MissingExtraError: A package for ``.parquet`` or ``.zst`` is not installed.

    Example:
        >>> import tempfile, pathlib
        >>> file = pathlib.Path(tempfile.mkdtemp(), "a.txt")
        >>> _ = file.write_text("3日，县水库开工。", encoding="gb18030")
        >>> [(article.id, article.text) for article in read(file)]
        [('a', '3日，县水库开工。')]
    """
    options = Options(encoding, reflow, id_column, text_column, max_bytes, date_column)
    for item in unique(read_items(inputs(path, form=form), options)):
        if isinstance(item, Article):
            yield item
        elif on_reject is None:
            raise ReadError(item.reason, path=item.path, line=item.line, offset=item.offset)
        else:
            on_reject(item)


def inputs(path: PathOrName | Iterable[PathOrName], *, form: str | None = None) -> Iterator[Input]:
    """Name the files that some inputs stand for, folders opened.

    Raises:
        ReadError: One is not there, or its name does not say its form.
    """
    paths = [path] if isinstance(path, (str, PathLike)) else path
    for one in paths:
        name = fspath(one)
        if form is not None and form not in _READERS:
            raise ReadError(f"unknown form {form!r}. Use one of {', '.join(_READERS)}.", path=name)
        if name == STDIN:
            yield Input(STDIN, "stdin", form or "")
        elif Path(name).is_dir():
            yield from _folder(Path(name), form)
        elif not Path(name).exists():
            raise ReadError("is not there.", path=name)
        else:
            its = form or form_of(name)
            if its is None:
                known = ", ".join(FORMS)
                raise ReadError(
                    f"the name does not say the form. Known are {known}; or name the form.",
                    path=name,
                )
            yield Input(name, _stem(Path(name).name), its)


def form_of(name: str) -> str | None:
    """Return the form that a file's name says, None where it says none.

    Example:
        >>> [form_of(name) for name in ("a/news.jsonl.gz", "page.txt", "page.docx", "page.png")]
        ['jsonl', 'txt', 'document', None]
    """
    path = Path(name)
    if is_packed(name):
        path = path.with_suffix("")
    if not path.suffix:
        return "txt"
    found = FORMS.get(path.suffix.lower())
    return None if found == "parquet" and is_packed(name) else found


def read_items(files: Iterable[Input], options: Options) -> Iterator[Article | Reject]:
    """Read files one after the other, articles and rejects in their order."""
    for file in files:
        its = file if file.form else _standard_input(file)
        yield from _READERS[its.form](its, options)


def unique(items: Iterable[Article | Reject]) -> Iterator[Article | Reject]:
    """Turn every article whose id was met before into a reject."""
    met: set[bytes] = set()
    for item in items:
        if isinstance(item, Article):
            key = blake2b(item.id.encode(), digest_size=12).digest()
            if key in met:
                yield _double(item)
                continue
            met.add(key)
        yield item


def _double(article: Article) -> Reject:
    source = article.source
    return Reject(
        article.id,
        "" if source is None else source.path,
        None if source is None else source.line,
        f"the id {article.id!r} was met before. Ids must differ within a run.",
        article.text.encode(),
    )


def _folder(folder: Path, form: str | None) -> Iterator[Input]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        its = FORMS.get(_packed_off(inside).suffix.lower())
        hidden = any(part.startswith(".") for part in inside.parts)
        if its is not None and not hidden and path.is_file() and form in (None, its):
            yield Input(str(path), _stem(inside.as_posix()), its)


def _packed_off(path: Path) -> Path:
    return path.with_suffix("") if is_packed(path.name) else path


def _stem(name: str) -> str:
    path = _packed_off(Path(name))
    known = FORMS.get(path.suffix.lower(), "document") != "document"  # a.pdf and a.docx differ
    return (path.with_suffix("") if known else path).as_posix()


def _standard_input(file: Input) -> Input:
    """Standard input with its form: JSON Lines if it begins with a brace, else text."""
    stream = standard_input()
    begins = stream.peek(_PEEK)[:_PEEK].removeprefix(b"\xef\xbb\xbf").lstrip()
    return replace(file, form="jsonl" if begins.startswith(b"{") else "txt", stream=stream)
