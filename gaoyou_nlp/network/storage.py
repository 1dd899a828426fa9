"""Weights in half precision on disk, in single precision in memory."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import srsly
from thinc.api import Model


def model_bytes(model: Model[Any, Any]) -> bytes:
    """Write a model like thinc does, its parameters rounded to float16.

    Parameters:
        model: With weights.

    Returns:
        Half as many bytes as ``model.to_bytes()``.
    """
    content = model.to_dict()
    content["params"] = [_converted(node, np.float16) for node in content["params"]]
    return cast(bytes, srsly.msgpack_dumps(content))


def load_model(model: Model[Any, Any], content: bytes) -> None:
    """Read the parameters that ``model_bytes`` wrote into a model of the same form.

    Parameters:
        model: Built from the same config.
        content: Of ``model_bytes``.
    """
    written = srsly.msgpack_loads(content)
    written["params"] = [_converted(node, np.float32) for node in written["params"]]
    model.from_dict(written)


def _converted(params: dict[str, Any], kind: Any) -> dict[str, Any]:
    return {
        name: None if value is None else np.ascontiguousarray(value, dtype=kind)
        for name, value in params.items()
    }
