"""The checks find what they are for, and nothing in an article that is right."""

from pathlib import Path

import pytest

from gaoyou_nlp.corpora.check import check_article
from gaoyou_nlp.corpora.checks import check_folder
from gaoyou_nlp.corpora.copying import check_copying
from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.corpora.leaks import check_corpus
from gaoyou_nlp.corpora.markup import GoldArticle, parse_article, read_corpus
from gaoyou_nlp.corpora.stats import corpus_stats, format_stats

ROOT = Path(__file__).parents[2]


def _article(
    body: str, posts: str = "", *, name: str = "xx-001", split: str = "train", place: str = "某县"
) -> GoldArticle:
    header = (
        f"id: {name}\nkind: 会议\nprovince: 某省\nplace: {place}\ndate: 2016-05-12\n"
        f"split: {split}\norigin: written\n---\n"
    )
    return parse_article(header + body + (f"\n---\n{posts}\n" if posts else ""), path=f"{name}.txt")


def _checks(*articles: GoldArticle) -> list[str]:
    return [f.check for a in articles for f in check_article(a)]


GOOD = "[某县|GPE][县长|TITLE][王一|OFFICIAL]说，投资[2亿元|MONEY]。"


@pytest.mark.parametrize(
    ("body", "posts", "expected"),
    [
        (GOOD, "王一: 某县/县长", []),
        ("[某县，|GPE]好", "", ["edge"]),
        ("[某县|GPE]好，某县好", "", ["bare"]),
        ("[某县|GPE]好，[某县人民政府|ORG]好", "", []),
        ("[某路|PROJECT amount=3亿元]投资[2亿元|MONEY]", "", ["amount"]),
        ("[2亿元|MONEY low=300000000 high=300000000]", "", ["amount", "amount"]),
        (GOOD, "", ["posts"]),
        (GOOD, "王一: 某县/副县长", ["posts"]),
        (GOOD, "王一: 某市/县长", ["posts"]),
        (GOOD, "王二: 某县/县长\n王一: 某县/县长", ["posts"]),
    ],
)
def test_one_article(body: str, posts: str, expected: list[str]) -> None:
    assert _checks(_article(body, posts)) == expected


def test_reviewed_bare_mentions_are_left_alone() -> None:
    article = _article("[某县|GPE]好，某县好")
    assert list(check_article(article, {("xx-001", "某县")})) == []


def test_names_used_too_often_and_leaks() -> None:
    articles = [
        _article(f"[王一|PERSON]在第{i}地说了{chr(0x4E00 + i) * 9}", name=f"xx-{i}")
        for i in range(4)
    ]
    assert [f.check for f in check_corpus(articles)] == ["often"]
    assert list(check_corpus(articles, {"王一"})) == []
    pair = [
        _article("甲乙丙丁", name="a"),
        _article("戊己庚辛", name="b", split="test"),
        _article("[王一|PERSON]来", name="c", place="乙县"),
        _article("[王一|PERSON]去", name="d", place="丙县", split="test"),
    ]
    assert [f.check for f in check_corpus(pair)] == ["leak", "leak"]


def test_near_duplicates() -> None:
    one = _article("会议强调要抓好项目建设和安全生产工作", name="a")
    other = _article("会议强调要抓好项目建设和环境保护工作", name="b")
    assert [f.check for f in check_corpus([one, other])] == ["near"]


def test_copied_runs_are_found_and_formulas_allowed() -> None:
    article = _article("他说，今天天气很好我们一起去河边走一走吧，是的")
    source = ["昨天也一样：今天天气很好我们一起去\n河边走一走吧！"]
    [finding] = check_copying([article], source, [])
    assert "'今天天气很好我们一起去河边走一走吧'" in finding.message
    assert not list(check_copying([article], source, ["今天天气很好我们一起去河边走一走吧"]))


def test_stats_count_what_is_there() -> None:
    articles = [_article(GOOD, "王一: 某县/县长"), _article("[乙县|GPE]", name="b", split="test")]
    stats = corpus_stats(articles)
    assert stats["labels"]["GPE"] == 2
    assert stats["unseen"]["test"] == {"GPE": 1.0}
    assert "| GPE | 2 | 2 | – | 100 % |" in format_stats(stats)


def test_the_corpus_is_clean() -> None:
    findings = list(check_folder(ROOT / "corpus"))
    assert [str(finding) for finding in findings] == []


def test_the_unseen_articles_are_read_by_themselves_only() -> None:
    unseen = {article.id for article in read_corpus(ROOT / "corpus" / "unseen")}
    assert len(unseen) == 20
    assert not unseen & {article.id for article in read_corpus(ROOT / "corpus")}
    assert list(check_folder(ROOT / "corpus" / "unseen")) == []


def test_nothing_in_the_corpus_is_copied() -> None:
    others = [ROOT / "../shared/real", ROOT / "../shared/text"]
    if not all(path.exists() for path in others):
        pytest.skip("../shared is not here")
    findings = [f for f in check_folder(ROOT / "corpus", others) if f.check == "copied"]
    assert [str(finding) for finding in findings] == []


def test_an_amount_that_is_no_number_is_found() -> None:
    marked = "总投资[5亿元|MONEY low=x high=1e999999]。"
    text, spans = parse_markup(marked)
    article = GoldArticle({"id": "a", "split": "train"}, text, spans, {}, "a.txt")
    assert [finding.message for finding in check_article(article)] == [
        "'5亿元' has low=x, which is no decimal number.",
        "'5亿元' has high=1e999999, which is no decimal number.",
    ]
