"""The tokenizer: what spaCy's own makes of the characters of a text, in one pass."""

import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.util import get_words_and_spaces

from gaoyou_nlp.pipeline.tokenizer import CharacterTokenizer

TOKENIZE = CharacterTokenizer(spacy.blank("zh").vocab)


@given(
    st.text(
        st.sampled_from("岩溪a3，  \n\t\u3000\xa0\u2028\x1c\u200b") | st.characters(codec="utf-8")
    )
)
def test_tokens_and_spaces_are_those_of_spacy(text: str) -> None:
    words, spaces = get_words_and_spaces(list(text), text)
    doc = TOKENIZE(text)
    if " " in text:
        assert [(token.text, bool(token.whitespace_)) for token in doc] == [
            *zip(words, spaces, strict=True)
        ]
    else:
        assert [token.text for token in doc] == list(text)
    assert doc.text == text


def test_strings_that_are_read_anew_are_added_again():
    nlp = spacy.blank("zh")
    tokenizer = CharacterTokenizer(nlp.vocab)
    tokenizer("江都")
    nlp.vocab.strings.from_bytes(spacy.blank("zh").vocab.strings.to_bytes())
    assert [token.text for token in tokenizer("江都，高邮")] == ["江", "都", "，", "高", "邮"]


def test_characters_outlive_a_memory_zone():
    nlp = spacy.blank("zh")
    tokenizer = CharacterTokenizer(nlp.vocab)
    for _ in range(2):
        with nlp.memory_zone():
            assert tokenizer("江都 \n 3亿").text == "江都 \n 3亿"
    assert tokenizer("江都").text == "江都"
