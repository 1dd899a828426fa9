"""The annotated corpus: its mark-up, its checks, its counts, and what is built from it."""
