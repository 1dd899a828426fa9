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
