"""Files to articles: decoding, reflowing, parting pages, with a map back to the source."""

from gaoyou_nlp.reading.articles import reflow
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.files import read

__all__ = ["decode", "read", "reflow"]
