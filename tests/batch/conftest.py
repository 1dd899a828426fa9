"""A small pipeline whose last component makes the trouble that a text asks for."""

import json
import os
from pathlib import Path

import pytest
import spacy

TROUBLE = """
import os, signal, time
from pathlib import Path

def make_trouble(nlp, name, flags: str):
    return lambda doc: _trouble(doc, Path(flags))

def _trouble(doc, flags):
    text = doc.text
    if "[raises]" in text:
        raise ValueError(f"no way: {object()}")
    if "[takes ages]" in text:
        while True:
            time.sleep(0.01)
    if "[hangs]" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(3600)
    if "[kills]" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "[kills once]" in text and _first(flags / "killed"):
        os.kill(os.getpid(), signal.SIGKILL)
    if "[slow]" in text:
        time.sleep(0.2)
    return doc

def _first(flag):
    try:
        flag.open("x").close()
    except FileExistsError:
        return False
    return True
"""


@pytest.fixture(scope="session")
def trouble_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the path of Python that holds the component, with its entry point."""
    folder = tmp_path_factory.mktemp("path")
    about = folder / "gaoyou_trouble-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: gaoyou-trouble\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[spacy_factories]\ngaoyou_trouble = gaoyou_trouble:make_trouble_factory\n"
    )
    (folder / "gaoyou_trouble.py").write_text(
        TROUBLE
        + "\nfrom spacy.language import Language\n"
        + 'make_trouble_factory = Language.factory("gaoyou_trouble")(make_trouble)\n',
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def trouble(tmp_path: Path, trouble_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The folder of a pipeline: money and trouble."""
    monkeypatch.setenv("PYTHONPATH", str(trouble_path), prepend=os.pathsep)
    monkeypatch.syspath_prepend(trouble_path)
    flags = tmp_path / "flags"
    flags.mkdir()
    save_pipeline(tmp_path / "pipeline_of_money")
    return str(save_pipeline(tmp_path / "pipeline", flags))


def save_pipeline(folder: Path, flags: Path | None = None) -> Path:
    """Save a pipeline of money alone, or of money and trouble."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})
    nlp.to_disk(folder)
    if flags is not None:
        place = folder / "config.cfg"
        config = place.read_text(encoding="utf-8")
        names = "pipeline = " + json.dumps(nlp.pipe_names)
        assert names in config
        config = config.replace(names, names[:-1] + ', "gaoyou_trouble"]')
        config = config.replace(
            "[components.gaoyou_resolver]",
            f'[components.gaoyou_trouble]\nfactory = "gaoyou_trouble"\nflags = "{flags}"\n\n'
            "[components.gaoyou_resolver]",
        )
        place.write_text(config, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def money(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a pipeline that finds money and nothing else: quickly loaded."""
    return str(save_pipeline(tmp_path_factory.mktemp("money") / "pipeline"))
