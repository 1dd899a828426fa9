"""The labels of others: mapped to ours as the user says, or refused by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from os import PathLike

from gaoyou_nlp.errors import GaoyouError, ReadError, quoted
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.records import Record

LEAVE_OUT = "-"
"""What a label is mapped to whose spans are not wanted."""

_OURS = (*LABELS, OPTIONAL)


def parse_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Read what a user says of foreign labels.

    Parameters:
        pairs: Such as ``LOC=GPE``; ``MISC=-`` leaves the spans of a label out.

    Returns:
        From foreign labels to ours.

    Raises:
        GaoyouError: A pair is none, names no label of ours, or says another than one before it.

    Examples:
        >>> parse_mapping(["LOC=GPE", "MISC=-"])
        {'LOC': 'GPE', 'MISC': '-'}
    """
    mapping: dict[str, str] = {}
    for pair in pairs:
        foreign, _, ours = pair.rpartition("=")
        if not foreign or ours not in (*_OURS, LEAVE_OUT):
            raise GaoyouError(
                f"{quoted(pair)} maps no label. Write LOC=GPE with one of {', '.join(_OURS)} "
                f"behind the sign, or LOC={LEAVE_OUT} to leave its spans out."
            )
        if mapping.setdefault(foreign, ours) != ours:
            raise GaoyouError(f"{quoted(foreign)} is mapped to {mapping[foreign]} and to {ours}.")
    return mapping


def map_labels(
    records: Iterable[Record],
    mapping: Mapping[str, str] | None = None,
    *,
    path: str | PathLike[str] | None = None,
) -> list[Record]:
    """Give the spans of records our labels.

    Parameters:
        records: With any labels.
        mapping: From foreign labels to ours, or to ``-`` where spans are to be left out.
        path: The file they are from, for errors.

    Returns:
        The records, with our labels alone.

    Raises:
        ReadError: Labels are left that are none of ours, with their numbers and what to do; or
            spans would be left out to which officials, amounts or projects point.

    Examples:
        >>> from gaoyou_nlp.records import Article, Span
        >>> record = Record(Article("1", "高邮"), (Span(0, 2, "LOC", "高邮"),))
        >>> [span.label for span in map_labels([record], {"LOC": "GPE"})[0].spans]
        ['GPE']
        >>> map_labels([record])
        Traceback (most recent call last):
        ...
        gaoyou_nlp.errors.ReadError: has the labels LOC (1), which are none of OFFICIAL, PERSON, \
TITLE, ORG, GPE, MONEY, PROJECT, OPT. Say what they are by --map LOC=GPE, or leave them out by \
--map LOC=-.
    """
    mapped = [_mapped(record, mapping or {}, path) for record in records]
    unknown = Counter(s.label for record in mapped for s in record.spans if s.label not in _OURS)
    if unknown:
        counted = ", ".join(f"{label} ({count})" for label, count in unknown.most_common())
        first = unknown.most_common(1)[0][0]
        raise ReadError(
            f"has the labels {counted}, which are none of {', '.join(_OURS)}. Say what they are by "
            f"--map {first}=GPE, or leave them out by --map {first}={LEAVE_OUT}.",
            path=path,
        )
    return mapped


def _mapped(record: Record, mapping: Mapping[str, str], path: str | PathLike[str] | None) -> Record:
    named = [replace(span, label=mapping.get(span.label, span.label)) for span in record.spans]
    kept = tuple(span for span in named if span.label != LEAVE_OUT)
    if len(kept) < len(named) and (record.amounts or record.officials or record.projects):
        raise ReadError(
            f"the article {quoted(record.id)} has posts, amounts or projects, which point to its "
            f"spans: none can be left out. Map its labels to {OPTIONAL} or another of ours.",
            path=path,
        )
    return replace(record, spans=kept)
