"""The tables in SQL: CREATE statements, comments and views."""

from __future__ import annotations

from typing import Final, Literal

from gaoyou_nlp.tables.schema import TABLES, Table

Dialect = Literal["duckdb", "sqlite"]

_TYPES: Final = {
    "duckdb": {
        "text": "VARCHAR",
        "integer": "BIGINT",
        "number": "DOUBLE",
        "date": "DATE",
        "boolean": "BOOLEAN",
    },
    "sqlite": {
        "text": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "date": "TEXT",
        "boolean": "INTEGER",
    },
}

_YEAR: Final = 'CAST(substr(CAST(COALESCE(f.period_end, a."date") AS VARCHAR), 1, 4) AS INTEGER)'
"""The year of a figure: that of its period, else that of its article."""

_HELD: Final = (
    "(change IS NULL OR change NOT IN ('removed', 'resigned', 'former', 'nominated', 'proposed'))"
)
"""That a post is neither left already nor not yet taken up."""

_FIGURES: Final = f"""SELECT f.*, a."date" AS article_date,
  {_YEAR} AS year,
  COALESCE(h.org, f.owner) AS body, h.title AS speaker_title
FROM figures f JOIN articles a USING (article_id)
LEFT JOIN (
  SELECT *, ROW_NUMBER() OVER (
    PARTITION BY article_id, name ORDER BY CASE title WHEN '常委' THEN 1 ELSE 0 END, start
  ) AS rank
  FROM posts WHERE org IS NOT NULL AND {_HELD}
) AS h ON h.article_id = f.article_id AND h.name = f.speaker AND h.rank = 1
WHERE f.status = """
"""Figures with what the rest of their article says of them."""

VIEWS: Final = {
    "holders": (
        "Posts that are held: those left already or not yet taken up are not among them.",
        f"""SELECT p.*, a."date" AS article_date
FROM posts p JOIN articles a USING (article_id)
WHERE {_HELD}""",
    ),
    "targets": (
        "Targets with the year they are for, and the body that gives them: that whose post the "
        "speaker holds in the article, else the owner in the text.",
        f"{_FIGURES}'target'",
    ),
    "results": (
        "Results with the year they are of, and the body as of targets.",
        f"{_FIGURES}'result'",
    ),
}
"""Views by their names: what they are for, and the query, which both dialects read."""


def create_table(table: Table, dialect: Dialect) -> str:
    """Return the statement that makes a table.

    Examples:
        >>> print(create_table(TABLES["authors"], "sqlite")[:85])
        CREATE TABLE "authors" (
          "article_id" TEXT, -- The article; see articles.article_id
    """
    types = _TYPES[dialect]
    lines = []
    for at, column in enumerate(table.columns, 1):
        comma = "," if at < len(table.columns) else ""
        lines.append(f'  "{column.name}" {types[column.type]}{comma} -- {column.meaning}')
    return f'CREATE TABLE "{table.name}" (\n' + "\n".join(lines) + "\n)"


def comments(table: Table) -> list[str]:
    """Return the statements that say what a table and its columns mean, for DuckDB."""
    statements = [f'COMMENT ON TABLE "{table.name}" IS {quoted(table.meaning)}']
    for column in table.columns:
        text = f"{column.meaning} [{column.unit}]" if column.unit else column.meaning
        statements.append(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {quoted(text)}')
    return statements


def create_views() -> list[str]:
    """Return the statements that make the views."""
    return [f'CREATE VIEW "{name}" AS {query}' for name, (_, query) in VIEWS.items()]


def schema_sql(dialect: Dialect) -> list[str]:
    """Return the statements that make all tables and views, in their order."""
    statements = [create_table(table, dialect) for table in TABLES.values()]
    if dialect == "duckdb":
        statements += [line for table in TABLES.values() for line in comments(table)]
    statements += create_views()
    if dialect == "duckdb":
        statements += [
            f'COMMENT ON VIEW "{name}" IS {quoted(meaning)}' for name, (meaning, _) in VIEWS.items()
        ]
    return statements


def quoted(text: str) -> str:
    """Return a text as a literal of SQL.

    Examples:
        >>> quoted("the article's")
        "'the article''s'"
    """
    return "'" + text.replace("'", "''") + "'"
