"""Links over articles: people, ids that stay, and what a person says against them."""
# ruff: noqa: E501

from dataclasses import replace
from pathlib import Path

import pytest

from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.formats import write
from gaoyou_nlp.linking import Ids, Links, link, read_ids
from gaoyou_nlp.linking.runs import link_runs
from gaoyou_nlp.records import Article, Official, Post, Record, Source, Span
from gaoyou_nlp.tables.asking import ask
from training.evaluate_links import FOLDER, ids_of, written_records

ROOT = Path(__file__).parents[2]


def article(id: str, day: str | None, text: str, **posts: str) -> Record:
    """An article whose bodies, titles and names are found by their words.

    Parameters:
        posts: From a name to ``body/title``; several are parted by ``;``.
    """
    spans: list[Span] = []
    officials = []
    for name, its in posts.items():
        said = [tuple(post.split("/")) for post in its.split(";")]
        officials.append(Official(name, tuple(Post(org or None, title) for org, title in said)))
        spans += [
            Span(text.index(part), text.index(part) + len(part), label, part)
            for org, title in said
            for part, label in ((org, "ORG"), (title, "TITLE"), (name, "OFFICIAL"))
            if part in text
        ]
    spans.sort(key=lambda span: span.start)
    return Record(Article(id, text, date=day), tuple(spans), (), tuple(officials))


def groups(links: Links, name: str) -> list[list[str]]:
    """The articles of each person of a name."""
    found = [
        [one.article for one in group.members]
        for group in links.groups.values()
        if group.members[0].name == name
    ]
    return sorted(found)


def seeds() -> list[Record]:
    """The articles of the two pages of the corpus."""
    found = []
    for one in read_corpus(ROOT / "corpus/seeds"):
        record = gold_record(one)
        page = Source(one.id[:7])
        found.append(
            replace(record, article=replace(record.article, date=one.header["date"], source=page))
        )
    return found


def test_a_town_is_the_committee_of_one_and_the_government_of_another() -> None:
    text = "高邮市水务局副局长陆一鸣，河口镇党委书记叶大川、镇长沈若谷到场。"
    posts = {"陆一鸣": "高邮市水务局/副局长", "叶大川": "河口镇/党委书记", "沈若谷": "河口镇/镇长"}
    links = link([article("1", "2022-03-04", text, **posts)])
    found = {
        one.name: [(tenure.full, tenure.title) for tenure in one.tenures]
        for group in links.groups.values()
        for one in group.members
        if one.name in ("叶大川", "沈若谷")
    }
    assert found == {
        "叶大川": [("高邮市河口镇党委", "党委书记")],
        "沈若谷": [("高邮市河口镇人民政府", "镇长")],
    }


def test_the_timeline_of_the_seeds() -> None:
    links = link(seeds())
    [lv] = [group for group in links.groups.values() if group.members[0].name == "吕艾芳"]
    assert [
        (one.article, sorted({(t.full, t.title) for t in one.tenures})) for one in lv.members
    ] == [
        ("gy-2020-4", [("高邮市行政审批局", "党组书记"), ("高邮市行政审批局", "局长")]),
        ("gy-2022-2", [("高邮市商务局", "党组书记"), ("高邮市商务局", "局长")]),
    ]
    [zhou] = [group for group in links.groups.values() if group.members[0].name == "周建峰"]
    assert {t.full for one in zhou.members for t in one.tenures} == {"高邮市发展和改革委员会"}
    assert len(zhou.members) == 2


