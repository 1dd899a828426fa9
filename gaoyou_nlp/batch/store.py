"""The folder of a run: names, what is done, the lock. Knows no engine.

A part is done when its sidecar is there, was written for the same inputs, model and options, and
its files have the checksums that the sidecar says. The sidecar is written last, so whatever a run
was killed in the middle of is not done, and is made again with the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.errors import WriteError, os_reason, quoted
from gaoyou_nlp.formats import FORMATS
from gaoyou_nlp.formats.atomic import atomic_file

HIDDEN = ".gaoyou"
"""Where a folder keeps its bookkeeping."""

_TEMPORARY = ".tmp-*"
_SUFFIXES = {".json", *(format.suffix for format in FORMATS.values() if format.suffix)}
_PART = re.compile(rf"part-(\d{{6,}})(\.rejects)?({'|'.join(map(re.escape, sorted(_SUFFIXES)))})")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A part that is done.

    Parameters:
        index: Its number.
        identity: Of inputs, model and options.
        counts: What it holds.
        bytes: Size of its file.
        sha256: Of its file.
        rejects_sha256: Of its file of rejects; None where there are none.
    """

    index: int
    identity: str
    counts: Counts
    bytes: int
    sha256: str
    rejects_sha256: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return it as the data of its sidecar."""
        return {
            "identity": self.identity,
            **self.counts.to_dict(),
            "bytes": self.bytes,
            "sha256": self.sha256,
            "rejects_sha256": self.rejects_sha256,
        }

    @classmethod
    def from_dict(cls, index: int, row: dict[str, Any]) -> Outcome:
        """Build it from the data of its sidecar.

        Raises:
            TypeError: The data are of another form.
        """
        names = {field.name for field in fields(Counts)}
        counts = Counts(**{key: value for key, value in row.items() if key in names})
        rest = {key: value for key, value in row.items() if key not in names}
        return cls(index=index, counts=counts, **rest)


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a run.

    Parameters:
        root: The folder of the parts.
        format: Their format.
    """

    root: Path
    format: str

    @property
    def hidden(self) -> Path:
        """The folder of the bookkeeping."""
        return self.root / HIDDEN

    def part(self, index: int) -> Path:
        """The file of a part."""
        return self.root / f"part-{index:06}{FORMATS[self.format].suffix}"

    def sidecar(self, index: int) -> Path:
        """What is known of a part."""
        return self.hidden / f"part-{index:06}.json"

    def rejects(self, index: int) -> Path:
        """What was set aside of a part."""
        return self.hidden / f"part-{index:06}.rejects.jsonl"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep all other runs away from the folder.

        Raises:
            WriteError: Another run is at it, or the folder cannot be made.
        """
        from filelock import FileLock, Timeout

        try:
            self.hidden.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.hidden / "lock", timeout=0)
            lock.acquire()
        except Timeout as error:
            raise WriteError(
                "another run is writing here. Wait for it, or choose another output.",
                path=self.root,
            ) from error
        except OSError as error:
            raise WriteError(f"cannot be written: {os_reason(error)}.", path=self.root) from error
        try:
            yield
        finally:
            lock.release()

    def begin(self, description: dict[str, Any], *, overwrite: bool) -> None:
        """Take the folder for a run, or take up the run that it holds.

        Parameters:
            description: What decides the bytes of the run.
            overwrite: Whether a run of another description may be thrown away.

        Raises:
            WriteError: The folder holds something else.
        """
        place = self.hidden / "run.json"
        begun_with = _json(place)
        if begun_with != description:
            begun = any(self.hidden.glob("part-*.json"))
            if begun_with is not None and begun and not overwrite:
                raise WriteError(_other_run(begun_with, description), path=self.root)
            foreign = self._foreign_names()
            if begun_with is None and not overwrite and foreign:
                raise WriteError(
                    f"holds {quoted(foreign[0])} and others that no run of ours began. Choose an "
                    "empty folder, or say --overwrite to put the parts beside them.",
                    path=self.root,
                )
            self._clear()
            write_json(place, description)
        for folder in (self.root, self.hidden):
            for path in folder.glob(_TEMPORARY):
                path.unlink(missing_ok=True)

    def done(self, index: int, identity: str) -> Outcome | None:
        """Return what became of a part if it is done and unspoiled, else None."""
        row = _json(self.sidecar(index))
        if row is None or row.get("identity") != identity:
            return None
        try:
            outcome = Outcome.from_dict(index, row)
        except TypeError:
            return None
        if file_sha256(self.part(index)) != outcome.sha256:
            return None
        return outcome if file_sha256(self.rejects(index)) == outcome.rejects_sha256 else None

    def finish(self, outcome: Outcome) -> None:
        """Write the sidecar of a part whose files are written."""
        write_json(self.sidecar(outcome.index), outcome.to_dict())

    def trim(self, count: int) -> None:
        """Remove the parts from a number on: left from a run over more inputs."""
        for path in [*self.root.glob("part-*"), *self.hidden.glob("part-*")]:
            name = _PART.fullmatch(path.name)
            if name and int(name[1]) >= count:
                path.unlink(missing_ok=True)

    def outcomes(self, count: int) -> Iterator[Outcome]:
        """Read what became of the first parts, in their order.

        Raises:
            WriteError: A part is not done.
        """
        for index in range(count):
            row = _json(self.sidecar(index))
            if row is None:
                raise WriteError(
                    "a part that was done is gone. Run the same command again.",
                    path=self.sidecar(index),
                )
            yield Outcome.from_dict(index, row)

    def _foreign_names(self) -> list[str]:
        names = sorted(path.name for path in self.root.iterdir() if path.name != HIDDEN)
        return [name for name in names if not name.startswith(".tmp-")]

    def _clear(self) -> None:
        self.trim(0)
        for name in ("manifest.json", "rejects.jsonl", "skipped.jsonl"):
            (self.root / name).unlink(missing_ok=True)


def write_json(path: Path, row: dict[str, Any]) -> None:
    """Write JSON durably, in place of what is there."""
    with atomic_file(path, overwrite=True) as stream:
        stream.write(json.dumps(row, ensure_ascii=False, indent=1).encode() + b"\n")


def file_sha256(path: Path) -> str | None:
    """Return the sha256 of a file, None where there is none."""
    total = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while block := stream.read(2**20):
                total.update(block)
    except FileNotFoundError:
        return None
    return total.hexdigest()


def _json(path: Path) -> dict[str, Any] | None:
    with suppress(FileNotFoundError, ValueError, RecursionError):
        row = json.loads(path.read_bytes())
        return row if isinstance(row, dict) else None
    return None


def _other_run(old: dict[str, Any], new: dict[str, Any]) -> str:
    keys = [key for key in {**old, **new} if old.get(key) != new.get(key)]
    differences = "; ".join(
        f"{key} {_short(old.get(key))} there, {_short(new.get(key))} now" for key in keys
    )
    return (
        f"was begun with another model or other options ({differences}). Give those, choose "
        "another output, or say --overwrite to begin anew."
    )


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text[:12] + "…" if len(text) > 40 else text
