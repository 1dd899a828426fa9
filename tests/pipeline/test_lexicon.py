"""A user's list: what is read, refused, found, saved."""

from pathlib import Path

import pytest
import spacy

from gaoyou_nlp.errors import LexiconError
from gaoyou_nlp.rules.user_list import Entry, parse_user_list, read_user_list


def test_rows_are_read() -> None:
    table = "surface\tlabel\tcanonical\n# a remark\n\n市发改委\tORG\t市发展和改革委员会\n高峰\t-\n"
    assert parse_user_list(table, path="my.tsv") == [
        Entry("市发改委", "ORG", "市发展和改革委员会", "lexicon:my.tsv:4"),
        Entry("高峰", "-", None, "lexicon:my.tsv:5"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", ["\t", ",", ";"])
def test_the_encodings_of_excel(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "list.csv"
    rows = ["名称,label", "市发展和改革委员会,ORG", "城北新区管理委员会,ORG", "城南经济新区,ORG"]
    path.write_bytes("\r\n".join(rows).replace(",", delimiter).encode(encoding))
    assert [e.surface for e in read_user_list(path)] == [r.split(",")[0] for r in rows[1:]]


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("高邮\tGPE\n江都", 2, "is no label"),
        ("高邮\tCITY", 1, "'CITY' is no label"),
        ("\tGPE", 1, "surface is empty"),
        ("高邮\tGPE\n高邮\tORG", 2, "is GPE in line 1 and ORG here"),
    ],
)
def test_errors_name_the_line(table: str, line: int, message: str) -> None:
    with pytest.raises(LexiconError, match=message) as raised:
        parse_user_list(table, path="my.tsv")
    assert raised.value.line == line


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.tsv"):
        read_user_list("nowhere.tsv")


def test_the_list_is_saved_with_the_pipeline(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_text("凌波塘,GPE,凌波塘村\n", encoding="utf-8")
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_lexicon")
    nlp.add_pipe("gaoyou_resolver")
    nlp.config["initialize"]["components"]["gaoyou_lexicon"] = {"path": str(path)}
    nlp.initialize()
    path.unlink()
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    copied = spacy.blank("zh")
    copied.add_pipe("gaoyou_lexicon")
    copied.add_pipe("gaoyou_resolver")
    copied.from_bytes(nlp.to_bytes())
    for pipeline in (nlp, loaded, copied):
        [ent] = pipeline("在凌波塘。").ents
        assert (ent.text, ent.label_, ent.id_, ent.kb_id_) == (
            "凌波塘",
            "GPE",
            "lexicon:my.csv:1",
            "凌波塘村",
        )
