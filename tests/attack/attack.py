"""Inputs and situations thought up to break the library: ``make attack``.

Each attack is a command line or a call in a folder of its own. It is survived if it ends in an
exit code that it may end in (a call in a result or an error of ours), prints nothing that steers a
terminal, takes neither long nor much memory, and leaves the files alone that are not its to change.
A new idea is one more line in a family (``attack_*.py``); ``test_attack.py`` runs them all.
"""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from unittest import mock

from typer.testing import CliRunner

from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.cli import _app
from gaoyou_nlp.errors import GaoyouError

SECONDS = 60.0
"""CPU seconds that an attack may cost."""
ROOM = 3 * 2**30
"""Bytes of memory that an attack may ask for beyond what is in use."""
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class TooSlow(BaseException):
    """An attack that takes more than its seconds."""


@dataclass(frozen=True, slots=True)
class Attack:
    """An attack.

    Parameters:
        name: What is tried.
        words: The command line without ``gaoyou``.
        call: A call in place of a command.
        files: Files of the folder, by their names.
        prepare: Makes what is no plain file; runs in the folder.
        codes: Exit codes that it may end in.
        keeps: Whether all files that were there must be there unchanged; else names of those.
        says: What must be printed.
        after: Looks at the folder; returns what is wrong with it.
        refusals: Errors that a call may raise.
    """

    name: str
    words: tuple[str, ...] = ()
    call: Callable[[], object] | None = None
    files: Mapping[str, bytes | str] = field(default_factory=dict)
    prepare: Callable[[], object] | None = None
    codes: tuple[int, ...] = (0, 1, 2, 3)
    keeps: bool | tuple[str, ...] = True
    says: str = ""
    after: Callable[[], str] | None = None
    refusals: tuple[type[Exception], ...] = (GaoyouError,)


def gaoyou(name: str, line: str | list[str], **more: object) -> Attack:
    """Return an attack by a command line."""
    words = line.split() if isinstance(line, str) else line
    return Attack(name, tuple(words), **more)  # type: ignore[arg-type]


def try_attack(attack: Attack, folder: Path) -> str:
    """Try an attack in an empty folder; returns what is wrong with how it ends, or nothing."""
    before_folder = os.getcwd()
    os.chdir(folder)
    try:
        for name, content in attack.files.items():
            path = Path(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        if attack.prepare is not None:
            attack.prepare()
        kept = attack.keeps if isinstance(attack.keeps, tuple) else attack.files
        before = {name: Path(name).read_bytes() for name in kept} if attack.keeps else {}
        begin = time.process_time()
        try:
            with limited():
                fault = _call(attack) if attack.call is not None else _command(attack)
        except TooSlow:
            return f"takes more than {SECONDS:.0f} s"
        seconds = time.process_time() - begin
        if not fault and seconds > SECONDS / 2:
            return f"takes {seconds:.0f} s"
        if not fault and attack.after is not None:
            fault = attack.after()
        for name, content in before.items():
            path = Path(name)
            if not path.is_file() or path.read_bytes() != content:
                return f"{name} is {'changed' if path.is_file() else 'gone'}; {fault}"
        return fault
    finally:
        os.chdir(before_folder)


def _command(attack: Attack) -> str:
    result = CliRunner().invoke(_app, list(attack.words))
    said = result.output.replace("\r\n", "\n")
    if result.exit_code not in attack.codes:
        return f"exit code {result.exit_code}: {said[-400:]}"
    if "not enough memory" in said:
        return said
    if attack.says not in said:
        return f"does not say {attack.says!r}: {said[-400:]}"
    found = STEERING.search(said)
    return f"prints {found[0]!r}" if found else ""


def _call(attack: Attack) -> str:
    assert attack.call is not None
    try:
        attack.call()
    except attack.refusals:
        return ""
    except Exception as error:
        return f"{type(error).__name__}: {error}"[:400]
    return ""


@contextmanager
def limited() -> Iterator[None]:
    """Bound time and memory of what runs."""

    def stop(*_: object) -> None:
        raise TooSlow

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    with suppress(OSError, ValueError):
        pages = int(Path("/proc/self/statm").read_text().split()[0])
        resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, handler)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


@contextmanager
def in_this_process() -> Iterator[None]:
    """Let batches run without processes of their own."""
    with mock.patch(
        "gaoyou_nlp.batch.job.run_processes", lambda tasks, its, **_: run_here(tasks, its)
    ):
        yield


FAMILIES = [
    *("inputs", "corpora", "documents", "options", "outputs", "records", "models", "library"),
    *("clashes", "leftovers", "situations", "moments"),
]
"""The families: each is a module ``attack_…`` of attacks of one kind."""


def family(name: str) -> list[Attack]:
    """Return the attacks of a family."""
    attacks: list[Attack] = import_module(f"attack_{name}").attacks()
    return attacks


def try_family(attacks: list[Attack], *, quickly: bool) -> list[str]:
    """Try attacks; returns a line for each that was not survived."""
    from fuzz_files import quick

    wrong = []
    with quick() if quickly else in_this_process():
        for attack in attacks:
            place = tempfile.mkdtemp(prefix="gaoyou-attack-")
            here = Path(place, "here", "here")
            here.mkdir(parents=True)
            fault = try_attack(attack, here) or _strays(Path(place))
            subprocess.run(["rm", "-rf", place], check=True)  # deeper than Python removes
            if fault:
                wrong.append(f"{attack.name}: {fault}")
    return wrong


def _strays(place: Path) -> str:
    """Tell what an attack left outside its folder."""
    names = [*os.listdir(place), *os.listdir(place / "here")]
    return "" if names == ["here", "here"] else f"wrote outside its folder: {names}"


def main() -> int:
    """Try all; the exit code is 1 if something was not survived."""
    import warnings

    warnings.simplefilter("ignore")
    tried = failed = 0
    for name in FAMILIES:
        attacks = family(name)
        wrong = try_family(attacks, quickly=name != "models")
        tried += len(attacks)
        failed += len(wrong)
        print(f"{name}: {len(attacks)} tried, {len(wrong)} not survived", *wrong, sep="\n  ")  # noqa: T201
    print(f"{tried} attacks, {failed} not survived")  # noqa: T201
    return 1 if failed else 0


for folder in ("attack", "fuzz"):
    sys.path.insert(0, str(Path(__file__).parents[1] / folder))
if __name__ == "__main__":
    sys.modules["attack"] = sys.modules["__main__"]
    sys.exit(main())
