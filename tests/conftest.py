"""Settings of all tests."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # the machine may be busy
)
if os.environ.get("CI"):
    settings.load_profile("ci")  # the same examples each time; elsewhere new ones are tried

_LONGEST_ID = 60


def pytest_make_parametrize_id(config: pytest.Config, val: object, argname: str) -> str | None:
    """Name a case after its text, on one line: Chinese as it is, line ends and the like escaped."""
    if isinstance(val, bytes):
        val = val.decode("latin-1")
    elif isinstance(val, (dict, list, tuple)):
        val = str(val)
    if not isinstance(val, str):
        return None
    text = "".join(char if char.isprintable() else repr(char)[1:-1] for char in val)
    return text if len(text) <= _LONGEST_ID else f"{text[: _LONGEST_ID - 1]}…"
