"""The spaCy components; their factories are registered by entry points (``factories.py``)."""
