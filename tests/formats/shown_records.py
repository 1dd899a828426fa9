"""Shows records in one line each, with their spans in brackets."""

from collections.abc import Iterable

from gaoyou_nlp.records import Record


def shown(records: Iterable[Record]) -> list[str]:
    """Records as ``id: text`` with the spans in brackets."""
    shown = []
    for record in records:
        text, last = f"{record.id}: ", 0
        for span in record.spans:
            assert record.text[span.start : span.end] == span.text
            text += f"{record.text[last : span.start]}[{span.text}|{span.label}]"
            last = span.end
        shown.append(text + record.text[last:])
    return shown
