"""The example of docs/figures.md prints what its ``#>`` lines say."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "figures.md"


def test_the_examples_of_the_page() -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), flags=re.S)
    assert code
    for block in code:
        with redirect_stdout(StringIO()) as printed:
            exec(block, {})
        assert printed.getvalue().splitlines() == re.findall(r"^#> (.*)$", block, flags=re.M)
