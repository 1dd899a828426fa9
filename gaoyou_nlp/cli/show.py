"""``gaoyou show``: print a file's articles with coloured entities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gaoyou_nlp.cli.terminal import inert, inert_json, say, warn
from gaoyou_nlp.errors import ReadError, path_text
from gaoyou_nlp.records import Article, Record, Reject

if TYPE_CHECKING:
    from rich.text import Text

    from gaoyou_nlp.rules.explain import Judgement

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
    encoding: Annotated[
        str | None, typer.Option(help="Of the file; found out if left out.")
    ] = None,
    why: Annotated[
        bool, typer.Option("--why", help="Give the odds of each candidate and their reasons.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="With --why: print one JSON object an article.")
    ] = False,
    review: Annotated[
        bool, typer.Option("--review", help="List the model's least certain spans first.")
    ] = False,
    page: Annotated[
        int | None, typer.Option(min=1, help="Draw this page of a PDF file instead.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The picture of the page (PNG).")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the picture that is there.")
    ] = False,
) -> None:
    """Print the articles of a file with coloured entities, or draw a page of a PDF file."""
    if page is not None:
        _draw(path, page, output or Path(f"{path.stem}-{page}.png"), model, lexicon, overwrite)
        return
    if as_json and not why:
        raise typer.BadParameter("--json needs --why.")
    from rich.console import Console

    from gaoyou_nlp.annotation import PIECE, annotate
    from gaoyou_nlp.batch.intake import place_and_reason
    from gaoyou_nlp.loading import load
    from gaoyou_nlp.pipeline.explaining import explain

    console = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
    rejects: list[Reject] = []
    shown = 0
    nlp = load(model, lexicon=lexicon)
    for record in annotate(_articles(path, encoding, rejects), nlp):
        shown += 1
        judged = list(explain(record.text, nlp, piece=PIECE)) if why else []
        if as_json:
            say(explained_json(record.id, judged))
            continue
        console.print(inert(record.id, keep=""), style="bold")
        console.print(coloured(record))
        if why:
            say(explained(judged))
        if review:
            say(doubtful(record))
    for reject in rejects:
        warn(f"gaoyou: {inert(place_and_reason(reject), keep='')}")
    if rejects:
        raise typer.Exit(3 if shown else 2)


def _draw(
    path: Path,
    page: int,
    output: Path,
    model: str | None,
    lexicon: Path | None,
    overwrite: bool,
) -> None:
    """Draw the entities on a page of a PDF file."""
    from gaoyou_nlp.annotation import annotate
    from gaoyou_nlp.batch.intake import place_and_reason
    from gaoyou_nlp.formats.apart import keep_inputs
    from gaoyou_nlp.formats.atomic import atomic_file
    from gaoyou_nlp.loading import load
    from gaoyou_nlp.reading.documents.pdf_drawing import draw_page, marks_of

    keep_inputs([path], output)
    rejects: list[Reject] = []
    records = annotate(_articles(path, None, rejects), load(model, lexicon=lexicon))
    picture = draw_page(path, page, marks_of(records, page))
    with atomic_file(output, overwrite=overwrite) as stream:
        stream.write(picture)
    for reject in rejects:
        warn(f"gaoyou: {inert(place_and_reason(reject), keep='')}")


def _articles(path: Path, encoding: str | None, rejects: list[Reject]) -> Iterator[Article]:
    """The articles of a file; what cannot be read is gathered."""
    from gaoyou_nlp.reading import read

    try:
        yield from read(path, encoding=encoding, on_reject=rejects.append)
    except ReadError as error:
        rejects.append(Reject(None, path_text(path), error.line, error.message, b"", error.offset))


def coloured(record: Record) -> Text:
    """Return the text of a record with its spans in colour, the label behind each."""
    from rich.text import Text

    text = Text()
    at = 0
    for span in record.spans:
        text.append(inert(record.text[at : span.start]))
        text.append(inert(span.text), style=STYLES.get(span.label, "reverse"))
        text.append(f"/{inert(span.label)}", style="dim")
        at = span.end
    text.append(inert(record.text[at:]))
    text.append("\n")
    return text


def explained(judged: Iterable[Judgement]) -> str:
    """Return one line a candidate: offsets, label, text, rule, verdict, log odds, reasons."""
    return "\n".join(
        "\t".join(
            [
                f"{j.span.start}-{j.span.end}",
                *(inert(part, keep="") for part in (j.span.label, j.span.text, j.span.rule)),
                j.verdict,
                "" if j.log_odds is None else f"{j.log_odds:+.2f}",
                ", ".join(f"{inert(name, keep='')}: {weight:+.2f}" for name, weight in j.reasons),
            ]
        ).rstrip("\t")
        for j in judged
    )


def explained_json(article: str, judged: Iterable[Judgement]) -> str:
    """Return the id of an article and its candidates as JSON, in one line."""
    row = {"id": article, "candidates": [j.to_dict() for j in judged]}
    return inert_json(row)


def doubtful(record: Record) -> str:
    """Return the spans that carry a score, the least certain first, one a line."""
    scored: Iterable[tuple[float, int]] = sorted(
        (span.score, index) for index, span in enumerate(record.spans) if span.score is not None
    )
    return "\n".join(
        f"{score:.2f}\t{record.spans[index].label}\t{inert(record.spans[index].text, keep='')}"
        for score, index in scored
    )
