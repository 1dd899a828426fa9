"""The factories of the rule components: names, defaults, what they need and write.

``pyproject.toml`` names each of them as an entry point of ``spacy_factories``, so that
``spacy.blank("zh").add_pipe("gaoyou_money")``, ``spacy train`` and worker processes find them
without any import. The rules are loaded when a component is built, not before.
"""

from __future__ import annotations

from spacy.language import Language

from gaoyou_nlp.pipeline.lexicon import UserLexicon
from gaoyou_nlp.pipeline.proposer import Proposer
from gaoyou_nlp.pipeline.resolver import Resolver
from gaoyou_nlp.pipeline.writers import OfficialsWriter, ProjectsWriter

_CANDIDATES = ["doc.spans"]

PRIORITIES = {
    "money": 5,
    "agreed": 4,
    "title": 3,
    "person": 3,
    "project.list": 2,
    "model": 1,
    "project": -1,
}
"""Which candidates go before longer ones where rules and model are used together."""

LEAST = {
    "ORG": 0.5,
    "GPE": 0.7,
    "PROJECT": 0.75,
    "MONEY": 2.0,
    "TITLE": 2.0,
    "OFFICIAL": 0.8,
    "PERSON": 0.8,
}
"""The least score of what the model alone proposes; 2.0 is never. See ``docs/pipeline.md``."""

DOUBT = {"ORG": 0.05, "GPE": 0.05, "PROJECT": 0.1, "OFFICIAL": 0.05, "PERSON": 0.05}
"""The score below which the model drops what a rule alone proposes."""


@Language.factory("gaoyou_money", assigns=_CANDIDATES)
def make_money(nlp: Language, name: str) -> Proposer:
    """Propose amounts of money."""
    from gaoyou_nlp.rules.money import propose_amounts

    return Proposer(propose_amounts)


@Language.factory("gaoyou_places", assigns=_CANDIDATES)
def make_places(nlp: Language, name: str) -> Proposer:
    """Propose administrative areas."""
    from gaoyou_nlp.rules.places.find import find_places

    return Proposer(find_places)


@Language.factory("gaoyou_organisations", assigns=_CANDIDATES)
def make_organisations(nlp: Language, name: str) -> Proposer:
    """Propose bodies, zones, companies, institutions, media."""
    from gaoyou_nlp.rules.organisations.find import find_organisations

    return Proposer(find_organisations)


@Language.factory("gaoyou_titles", assigns=_CANDIDATES)
def make_titles(nlp: Language, name: str) -> Proposer:
    """Propose posts and offices."""
    from gaoyou_nlp.rules.titles import find_titles

    return Proposer(find_titles)


@Language.factory("gaoyou_persons", assigns=_CANDIDATES)
def make_persons(nlp: Language, name: str) -> Proposer:
    """Propose personal names."""
    from gaoyou_nlp.rules.persons.find import find_persons

    return Proposer(find_persons)


@Language.factory("gaoyou_projects", assigns=_CANDIDATES)
def make_projects(nlp: Language, name: str) -> Proposer:
    """Propose names of projects."""
    from gaoyou_nlp.rules.projects.find import find_projects

    return Proposer(find_projects)


@Language.factory("gaoyou_lexicon", assigns=_CANDIDATES, default_config={"path": None})
def make_lexicon(nlp: Language, name: str, *, path: str | None) -> UserLexicon:
    """Propose the entries of a user's list.

    Parameters:
        nlp, name: Given by spaCy.
        path: A TSV or CSV file; None for an empty list.
    """
    return UserLexicon(path=path)


@Language.factory(
    "gaoyou_resolver",
    assigns=["doc.ents"],
    requires=_CANDIDATES,
    default_config={"use": "both", "priorities": PRIORITIES, "least": LEAST, "doubt": DOUBT},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_resolver(
    nlp: Language,
    name: str,
    *,
    use: str,
    priorities: dict[str, int],
    least: dict[str, float],
    doubt: dict[str, float],
) -> Resolver:
    """Decide which candidates become ``doc.ents``.

    Parameters:
        nlp, name: Given by spaCy.
        use: ``rules``, ``model`` or ``both``.
        priorities, least, doubt: See ``gaoyou_nlp.pipeline.resolver.resolve``.
    """
    return Resolver(use=use, priorities=priorities, least=least, doubt=doubt)


@Language.factory("gaoyou_officials", assigns=["doc._.officials"], requires=["doc.ents"])
def make_officials(nlp: Language, name: str) -> OfficialsWriter:
    """Write the officials of an article with their posts."""
    return OfficialsWriter()


@Language.factory("gaoyou_relations", assigns=["doc._.projects"], requires=["doc.ents"])
def make_relations(nlp: Language, name: str) -> ProjectsWriter:
    """Write the projects of an article with status and amount."""
    return ProjectsWriter()
