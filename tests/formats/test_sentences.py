"""The sentences of a text are the same one by one and all at once."""

from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.formats.sentences import LONGEST, Sentences, sentence_at

_TEXT = st.text(st.sampled_from("县水库。！\n”） 王"), min_size=1, max_size=40)
_FILLER = st.sampled_from([0, LONGEST // 2 - 2, LONGEST // 2, LONGEST])


@given(_TEXT, _FILLER, _TEXT, st.data())
def test_one_by_one_and_all_at_once(left: str, gap: int, right: str, data: st.DataObject) -> None:
    text = left + "字" * gap + right
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 30)))
    assert Sentences(text).at(start, end) == sentence_at(text, start, end)


def test_what_ends_with_its_sentence_stays_in_it() -> None:
    assert sentence_at("“大桥通车。”叶大川说。他笑了。", 1, 6) == "“大桥通车。”"
