"""Over many articles: which mentions are one person, one body, one place, one project.

``gathering`` reads what a single article names (``sightings``); ``people`` and ``entities`` group
that; ``ids`` gives ids that stay; ``overrules`` lets a person decide otherwise. ``links`` brings
them together into what the tables take (``tables.linked``). How it goes about it, and how good it
is, stands in ``docs/linking.md``.

What the room may know: records, language, formats, tables, relations.
"""

from gaoyou_nlp.linking.ids import Ids, read_ids, write_ids
from gaoyou_nlp.linking.links import Links, link
from gaoyou_nlp.linking.overrules import Overrule, read_overrules

__all__ = ["Ids", "Links", "Overrule", "link", "read_ids", "read_overrules", "write_ids"]
