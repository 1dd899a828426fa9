"""The annotators of a task of Label Studio, and whose annotation is used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

ALL = "all"
"""What stands for a record of each of them."""

Answer = Mapping[str, Any]


def answers_of(task: Mapping[str, Any]) -> dict[str, Answer]:
    """Return the annotations of a task by who made them.

    Parameters:
        task: With ``annotations``, or ``completions`` as older exports call them.

    Returns:
        E-mail address, else number, of each person to the last annotation that was not cancelled,
        or to the one that is marked as ground truth. One whose maker is not said goes by its own
        number: ``#12``.

    Examples:
        >>> list(answers_of({"annotations": [{"completed_by": 3}, {"id": 12}]}))
        ['3', '#12']
    """
    answers: dict[str, Answer] = {}
    given = task.get("annotations") or task.get("completions") or ()
    for number, answer in enumerate(given, 1):
        if answer.get("was_cancelled"):
            continue
        name = _name(answer, number)
        if not answers.get(name, {}).get("ground_truth") or answer.get("ground_truth"):
            answers[name] = answer
    if not answers and task.get("predictions"):
        answers[""] = task["predictions"][-1]
    return answers


def choose(answers: Mapping[str, Answer], annotator: str | None) -> list[tuple[str, Answer]]:
    """Choose those annotations of a task that count.

    Parameters:
        answers: As ``answers_of`` returns them.
        annotator: A name among them, ``all``, or None where one alone is expected.

    Returns:
        (What is added to the id, annotation); an empty annotation where nobody made one and no
        name is asked for.

    Raises:
        ValueError: Several people annotated the task, and none of them is named.

    Examples:
        >>> choose({"3": {"id": 1}, "4": {"id": 2}}, "4")
        [('', {'id': 2})]
        >>> choose({"3": {"id": 1}, "4": {"id": 2}}, None)
        Traceback (most recent call last):
        ...
        ValueError: it is annotated by 3, 4. Choose one by annotator= or --annotator, or take all
    """
    people = {name: answer for name, answer in answers.items() if name}
    if annotator == ALL:
        return list(people.items())
    if annotator is not None:
        return [("", people[annotator])] if annotator in people else []
    truths = [answer for answer in people.values() if answer.get("ground_truth")]
    if len(truths) == 1:
        return [("", truths[0])]
    if len(people) > 1:
        raise ValueError(
            f"it is annotated by {', '.join(people)}. Choose one by annotator= or --annotator, "
            f"or take {ALL}"
        )
    return [("", next(iter(answers.values()), {}))]


def _name(answer: Answer, number: int) -> str:
    who = answer.get("completed_by")
    if isinstance(who, Mapping):
        who = who.get("email") or who.get("id")
    return f"#{answer.get('id') or number}" if who in (None, "") else str(who)
