"""Annotates the rows of a Spark table: ``mapInArrow`` with a fixed schema.

Needs the extra ``spark``. The executors need the same version of this library and of the model;
``docs/spark.md`` says how to bring them there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from gaoyou_nlp.batch.identity import identity_digest
from gaoyou_nlp.batch.isolating import FaultIsolatingAnnotator
from gaoyou_nlp.batch.options import TIME_LIMIT
from gaoyou_nlp.errors import GaoyouError, ModelError, missing_extra
from gaoyou_nlp.formats import parquet_table
from gaoyou_nlp.loading import load, resolve_name
from gaoyou_nlp.records import Article, Record, Reject

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COLUMNS = ("id", "text", "spans", "amounts", "officials", "projects", "model", "error")
"""The columns of the result; all but ``error`` are as in our Parquet files."""


def annotate_dataframe(
    df: DataFrame,
    *,
    id_col: str = "id",
    text_col: str = "text",
    model: str | None = None,
    lexicon: str | PathLike[str] | None = None,
    time_limit: float = TIME_LIMIT,
) -> DataFrame:
    """Annotate the rows of a table; every row comes out once, in whatever order Spark has.

    Parameters:
        df: A table with a column of ids and one of texts.
        id_col: The column of ids; they are turned into strings.
        text_col: The column of texts.
        model: A model package, a folder that every executor can read, or ``rules``; None for the
            installed model, and the rules where none is installed.
        lexicon: The user's word list, where every executor can read it.
        time_limit: Seconds for an article of up to 100,000 characters; 0 for no limit.

    Returns:
        A table with the columns ``COLUMNS``. Where a row cannot be annotated, ``error`` says why
        and the other columns but id and text are null.

    Raises:
        MissingExtraError: pyspark, pandas or pyarrow is not installed.
        GaoyouError: A column is not there.
        ModelError: The model is not there. An executor with another version of the library or the
            model fails the job.
    """
    try:
        from pyspark.sql import functions
        from pyspark.sql.pandas.types import from_arrow_schema
    except ImportError as error:
        raise missing_extra("pyspark", "spark") from error
    for column in (id_col, text_col):
        if column not in df.columns:
            raise GaoyouError(
                f"the table has no column {column!r}. Its columns are: {', '.join(df.columns)}."
            )
    name = resolve_name(model)
    list_path = None if lexicon is None else fspath(lexicon)
    run = identity_digest(name, list_path, {})
    work = partial(_annotate_batches, name, list_path, time_limit, run)
    wanted = df.select(
        functions.col(f"`{id_col}`").cast("string").alias("id"),
        functions.col(f"`{text_col}`").cast("string").alias("text"),
    )
    return wanted.mapInArrow(work, from_arrow_schema(schema()))


def schema() -> Any:
    """Return the ``pyarrow.Schema`` of the result.

    Raises:
        MissingExtraError: pyarrow is not installed.
    """
    ours = parquet_table.schema()
    import pyarrow as pa

    fields = [ours.field(name).with_nullable(True) for name in COLUMNS if name != "error"]
    return pa.schema([*fields, pa.field("error", pa.string())])


@lru_cache(maxsize=1)
def _annotator(
    model: str, lexicon: str | None, time_limit: float, run: str
) -> FaultIsolatingAnnotator:
    """Load the model, once a worker process."""
    if identity_digest(model, lexicon, {}) != run:
        raise ModelError(
            f"this executor has another version of the library or of {model!r} than the driver. "
            "Install the same on both."
        )
    return FaultIsolatingAnnotator(load(model, lexicon=lexicon), time_limit)


def _annotate_batches(
    model: str, lexicon: str | None, time_limit: float, run: str, batches: Iterable[Any]
) -> Iterator[Any]:
    """What an executor runs: batches of ids and texts in, batches of results out."""
    import pyarrow as pa

    annotator = _annotator(model, lexicon, time_limit, run)
    fixed = schema()
    for batch in batches:
        ids, texts = batch.column(0).to_pylist(), batch.column(1).to_pylist()
        rows = {
            at: _row(id, text, error=_fault(text))
            for at, (id, text) in enumerate(zip(ids, texts, strict=True))
        }
        articles = (
            (at, Article(ids[at] or "", texts[at])) for at in rows if rows[at]["error"] is None
        )
        for at, result in annotator.annotate(articles):
            if isinstance(result, Reject):
                rows[at] = _row(ids[at], texts[at], error=result.reason)
            else:
                rows[at] = _row(ids[at], texts[at], result)
        yield pa.RecordBatch.from_pylist([rows[at] for at in range(len(ids))], schema=fixed)


def _row(
    id: str | None, text: str | None, record: Record | None = None, *, error: str | None = None
) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    if record is not None:
        row |= {key: value for key, value in parquet_table.row(record).items() if key in COLUMNS}
    return {**row, "id": id, "text": text, "error": error}


def _fault(text: str | None) -> str | None:
    if text is None:
        return "has no text."
    return None if text.strip() else "is empty."
