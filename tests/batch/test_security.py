"""What docs/security.md promises; some of it is tested where it is made (reading, formats)."""

import ast
import json
import socket
from pathlib import Path

import pytest

import gaoyou_nlp
from gaoyou_nlp.batch import annotate_files
from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.reading.rows import Options

SOURCES = sorted(Path(gaoyou_nlp.__file__).parent.rglob("*.py"))
FORBIDDEN_CALLS = {"eval", "exec", "compile_command", "system", "popen", "load_module"}
FORBIDDEN_MODULES = {
    *("pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal", "joblib"),
    *("socket", "urllib", "http", "requests", "httpx", "ftplib", "subprocess"),
}
HARMLESS = {"urllib.parse"}
NASTY_IDS = ("../../outside", "/etc/passwd", "..\\..\\outside", "a/../../b", "nul\u0000", "-rf", "")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_pickle_no_eval_no_network(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        roots = {name.split(".")[0] for name in names if name not in HARMLESS}
        assert not roots & FORBIDDEN_MODULES
        if isinstance(node, ast.Call):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            assert called not in FORBIDDEN_CALLS, f"{path.name}:{node.lineno}"


@pytest.mark.parametrize("format", ["jsonl", "csv", "html", "docbin", "brat", "parquet"])
def test_ids_never_become_paths_outside(tmp_path: Path, money: str, format: str) -> None:
    if format == "parquet":
        pytest.importorskip("pyarrow")
    rows = [{"id": f"{id}{n}", "text": "投资5亿元"} for n, id in enumerate(NASTY_IDS)]
    deep = tmp_path / "a/b/c"
    deep.mkdir(parents=True)
    (deep / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    annotate_files(deep / "in.jsonl", deep / "out", model=money, engine=run_here, format=format)
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert new
    lists = {deep / "out.rejects.jsonl"}
    assert all((deep / "out") in path.parents for path in new - lists)


def test_html_and_csv_hold_no_code(tmp_path: Path, money: str) -> None:
    row = {"id": "=cmd()", "title": "<script>x</script>", "text": "<img onerror=x>投资5亿元"}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), "utf-8")
    for name in ("out.html", "out.csv"):
        annotate_files(tmp_path / "in.jsonl", tmp_path / name, model=money, engine=run_here)
    page = (tmp_path / "out.html").read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "\n'=cmd()," in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_zip_bombs_are_refused(tmp_path: Path, money: str) -> None:
    import gzip

    with gzip.open(tmp_path / "bomb.txt.gz", "wb") as stream:
        stream.write(b"x" * 5_000_000)
    reading = Options(max_bytes=1_000_000)
    report = annotate_files(
        tmp_path / "bomb.txt.gz", tmp_path / "out", model=money, engine=run_here, reading=reading
    )
    assert (report.articles, report.rejects) == (0, 1)


def test_no_network_is_used(tmp_path: Path, money: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "in.txt").write_text("投资5亿元。", "utf-8")
    report = annotate_files(tmp_path / "in.txt", tmp_path / "out", model=money, engine=run_here)
    assert report.records == 1


def test_a_link_among_the_parts_is_replaced_not_followed(tmp_path: Path, money: str) -> None:
    (tmp_path / "in.txt").write_text("投资5亿元。", "utf-8")
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/part-000000.jsonl").symlink_to(tmp_path / "precious")
    annotate_files(
        tmp_path / "in.txt", tmp_path / "out", model=money, engine=run_here, overwrite=True
    )
    assert (tmp_path / "precious").read_text() == "mine"
    assert not (tmp_path / "out/part-000000.jsonl").is_symlink()
