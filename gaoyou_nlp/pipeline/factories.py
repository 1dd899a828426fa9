"""The factories of the rule components: names, defaults, what they need and write.

``pyproject.toml`` names each of them as an entry point of ``spacy_factories``, so that
``spacy.blank("zh").add_pipe("gaoyou_money")``, ``spacy train`` and worker processes find them
without any import. ``gaoyou_rules`` runs all rules in one go; the factories of single rules are
for pipelines that want only some of them.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language

from gaoyou_nlp.pipeline.lexicon import UserLexicon
from gaoyou_nlp.pipeline.resolver import Resolver
from gaoyou_nlp.pipeline.rules import RuleProposer
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


def _rule_factory(name: str, *rules: str) -> Callable[[Language, str], RuleProposer]:
    """Make the factory of some rules (of all, where none is named), loaded when it is used."""

    def make(nlp: Language, name: str) -> RuleProposer:
        from gaoyou_nlp.rules.propose import RULES

        return RuleProposer(RULES[rule] for rule in rules or RULES)

    return Language.factory(name, assigns=_CANDIDATES, func=make)


make_rules = _rule_factory("gaoyou_rules")
make_money = _rule_factory("gaoyou_money", "money")
make_places = _rule_factory("gaoyou_places", "places")
make_organisations = _rule_factory("gaoyou_organisations", "organisations")
make_titles = _rule_factory("gaoyou_titles", "titles")
make_persons = _rule_factory("gaoyou_persons", "persons")
make_projects = _rule_factory("gaoyou_projects", "projects")


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
