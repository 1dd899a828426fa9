"""A run that was stopped is taken up; another run, or files of others, are refused."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from runs import lines, run

from gaoyou_nlp.batch.runner import run_here
from gaoyou_nlp.batch.store import Outcome, Store
from gaoyou_nlp.batch.work import Settings, Task
from gaoyou_nlp.errors import WriteError


def files_of(folder: Path) -> dict[str, bytes]:
    """All files under a folder, the lock aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock"
    }


class Killed(Exception):
    """What the tests stop a run with."""


def killed_after(count: int) -> object:
    """An engine that stops after some parts."""

    def engine(tasks: Iterable[Task], settings: Settings) -> Iterator[Outcome]:
        for number, outcome in enumerate(run_here(tasks, settings)):
            if number == count:
                raise Killed
            yield outcome

    return engine


@pytest.mark.parametrize("output", ["out", "out.jsonl", "out.csv"])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_killed_run_is_taken_up(tmp_path: Path, money: str, output: str, after: int) -> None:
    source = lines(tmp_path / "in.jsonl", 45)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    whole.mkdir()
    broken.mkdir()
    run(source, whole / output, money)
    with pytest.raises(Killed):
        run(source, broken / output, money, engine=killed_after(after))
    for part in broken.rglob("part-000000.jsonl"):
        part.with_name(".tmp-part-000004.jsonl.77").write_bytes(b"half a")
    report = run(source, broken / output, money)
    assert files_of(broken) == files_of(whole)
    assert report.records == 45
    assert report.resumed >= after


def test_a_file_that_was_joined_before_the_kill_is_accepted(tmp_path: Path, money: str) -> None:
    source = lines(tmp_path / "in.jsonl", 15)
    with pytest.raises(Killed):
        run(source, tmp_path / "out.jsonl", money, engine=killed_after(1))
    run(source, tmp_path / "whole.jsonl", money)
    joined = (tmp_path / "whole.jsonl").read_bytes()
    (tmp_path / "out.jsonl").write_bytes(joined)
    run(source, tmp_path / "out.jsonl", money)
    assert (tmp_path / "out.jsonl").read_bytes() == joined


def test_a_stranger_at_the_place_of_the_output_is_not_replaced(tmp_path: Path, money: str) -> None:
    source = lines(tmp_path / "in.jsonl", 15)
    with pytest.raises(Killed):
        run(source, tmp_path / "out.jsonl", money, engine=killed_after(1))
    (tmp_path / "out.jsonl").write_text("mine")
    with pytest.raises(WriteError, match="is there already"):
        run(source, tmp_path / "out.jsonl", money)
    assert (tmp_path / "out.jsonl").read_text() == "mine"


@pytest.mark.parametrize("spoil", ["part-000001.jsonl", ".gaoyou/part-000001.json"])
@pytest.mark.parametrize("how", ["cut", "gone", "other"])
def test_a_spoiled_part_is_made_again(tmp_path: Path, money: str, spoil: str, how: str) -> None:
    source, out = lines(tmp_path / "in.jsonl", 25), tmp_path / "out"
    run(source, out, money)
    before = files_of(out)
    place = out / spoil
    if how == "gone":
        place.unlink()
    else:
        place.write_bytes(place.read_bytes()[:-9] if how == "cut" else b"{}")
    assert run(source, out, money).resumed == 2
    assert files_of(out) == before


def test_changed_inputs_change_their_parts_alone(tmp_path: Path, money: str) -> None:
    source, out = lines(tmp_path / "in.jsonl", 45), tmp_path / "out"
    run(source, out, money)
    rows = source.read_text("utf-8").splitlines(keepends=True)
    rows[12] = rows[12].replace("投资", "总投资")
    source.write_text("".join(rows[:31]), "utf-8")
    assert run(source, out, money).resumed == 2
    run(source, tmp_path / "new", money)
    assert files_of(out) == files_of(tmp_path / "new")


def test_another_run_is_refused(tmp_path: Path, money: str) -> None:
    source, out = lines(tmp_path / "in.jsonl", 15), tmp_path / "out"
    run(source, out, money)
    before = files_of(out)
    for more in ({"time_limit": 5.0}, {"format": "csv"}, {"part_articles": 7}):
        with pytest.raises(WriteError, match=r"another model or other options .*--overwrite"):
            run(source, out, money, **more)
    with pytest.raises(WriteError, match="model"):
        run(source, out, "rules")
    assert files_of(out) == before
    run(source, out, money, format="csv", overwrite=True)
    assert sorted(p.name for p in out.glob("part*")) == ["part-000000.csv", "part-000001.csv"]


def test_a_folder_of_others_is_refused(tmp_path: Path, money: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/letter.txt").write_text("dear")
    with pytest.raises(WriteError, match=r"letter\.txt"):
        run(lines(tmp_path / "in.jsonl", 5), tmp_path / "out", money)
    run(tmp_path / "in.jsonl", tmp_path / "out", money, overwrite=True)
    assert (tmp_path / "out/letter.txt").read_text() == "dear"


def test_two_runs_at_once_are_refused(tmp_path: Path, money: str) -> None:
    with (
        Store(tmp_path / "out", "jsonl").locked(),
        pytest.raises(WriteError, match="another run"),
    ):
        run(lines(tmp_path / "in.jsonl", 5), tmp_path / "out", money)


def test_rejects_of_another_run_are_kept(tmp_path: Path, money: str) -> None:
    (tmp_path / "rejects.jsonl").write_text("mine")
    (tmp_path / "in.jsonl").write_bytes(b'{"id": "1", "text": "5\xe4\xba\xbf"}\n{\n')
    report = run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", money)
    assert report.rejects_path == tmp_path / "out.jsonl.rejects.jsonl"
    assert (tmp_path / "rejects.jsonl").read_text() == "mine"
    lines(tmp_path / "in.jsonl", 3)
    run(tmp_path / "in.jsonl", tmp_path / "out.jsonl", money, overwrite=True)
    assert not (tmp_path / "out.jsonl.rejects.jsonl").exists()
