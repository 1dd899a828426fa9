"""The one room that knows spaCy: components, their factories, and the border to plain data.

``border`` turns a ``Doc`` into plain text and spans and back; the components are thin shells around
``rules``, ``relations`` and ``network``. Every factory has an entry point in ``pyproject.toml``.
"""
