"""Whatever a folder holds is read, set aside with a reason, or named as left out."""

import gzip
import io
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyou_nlp.batch import annotate_files, work
from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.errors import path_text
from gaoyou_nlp.loading import load

zstandard = pytest.importorskip("zstandard")
pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


@dataclass(frozen=True)
class Odd:
    """A kind of thing that lies in a folder.

    ``data`` makes its bytes for a tag that keeps ids apart; ``records`` is how many articles must
    come of it, None where that depends; ``fate`` is what must become of it as well.
    """

    ending: str
    data: Callable[[str], bytes]
    records: int | None
    fate: str = ""


def lines(tag: str, count: int = 3) -> bytes:
    """Articles, one a line."""
    rows = ({"id": f"{tag}-{n}", "text": f"第{n}个项目投资{n + 1}亿元。"} for n in range(count))
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def table(tag: str) -> bytes:
    """Two articles, one of them with a text that is not UTF-8."""
    texts = pa.array(["投资5亿元。".encode(), b"\xff\xfe", "投资6亿元。".encode()]).view(
        pa.string()
    )
    stream = io.BytesIO()
    parquet.write_table(pa.table({"id": [f"{tag}-{n}" for n in range(3)], "text": texts}), stream)
    return stream.getvalue()


def zst(data: bytes) -> bytes:
    return bytes(zstandard.compress(data))


ODD = {
    "text": Odd(".txt", lambda tag: f"{tag}投资5亿元。".encode(), 1),
    "no ending": Odd("", lambda tag: b"x", 0, "skipped"),
    "empty text": Odd(".txt", lambda tag: b"", 0, "reject"),
    "binary text": Odd(".txt", lambda tag: b"\0\1\2", 0, "reject"),
    "lines": Odd(".jsonl", lines, 3),
    "no lines": Odd(".jsonl", lambda tag: b"\n\n", 0, "skipped"),
    "bad line": Odd(".jsonl", lambda tag: lines(tag) + b"{\n", 3, "reject"),
    "zero byte": Odd(".jsonl", lambda tag: b'{"text": "a\\u0000"}\n', 0, "reject"),
    "csv": Odd(".csv", lambda tag: f"id,text\n{tag},投资\n".encode(), 1),
    "csv with a zero byte": Odd(
        ".csv", lambda tag: f"id,text\n{tag},投\0资\n".encode(), 0, "reject"
    ),
    "csv with a spoiled row": Odd(
        ".csv",
        lambda tag: f'id,text\n{tag}-1,"投"资\n{tag}-2,资\r\r金\n{tag},5\n'.encode(),
        1,
        "reject",
    ),
    "csv twice text": Odd(".csv", lambda tag: b"id,text,text\n1,2,3\n", 0, "reject"),
    "csv without rows": Odd(".csv", lambda tag: b"id,text\n", 0, "skipped"),
    "parquet": Odd(".parquet", table, 2, "reject"),
    "cut parquet": Odd(".parquet", lambda tag: table(tag)[:-9], 0, "reject"),
    "gz": Odd(".jsonl.gz", lambda tag: gzip.compress(lines(tag)), 3),
    "gz of members": Odd(
        ".jsonl.gz", lambda tag: gzip.compress(lines(tag)) + gzip.compress(b"\n"), 3
    ),
    "gz cut": Odd(".jsonl.gz", lambda tag: gzip.compress(lines(tag, 99))[:-9], None, "reject"),
    "gz and junk": Odd(
        ".jsonl.gz", lambda tag: gzip.compress(lines(tag)) + b"junk", None, "reject"
    ),
    "gz of nothing": Odd(".jsonl.gz", lambda tag: b"", 0, "reject"),
    "zst": Odd(".jsonl.zst", lambda tag: zst(lines(tag)), 3),
    "zst of frames": Odd(".jsonl.zst", lambda tag: zst(lines(tag)) + zst(b"\n"), 3),
    "zst cut": Odd(".jsonl.zst", lambda tag: zst(lines(tag, 99))[:-9], None, "reject"),
    "zst and junk": Odd(".jsonl.zst", lambda tag: zst(lines(tag)) + b"junk", 3, "reject"),
    "zst of nothing": Odd(".csv.zst", lambda tag: b"", 0, "reject"),
    "zst cut text": Odd(".txt.zst", lambda tag: zst(b"x" * 9999)[:-1], 0, "reject"),
    "zst as gz": Odd(".jsonl.gz", lambda tag: zst(lines(tag)), 0, "reject"),
    "gz unnamed": Odd(".jsonl", lambda tag: gzip.compress(lines(tag)), 0, "reject"),
    "picture": Odd(".png", lambda tag: b"\x89PNG", 0, "skipped"),
    "page": Odd(".html", lambda tag: f"<p>{tag}投资5亿元。</p>".encode(), 1),
    "cut word": Odd(".docx", lambda tag: b"PK\x03\x04", 0, "reject"),
    "picture as page": Odd(".html", lambda tag: b"\x89PNG", 0, "reject"),
    "text as word": Odd(".docx", lambda tag: f"{tag}投资5亿元。".encode(), 1),
    "packed parquet": Odd(".parquet.gz", lambda tag: gzip.compress(table(tag)), 0, "skipped"),
    "own records": Odd(
        ".jsonl",
        lambda tag: b'{"id": "1", "text": "", "spans": [], "schema": 1, "model": "x"}\n',
        0,
        "skipped",
    ),
}
LINKS = ("dangling", "loop", "folder", "file")
NAMES = st.sampled_from(("a", "b", "c c", "页", ".hidden", "x\n\x1b", os.fsdecode(b"\xff")))


