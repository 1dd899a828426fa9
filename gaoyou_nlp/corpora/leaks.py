"""Checks across articles: names used too often, splits that share places or people, duplicates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from gaoyou_nlp.corpora.check import Finding, names_of
from gaoyou_nlp.corpora.markup import GoldArticle

GRAM = 5
MOST_SHARED = 0.2
MOST_ARTICLES = 3
COMPANY = ("公司", "集团", "股份", "科技", "药业", "食品", "实业", "纸业", "钢铁", "化工", "重工")


def check_corpus(
    articles: Sequence[GoldArticle], famous: Collection[str] = ()
) -> Iterator[Finding]:
    """Check what several articles have in common.

    Parameters:
        articles: The whole corpus.
        famous: Names that may stand in any number of articles (places, well-known companies and
            people of history).

    Yields:
        One finding a problem: ids given twice, a personal, company or project name in more than
        three articles, a place or person shared by train and test, names of the seed articles in
        written ones, near duplicates.
    """
    yield from _ids(articles)
    yield from _often(articles, famous)
    yield from _splits(articles, famous)
    yield from _seeds(articles, famous)
    yield from _near(articles)


def _ids(articles: Sequence[GoldArticle]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for article in articles:
        if article.id in seen:
            yield Finding(
                article.path, "id", f"{article.id!r} is the id of {seen[article.id]} too."
            )
        seen[article.id] = article.path


def _invented(article: GoldArticle) -> set[str]:
    """Names that belong to one article: people, companies, projects."""
    return set(names_of(article)) | {
        s.text
        for s in article.spans
        if s.label == "PROJECT" or (s.label == "ORG" and s.text.endswith(COMPANY))
    }


def _often(articles: Sequence[GoldArticle], famous: Collection[str]) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    for article in articles:
        if article.header["origin"] == "written":
            counts.update(_invented(article) - set(famous))
    for name, count in sorted(counts.items()):
        if count > MOST_ARTICLES:
            yield Finding("corpus", "often", f"{name!r} stands in {count} articles. Rename some.")


def _splits(articles: Sequence[GoldArticle], famous: Collection[str]) -> Iterator[Finding]:
    places: dict[str, dict[str, str]] = defaultdict(dict)
    people: dict[str, dict[str, str]] = defaultdict(dict)
    for article in articles:
        split = article.header["split"]
        places[article.header["place"]][split] = article.path
        for name in names_of(article):
            if name not in famous:
                people[name][split] = article.path
    for what, table in (("place", places), ("person", people)):
        for name, by_split in sorted(table.items()):
            if "test" in by_split and "train" in by_split:
                yield Finding(
                    by_split["test"], "leak", f"the {what} {name!r} is in {by_split['train']} too."
                )


def _seeds(articles: Sequence[GoldArticle], famous: Collection[str]) -> Iterator[Finding]:
    names = set().union(
        *(_invented(a) for a in articles if a.header["origin"] == "seed"), set()
    ) - set(famous)
    for article in articles:
        if article.header["origin"] == "written":
            for name in sorted(n for n in names if n in article.text):
                yield Finding(
                    article.path, "seed", f"holds {name!r} of the seed articles. Rename it."
                )


def _near(articles: Sequence[GoldArticle]) -> Iterator[Finding]:
    grams = [{a.text[i : i + GRAM] for i in range(len(a.text) - GRAM + 1)} for a in articles]
    holders: dict[str, list[int]] = defaultdict(list)
    for index, distinct in enumerate(grams):
        for gram in distinct:
            holders[gram].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for indices in holders.values():
        shared.update((one, two) for k, one in enumerate(indices) for two in indices[k + 1 :])
    for (one, two), count in sorted(shared.items()):
        share = count / max(1, min(len(grams[one]), len(grams[two])))
        if share >= MOST_SHARED:
            yield Finding(
                articles[two].path,
                "near",
                f"shares {share:.0%} of its {GRAM}-grams with {articles[one].path}. Rewrite one.",
            )
