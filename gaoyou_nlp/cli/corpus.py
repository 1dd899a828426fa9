"""``gaoyou corpus``: build, check, count and compare annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gaoyou_nlp.cli import SETTINGS
from gaoyou_nlp.cli.corpus_exchange import export_cli, import_cli, labels_cli
from gaoyou_nlp.cli.terminal import inert, inert_json, say
from gaoyou_nlp.errors import GaoyouError, path_text

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    help="Build, check, count and compare annotated articles.",
    **SETTINGS,
)
app.command("export")(export_cli)
app.command("import")(import_cli)
app.command("labels")(labels_cli)

Folder = Annotated[Path, typer.Argument(help="A corpus folder.", exists=True, file_okay=False)]


@app.command("check")
def check_cli(
    folder: Folder = Path("corpus"),
    against: Annotated[
        list[Path] | None,
        typer.Option(help="JSONL files or folders that nothing may be copied from.", exists=True),
    ] = None,
) -> None:
    """Check form, edges, forgotten mentions, amounts, posts, leaks, duplicates and copies."""
    from gaoyou_nlp.corpora.checks import check_folder

    count = 0
    for finding in check_folder(folder, against or []):
        say(inert(str(finding), keep=""))
        count += 1
    typer.echo(f"{count} findings." if count else "No findings.", err=True)
    if count:
        raise typer.Exit(1)


@app.command("stats")
def stats_cli(
    folder: Folder = Path("corpus"),
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Count labels, surfaces, kinds, provinces, and what dev and test hold that train does not."""
    from gaoyou_nlp.corpora.markup import read_corpus
    from gaoyou_nlp.corpora.stats import corpus_stats, format_stats

    stats = corpus_stats(list(read_corpus(folder)))
    say(inert_json(stats, indent=1) if as_json else format_stats(stats))


@app.command("build")
def build_cli(
    folder: Folder = Path("corpus"),
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Where to write.")] = None,
) -> None:
    """Write SPLIT.jsonl and SPLIT.spacy for each split."""
    from gaoyou_nlp.corpora.build import build_corpus
    from gaoyou_nlp.corpora.markup import read_corpus

    target = output or folder / "built"
    for split, count in build_corpus(read_corpus(folder), target).items():
        say(f"{path_text(target / split)}: {count} articles")


@app.command("agree")
def agree_cli(
    first: Annotated[Path, typer.Argument(help="A corpus folder or JSONL file.", exists=True)],
    second: Annotated[Path, typer.Argument(help="Another annotation of it.", exists=True)],
    errors: Annotated[int, typer.Option(help="How many differences to list.")] = 0,
) -> None:
    """Compare two annotations of the same articles: span F1 and Cohen's kappa on characters."""
    from gaoyou_nlp.evaluation import agreement, read_gold
    from gaoyou_nlp.evaluation.table import format_report

    others = {record.id: record for record in read_gold(second)}
    ones = [record for record in read_gold(first) if record.id in others]
    if not ones:
        raise GaoyouError("the two annotations have no article in common.", path=second)
    result = agreement(ones, others.values())
    say(format_report(result.spans, errors=errors))
    typer.echo(f"\nCohen's kappa on characters: {result.kappa:.3f}")
