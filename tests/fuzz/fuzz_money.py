"""Fuzz the money recogniser: no crash, no hang, no inexact value.

    python tests/fuzz/fuzz_money.py --minutes 10 --seed 1

Five kinds of input take turns: random amounts whose meaning is known, negative, torn and headed
ones, random characters, sentences with random damage, and hostile repetitions whose time is
measured. It stops at the first failure
and says how to see it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "money"))

from money_checks import check_any_text, check_random_case, check_random_form
from money_forms import GAPS, headed, negative, torn
from money_grammar import ALPHABET, amount, noise, surrounded

MICROSECONDS = 150.0
"""The most that a character may cost on a slow, busy machine (find, parse, numbers together)."""


def known(rng: random.Random) -> str:
    """An amount whose meaning is known."""
    check_random_case(rng)
    return ""


def known_form(rng: random.Random) -> str:
    """A negative, torn or headed amount whose meaning is known."""
    check_random_form(rng)
    return ""


def damaged(rng: random.Random) -> str:
    """Sentences with characters dropped, doubled, moved and put in."""
    text = "".join(
        surrounded(rng, rng.choice([amount, amount, negative, torn, headed])(rng))[0]
        for _ in range(rng.randint(1, 3))
    )
    for _ in range(rng.randint(1, 6)):
        at = rng.randint(0, len(text))
        text = rng.choice(
            (
                text[:at] + text[at + 1 :],
                text[:at] + rng.choice(ALPHABET) + text[at:],
                text[:at] + rng.choice(GAPS) + text[at:],
                text[:at] + text[at : at + 2] + text[at:],
                text[at:] + text[:at],
            )
        )
    return text


def hostile(rng: random.Random) -> str:
    """A short pattern, thousands of times."""
    pattern = noise(rng, 6) or "十"
    pattern += rng.choice(("", "", *GAPS, "（万元）", "单位：万元\n", "1\t2\n"))
    return pattern * (rng.randint(200, 3000))


def run(minutes: float, seed: int, say: Callable[[str], object]) -> int:
    """Fuzz for so many minutes.

    Parameters:
        minutes: How long.
        seed: Of the first input; each input has its own seed, one more than the one before.
        say: Takes the lines of the report.

    Returns:
        The number of inputs tried.

    Raises:
        AssertionError: A check failed; the report names the seed.
    """
    kinds: tuple[Callable[[random.Random], str], ...] = (known, noise, damaged, known_form, hostile)
    end = time.monotonic() + 60 * minutes
    tried = 0
    while time.monotonic() < end:
        number = seed + tried
        rng = random.Random(number)
        kind = kinds[-1] if number % 40 == 0 else kinds[number % 4]
        try:
            text = kind(rng)
            start = time.process_time()
            check_any_text(text)
            spent = 1e6 * (time.process_time() - start)
            assert spent < 200_000 + MICROSECONDS * len(text), f"{spent:.0f} µs for {text[:40]!r}"
        except BaseException:
            say(f"failed: {kind.__name__}, --seed {number}\n")
            raise
        tried += 1
    return tried


def main() -> None:
    """Parse the command line and fuzz."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    options = parser.parse_args()
    tried = run(options.minutes, options.seed, sys.stderr.write)
    sys.stdout.write(f"{tried} inputs from seed {options.seed}: nothing found\n")


if __name__ == "__main__":
    main()
