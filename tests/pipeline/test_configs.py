"""The training configs: complete, and with components that exist."""

from pathlib import Path

import pytest
import spacy
from spacy.schemas import ConfigSchemaTraining
from spacy.util import load_config, registry

NAMES = ("news.cfg", "student.cfg", "words.cfg")
CONFIGS = [Path(__file__).parents[2] / "configs" / name for name in NAMES]


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.name)
def test_a_config_is_complete(path: Path) -> None:
    config = load_config(path)
    nlp = spacy.util.load_model_from_config(config, auto_fill=False, validate=True)
    assert nlp.pipe_names == config["nlp"]["pipeline"]
    training = config.interpolate()["training"]
    registry.resolve(training, schema=ConfigSchemaTraining)
