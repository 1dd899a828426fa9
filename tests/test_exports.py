"""What the package exports: this list, and nothing else without an underscore."""

import gaoyou_nlp

EXPORTED = [
    *("Amount", "Article", "Author", "GaoyouError", "LABELS", "Official", "Post", "Project"),
    *("Record", "Source", "SourceMap", "Span", "__version__", "annotate", "find_dates"),
    *("find_figures", "find_money", "find_publication_date", "find_statements", "load"),
    *("parse_money", "read", "reflow", "score", "write"),
]


def test_the_exported_names_are_these() -> None:
    assert sorted(gaoyou_nlp.__all__) == EXPORTED
    assert dir(gaoyou_nlp) == EXPORTED
