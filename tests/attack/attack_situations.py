"""Situations: what surrounds a command is odd, not what it is given. Each is a shell of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from attack import STEERING, Attack

TEXT = "县水务局局长王一军说，城北水厂项目总投资5亿元。"
LINE = json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + "\n"
MANY = "".join(json.dumps({"id": n, "text": TEXT * 20}) + "\n" for n in range(200))
FILES = {"a.txt": TEXT, "县.txt": TEXT, "a.jsonl": LINE, "many.jsonl": MANY}
SECONDS = 300
"""By the clock that a situation may take on a busy machine."""

ONE = "gaoyou annotate a.txt -m rules -o o.jsonl"
SMALL_DISK = "mkdir d && mount -t tmpfs -o size={}k tmpfs d || exit 0; trap 'umount d' EXIT; "


class Fault(Exception):
    """What is wrong with how a situation ends."""


def attacks() -> list[Attack]:
    """Return the attacks."""
    return [*_surroundings(), *_limits(), *_streams()]


def shell(
    name: str, script: str, codes: tuple[int, ...] = (0,), records: int | None = 1, says: str = ""
) -> Attack:
    """Return a situation.

    Parameters:
        name: What is tried.
        script: Of bash; ``gaoyou`` is the command, ``$PYTHON`` what runs it.
        codes: Exit codes that the script may end in.
        records: Lines that ``o.jsonl`` must have where the script ends well; None for any.
        says: What must be printed.
    """

    def call() -> None:
        start = f'gaoyou() {{ "{Path(sys.executable).with_name("gaoyou")}" "$@"; }}\n'
        environment = {**os.environ, "PYTHON": sys.executable}
        for name in ("PYTHONPATH", "LC_ALL", "PYTHONUTF8"):
            environment.pop(name, None)
        run = subprocess.run(
            ["bash", "-c", start + script],
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
        )
        said = (run.stdout + run.stderr).decode("utf-8", "backslashreplace")
        if run.returncode not in codes:
            raise Fault(f"exit code {run.returncode}: {said[-400:]}")
        if "Traceback" in said or "Exception ignored" in said or "fault of the program" in said:
            raise Fault(said[-600:])
        found = STEERING.search(said.replace("\r\n", "\n"))
        if found:
            raise Fault(f"prints {found[0]!r}")
        if says not in said:
            raise Fault(f"does not say {says!r}: {said[-300:]}")
        if records is not None and run.returncode == 0:
            rows = Path("o.jsonl").read_bytes().splitlines()
            if len([json.loads(row) for row in rows]) != records:
                raise Fault(f"{len(rows)} records, expected {records}: {said[-300:]}")

    return Attack(name, call=call, files=FILES, refusals=())


def _surroundings() -> list[Attack]:
    """Variables of the environment."""
    chinese = "gaoyou annotate 县.txt -m rules -o 出.jsonl && cp 出.jsonl o.jsonl"
    found = [
        shell(f"a Chinese name, {variables}", f"export {variables}; {chinese}")
        for variables in (
            "LC_ALL=POSIX",
            "LC_ALL=C PYTHONUTF8=0",
            "LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0",
            "LC_ALL=xx_YY.KOI8-R",
            "LC_ALL=zh_CN.GB18030",
            "LANG= LANGUAGE=tr",
        )
    ]
    found += [
        shell(f"{variables!r}", f"export {variables}; {ONE}")
        for variables in (
            "HOME=/nonexistent XDG_CACHE_HOME=/nonexistent",
            "HOME=",
            "TMPDIR=/nonexistent TEMP= TMP=",
            "TERM=dumb COLUMNS=1",
            "TERM=bogus COLUMNS=0 LINES=-1",
            "COLUMNS=abc NO_COLOR=1 FORCE_COLOR=1",
            "PYTHONOPTIMIZE=2",
            "PYTHONHASHSEED=7 PYTHONINTMAXSTRDIGITS=640",
            "PYTHONWARNINGS=error::DeprecationWarning",
            "PYTHONIOENCODING=latin-1",
            "PYTHONIOENCODING=utf-7",
            "OMP_NUM_THREADS=abc OPENBLAS_NUM_THREADS=-1 MKL_NUM_THREADS=0",
            "TZ=Nowhere/Ever",
            "TZ=:/etc/passwd",
            "SOURCE_DATE_EPOCH=-1",
            "GAOYOU_KERNELS=bogus",
            "PYTHONDEVMODE=1",
        )
    ]
    return [
        *found,
        shell(
            "no environment at all",
            f'env -i "$(dirname "$PYTHON")/{ONE}" || env -i '
            '"$(dirname "$PYTHON")/gaoyou" annotate a.txt -m rules -o o.jsonl',
        ),
        shell(
            "other hashes, the same bytes",
            f"PYTHONHASHSEED=1 {ONE}; cp o.jsonl p.jsonl; rm o.jsonl; PYTHONHASHSEED=2 {ONE}; "
            "cmp o.jsonl p.jsonl",
        ),
        shell(
            "modules of others in the folder",
            "for n in json numpy spacy typer zh rules; do echo 'raise SystemExit(9)' > $n.py; "
            f"done; {ONE}",
        ),
        shell("a folder named rules", f"mkdir rules && {ONE}"),
        shell(
            "help without docstrings",
            "PYTHONOPTIMIZE=2 gaoyou annotate --help",
            records=None,
            says="--output",
        ),
        shell("help of one column", "COLUMNS=1 TERM=dumb gaoyou annotate --help", records=None),
    ]


def _limits() -> list[Attack]:
    """What the system gives is little."""
    return [
        shell("sixteen open files", f"ulimit -n 16; {ONE}", (0, 1, 3), None),
        shell("files of a kilobyte", f"ulimit -f 1; {ONE}", (1,), None, "o.jsonl"),
        shell(
            "files of a kilobyte for tables",
            f"{ONE}; ulimit -f 1; gaoyou tables o.jsonl -o t.xlsx",
            (1,),
            None,
        ),
        shell(
            "files of a kilobyte for DuckDB",
            f"{ONE}; ulimit -f 1; gaoyou tables o.jsonl -o t.duckdb",
            (1,),
            None,
        ),
        shell("200 MB of addresses", f"ulimit -v 200000; {ONE}", (1, 70), None),
        shell("500 MB of addresses", f"ulimit -v 500000; {ONE}", (0, 1), None),
        shell("a second of CPU time", f"ulimit -t 1; {ONE}", (0, 1, 137, 152), None),
        shell("no umask", f"umask 777; {ONE}"),
        shell(
            "20,000 arguments",
            "gaoyou annotate $(printf 'a.txt %.0s' {1..20000}) -m rules -o o.jsonl",
            (3,),
        ),
        *(
            shell(
                f"a disk of {size} KiB for {command.split()[1]} {command[-8:]}",
                f"{ONE}; {SMALL_DISK.format(size)}{command}; code=$?; ls -A d | grep -q . && "
                "test $code = 1 && exit 9; exit $code",
                (0, 1),
                None,
            )
            for size, command in (
                (64, "gaoyou tables o.jsonl -o d/t.xlsx"),
                (64, "gaoyou tables o.jsonl -o d/t.duckdb"),
                (4, "gaoyou tables o.jsonl -o d/t.sqlite"),
                (8, "gaoyou link o.jsonl -o d/t.duckdb"),
                (8, "gaoyou corpus export o.jsonl -o d/t -f brat"),
            )
        ),
        shell(
            "a read-only disk",
            SMALL_DISK.format(64) + "mount -o remount,ro d; "
            "gaoyou annotate a.txt -m rules -o d/o.jsonl",
            (0, 1),
            None,
        ),
        shell(
            "inputs on a read-only disk",
            SMALL_DISK.format(64) + "cp a.txt d; "
            "mount -o remount,ro d; gaoyou annotate d -m rules -o o.jsonl",
            (0,),
            None,
        ),
    ]


def _streams() -> list[Attack]:
    """Standard streams that are closed, full, or something else."""
    return [
        shell("all streams closed", f"({ONE}) <&- >&- 2>&-"),
        shell("standard error closed", f"{ONE} 2>&-"),
        shell("standard error full", f"{ONE} 2>/dev/full", (0, 1), None),
        shell("standard output closed", "gaoyou annotate a.txt -m rules -o - >&-", (1,), None),
        shell("standard input a folder", "gaoyou annotate - -m rules -o o.jsonl < .", (1, 2), None),
        shell(
            "standard input of zero bytes",
            "head -c 3000000 /dev/zero | gaoyou annotate - -m rules -o o.jsonl",
            (2, 3),
            None,
        ),
        shell(
            "standard input at random",
            "head -c 300000 /dev/urandom | gaoyou annotate - -m rules -o o.jsonl",
            (2, 3),
            None,
        ),
        shell(
            "a reader that goes, at once",
            "gaoyou annotate many.jsonl -m rules -o - | head -c 1 > /dev/null; "
            "exit ${PIPESTATUS[0]}",
            (0, 141),
            None,
        ),
        shell(
            "a number of an open file",
            "gaoyou annotate a.txt -m rules -o /dev/fd/3 3>o.jsonl",
            (0, 1),
            None,
        ),
        shell(
            "a terminal of one column",
            'TERM=dumb script -qec "stty cols 1; $(declare -f gaoyou); gaoyou annotate a.txt '
            '-m rules -o o.jsonl" /dev/null > /dev/null',
        ),
        shell(
            "show through a pipe to nobody",
            "gaoyou show many.jsonl -m rules 2>&1 | true",
            (0,),
            None,
        ),
    ]
