"""Failures of a command: those that a user can mend as one line, all others as a report.

Exit codes: 1 wrong use, or something is in the way; 70 a fault of the program (``EX_SOFTWARE``);
130 stopped by Ctrl-C; 141 the reader of a pipe has gone (as with ``SIGPIPE``).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from gaoyou_nlp.cli.terminal import discard_output, error_text, flush, warn
from gaoyou_nlp.errors import GaoyouError, first_line, os_reason, path_text

WRONG_USE, FAULT, STOPPED, READER_GONE = 1, 70, 130, 141

_USAGE_ERROR: Any = next(
    kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException"
)
"""What typer raises for options and arguments that it cannot take."""


class ReaderGone(Exception):
    """Whoever read our output through a pipe has gone."""


def run_guarded(command: Callable[[], Any]) -> int:
    """Run a command; whatever it raises becomes a message and an exit code.

    Parameters:
        command: Does everything; what it returns is the exit code, if it is a number.

    Returns:
        The exit code.
    """
    try:
        code = command()
        flush()
    except _USAGE_ERROR as error:
        return _wrong_use(error)
    except GaoyouError as error:
        warn(f"gaoyou: {error_text(error)}")
        return WRONG_USE
    except (typer.Abort, KeyboardInterrupt):
        warn("gaoyou: stopped.")
        return STOPPED
    except (BrokenPipeError, ReaderGone):
        discard_output()
        return READER_GONE
    except OSError as error:
        place = "standard output"
        if error.filename is None:
            discard_output()
        else:
            place = path_text(os.fspath(error.filename))
        warn(f"gaoyou: {place}: {os_reason(error)}. Mend that and run the command again.")
        return WRONG_USE
    except MemoryError:
        warn("gaoyou: there is not enough memory. Read fewer or smaller files at a time.")
        return WRONG_USE
    except Exception as error:
        return _fault(error)
    return code if isinstance(code, int) else 0


def _wrong_use(error: Any) -> int:
    if "Help" in type(error).__name__:
        error.show()
        return WRONG_USE
    context = getattr(error, "ctx", None)
    if context is not None:
        warn(context.get_usage())
        warn(f"Try '{context.command_path} --help' for help.\n")
    warn(f"Error: {error.format_message()}")
    return WRONG_USE


def _fault(error: Exception) -> int:
    """Print a short message, and write the full report to a file."""
    warn(f"gaoyou: a fault of the program: {type(error).__name__}: {first_line(error)}")
    try:
        report = _write_report(error)
    except OSError as problem:
        warn(f"gaoyou: no report could be written: {os_reason(problem)}.")
    else:
        warn(f"gaoyou: please send the report {report}; look through it, it may quote your texts.")
    return FAULT


def _write_report(error: Exception) -> str:
    import platform
    import tempfile
    import traceback

    from gaoyou_nlp.version import __version__

    lines = (
        f"gaoyou-nlp {__version__}, Python {platform.python_version()}, {platform.platform()}\n",
        f"command: {' '.join(map(path_text, sys.argv))}\n\n",
        *traceback.format_exception(error),
    )
    handle, name = tempfile.mkstemp(prefix="gaoyou-report-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as stream:
        stream.writelines(lines)
    return name
