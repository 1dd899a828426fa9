"""The version of the library, kept equal to that of ``pyproject.toml`` by a test."""

__version__ = "1.4.0"
