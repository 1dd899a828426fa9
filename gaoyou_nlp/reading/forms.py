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
    """

    name: str
    module: str
    function: str
    endings: tuple[str, ...]
    packable: bool = True

    def load(self) -> Reader:
        """Import what reads it."""
        module = import_module(f"gaoyou_nlp.reading.{self.module}")
        return cast("Reader", getattr(module, self.function))


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("txt", "text_file", "read_text", (".txt", ".text")),
        Form("jsonl", "json_lines", "read_json_lines", (".jsonl", ".ndjson")),
        Form("csv", "delimited", "read_delimited", (".csv", ".tsv")),
        Form("parquet", "parquet_file", "read_parquet", (".parquet",), packable=False),
    )
}
"""The forms by their names."""

ENDINGS = {ending: form for form in FORMS.values() for ending in form.endings}
"""The forms by the endings of names."""


def form_of(name: str) -> str | None:
    """Return the form that a file's name says, None where it says none.

    Example:
        >>> form_of("a/news.jsonl.gz"), form_of("page.txt"), form_of("page.docx"), form_of("page")
        ('jsonl', 'txt', None, 'txt')
    """
    ending = unpacked_name(name).suffix.lower()
    if not ending:
        return "txt"
    form = ENDINGS.get(ending)
    if form is None or (is_packed(name) and not form.packable):
        return None
    return form.name


def stem(name: str) -> str:
    """Return a name without the endings that say packing and form.

    Example:
        >>> stem("2021/a.jsonl.gz"), stem("v1.2"), stem("a.txt")
        ('2021/a', 'v1.2', 'a')
    """
    path = unpacked_name(name)
    return (path.with_suffix("") if path.suffix.lower() in ENDINGS else path).as_posix()
