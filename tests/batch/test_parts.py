"""Parts: the same stream gives the same parts, whatever was set aside."""

from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.batch.parts import REJECTS, Item, Part, cut_parts, digest
from gaoyou_nlp.records import Article, Reject, Source, SourceMap

ITEMS = st.lists(
    st.one_of(
        st.builds(Article, st.text(max_size=3), st.text("高邮", min_size=1, max_size=9)),
        st.builds(Reject, st.none(), st.just("a.jsonl"), st.integers(1, 9), st.just("no")),
    )
)


@given(ITEMS, st.integers(1, 12), st.integers(1, 4))
def test_parts_are_the_stream(items: list[Item], characters: int, articles: int) -> None:
    parts = list(cut_parts(items, characters=characters, articles=articles))
    assert [item for part in parts for item in part.items] == items
    assert [part.index for part in parts] == list(range(len(parts)))
    for part in parts:
        its = [item for item in part.items if isinstance(item, Article)]
        assert len(its) <= articles
        assert part.characters <= characters or len(its) == 1


@given(ITEMS, st.integers(1, 12), st.integers(1, 4))
def test_rejects_move_no_border(items: list[Item], characters: int, articles: int) -> None:
    def of(stream: list[Item]) -> list[list[Item]]:
        parts = cut_parts(stream, characters=characters, articles=articles)
        held = [[item for item in part.items if isinstance(item, Article)] for part in parts]
        return [its for its in held if its]

    assert of(items) == of([item for item in items if isinstance(item, Article)])


def test_a_long_article_is_a_part_of_its_own() -> None:
    items = [Article("1", "高"), Article("2", "邮" * 99), Article("3", "市")]
    assert [len(part.items) for part in cut_parts(items, characters=10)] == [1, 1, 1]


def test_very_many_rejects_do_not_pile_up() -> None:
    reject = Reject(None, "a", 1, "no", b"x")
    parts = list(cut_parts([reject] * (REJECTS + 1)))
    assert [len(part.items) for part in parts] == [REJECTS, 1]


def test_the_identity_changes_with_whatever_changes_the_output() -> None:
    one = Article("1", "高邮", source=Source("a.txt", "utf-8", "ab", 1))
    others = [
        Article("2", "高邮", source=one.source),
        Article("1", "江阴", source=one.source),
        Article("1", "高邮", title="高", source=one.source),
        Article("1", "高邮", source=Source("b.txt", "utf-8", "ab", 1)),
        Article("1", "高邮", source=one.source, source_map=SourceMap(((0, 1, 2),))),
        Reject("1", "a.txt", 1, "no", "高邮".encode()),
    ]
    digests = {digest(Part(0, (item,)), "run") for item in (one, *others)}
    assert len(digests) == 1 + len(others)
    assert digest(Part(0, (one,)), "other run") not in digests
