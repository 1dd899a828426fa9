"""The package as a whole: public names, import time, entry points, versions, line of layers."""

import importlib.metadata
import subprocess
import sys

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib
from pathlib import Path

import pytest

import gaoyou_nlp
from gaoyou_nlp.loading import RULE_PIPELINE

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", gaoyou_nlp.__all__)
def test_public_names_are_there(name: str) -> None:
    assert getattr(gaoyou_nlp, name) is not None
    assert name in dir(gaoyou_nlp)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = gaoyou_nlp.no_such_name


def test_the_import_is_quick_and_loads_no_framework() -> None:
    code = (
        "import sys, time; t = time.process_time(); import gaoyou_nlp; "
        "print(time.process_time() - t, 'spacy' in sys.modules, 'numpy' in sys.modules)"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    seconds, spacy, numpy = min(run.stdout.split() for run in runs)
    assert float(seconds) < 0.2
    assert (spacy, numpy) == ("False", "False")


def test_money_needs_no_framework() -> None:
    code = "import sys, gaoyou_nlp; gaoyou_nlp.find_money('5亿元'); print('spacy' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_one_version() -> None:
    assert PROJECT["project"]["version"] == gaoyou_nlp.__version__
    assert importlib.metadata.version("gaoyou-nlp") == gaoyou_nlp.__version__
    assert f"## {gaoyou_nlp.__version__} " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_rule_component_has_an_entry_point() -> None:
    points = PROJECT["project"]["entry-points"]["spacy_factories"]
    assert set(RULE_PIPELINE) <= set(points)


def test_configs_and_code_name_the_same_pipeline() -> None:
    from spacy.util import load_config, load_model_from_config

    config = load_config(ROOT / "configs/rules.cfg")
    nlp = load_model_from_config(config, auto_fill=True)
    rules = gaoyou_nlp.load("rules")
    assert nlp.pipe_names == rules.pipe_names == list(RULE_PIPELINE)
    assert nlp.config["components"] == rules.config["components"]
