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
    default_config={"use": "both", "ranks": {}},
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_resolver(
    nlp: Language,
    name: str,
    *,
    use: str,
    ranks: dict[str, int],
    priorities: dict[str, int] | None = None,
    least: dict[str, float] | None = None,
) -> Resolver:
    """Decide which candidates become ``doc.ents``.

    Parameters:
        nlp, name: Given by spaCy.
        use: ``rules``, ``model`` or ``both``.
        ranks: From rule ids to numbers; a negative one drops what the rule proposes.
        priorities, least: Settings of release 1.0; they warn and say what to write.
    """
    if priorities is not None or least is not None:
        from gaoyou_nlp.pipeline.deprecated import ranks_of

        ranks = ranks_of(ranks, priorities, least)
    return Resolver(use=use, ranks=ranks)


@Language.factory("gaoyou_officials", assigns=["doc._.officials"], requires=["doc.ents"])
def make_officials(nlp: Language, name: str) -> OfficialsWriter:
    """Write the officials of an article with their posts."""
    return OfficialsWriter()


@Language.factory("gaoyou_relations", assigns=["doc._.projects"], requires=["doc.ents"])
def make_relations(nlp: Language, name: str) -> ProjectsWriter:
    """Write the projects of an article with status and amount."""
    return ProjectsWriter()
