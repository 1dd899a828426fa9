"""Measures how the time of a text grows with its length, for texts made of one repeated unit.

A rule that looks back over the whole text, or a pattern that starts anew at each digit, shows in a
text that gives it work at every place: a unit (a character of each class, each word of the word
lists, some pairs of them) again and again. The exponent is 1 where four times the text takes four
times the time, and 2 for a quadratic rule.

    python training/growth.py                    every unit from 1,000 to 64,000 characters
    python training/growth.py --number 100       a hundred of them
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from math import log

from gaoyou_nlp.language.tables import ROOMS, table

CHARACTERS = (
    *"0123456789aA王市的一十百万亿零〇元年月日时",
    *"，。、；：？！（）()《》“”‘’「」【】…—－-~～·•.,:;/％%+*#&@",
    *" \t\n\r\u3000\xa0\u200b①Ⅰ㎡￥$縣𠮷",
)
"""One character, or a few, of each class that a rule may look for."""

CHUNKS = (
    "陈一鸣李国强王小红",
    "1,",
    "1.",
    "12",
    "2022年3月",
    "3亿元",
    "市长罗军、",
    "A、B和C",
    "\n1、",
    "“（",
    "晨星机床扩建项目\t3亿元\n",
    "高邮江阴来安",
)
"""Units of several classes that texts are known to repeat."""

_LARGE = 1_000
"""Rows from which on a list is one of names, not of cues: a few of its rows stand for all."""
_FEW = 10


def cue_words() -> list[str]:
    """Return the words of the word lists: all of the short lists, ten of each long one."""
    words: dict[str, None] = {}
    for room in ROOMS:
        folder = files("gaoyou_nlp").joinpath(*ROOMS[room].split("/"), "data")
        for file in sorted(folder.iterdir(), key=lambda path: path.name):
            if not file.name.endswith((".tsv", ".txt")) or file.name in ("odds.tsv", "joining.tsv"):
                continue
            rows = table(f"{room}/{file.name}")
            step = len(rows) // _FEW if len(rows) > _LARGE else 1
            words.update(dict.fromkeys(row[0] for row in rows[::step] if row[0].strip()))
    return list(words)


def units(number: int | None = None, seed: int = 0) -> list[str]:
    """Return the units that texts are made of: each alone, and as many pairs.

    Parameters:
        number: How many are drawn beside the characters and chunks; None for all words, with a
            partner each.
        seed: Of the draw.
    """
    draw = random.Random(seed)
    words = cue_words()
    pairs = [word + draw.choice((*CHARACTERS, *words)) for word in words]
    more = [*words, *pairs]
    return [*CHARACTERS, *CHUNKS, *(more if number is None else draw.sample(more, number))]


def text_of(unit: str, size: int) -> str:
    """Return a text of a size made of a unit."""
    return (unit * (size // len(unit) + 1))[:size]


def seconds(read: Callable[[str], object], text: str, times: int = 1) -> float:
    """Return the CPU seconds that reading a text takes, the least of some times."""
    taken = []
    for _ in range(times):
        begin = time.process_time()
        read(text)
        taken.append(time.process_time() - begin)
    return min(taken)


def exponent(
    read: Callable[[str], object], unit: str, small: int, large: int, times: int = 1
) -> float:
    """Return how the time to read a text grows between two sizes: 1 for in proportion.

    Parameters:
        read: Reads a text.
        unit: What the text is made of.
        small, large: Characters.
        times: How often each is read; the quickest counts.
    """
    first = seconds(read, text_of(unit, small), times)
    last = seconds(read, text_of(unit, large), times)
    return log(max(last, 1e-6) / max(first, 1e-6)) / log(large / small)


def steepest(
    read: Callable[[str], object],
    of: Sequence[str],
    sizes: tuple[int, int],
    bound: float,
    times: int = 3,
) -> Iterator[tuple[float, str]]:
    """Yield the exponent of each unit with the unit.

    What lies above the bound is measured again, and once more in texts four times as long.

    Parameters:
        read: Reads a text.
        of: The units.
        sizes: Characters of the small and of the large text.
        bound: Exponents up to which one measurement is enough.
        times: Measurements of what lies above; the quickest of each size counts.
    """
    for unit in of:
        found = exponent(read, unit, *sizes)
        if found > bound:
            found = min(found, exponent(read, unit, *sizes, times))
        if (
            found > bound
        ):  # what is small may fit a cache; a quadratic rule is worse in what is large
            small, large = sizes
            found = min(found, exponent(read, unit, 4 * small, 4 * large, times))
        yield found, unit


def reader(model: str | None) -> Callable[[str], object]:
    """Return what annotates one text, warm."""
    import gaoyou_nlp

    nlp = gaoyou_nlp.load(model)

    def read(text: str) -> object:
        return list(gaoyou_nlp.annotate([gaoyou_nlp.Article("1", text)], nlp))

    for warm in ("江阴市市长陈一鸣说，恒澜公司总投资3亿元的项目2022年3月4日开工。", *CHUNKS):
        read(text_of(warm, 2_000))
    return read


def main() -> int:
    """Print the steepest units."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", default="rules", help="as for gaoyou_nlp.load")
    parser.add_argument("--number", type=int, help="units that are drawn; all without it")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--sizes", type=int, nargs=2, default=(1_000, 64_000))
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    read = reader(options.model)
    of = units(options.number, options.seed)
    found = sorted(steepest(read, of, tuple(options.sizes), 1.1), reverse=True)
    for number, unit in found[: options.show]:
        sys.stdout.write(f"{number:5.2f} {unit!r}\n")
    sys.stdout.write(f"largest of {len(found)}: {found[0][0]:.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
