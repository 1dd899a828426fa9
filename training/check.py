"""Check what the workflow made: its outputs, and the wheel's size, files and meta data.

python training/check.py outputs training/project.yml package
python training/check.py wheel models --name zh_gaoyou_news --version 1.4.0
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

import srsly
from packaging.requirements import Requirement

LARGEST = 15 * 1024 * 1024
"""The largest wheel in bytes."""

NEEDED = ("config.cfg", "meta.json", "README.md", "LICENSE", "NOTICE", "gaoyou_tagger/model")
"""The files that a wheel must hold."""

SAID = ("description", "author", "license", "sources", "performance", "requirements")
"""What the meta data must say."""


def wheel_path(folder: Path, name: str, version: str) -> Path:
    """Return where the wheel of a model lies."""
    return folder / f"{name}-{version}-py3-none-any.whl"


def missing_outputs(project: Path, workflow: str) -> Iterator[str]:
    """Find the outputs of a workflow that are not there.

    Parameters:
        project: Its ``project.yml``.
        workflow: Which of its workflows.

    Yields:
        What is missing or empty, with the command that makes it.
    """
    config: dict[str, Any] = srsly.read_yaml(project)
    for command in config["commands"]:
        if command["name"] not in config["workflows"][workflow]:
            continue
        for output in [*command.get("outputs", ()), *command.get("outputs_no_cache", ())]:
            for key, value in config["vars"].items():
                output = output.replace(f"${{vars.{key}}}", str(value))
            path = project.parent / output
            if not path.exists() or (path.is_dir() and not any(path.iterdir())):
                yield f"{output} is missing. Make it by  weasel run {command['name']}."


def wheel_faults(path: Path) -> Iterator[str]:
    """Find what is wrong with a wheel.

    Parameters:
        path: The wheel of a model.

    Yields:
        One sentence a fault.
    """
    if not path.exists():
        yield f"{path} is missing. Make it by  weasel run wheel."
        return
    if path.stat().st_size > LARGEST:
        yield f"{path} has {path.stat().st_size} bytes, more than {LARGEST}."
    name, version = path.name.split("-")[:2]
    with zipfile.ZipFile(path) as wheel:
        files = set(wheel.namelist())
        folder = f"{name}/{name}-{version}"
        for needed in NEEDED:
            if f"{folder}/{needed}" not in files:
                yield f"{path} lacks {folder}/{needed}."
        meta = json.loads(wheel.read(f"{folder}/meta.json"))
        header = HeaderParser().parsestr(
            wheel.read(f"{name}-{version}.dist-info/METADATA").decode("utf-8")
        )
    for key in SAID:
        if not meta.get(key):
            yield f"meta.json of {path} does not say {key}."
    if f"{meta['lang']}_{meta['name']}" != name or meta["version"] != version:
        yield f"meta.json of {path} names {meta['lang']}_{meta['name']} {meta['version']}."
    needs = [Requirement(line) for line in header.get_all("Requires-Dist", [])]
    if not any(re.sub("[-_.]+", "-", n.name) == "gaoyou-nlp" and n.specifier for n in needs):
        yield f"{path} does not require a range of versions of gaoyou-nlp."


def main() -> int:
    """Copy or check; each fault is one line, and the exit code 1."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    commands = parser.add_subparsers(dest="command", required=True)
    outputs = commands.add_parser("outputs")
    outputs.add_argument("project", type=Path)
    outputs.add_argument("workflow")
    for command, paths in (("wheel", ("folder",)), ("copy", ("packages", "folder"))):
        sub = commands.add_parser(command)
        for path in paths:
            sub.add_argument(path, type=Path)
        sub.add_argument("--name", required=True)
        sub.add_argument("--version", required=True)
    arguments = parser.parse_args()
    if arguments.command == "outputs":
        faults = list(missing_outputs(arguments.project, arguments.workflow))
    else:
        target = wheel_path(arguments.folder, arguments.name, arguments.version)
        if arguments.command == "copy":
            built = f"{arguments.name}-{arguments.version}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(arguments.packages / built / "dist" / target.name, target)
        faults = list(wheel_faults(target))
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
