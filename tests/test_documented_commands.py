"""The commands of the documents, run from the library's wheel in an empty home."""

import gzip
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = "2024年3月1日，云溪县委书记顾一苇说，云溪水厂总投资5亿元，力争年底前完工。"
DOCUMENTS = sorted(
    path for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md")] if path.is_file()
)
_TRAINED = ("training/", "out/words/")
"""Commands about models that somebody has to train first are left to ``make clone``."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]


def commands_of(document: Path) -> list[str]:
    """The lines that begin with ``gaoyou`` in the fenced blocks of a document, without comments."""
    blocks = re.findall(r"^```[a-z]*\n(.*?)^```", document.read_text("utf-8"), re.DOTALL | re.M)
    lines = [line.split("  #")[0].split(" # ")[0] for block in blocks for line in block.split("\n")]
    return [
        line.strip()
        for line in lines
        if line.startswith("gaoyou ") and not any(word in line for word in _TRAINED)
    ]


WITH_COMMANDS = {
    str(path.relative_to(ROOT)): found for path in DOCUMENTS if (found := commands_of(path))
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is installed into, made of a copy of the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    kept = ("gaoyou_nlp", "pyproject.toml", "setup.py", "README.md", "LICENSE", "NOTICE")
    for name in kept:
        path = ROOT / name
        copy = shutil.copytree if path.is_dir() else shutil.copyfile
        if path.exists():
            copy(path, folder / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = ["wheel", "--no-deps", "--no-build-isolation", "-w", str(folder / "dist"), str(folder)]
    subprocess.run([*pip, *build], check=True, capture_output=True)
    [wheel] = (folder / "dist").glob("*.whl")
    install = ["install", "--no-deps", "--target", str(folder / "site"), str(wheel)]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    return folder / "site"


def make_inputs(folder: Path) -> None:
    """Write what the documents name as inputs."""
    for name in ("FOLDER", "ARCHIVE", "news"):
        (folder / name).mkdir()
        for number in (1, 2):
            (folder / name / f"{number}.txt").write_text(TEXT, "utf-8")
    (folder / "page.txt").write_text(TEXT, "utf-8")
    row = json.dumps({"id": "1", "text": TEXT}, ensure_ascii=False)
    (folder / "news.jsonl.gz").write_bytes(gzip.compress(row.encode()))
    api = {"data": {"list": [{"title": "水厂", "content": TEXT * 9, "publish_time": "2024-03-02"}]}}
    (folder / "api.json").write_text(json.dumps(api, ensure_ascii=False), "utf-8")
    (folder / "other.conll").write_text("顾 B-PER\n一 I-PER\n苇 I-PER\n说 O\n", "utf-8")
    (folder / "corpus").mkdir()
    for path in sorted((ROOT / "corpus/articles").glob("**/*.txt"))[:3]:
        shutil.copyfile(path, folder / "corpus" / path.name)
    value = {"start": 0, "end": 3, "text": "云溪县", "labels": ["GPE"]}
    result = [{"type": "labels", "from_name": "label", "to_name": "text", "value": value}]
    task = {
        "id": 1,
        "data": {"id": "other-1", "text": "云溪县的水厂"},
        "annotations": [{"result": result}],
    }
    (folder / "export.json").write_text(json.dumps([task], ensure_ascii=False), "utf-8")
    (folder / "overrule.csv").write_text("a,b,same\n1:顾一苇,2:顾一苇,same\n", "utf-8")
    make_pdf(folder / "paper.pdf")


def make_pdf(path: Path) -> None:
    """Write a file of three pages, a line each."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(str(path), invariant=1)
    for _ in range(3):
        canvas.setFont("STSong-Light", 12)
        canvas.drawString(50, 700, TEXT)
        canvas.showPage()
    canvas.save()


@pytest.mark.parametrize("document", WITH_COMMANDS)
def test_commands_run_from_a_wheel(document: str, site: Path, tmp_path: Path) -> None:
    make_inputs(tmp_path)
    (tmp_path / "home").mkdir()
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "XDG_", "HOME"))}
    environment = {**kept, "HOME": str(tmp_path / "home"), "PYTHONPATH": str(site)}
    program = f"{shlex.quote(sys.executable)} -P -m gaoyou_nlp.cli"
    if sys.version_info < (3, 11):
        program = program.replace(" -P", "")
    for line in WITH_COMMANDS[document]:
        _remove_output(line, tmp_path)
        command = re.sub(r"\bgaoyou (?=[a-z])", f"{program} ", line)
        run = subprocess.run(
            ["sh", "-c", command], cwd=tmp_path, env=environment, capture_output=True, check=False
        )
        assert run.returncode == 0, f"{line}: {run.returncode}\n{run.stderr.decode()[-1500:]}"
    where = [sys.executable, "-c", "import gaoyou_nlp; print(gaoyou_nlp.__file__)"]
    found = subprocess.run(where, cwd=tmp_path, env=environment, capture_output=True, check=True)
    assert found.stdout.decode().startswith(str(site))


def _remove_output(line: str, folder: Path) -> None:
    """Make room for an output that another command of the document has written."""
    words = line.split()
    if "-o" in words and words[1] != "corpus":
        place = folder / words[words.index("-o") + 1]
        if place.is_dir():
            shutil.rmtree(place)
        place.unlink(missing_ok=True)
