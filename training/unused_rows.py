"""Lists the rows of the data tables whose words stand in no text: candidates for removal.

A row whose word, or whose regular expression, matches nowhere cannot be what finds anything there.
The opposite does not hold: a word that stands somewhere may still decide nothing. Tables that are
fitted (odds) or that list a whole country (areas, surnames, dictionary) are left out. A row that
stands in no text of the corpus is no error by itself, but needs a reason: an example that is a
test. Three tables of money lie beside their module and have an example in every row.

    python training/unused_rows.py                             # how many, by table
    python training/unused_rows.py rules/title_heads.tsv       # the rows of this table
    python training/unused_rows.py --texts FOLDER              # texts beside the corpus count too
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from ahocorasick_rs import AhoCorasick

from gaoyou_nlp.language.tables import ROOMS, list_file, table
from gaoyou_nlp.language.traditional import simplify

ROOT = Path(__file__).parents[1]

WORD_COLUMNS = {"organisations/company_signs.tsv": 2, "places/surroundings.tsv": 1}
"""Tables whose word is not in the first column."""

PATTERNS = frozenset(
    [
        *(f"relations/{name}_cues.tsv" for name in ("post", "project", "role")),
        *(f"relations/{name}_words.tsv" for name in ("stage", "subject", "group", "service")),
        *("relations/body_kinds.tsv", "relations/post_words.tsv"),
        *(f"relations/{name}_contexts.tsv" for name in ("post", "project")),
        *("figures/clause_words.tsv", "figures/noun_words.tsv", "money/words.tsv"),
        *(f"{room}/pattern_words.tsv" for room in ("organisations", "places", "projects", "rules")),
        "linking/pattern_words.tsv",
        *("persons/person_words.tsv", "rules/no_names.tsv", "rules/title_behind.tsv"),
    ]
)
"""Tables whose first column is a regular expression; ``^`` and ``$`` count as anywhere."""

WHOLE = frozenset(
    [
        *("rules/joining.tsv", "persons/odds.tsv", "projects/odds.tsv"),  # fitted
        *(f"language/{name}.tsv" for name in ("words", "divisions", "towns", "traditional")),
        *("language/surnames.tsv", "language/given_names.tsv", "linking/area_codes.tsv"),
        *("language/compound_surnames.txt", "language/borrowed_surnames.txt"),
        *("language/name_elements.txt", "rules/edge_words.txt"),
    ]
)
"""Tables of which no row is chosen by hand."""


def table_names() -> list[str]:
    """Return the names of the tables with rows chosen by hand, in order."""
    names = []
    for room, folder in ROOMS.items():
        data = files("gaoyou_nlp").joinpath(*folder.split("/"), "data")
        names += [f"{room}/{f.name}" for f in data.iterdir() if f.name.endswith((".tsv", ".txt"))]
    return sorted(set(names) - WHOLE)


def unused_rows(name: str, text: str) -> list[tuple[str, ...]]:
    """Return the rows of a table whose word or pattern stands nowhere in a text.

    Parameters:
        name: Room and file name: ``rules/title_heads.tsv``.
        text: All texts, one behind the other.

    Returns:
        Rows in the order of the table.

    Examples:
        >>> ("市长", "long", "public") in unused_rows("rules/title_heads.tsv", "他当选副市长。")
        False
        >>> ("县长", "long", "public") in unused_rows("rules/title_heads.tsv", "他当选副市长。")
        True
    """
    rows = table(name)
    column = WORD_COLUMNS.get(name, 0)
    if name in PATTERNS:
        return [row for row in rows if re.search(row[column].strip("^$"), text) is None]
    met = words_in(text, (row[column] for row in rows))
    return [row for row in rows if row[column] not in met]


def words_in(text: str, words: Iterable[str]) -> set[str]:
    """Return those of some words that stand in a text, inside others too, in any case.

    Examples:
        >>> sorted(words_in("南京市长江大桥的LED屏", ["市长", "长江", "江南", "led"]))
        ['led', '市长', '长江']
    """
    entries = sorted(set(words))
    automaton = AhoCorasick([entry.lower() for entry in entries])
    found = automaton.find_matches_as_indexes(text.lower(), overlapping=True)
    return {entries[number] for number, _, _ in found}


def corpus_texts(folder: Path) -> Iterator[str]:
    """Yield the texts of the corpus as the rules read them."""
    from gaoyou_nlp.corpora.markup import read_corpus
    from gaoyou_nlp.corpora.records import gold_record

    for article in read_corpus(folder):
        yield simplify(gold_record(article).text)


def plain_texts(folder: Path) -> Iterator[str]:
    """Yield the texts of all ``.jsonl.gz`` files of a folder."""
    for path in sorted(folder.rglob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                yield simplify(str(json.loads(line)["text"]))


def main() -> int:
    """Count or list rows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", nargs="*", help="list the rows of these, as room/file")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--texts", type=Path, help="a folder of .jsonl.gz files with a field text")
    options = parser.parse_args()
    texts = [*corpus_texts(options.corpus)]
    if options.texts:
        texts += plain_texts(options.texts)
    text = "\n".join(texts)
    sys.stdout.write(f"{len(texts)} texts, {len(text)} characters\n")
    for name in options.tables or table_names():
        unused = unused_rows(name, text)
        sys.stdout.write(f"{len(unused):6} of {len(table(name)):5}  {name}\n")
        if options.tables:
            heading = next(iter(list_file(name).read_text("utf-8").split("\n# columns: ")[1:]), "")
            sys.stdout.write(f"# {heading.splitlines()[0]}\n" if heading else "")
            sys.stdout.writelines("\t".join(row) + "\n" for row in unused)
    return 0


if __name__ == "__main__":
    sys.exit(main())
