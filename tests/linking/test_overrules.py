"""What a person says against links holds, in later runs too."""

from dataclasses import replace
from pathlib import Path

import pytest

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.linking import Ids, Links, Overrule, link, read_ids, read_overrules
from gaoyou_nlp.records import Record
from tests.linking.test_links import PEOPLE, article, groups


def test_a_person_says_otherwise() -> None:
    records = PEOPLE["a move inside the county"][0]
    apart = [Overrule("a:叶大川", "b:叶大川", False, "o.csv:2")]
    assert groups(link(records, overrules=apart), "叶大川") == [["a"], ["b"]]
    records = PEOPLE["other counties"][0]
    same = [Overrule("a:叶大川", "b:叶大川", True, "o.csv:2")]
    links = link(records, overrules=same)
    assert groups(links, "叶大川") == [["a", "b"]]
    assert links.of(records[1])["person", "叶大川"].reason == "overruled: o.csv:2"


def test_ids_are_overruled_in_later_runs() -> None:
    records = PEOPLE["other counties"][0]
    before = link(records)
    one, other = before.groups
    again = link(
        records, ids=Ids(before.ids.known), overrules=[Overrule(one, other, True, "o.csv:2")]
    )
    assert groups(again, "叶大川") == [["a", "b"]]
    assert set(again.groups) <= {one, other}
    later = link(records, ids=Ids(again.ids.known), overrules=[Overrule(one, other, True, "o:2")])
    assert set(later.groups) == set(again.groups)


def test_overrules_hold_for_articles_that_come_later() -> None:
    old = PEOPLE["a move inside the county"][0]
    new = [
        article("c", "2020-09-01", "云河县水利局局长叶大川说", 叶大川="云河县水利局/局长"),
        article("d", "2022-09-01", "云河县交通局局长叶大川说", 叶大川="云河县交通局/局长"),
    ]
    apart = [Overrule("a:叶大川", "b:叶大川", False, "o.csv:2")]
    before = link(old, overrules=apart)
    after = link([*old, *new], ids=Ids(before.ids.known), overrules=apart)
    assert groups(after, "叶大川") == [["a", "c"], ["b", "d"]]
    assert set(after.groups) == set(before.groups)


def test_people_that_are_the_same_by_overrule_stay_so_without_their_articles() -> None:
    old = PEOPLE["other counties"][0]
    new = [replace(one, article=replace(one.article, id=f"new-{one.id}")) for one in old]
    same = [Overrule("a:叶大川", "b:叶大川", True, "o.csv:2")]
    before = link(old, overrules=same)
    after = link(new, ids=Ids(before.ids.known), overrules=same)
    assert groups(after, "叶大川") == [["new-a", "new-b"]]
    assert set(after.groups) == set(before.groups)


def bodies(links: Links, *records: Record) -> dict[tuple[str, str], str]:
    """The ids of bodies by article and name."""
    return {
        (one.id, name): its.id
        for one in records
        for (kind, name), its in links.of(one).items()
        if kind == "body"
    }


def test_overrules_of_bodies_hold_in_later_runs() -> None:
    one = article("a", "2020-02-01", "云河县招商局局长叶大川说", 叶大川="云河县招商局/局长")
    two = article("b", "2021-02-01", "云河县投促中心主任叶大川", 叶大川="云河县投促中心/主任")
    more = article("c", "2022-02-01", "云河县投促中心主任石远", 石远="云河县投促中心/主任")
    same = [Overrule("a:云河县招商局", "b:云河县投促中心", True, "o.csv:2")]
    before = link([one, two], overrules=same)
    [id] = set(bodies(before, one, two).values())
    after = link([more], ids=Ids(before.ids.known), overrules=same)
    assert bodies(after, more) == {("c", "云河县投促中心"): id}
    again = link([one, two, more], ids=Ids(after.ids.known), overrules=same)
    assert set(bodies(again, one, two, more).values()) == {id}


def test_bodies_that_are_not_the_same_stay_apart_when_articles_are_added() -> None:
    texts = ("云河县数据管理局局长叶大川说", "云河县数管局局长石远说", "云河县数管局召开会议")
    whole = article("a", "2020-02-01", texts[0], 叶大川="云河县数据管理局/局长")
    short = article("b", "2021-02-01", texts[1], 石远="云河县数管局/局长")
    assert len(set(bodies(link([whole, short]), whole, short).values())) == 1
    first = link([whole])
    apart = [Overrule("a:云河县数据管理局", "b:云河县数管局", False, "o.csv:2")]
    later = link([whole, short], ids=Ids(first.ids.known), overrules=apart)
    assert len(set(bodies(later, whole, short).values())) == 2
    assert bodies(later, whole) == bodies(first, whole)
    more = article("c", "2022-02-01", texts[0], 叶大川="云河县数据管理局/局长")
    again = link([whole, short, more], ids=Ids(later.ids.known), overrules=apart)
    assert bodies(again, whole, short) == bodies(later, whole, short)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "needs the columns a, b, same"),
        ("a,b,same\n1,2,perhaps\n", "expected two ids or article_id:name"),
    ],
)
def test_a_spoiled_file_of_overrules(content: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "o.csv").write_text(content, "utf-8")
    with pytest.raises(ReadError, match=said):
        read_overrules(tmp_path / "o.csv")
    with pytest.raises(ReadError, match="is no file of ids"):
        read_ids(tmp_path / "o.csv")
