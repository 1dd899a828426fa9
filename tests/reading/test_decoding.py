"""Bytes to text: which encoding is found, and what is said of bytes that have none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading import decode

TEXT = "3日上午，县水库开工建设，总投资5亿元。\r\n县领导到场。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_encodings_are_found(encoding: str) -> None:
    text, found = decode(TEXT.encode(encoding))
    assert (text, TEXT.encode(encoding).decode(found)) == (TEXT, TEXT)


@pytest.mark.parametrize("text", ["开工", "变。", "联通", "3亿元", "约，", "江都区长", "邬倩"])
def test_short_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize(
    ("data", "encoding", "offset"),
    [
        (TEXT.encode("gb18030")[:4], None, 3),
        (TEXT.encode("gb18030")[:-5] + b"\xff" + TEXT.encode("gb18030")[-5:], None, None),
        (TEXT.encode()[:5], None, 4),
        (TEXT.encode()[:10] + b"\xff" + TEXT.encode()[10:], None, 10),
        (TEXT.encode("utf-16")[:-1], None, len(TEXT.encode("utf-16")) - 2),
        (TEXT.encode("gb18030"), "utf-8", 1),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, 8),
        (b"\0", None, 0),
        (bytes(range(128, 256)) * 4, None, 0),
    ],
)
def test_what_cannot_be_decoded(data: bytes, encoding: str | None, offset: int | None) -> None:
    with pytest.raises(ReadError) as caught:
        decode(data, encoding, path="a.txt")
    assert caught.value.path == "a.txt"
    assert caught.value.offset is not None
    if offset is not None:
        assert caught.value.offset == offset


def test_truncated_gb18030_is_not_taken_for_anything_else() -> None:
    whole = (TEXT * 50).encode("gb18030")
    with pytest.raises(ReadError, match="not gb18030"):
        decode(whole[: whole.rindex("领".encode("gb18030")) + 1])


def test_named_encodings() -> None:
    assert decode(TEXT.encode("big5", "ignore"), "big5")[1] == "big5"
    assert decode(TEXT.encode("utf-8-sig"), "utf-8") == (TEXT, "utf-8-sig")
    assert decode("镕".encode("gb18030"), "gb2312") == ("镕", "gb18030")
    with pytest.raises(ReadError, match="unknown encoding"):
        decode(b"", "nonsense")


def test_utf8_mojibake_is_not_made() -> None:
    """One spoiled byte in UTF-8 must not turn the rest into GB18030."""
    with pytest.raises(ReadError, match="not utf-8"):
        decode((TEXT * 20).encode() + b"\xe4" + (TEXT * 20).encode())


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), max_size=60))
def test_any_text_survives_when_named(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert decode(text.encode(encoding), encoding)[0] == text


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except ReadError:
        return
    assert data.decode(encoding) == text