@pytest.fixture(scope="module")
def _one_pipeline(money: str) -> Iterator[None]:
    """Load the pipeline once for all runs."""
    nlp = load(money)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(work, "load", lambda *_, **__: nlp)
        yield


def grow(root: Path, plan: list[tuple[list[str], str]]) -> dict[str, tuple[str, Odd]]:
    """Make the files of a plan.

    Returns:
        The kind of each file by its path, those in hidden folders left out.
    """
    made: dict[str, tuple[str, Odd]] = {}
    for number, (folders, kind) in enumerate(plan):
        folder = root.joinpath(*folders)
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{number}{ODD[kind].ending if kind in ODD else '.txt'}"
        if kind in ODD:
            path.write_bytes(ODD[kind].data(str(number)))
        else:
            target = {"dangling": "gone", "loop": path.name, "folder": root, "file": __file__}[kind]
            path.symlink_to(target)
        fate = {"dangling": "reject", "loop": "reject", "folder": "skipped"}.get(kind, "")
        if ".hidden" not in folders:
            made[path_text(path)] = (kind, ODD.get(kind) or Odd("", lambda tag: b"", None, fate))
    return made


@pytest.mark.usefixtures("_one_pipeline")
def test_everything_found_is_accounted_for(money: str) -> None:
    kinds = st.sampled_from([*ODD, *LINKS])
    plans = st.lists(st.tuples(st.lists(NAMES, max_size=2), kinds), max_size=12)

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
    @given(plans)
    def check(plan: list[tuple[list[str], str]]) -> None:
        with tempfile.TemporaryDirectory() as place:
            made = grow(Path(place, "in"), plan)
            Path(place, "in").mkdir(exist_ok=True)
            annotate_files(
                Path(place, "in"), Path(place, "out"), model=money, engine=run_here, part_articles=4
            )
            check_fates(made, Path(place, "out"))

    check()


def check_fates(made: dict[str, tuple[str, Odd]], out: Path) -> None:
    """Compare what became of files with what must become of them."""
    records = [row for part in sorted(out.glob("part*")) for row in rows_of(part)]
    fates = {
        "record": [row["source"]["path"] for row in records],
        "reject": [row["path"] for row in rows_of(out / "rejects.jsonl")],
        "skipped": [row["path"] for row in rows_of(out / "skipped.jsonl")],
    }
    total = json.loads((out / "manifest.json").read_bytes())["total"]
    counted = [total[key] for key in ("records", "rejects", "skipped")]
    assert counted == [len(paths) for paths in fates.values()]
    assert total["inputs"] == total["records"] + total["rejects"]
    for path, (kind, odd) in made.items():
        found = {fate for fate, paths in fates.items() if path in paths}
        assert found, f"{kind} is lost"
        assert not odd.fate or odd.fate in found, kind
        assert odd.records in (None, fates["record"].count(path)), kind


