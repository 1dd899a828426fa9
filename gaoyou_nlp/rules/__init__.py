"""The rules: pure functions that propose spans of a text, and the decision between proposals.

``evidence`` holds what is known of one text; each finder reads it and proposes candidates, in the
order money, places, organisations, titles, persons, projects (``propose`` runs them all);
``decide`` chooses among the candidates of rules, model and user. Plain spans in, plain spans out:
no spaCy. Knows ``language``, ``money`` and the ground floor.
"""
