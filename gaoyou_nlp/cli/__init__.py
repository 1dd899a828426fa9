"""The command ``gaoyou``: one file a command; each parses and calls a plain function."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from gaoyou_nlp.cli import corpus
from gaoyou_nlp.cli.annotate import annotate_cli
from gaoyou_nlp.cli.evaluate import evaluate_cli
from gaoyou_nlp.cli.info import info_cli
from gaoyou_nlp.cli.show import show_cli
from gaoyou_nlp.errors import GaoyouError

_WRONG_USE: Any = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)
"""What typer raises for options and arguments that it cannot take."""


class _Commands(TyperGroup):
    """The commands, with exit code 1 for wrong use: 2 and 3 say what became of the inputs."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run; an error that the user can mend is printed without a traceback."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except _WRONG_USE as error:
            error.show()
            code = 1
        except GaoyouError as error:
            typer.echo(f"gaoyou: {error}", err=True)
            code = 1
        except typer.Abort:
            code = 130
        sys.exit(code if isinstance(code, int) else 0)


_app = typer.Typer(
    name="gaoyou",
    cls=_Commands,
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
    """Run the command with the arguments of the process; ends the process with its exit code."""
    _app()
