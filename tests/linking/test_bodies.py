"""What bodies names mean: the tables row by row, and short names of companies and papers."""

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.linking.areas import Area
from gaoyou_nlp.linking.bodies import read_body
from gaoyou_nlp.linking.setting import Setting

HERE = Setting((Area("云河县"),))


@pytest.mark.parametrize("example", [row[2] for row in table("linking/bodies.tsv")])
def test_short_forms(example: str) -> None:
    short, full = example.split(" = ")
    assert read_body(short, HERE).full == full


@pytest.mark.parametrize("example", [row[2] for row in table("linking/national_bodies.tsv")])
def test_bodies_of_the_whole_country(example: str) -> None:
    name, full = example.split(" = ")
    assert read_body(name, HERE).full == full


@pytest.mark.parametrize("example", [row[3] for row in table("linking/renamed_bodies.tsv")])
def test_names_since_a_reform(example: str) -> None:
    before, since = example.split(" > ")
    assert read_body(before, HERE).key == read_body(since, HERE).key


@pytest.mark.parametrize(
    ("name", "full", "key"),
    [
        ("县水利局", "云河县水利局", "云河县|水利局"),
        ("云河县县水利局", "云河县水利局", "云河县|水利局"),
        ("现县水利局", "云河县水利局", "云河县|水利局"),
        ("教育局", "云河县教育局", "云河县|教育局"),
        ("晨星机床", "晨星机床", "云河县|~晨星机床"),
        ("云河晚报", "云河晚报", "云河县|~云河晚报"),
        ("晨星机床有限公司", "晨星机床有限公司", "|晨星机床有限公司"),
    ],
    ids=lambda value: str(value),
)
def test_bodies_of_an_area_and_others(name: str, full: str, key: str) -> None:
    body = read_body(name, HERE, ("云河",) if "县县" in name else ())
    assert (body.full, body.key) == (full, key)


def test_a_short_name_without_an_area_is_no_body_that_others_share() -> None:
    assert read_body("晨星机床", Setting()).key == ""
