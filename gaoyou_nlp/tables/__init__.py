"""From annotated records to answers: flat tables, files that hold them, questions asked of them.

``schema`` says once which tables and columns there are; the page of the documents, the Arrow
schema, the SQL and the header lines are made from it. ``rows`` turns a record into rows. Each kind
of file has a module with ``dump``; ``writing`` chooses it. ``asking`` puts the questions of the
folder ``questions`` to a DuckDB file.

What the room may know: records, formats, labels.
"""

from gaoyou_nlp.tables.schema import TABLES, Column, Table
from gaoyou_nlp.tables.writing import TABLE_FORMATS, write_tables

__all__ = ["TABLES", "TABLE_FORMATS", "Column", "Table", "write_tables"]
