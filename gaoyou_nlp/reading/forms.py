"""The forms of inputs: their names, the modules that read them, their endings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from gaoyou_nlp.reading.packed_names import is_packed, unpacked_name

if TYPE_CHECKING:
    from gaoyou_nlp.reading.rows import Input, Options
    from gaoyou_nlp.records import Article, Reject

    Reader = Callable[[Input, Options], Iterator[Article | Reject]]


@dataclass(frozen=True, slots=True)
class Form:
    """A form of inputs.

    Parameters:
        name: What it is called on the command line.
        module: Its module in ``gaoyou_nlp.reading``.
        function: What reads a file of it there.
        endings: Endings of names that stand for it.
        packable: Whether an ending of ``PACKED`` may follow.
        names_ids: Whether the ending stays in the ids of articles, so that those of ``a.pdf`` and
            ``a.docx`` differ.
    """

    name: str
    module: str
    function: str
    endings: tuple[str, ...]
    packable: bool = True
    names_ids: bool = False

    def load(self) -> Reader:
        """Import what reads it."""
        module = import_module(f"gaoyou_nlp.reading.{self.module}")
        return cast("Reader", getattr(module, self.function))


_DOCUMENTS = (
    *(
        ".html",
        ".htm",
        ".xhtml",
        ".shtml",
        ".mht",
        ".mhtml",
        ".pdf",
        ".docx",
        ".docm",
        ".odt",
        ".rtf",
        ".eml",
    ),
    *(".xlsx", ".xlsm", ".xls", ".ods", ".json", ".xml", ".zip", ".doc"),
)
"""The endings that documents have; what they are, their bytes say."""

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("txt", "text_file", "read_text", (".txt", ".text")),
        Form("jsonl", "json_lines", "read_json_lines", (".jsonl", ".ndjson")),
        Form("csv", "delimited", "read_delimited", (".csv", ".tsv")),
        Form("parquet", "parquet_file", "read_parquet", (".parquet",), packable=False),
        Form("document", "documents.reader", "read_document", _DOCUMENTS, names_ids=True),
    )
}
"""The forms by their names."""

ENDINGS = {ending: form for form in FORMS.values() for ending in form.endings}
"""The forms by the endings of names."""


def form_of(name: str) -> str | None:
    """Return the form that a file's name says, None where it says none.

    Examples:
        >>> [form_of(name) for name in ("a/news.jsonl.gz", "page", "page.docx", "page.png")]
        ['jsonl', 'txt', 'document', None]
    """
    ending = unpacked_name(name).suffix.lower()
    if not ending:
        return "txt"
    form = ENDINGS.get(ending)
    if form is None or (is_packed(name) and not form.packable):
        return None
    return form.name


def stem(name: str) -> str:
    """Return a name without the endings that say packing and form; documents keep theirs.

    Examples:
        >>> stem("2021/a.jsonl.gz"), stem("v1.2"), stem("a.txt"), stem("a.pdf")
        ('2021/a', 'v1.2', 'a', 'a.pdf')
    """
    path = unpacked_name(name)
    form = ENDINGS.get(path.suffix.lower())
    return (path if form is None or form.names_ids else path.with_suffix("")).as_posix()
