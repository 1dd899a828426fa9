"""Does parts in worker processes: retries, and names the article that ends its process."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from gaoyou_nlp.batch.pool import Died, Done, Event, Pool
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Annotator, Settings, Task
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.records import Article

TRIES = 3
"""Deaths after which a part's articles are tried one by one, and an article is set aside."""

_ROUNDS = 3
"""Times that a part may die although each of its articles by itself does not."""


def run_here(tasks: Iterable[Task], settings: Settings) -> Iterator[Outcome]:
    """Do parts in this process, one after the other; a death of it is the end of the run."""
    annotator = Annotator(settings)
    for task in tasks:
        outcome = annotator.do(task)
        if outcome is not None:
            yield outcome


def run_processes(
    tasks: Iterable[Task],
    settings: Settings,
    *,
    workers: int,
    grace: float = 30.0,
    fork: bool = False,
) -> Iterator[Outcome]:
    """Do parts in worker processes.

    Parameters:
        tasks: The parts, taken as workers become free.
        settings: What the workers load.
        workers: How many.
        grace: Seconds beyond its time limit after which a worker is taken to hang.
        fork: Whether workers are copies of this process, made after it has loaded the model, where
            that is safe (Linux, no other threads). For a process that is ours alone.

    Yields:
        The outcomes in the order in which they come about.

    Raises:
        GaoyouError: A worker cannot load the model or write, or a part ends its process again and
            again although none of its articles does so by itself.
    """
    source = iter(tasks)
    cases: dict[int, _Case] = {}
    waiting: deque[Task] = deque()
    ahead: deque[Task] = deque()
    more = True
    with Pool(workers, settings, grace=grace, fork=fork) as pool:
        while more or ahead or waiting or pool.busy:
            while pool.free and (waiting or ahead):
                pool.submit(waiting.popleft() if waiting else ahead.popleft())
            if more and len(ahead) < workers:
                task = next(source, None)
                more = task is not None
                if task is not None:
                    ahead.append(task)
            for event in pool.events(block=not more or len(ahead) >= workers):
                index = event.task.part.index
                if isinstance(event, Done) and event.outcome is not None:
                    cases.pop(index, None)
                    yield event.outcome
                else:
                    waiting.append(cases.setdefault(index, _Case(event.task)).next(event))


@dataclass(slots=True)
class _Case:
    """A part whose worker died: what is known of it.

    After some deaths (one, if the worker hung) the articles that the last worker was at are tried
    one by one, each announced; whichever ends its process ``TRIES`` times is set aside.
    """

    whole: Task
    deaths: int = 0
    rounds: int = 0
    strikes: Counter[int] = field(default_factory=Counter)

    def next(self, event: Event) -> Task:
        """Return what to do next about the part."""
        if isinstance(event, Done):
            self.deaths = 0
            return self.whole
        return self._after_trial(event) if event.task.only else self._after_death(event)

    def _after_death(self, event: Died) -> Task:
        self.deaths += 1
        if self.deaths < TRIES and not event.hung:
            return self.whole
        self.rounds += 1
        if self.rounds > _ROUNDS + len(self.whole.skip):
            raise GaoyouError(
                f"part {event.task.part.index} {event.reason}, though each of its articles alone "
                "does not. Is there memory enough? Fewer workers or smaller parts need less."
            )
        items = event.items or tuple(range(len(self.whole.part.items)))
        return replace(self.whole, only=self._to_try(items))

    def _after_trial(self, event: Died) -> Task:
        at = event.items[0] if event.items else event.task.only[0]
        self.strikes[at] += 1
        rest = event.task.only[event.task.only.index(at) :]
        if self.strikes[at] == TRIES:
            self.whole = replace(self.whole, skip={**self.whole.skip, at: f"{event.reason}."})
            self.deaths = 0
            rest = rest[1:]
        return replace(self.whole, only=rest) if rest else self.whole

    def _to_try(self, items: tuple[int, ...]) -> tuple[int, ...]:
        part, skip = self.whole.part, self.whole.skip
        return tuple(i for i in items if i not in skip and isinstance(part.items[i], Article))
