"""Refuses outputs that would overwrite their own inputs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from os import PathLike, fspath

from gaoyou_nlp.errors import WriteError

PathOrName = str | PathLike[str]


def keep_inputs(inputs: Iterable[PathOrName], output: PathOrName) -> None:
    """Refuse an output that is one of its own inputs, or a folder that one lies in.

    Parameters:
        inputs: Files and folders that are read.
        output: The file or the whole folder that is going to be replaced.

    Raises:
        WriteError: Writing it would remove an input.

    Examples:
        >>> keep_inputs(["news/a.txt"], "brat")
        >>> keep_inputs(["news/a.txt"], "news")
        Traceback (most recent call last):
        ...
        gaoyou_nlp.errors.WriteError: news: is input and output at once. Choose another output.
    """
    for name in inputs:
        if "\0" in fspath(name) or "\0" in fspath(output):
            continue  # no file has such a name; whoever opens it says so
        read, written = os.path.realpath(name), os.path.realpath(output)
        if read == written or read.startswith(os.path.join(written, "")):
            raise WriteError("is input and output at once. Choose another output.", path=output)
