"""The shared nouns: articles, spans, amounts, officials and projects, as plain frozen data.

Offsets are code points of ``Article.text``, end exclusive: ``text[start:end] == span.text``.
Every record turns into JSON by ``to_dict`` and back by ``from_dict``; the JSON of an article is
the line of JSONL described in ``docs/records.md`` (schema 2).
"""

from gaoyou_nlp.records.amount import Amount, decimal_string
from gaoyou_nlp.records.anchor import Anchor, Box, Cell, Page, Paragraph, Where
from gaoyou_nlp.records.article import Article, Author, locate
from gaoyou_nlp.records.date_mention import GRAINS, DateMention
from gaoyou_nlp.records.figure import FIGURE_KINDS, WORDING_CLASSES, Condition, Figure
from gaoyou_nlp.records.official import Official, Post
from gaoyou_nlp.records.project import Project
from gaoyou_nlp.records.project_group import ProjectGroup
from gaoyou_nlp.records.record import SCHEMA, SCHEMAS, Record
from gaoyou_nlp.records.reject import Reject
from gaoyou_nlp.records.said import Event, Said
from gaoyou_nlp.records.source import Source, SourceMap
from gaoyou_nlp.records.span import AGREED, MODEL_RULE, Origin, Span, check_spans, origin_of
from gaoyou_nlp.records.statement import STATEMENT_KINDS, Statement
from gaoyou_nlp.records.table import Table, TableCell

__all__ = [
    "AGREED",
    "FIGURE_KINDS",
    "GRAINS",
    "MODEL_RULE",
    "SCHEMA",
    "SCHEMAS",
    "STATEMENT_KINDS",
    "WORDING_CLASSES",
    "Amount",
    "Anchor",
    "Article",
    "Author",
    "Box",
    "Cell",
    "Condition",
    "DateMention",
    "Event",
    "Figure",
    "Official",
    "Origin",
    "Page",
    "Paragraph",
    "Post",
    "Project",
    "ProjectGroup",
    "Record",
    "Reject",
    "Said",
    "Source",
    "SourceMap",
    "Span",
    "Statement",
    "Table",
    "TableCell",
    "Where",
    "check_spans",
    "decimal_string",
    "locate",
    "origin_of",
]
