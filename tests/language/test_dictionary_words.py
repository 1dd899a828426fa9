"""Words as compiled tries and without compiled code: the same results."""

import random
import re
from itertools import pairwise
from math import inf

import pytest

from gaoyou_nlp.language import dictionary, word_pattern, word_table
from gaoyou_nlp.language.tables import alternation
from gaoyou_nlp.language.word_pattern import word_ends
from gaoyou_nlp.language.word_pattern import word_pattern as build_pattern
from gaoyou_nlp.language.word_table import PlainWordTable, WordTable, build_word_table

BUILT = word_table.compiled
needs_build = pytest.mark.skipif(BUILT is None, reason="the compiled module is not in use")
WAYS = [pytest.param("compiled", marks=needs_build), "python"]
COSTS = {"和": 6.0, "平": 8.0, "和平": 10.0, "平和县": 9.0, "和平共处": 11.0, "𠮷野": 12.0}


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    compiled = BUILT if request.param == "compiled" else None
    monkeypatch.setattr(word_table, "compiled", compiled)
    monkeypatch.setattr(word_pattern, "compiled", compiled)
    return str(request.param)


def small_table() -> WordTable:
    return build_word_table(COSTS, 17.0, {"和平": 5, "平和": 0, "野": 7})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("平和县和平", ["平和县", "和平"]),
        ("和平共处", ["和平共处"]),
        ("和平共", ["和平", "共"]),
        ("在𠮷野\n", ["在", "𠮷野", "\n"]),
    ],
    ids=["empty", "area", "long word", "beginning of a long word", "rare character"],
)
def test_a_text_is_cut_into_its_cheapest_words(way: str, text: str, words: list[str]) -> None:
    edges = small_table().segment(text)
    assert [text[a:b] for a, b in pairwise(edges)] == words


def test_costs_of_words_of_beginnings_and_of_others(way: str) -> None:
    table = small_table()
    words = ("和", "和平", "平和", "𠮷", "和平共", "县", "")
    assert [table.cost(word) for word in words] == [6.0, 10.0, inf, 17.0, None, None, None]
    counted = ("和", "和平", "平和", "野")
    assert [table.cost_of_counted(word) for word in counted] == [None, 10.0, inf, None]
    assert [table.count(word) for word in counted] == [0, 5, 0, 7]


def test_costs_to_the_end_of_a_window(way: str) -> None:
    assert small_table().costs_to_end("和平县") == [27.0, 25.0, 17.0, 0.0]


@needs_build
def test_the_dictionary_is_the_same_without_compiled_code(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = dictionary.dictionary()
    monkeypatch.setattr(word_table, "compiled", None)
    plain = dictionary.dictionary.__wrapped__()
    assert isinstance(plain, PlainWordTable)
    draw = random.Random(1)
    words = sorted(plain.counts)
    for _ in range(3000):
        text = "".join(draw.choice(words) for _ in range(4))
        text = text[draw.randrange(3) :] + draw.choice(("", "a", "\n", "𠮷"))
        assert compiled.segment(text) == plain.segment(text)
        assert compiled.costs_to_end(text) == plain.costs_to_end(text)
        for word in (text[:1], text[:2], text[:3], text):
            assert compiled.cost(word) == plain.cost(word)
            assert compiled.cost_of_counted(word) == plain.cost_of_counted(word)
            assert compiled.count(word) == plain.count(word)


@needs_build
@pytest.mark.parametrize("repeated", [False, True], ids=["one word", "a run of words"])
def test_a_compiled_pattern_finds_what_a_regular_expression_finds(repeated: bool) -> None:
    draw = random.Random(2)

    def drawn(longest: int) -> str:
        return "".join(draw.choice("市县长a𠮷") for _ in range(draw.randrange(1, longest)))

    for _ in range(300):
        words = [drawn(5) for _ in range(draw.randrange(1, 8))]
        one = alternation(words)
        slow = re.compile(f"(?:{one})(?:{one})*" if repeated else one)
        fast = build_pattern(words, repeated=repeated)
        for _ in range(10):
            text, start, end = drawn(14), draw.randrange(15), draw.randrange(15)
            for method in ("match", "search", "fullmatch"):
                expected = getattr(slow, method)(text, start, end)
                found = getattr(fast, method)(text, start, end)
                assert (found and (found.span(), found[0])) == (
                    expected and (expected.span(), expected[0])
                )
            expected_spans = [m.span() for m in slow.finditer(text, start, end)]
            assert [m.span() for m in fast.finditer(text, start, end)] == expected_spans


def test_what_a_match_says(way: str) -> None:
    match = build_pattern(["市长", "县长"]).search("副县长", 0)
    assert match is not None
    assert (match[0], match.group(), match.start(), match.end()) == ("县长", "县长", 1, 3)


def test_a_pattern_of_no_words_finds_nothing(way: str) -> None:
    assert word_ends([]).ends_at("高邮", range(2)) == []


def test_the_longest_words_at_given_places(way: str) -> None:
    words = word_ends(["高邮", "高邮市", "邮市"])
    assert words.ends_at("在高邮市和高邮", (0, 1, 2, 5, 7)) == [(1, 4), (2, 4), (5, 7)]
