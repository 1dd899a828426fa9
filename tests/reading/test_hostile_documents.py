"""Documents that attack: refused or read within limits of time and memory, in a process alone."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

import pytest
from hostile_documents import ATTACKS

pytest.importorskip("pypdfium2")
pytest.importorskip("lxml")

SECONDS = 60
"""CPU seconds that a document may take on a slow machine."""

MEMORY = 3 * 2**30
"""Bytes of address space; the interpreter with its libraries takes about a third of it."""

SECRET = "县长密令"

PROGRAM = """
import json, os, resource, sys, time
from pathlib import Path
import docx, lxml.html, openpyxl, pypdfium2, striprtf.striprtf
from gaoyou_nlp.reading import read

seconds, memory = int(sys.argv[1]), int(sys.argv[2])
for path in map(Path, sys.argv[3:]):
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        rejects = []
        articles = list(read(path, on_reject=rejects.append))
        told = [[a.text[:2000] for a in articles], [r.reason for r in rejects]]
        used = resource.getrusage(resource.RUSAGE_SELF)
        told += [used.ru_utime + used.ru_stime, used.ru_maxrss // 1024]
        path.with_suffix(".told").write_text(json.dumps(told))
        os._exit(0)
    os.waitpid(child, 0)
"""


Told = tuple[list[str], list[str], float, int]
"""Texts, reasons of rejects, CPU seconds and peak memory in MiB; missing if the process died."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Told]:
    """What came of each attack; one process imports, and forks for each."""
    folder = tmp_path_factory.mktemp("attacks")
    secret = folder / "secret"
    secret.write_text(SECRET, encoding="utf-8")
    paths = []
    for make in ATTACKS:
        path = folder / f"{make.__name__}.{make.__name__.partition('_')[0]}"
        path.write_bytes(make().replace(b"{path}", str(secret).encode()))
        paths.append(path)
    limits = str(SECONDS), str(MEMORY)
    subprocess.run([sys.executable, "-c", PROGRAM, *limits, *map(str, paths)], check=True)
    answers = {path.stem: path.with_suffix(".told") for path in paths}
    return {
        name: tuple(json.loads(answer.read_text()))  # type: ignore[misc]
        for name, answer in answers.items()
        if answer.exists()
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("make", "reason"), ATTACKS.items(), ids=lambda v: getattr(v, "__name__", "")
)
def test_an_attack_costs_little(
    make: Callable[[], bytes], reason: str, told: dict[str, Told]
) -> None:
    assert make.__name__ in told, "it died, or took too long"
    texts, reasons, _, _ = told[make.__name__]
    assert texts or reasons
    assert not any(SECRET in text for text in [*texts, *reasons])
    assert not any("more memory" in told for told in reasons)
    assert not reason or any(reason in told for told in reasons), reasons
