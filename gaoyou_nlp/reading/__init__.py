"""Files to articles: decoding, reflowing, parting pages, with a map back to the source."""

from gaoyou_nlp.reading.articles import reflow
from gaoyou_nlp.reading.decoding import decode

__all__ = ["decode", "reflow"]
