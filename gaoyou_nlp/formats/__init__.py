"""One module a format: records to files and, where it makes sense, back."""

from gaoyou_nlp.formats.table import FORMATS, Format, format_of, get_format
from gaoyou_nlp.formats.writing import dump, write

__all__ = ["FORMATS", "Format", "dump", "format_of", "get_format", "write"]
