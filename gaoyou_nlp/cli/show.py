"""``gaoyou show``: print a file's articles with coloured entities."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gaoyou_nlp.records import Article, Record

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {
    "OFFICIAL": "bold white on red",
    "PERSON": "black on bright_magenta",
    "TITLE": "black on yellow",
    "ORG": "white on blue",
    "GPE": "black on green",
    "MONEY": "black on bright_cyan",
    "PROJECT": "white on magenta",
}
"""How each label is shown on a terminal."""


def show_cli(
    path: Annotated[Path, typer.Argument(help="A file, or - for standard input.")],
    model: Annotated[str | None, typer.Option(help="A model package or folder, or rules.")] = None,
    lexicon: Annotated[Path | None, typer.Option(help="Your word list (TSV or CSV).")] = None,
    encoding: Annotated[str | None, typer.Option(help="Of the file; found out if left out.")] = None,
    why: Annotated[bool, typer.Option("--why", help="Name the rule of each span.")] = False,
    review: Annotated[
        bool, typer.Option("--review", help="List the model's least certain spans first.")
    ] = False,
) -> None:
    """Print the articles of a file with coloured entities."""
    from rich.console import Console

    from gaoyou_nlp.annotation import annotate
    from gaoyou_nlp.loading import load
    from gaoyou_nlp.reading import read

    articles = (item for item in read(path, encoding=encoding) if isinstance(item, Article))
    console = Console(highlight=False, soft_wrap=True)
    for record in annotate(articles, load(model, lexicon=lexicon)):
        console.print(f"[bold]{record.id}[/bold]", markup=True)
        console.print(coloured(record))
        if why:
            console.print(explained(record))
        if review:
            console.print(doubtful(record))


def coloured(record: Record) -> Text:
    """Return the text of a record with its spans in colour, the label behind each."""
    from rich.text import Text

    text = Text()
    at = 0
    for span in record.spans:
        text.append(record.text[at : span.start])
        text.append(span.text, style=STYLES.get(span.label, "reverse"))
        text.append(f"/{span.label}", style="dim")
        at = span.end
    text.append(record.text[at:])
    text.append("\n")
    return text


def explained(record: Record) -> str:
    """Return one line a span: offsets, label, text, rule."""
    return "\n".join(f"{s.start}-{s.end}\t{s.label}\t{s.text}\t{s.rule}" for s in record.spans)


def doubtful(record: Record) -> str:
    """Return the spans that carry a score, the least certain first, one a line."""
    scored: Iterable[tuple[float, int]] = sorted(
        (span.score, index) for index, span in enumerate(record.spans) if span.score is not None
    )
    return "\n".join(
        f"{score:.2f}\t{record.spans[index].label}\t{record.spans[index].text}"
        for score, index in scored
    )
