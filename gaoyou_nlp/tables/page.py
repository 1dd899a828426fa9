"""The pages of the documents that are made: the tables from their schema, the questions."""

from __future__ import annotations

from os import PathLike

from gaoyou_nlp.tables.asking import Question, ask, questions
from gaoyou_nlp.tables.schema import TABLES, Table
from gaoyou_nlp.tables.sql import VIEWS

_HEAD = """# Tables

Made from `gaoyou_nlp/tables/schema.tsv` by `training/make_pages.py`; do not edit.

Annotated articles become flat tables, which Excel, Stata, R, pandas and SQL take as they are:

```
gaoyou annotate news/ -o news.xlsx           # or .duckdb, .sqlite; linked
gaoyou annotate news/ -o run                 # a folder of parts, JSON Lines
gaoyou tables run -o news.duckdb             # the same tables from an earlier run
gaoyou tables run -o tables --format parquet # a folder, one file a table; also csv
gaoyou link run -o news.duckdb               # linked, with ids or a place of your own
gaoyou ask news.duckdb promises              # see the questions page
```

Every table has always the same columns in the same order; a file without a row has its header. A
row says where it comes from: the sentence, the file, the offsets, what found it. The same run gives
the same rows again. Memory does not grow with the number of articles.

*Linked* tables have people, bodies, places and projects over all articles, with ids that stay (see
[linking](linking.md)): `gaoyou annotate -o` links what it writes as Excel, DuckDB or SQLite, and
keeps the ids in `news.ids.tsv` beside `news.duckdb`; `gaoyou tables` links with `--link`, and
`gaoyou link` always. In tables that are not linked a person is one of a single article.

| type | CSV | Excel | Parquet, DuckDB | SQLite |
|---|---|---|---|---|
| text | text; a `'` before what could be a formula | text, never a formula | VARCHAR | TEXT |
| integer | digits | number | BIGINT | INTEGER |
| number | exact decimal | number; text where it has more than 15 digits | DOUBLE | REAL |
| date | ISO 8601 | date (text before March 1900) | DATE | TEXT, ISO 8601 |
| boolean | true, false | TRUE, FALSE | BOOLEAN | 1, 0 |

A sheet of Excel holds 1,048,576 rows; further rows go to `mentions_2` and so on, and a text of more
than 32,767 characters is cut there with `…`. The sheet `columns` says what the columns mean; DuckDB
has that as comments (`duckdb_columns()`), SQLite in `sqlite_master`, Parquet in the metadata.

Names are ASCII, at most 32 characters, and no reserved words of Stata (`--names ascii`, the
default); `--names chinese` gives CSV and Excel Chinese headers. In SQL `"end"` is to be quoted.
"""


def tables_page() -> str:
    """Return ``docs/tables.md``."""
    parts = [_HEAD, *(_table(table) for table in TABLES.values()), _views()]
    return "\n".join(parts)


def _table(table: Table) -> str:
    lines = [
        f"## {table.name}",
        "",
        f"{table.meaning} ({table.chinese})",
        "",
        "| column | Chinese | type | unit | meaning | example |",
        "|---|---|---|---|---|---|",
    ]
    for column in table.columns:
        example = f"`{column.example}`" if column.example else ""
        lines.append(
            f"| `{column.name}` | {column.chinese} | {column.type} | {column.unit} | "
            f"{column.meaning} | {example} |"
        )
    return "\n".join(lines) + "\n"


def _views() -> str:
    lines = ["## Views", "", "DuckDB and SQLite files have these beside the tables.", ""]
    lines += ["| view | rows |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, (meaning, _) in VIEWS.items()]
    return "\n".join(lines) + "\n"


_QUESTIONS = """# Questions

Made from `gaoyou_nlp/tables/questions/` by `training/make_pages.py`; do not edit.

`gaoyou ask news.duckdb` lists the questions, `gaoyou ask news.duckdb promises` answers one,
`gaoyou ask news.duckdb timeline 叶大川` keeps the rows with that word in a cell other than the
sentence, and `--sql` prints the query, to be changed and put to DuckDB. The answers below are those
of a few written articles.

An answer is as good as the annotation below it. It says where each row comes from (`article_id`),
so that it can be read there. The file is linked (`gaoyou link`): people and bodies are one over all
articles; in tables that are not linked a person is one of a single article.
"""


def questions_page(path: str | PathLike[str]) -> str:
    """Return ``docs/questions.md`` with the answers of a DuckDB file.

    Parameters:
        path: The file, as written here.

    Raises:
        MissingExtraError: The package duckdb is not installed.
    """
    return "\n".join([_QUESTIONS, *(_question(one, path) for one in questions().values())])


def _question(question: Question, path: str | PathLike[str]) -> str:
    answer = ask(path, question.name)
    lines = [f"## {question.name}", "", question.text, ""]
    lines += [question.notes, ""] if question.notes else []
    lines += ["```sql", question.sql.strip(), "```", ""]
    lines += ["| " + " | ".join(answer.columns) + " |", "|---" * len(answer.columns) + "|"]
    for row in answer.rows:
        lines.append("| " + " | ".join("" if cell is None else _cell(cell) for cell in row) + " |")
    return "\n".join(lines) + "\n"


def _cell(cell: object) -> str:
    text = f"{cell:.10g}" if isinstance(cell, float) else str(cell)
    return text.replace("|", "\\|")
