"""Reads Chinese local-government news: who holds which post where, which sums, which projects.

>>> import gaoyou_nlp
>>> nlp = gaoyou_nlp.load("rules")
>>> [span.text for span in nlp("总投资50亿元。").ents]
['50亿元']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from gaoyou_nlp.version import __version__

if TYPE_CHECKING:
    from gaoyou_nlp.annotation import annotate
    from gaoyou_nlp.dates import find_dates, find_publication_date
    from gaoyou_nlp.errors import GaoyouError
    from gaoyou_nlp.evaluation import score
    from gaoyou_nlp.figures import find_figures
    from gaoyou_nlp.formats import write
    from gaoyou_nlp.labels import LABELS
    from gaoyou_nlp.loading import load
    from gaoyou_nlp.money import find_money, parse_money
    from gaoyou_nlp.reading import read, reflow
    from gaoyou_nlp.records import (
        Amount,
        Article,
        Author,
        Official,
        Post,
        Project,
        Record,
        Source,
        SourceMap,
        Span,
    )
    from gaoyou_nlp.statements import find_statements

__all__ = [
    "LABELS",
    "Amount",
    "Article",
    "Author",
    "GaoyouError",
    "Official",
    "Post",
    "Project",
    "Record",
    "Source",
    "SourceMap",
    "Span",
    "__version__",
    "annotate",
    "find_dates",
    "find_figures",
    "find_money",
    "find_publication_date",
    "find_statements",
    "load",
    "parse_money",
    "read",
    "reflow",
    "score",
    "write",
]

_MODULES = {
    "GaoyouError": "errors",
    "LABELS": "labels",
    "annotate": "annotation",
    "find_dates": "dates",
    "find_figures": "figures",
    "find_money": "money",
    "find_publication_date": "dates",
    "find_statements": "statements",
    "load": "loading",
    "parse_money": "money",
    "read": "reading",
    "reflow": "reading",
    "score": "evaluation",
    "write": "formats",
}
"""Where the public names are that are not in ``records``."""


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that the import stays quick."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'records')}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
