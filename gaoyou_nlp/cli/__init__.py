"""The command ``gaoyou``: one file a command; each parses and calls a plain function.

A command is imported when it is called for, so that help and wrong use cost no more than typer.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Any, NamedTuple

import typer
from typer.core import TyperGroup

from gaoyou_nlp.cli.failures import ReaderGone, run_guarded
from gaoyou_nlp.cli.terminal import prepare_streams


class _Command(NamedTuple):
    """Where a command is, and what it does in a line."""

    module: str
    name: str
    help: str


COMMANDS = {
    "annotate": _Command("annotate", "annotate_cli", "Annotate files, folders, standard input."),
    "tables": _Command("tables", "tables_cli", "Write the flat tables of an earlier run."),
    "link": _Command("link", "link_cli", "Link runs: people, bodies, places, projects with ids."),
    "ask": _Command("ask", "ask_cli", "Answer a question from a DuckDB file of tables."),
    "show": _Command("show", "show_cli", "Print the articles of a file with coloured entities."),
    "info": _Command("info", "info_cli", "Print versions, the model and its labels."),
    "evaluate": _Command("evaluate", "evaluate_cli", "Compare predictions with gold."),
    "corpus": _Command("corpus", "app", "Build, check, count and compare annotated articles."),
}

SETTINGS: dict[str, Any] = {
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
    "context_settings": {"help_option_names": ["-h", "--help"]},
}
"""How help and errors look: plain text, which costs a third of the time of coloured panels."""


class _Commands(TyperGroup):
    """The commands, with exit code 1 for wrong use: 2 and 3 say what became of the inputs."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Name the commands in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, name, _ = COMMANDS[cmd_name]
        found = getattr(import_module(f"gaoyou_nlp.cli.{module}"), name)
        if isinstance(found, typer.Typer):
            return typer.main.get_command(found)
        alone = typer.Typer(add_completion=False, **SETTINGS)
        alone.command(cmd_name)(found)
        return typer.main.get_command(alone)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.help) for name, command in COMMANDS.items()])

    def invoke(self, ctx: Any) -> Any:
        """Run a command; typer would end the process by itself where a reader has gone."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise ReaderGone from error

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run; ends the process with the exit code."""
        run = super().main
        sys.exit(
            run_guarded(
                lambda: run(args, prog_name, complete_var, False, windows_expand_args, **extra)
            )
        )


_app = typer.Typer(
    name="gaoyou",
    cls=_Commands,
    help="Read Chinese local-government news: officials, titles, bodies, places, money, projects.",
    no_args_is_help=True,
    **SETTINGS,
)


def _print_version(value: bool) -> None:
    if value:
        from gaoyou_nlp.version import __version__

        typer.echo(f"gaoyou {__version__}")
        raise typer.Exit


@_app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
) -> None:
    """Read Chinese local-government news: officials, titles, bodies, places, money, projects."""


def app() -> None:
    """Run the command with the arguments of the process; ends the process with its exit code."""
    prepare_streams()
    _app()