def rows_of(path: Path) -> list[dict[str, object]]:
    """Read JSON Lines; none where there is no file."""
    return [json.loads(line) for line in path.read_bytes().splitlines()] if path.exists() else []


@pytest.mark.usefixtures("_one_pipeline")
@pytest.mark.parametrize("kind", ODD)
def test_each_kind(tmp_path: Path, money: str, kind: str) -> None:
    made = grow(tmp_path / "in", [([], kind)])
    annotate_files(tmp_path / "in", tmp_path / "out", model=money, engine=run_here)
    check_fates(made, tmp_path / "out")


@pytest.mark.usefixtures("_one_pipeline")
def test_a_folder_that_cannot_be_listed(
    tmp_path: Path, money: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = grow(tmp_path / "in", [(["locked"], "text"), ([], "text")])
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    report = annotate_files(tmp_path / "in", tmp_path / "out", model=money, engine=run_here)
    assert (report.records, report.rejects, report.exit_code) == (1, 1, 3)
    [row] = rows_of(tmp_path / "out/rejects.jsonl")
    assert row["path"] == str(tmp_path / "in/locked")
    assert row["reason"] == "the folder cannot be listed: Permission denied."
    assert len(made) == 2


@pytest.mark.usefixtures("_one_pipeline")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path, money: str) -> None:
    (tmp_path / "in").mkdir()
    os.mkfifo(tmp_path / "in/a.txt")
    annotate_files(tmp_path / "in", tmp_path / "out", model=money, engine=run_here)
    [row] = rows_of(tmp_path / "out/skipped.jsonl")
    assert row["path"] == str(tmp_path / "in/a.txt")


@pytest.mark.usefixtures("_one_pipeline")
@pytest.mark.parametrize(
    "first",
    ["out.jsonl", "out.csv", "out.parquet", "out.html", "out.json", "out", "sub/out.jsonl"],
)
def test_the_output_of_an_earlier_run_is_no_input(tmp_path: Path, money: str, first: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines("a") + b"{\n")
    format = "label-studio" if first.endswith(".json") else None
    annotate_files(tmp_path, tmp_path / first, format=format, model=money, engine=run_here)
    report = annotate_files(tmp_path, tmp_path / "second.jsonl", model=money, engine=run_here)
    assert (report.records, report.rejects) == (3, 1)
    assert report.skipped


@pytest.mark.usefixtures("_one_pipeline")
def test_a_folder_of_parts_that_is_named_is_an_input(tmp_path: Path, money: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines("a") + b"{\n")
    annotate_files(tmp_path / "a.jsonl", tmp_path / "out", model=money, engine=run_here)
    report = annotate_files(tmp_path / "out", tmp_path / "b.jsonl", model=money, engine=run_here)
    assert (report.records, report.rejects) == (3, 0)


@pytest.mark.usefixtures("_one_pipeline")
def test_articles_of_others_are_not_taken_for_our_outputs(tmp_path: Path, money: str) -> None:
    row = {"id": "1", "article_id": "1", "text": "投资5亿元。", "label": "x", "model": "x"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row), "utf-8")
    report = annotate_files(tmp_path, tmp_path / "b.jsonl", model=money, engine=run_here)
    assert (report.records, report.skipped) == (1, 0)


@pytest.mark.usefixtures("_one_pipeline")
def test_a_folder_of_brat_that_we_wrote_is_no_input(tmp_path: Path, money: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines("a"))
    annotate_files(tmp_path, tmp_path / "out", model=money, engine=run_here, format="brat")
    report = annotate_files(tmp_path, tmp_path / "second.jsonl", model=money, engine=run_here)
    assert (report.records, report.rejects) == (3, 0)
