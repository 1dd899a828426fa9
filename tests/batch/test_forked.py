"""Workers that are copies of the process that has loaded the model."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gaoyou_nlp.batch.limits import can_fork

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux forks")

RUN = """
import sys
from functools import partial
from unittest import mock
from gaoyou_nlp.batch import annotate_files, pool
from gaoyou_nlp.batch.runner import run_processes

source, output, model, how = sys.argv[1:]
engine = partial(run_processes, workers=2, grace=1.0, fork=how != "fresh")
if __name__ == "__main__":
    context = pool.multiprocessing.get_context
    with (
        mock.patch.object(pool.multiprocessing, "get_context", wraps=context) as contexts,
        mock.patch.object(pool, "load_pipeline", wraps=pool.load_pipeline) as loads,
    ):
        options = {"part_articles": 4, "time_limit": 2.0}
        report = annotate_files(source, output, model=model, engine=engine, **options)
    ways = {call.args[0] for call in contexts.mock_calls}
    print(report.records, report.rejects, ways, loads.call_count)
"""

FAULTS = {0: "kills", 1: "raises", 2: "hangs", 5: "takes ages", 8: "kills once"}


def test_copies_do_what_fresh_workers_do(tmp_path: Path, trouble: str) -> None:
    script = tmp_path / "run.py"
    script.write_text(RUN, "utf-8")
    texts = [f"投资{n + 1}亿元。" + (f"[{FAULTS[n]}]" if n in FAULTS else "") for n in range(11)]
    rows = [{"id": str(n), "text": text} for n, text in enumerate(texts)]
    source = tmp_path / "in.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    printed, files = {}, {}
    for how in ("fork", "fresh"):
        (tmp_path / "flags" / "killed").unlink(missing_ok=True)
        output = tmp_path / how
        command = [sys.executable, str(script), str(source), str(output), trouble, how]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=True)
        printed[how] = done.stdout.strip()
        files[how] = {p.name: p.read_bytes() for p in output.rglob("*") if p.is_file()}
    assert printed == {"fork": "7 4 {'fork'} 1", "fresh": "7 4 {'spawn'} 0"}
    assert files["fork"] == files["fresh"]


def test_a_process_with_a_second_thread_is_not_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    assert not can_fork()
    stop.set()
    thread.join()