PEOPLE = {
    "short and full name of a body": (
        [
            article("a", "2020-02-01", "云河县发改委主任叶大川说", 叶大川="云河县发改委/主任"),
            article("b", "2021-02-01", "云河县发展和改革委员会主任叶大川", 叶大川="云河县发展和改革委员会/主任"),
        ],
        [["a", "b"]],
    ),
    "a move inside the county": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
            article("b", "2022-02-01", "云河县交通局局长叶大川说", 叶大川="云河县交通局/局长"),
        ],
        [["a", "b"]],
    ),
    "two posts at the same time": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
            article("b", "2020-05-01", "云河县交通局局长叶大川说", 叶大川="云河县交通局/局长"),
            article("c", "2020-08-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
        ],
        [["a", "c"], ["b"]],
    ),
    "other counties": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
            article("b", "2022-02-01", "青阜县水利局局长叶大川说", 叶大川="青阜县水利局/局长"),
        ],
        [["a"], ["b"]],
    ),
    "a move to another county that a text says": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
            article("b", "2022-02-01", "青阜县财政局局长叶大川曾任云河县水利局副局长",
                    叶大川="青阜县财政局/局长;云河县水利局/副局长"),
            article("c", "2022-05-01", "青阜县财政局局长叶大川说", 叶大川="青阜县财政局/局长"),
        ],
        [["a", "b", "c"]],
    ),
    "a teacher of the same name": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
            article("b", "2022-02-01", "云河县第一中学教师叶大川", 叶大川="云河县第一中学/教师"),
        ],
        [["a"], ["b"]],
    ),
    "an area that is not known": (
        [
            article("a", "2020-02-01", "市水利局局长叶大川说", 叶大川="市水利局/局长"),
            article("b", "2020-03-01", "市财政局局长叶大川说", 叶大川="市财政局/局长"),
        ],
        [["a"], ["b"]],
    ),
    "a body with another name since a reform": (
        [
            article("a", "2017-02-01", "云河县卫计委主任叶大川说", 叶大川="云河县卫计委/主任"),
            article("b", "2020-03-01", "云河县卫健委主任叶大川说", 叶大川="云河县卫健委/主任"),
        ],
        [["a", "b"]],
    ),
    "other dates of birth": (
        [
            article("a", "2020-02-01", "云河县水利局局长叶大川，男，1970年2月出生", 叶大川="云河县水利局/局长"),
            article("b", "2021-03-01", "云河县水利局局长叶大川，男，1981年7月出生", 叶大川="云河县水利局/局长"),
        ],
        [["a"], ["b"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PEOPLE)
def test_people(case: str) -> None:
    records, wanted = PEOPLE[case]
    assert groups(link(records), "叶大川") == wanted


def test_the_same_articles_give_the_same_ids() -> None:
    records = PEOPLE["a move inside the county"][0]
    assert sorted(link(records).groups) == sorted(link(records[::-1]).groups)


def test_new_articles_keep_the_ids_of_the_old() -> None:
    records = PEOPLE["a move inside the county"][0]
    before = link(records[1:])
    after = link(
        [
            *records,
            article("z", "2019-01-01", "青阜县水利局局长叶大川说", 叶大川="青阜县水利局/局长"),
        ],
        ids=Ids(before.ids.known),
    )
    [old] = before.groups
    assert [one.article for one in after.groups[old].members] == ["a", "b"]
    assert before.of(records[1])["body", "云河县交通局"].id == (
        after.of(records[1])["body", "云河县交通局"].id
    )


def test_the_whole_written_set_keeps_its_ids_when_another_is_added() -> None:
    first = written_records()
    other = written_records(FOLDER / "second" / "articles")
    before = link(first)
    ids = ids_of(before, first)
    after = link([*other, *first], ids=Ids(before.ids.known))
    assert {key: id for key, id in ids_of(after, first).items() if key in ids} == ids


def test_a_surname_alone_is_no_person_of_many_articles() -> None:
    two = [
        article(id, "2020-02-01", "云河县水利局局长王说", 王="云河县水利局/局长")
        for id in ("a", "b")
    ]
    links = link(two)
    assert groups(links, "王") == [["a"], ["b"]]
    assert links.of(two[0])["person", "王"].reason == "a surname alone is not compared"


def test_a_body_that_a_text_says_has_another_name() -> None:
    text = "云河县招商局正式更名为云河县投资促进局。"
    spans = (Span(0, 6, "ORG", "云河县招商局"), Span(11, 19, "ORG", "云河县投资促进局"))
    record = Record(Article("a", text), spans)
    links = link([record])
    found = links.of(record)
    assert found["body", "云河县招商局"].id == found["body", "云河县投资促进局"].id
    assert (
        found["body", "云河县招商局"].reason == "the text: 云河县招商局正式更名为云河县投资促进局"
    )


def test_places_have_codes_where_they_are_certain() -> None:
    spans = (Span(0, 3, "GPE", "高邮市"), Span(4, 7, "GPE", "鼓楼区"), Span(8, 11, "GPE", "云河县"))
    record = Record(Article("a", "高邮市、鼓楼区、云河县"), spans)
    rows = {row[1]: row[3:5] for row in link([record]).rows("places")}
    assert rows == {"高邮市": ("高邮市", "321084"), "云河县": ("云河县", None)}


def test_a_county_that_no_table_has_is_not_the_district_of_its_short_form() -> None:
    text = "云溪县水利局、县商务局谈云溪水库工程，高邮市场监管局到场"
    spans = (
        Span(0, 6, "ORG", "云溪县水利局"),
        Span(7, 11, "ORG", "县商务局"),
        Span(12, 18, "PROJECT", "云溪水库工程"),
        Span(19, 26, "ORG", "高邮市场监管局"),
    )
    rows = {
        (*row[1:3], *row[3:5]) for row in link([Record(Article("a", text), spans)]).rows("bodies")
    }
    assert rows == {
        ("云溪县水利局", None, "云溪县", None),
        ("云溪县商务局", "县商务局", "云溪县", None),
        ("高邮市市场监督管理局", "高邮市场监管局", "高邮市", "321084"),
    }


def test_a_run_is_linked_into_a_file_that_answers(tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    write(PEOPLE["a move inside the county"][0], tmp_path / "run.jsonl")
    done = link_runs([tmp_path / "run.jsonl"], tmp_path / "links.duckdb")
    assert done.articles == 2
    assert done.ids == tmp_path / "links.ids.tsv"
    assert len({row.id for row in read_ids(done.ids) if row.kind == "person"}) == 1
    rows = ask(tmp_path / "links.duckdb", "timeline", ["叶大川"]).rows
    assert len(rows) == 2
    again = link_runs([tmp_path / "run.jsonl"], tmp_path / "links.duckdb", overwrite=True)
    assert set(again.links.groups) == set(done.links.groups)
