"""One module a format: records to files and, where it makes sense, back."""

from gaoyou_nlp.formats.files import FORMATS, dump, format_of, write

__all__ = ["FORMATS", "dump", "format_of", "write"]
