"""From articles to records: pieces, batches, worker processes, DocBin, offsets."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import DocBin

import gaoyou_nlp
from gaoyou_nlp import Article, Record, annotate
from gaoyou_nlp.annotation import record_of
from gaoyou_nlp.language.pieces import cut
from gaoyou_nlp.records import check_spans

TEXT = (
    "江阴市委书记陈一鸣到璜塘镇调研。陈一鸣说，总投资约3亿元的恒澜特钢项目今年开工。\n"
    "市发改委党组书记、主任李文博参加。"
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return gaoyou_nlp.load("rules")


def test_a_record_has_everything(nlp: Language) -> None:
    [record] = annotate([Article("1", TEXT)], nlp)
    check_spans(TEXT, record.spans)
    assert [(o.name, len(o.posts)) for o in record.officials] == [("陈一鸣", 1), ("李文博", 2)]
    [(index, amount)] = record.amounts
    assert record.spans[index].text == amount.text == "3亿元"
    assert (amount.low, amount.comparator) == (300000000, "~")
    assert record.model.startswith("zh_gaoyou_rules ")
    assert Record.from_dict(record.to_dict()) == record
    assert all(span.rule for span in record.spans)


def test_every_entity_is_one_of_the_candidates(nlp: Language) -> None:
    doc = nlp(TEXT)
    candidates = {(s.start, s.end) for s in doc.spans["gaoyou"]}
    assert {(e.start, e.end) for e in doc.ents} <= candidates


def test_records_survive_bytes_and_processes(nlp: Language, tmp_path) -> None:  # type: ignore[no-untyped-def]
    doc = nlp(TEXT)
    bin_ = DocBin(docs=[doc], store_user_data=True)
    [loaded] = DocBin().from_bytes(bin_.to_bytes()).get_docs(nlp.vocab)
    nlp.to_disk(tmp_path / "rules")
    again = gaoyou_nlp.load(tmp_path / "rules")(TEXT)
    [piped, _] = nlp.pipe([TEXT, TEXT], n_process=2)
    wanted = record_of(Article("1", TEXT), doc)
    for other in (loaded, again, piped):
        assert record_of(Article("1", TEXT), other) == wanted
        assert [e._.amount for e in other.ents] == [e._.amount for e in doc.ents]


@given(st.text("江阴市，。\n a1", max_size=60), st.integers(1, 20))
def test_pieces_are_the_text(text: str, piece: int) -> None:
    cuts = list(cut(text, piece))
    assert "".join(text[s:e] for s, e in cuts) == text
    assert all(e - s <= piece for s, e in cuts)


def test_a_long_article_is_read_in_pieces(nlp: Language) -> None:
    text = TEXT + "\n" + TEXT
    [whole] = annotate([Article("1", text)], nlp)
    [pieces] = annotate([Article("1", text)], nlp, piece=len(TEXT) + 1)
    assert pieces == whole


def test_batches_change_nothing_and_are_read_as_needed(nlp: Language) -> None:
    read = []

    def articles() -> Iterator[Article]:
        for i in range(6):
            read.append(i)
            yield Article(str(i), TEXT)

    stream = annotate(articles(), nlp, batch=2 * len(TEXT))
    first = next(stream)
    assert len(read) <= 3
    others = list(stream)
    assert [first.id, *(r.id for r in others)] == list("012345")
    assert {r.spans for r in others} == {first.spans}


def test_the_vocabulary_grows_no_more_once_it_is_warm() -> None:
    nlp = gaoyou_nlp.load("rules")
    nlp.add_pipe("sentencizer")  # which needs docs
    common = "".join(map(chr, range(0x4E00, 0x4E00 + 5100)))
    list(annotate([Article("1", common)], nlp))
    size = len(nlp.vocab.strings)
    assert size >= 5000
    for number in range(3):
        rare = "".join(map(chr, range(0x7000 + 100 * number, 0x7100 + 100 * number)))
        list(annotate([Article("1", rare)], nlp))
    assert len(nlp.vocab.strings) == size


ALPHABET = "江阴市委书记王军说投资3亿元、，。 \u3000\r\n\t𠮷Ａ１（）“”《》·"


@settings(deadline=None, max_examples=150)
@given(text=st.text(ALPHABET, max_size=80))
def test_spans_match_the_text_whatever_it_is(nlp: Language, text: str) -> None:
    [record] = annotate([Article("1", text)], nlp)
    check_spans(text, record.spans)
    for span in record.spans:
        assert span.text == span.text.strip()


def test_a_text_may_end_with_an_area(nlp: Language) -> None:
    assert [[e.text for e in nlp(text).ents] for text in ("江阴", "到江阴市")] == [
        ["江阴"],
        ["江阴市"],
    ]


def test_a_pipeline_without_our_components() -> None:
    code = (
        "import spacy, gaoyou_nlp\n"
        "nlp = spacy.blank('zh')\n"
        "pattern = [{'TEXT': character} for character in '3亿元']\n"
        "ruler = nlp.add_pipe('entity_ruler')\n"
        "ruler.add_patterns([{'label': 'MONEY', 'pattern': pattern}])\n"
        "[record] = gaoyou_nlp.annotate([gaoyou_nlp.Article('1', '投资3亿元。')], nlp)\n"
        "assert record.amounts[0][1].low == 300000000, record\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_dates_of_a_long_article_count_from_its_beginning() -> None:
    text = "县长叶大川说，今年力争进出口增长6%。\n" * 40
    article = Article("1", text, date="2022-01-05")
    nlp = gaoyou_nlp.load("rules")
    [whole], [parted] = (list(annotate([article], nlp, piece=piece)) for piece in (50_000, 100))
    assert parted.dates == whole.dates
    assert parted.figures == whole.figures
    assert parted.statements == whole.statements
    assert len(parted.figures) == 40
    for found in (*parted.dates, *parted.figures, *parted.statements):
        assert text[found.start : found.end] == found.text
    assert {figure.speaker for figure in parted.figures} == {"叶大川"}
