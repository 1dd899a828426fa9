"""The command ``gaoyou``: one file a command; each parses and calls a plain function."""

from __future__ import annotations

import sys

import typer

from gaoyou_nlp.cli import corpus
from gaoyou_nlp.cli.annotate import annotate_cli
from gaoyou_nlp.cli.evaluate import evaluate_cli
from gaoyou_nlp.cli.info import info_cli
from gaoyou_nlp.cli.show import show_cli
from gaoyou_nlp.errors import GaoyouError

_app = typer.Typer(
    name="gaoyou",
    help="Read Chinese local-government news: officials, titles, bodies, places, money, projects.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_app.command("annotate")(annotate_cli)
_app.command("show")(show_cli)
_app.command("info")(info_cli)
_app.command("evaluate")(evaluate_cli)
_app.add_typer(corpus.app, name="corpus")


def app() -> None:
    """Run the command; an error that the user can mend is printed and gives exit code 1."""
    try:
        _app()
    except GaoyouError as error:
        typer.echo(f"gaoyou: {error}", err=True)
        sys.exit(1)
