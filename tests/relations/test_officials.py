"""OFFICIAL or PERSON, and the posts: each case gives the text with all spans, and the posts."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.officials import merge_posts, relate_officials

CASES = [
    (
        "[市委|ORG][常委|TITLE]、[副市长|TITLE]、[高新区|ORG][党工委书记|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "市委/常委; /副市长; 高新区/党工委书记"},
    ),
    (
        "[市发改委|ORG][党组书记|TITLE]、[主任|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "市发改委/党组书记; 市发改委/主任"},
    ),
    (
        "[市委|ORG][常委|TITLE]、[秘书长|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "市委/常委; 市委/秘书长"},
    ),
    (
        "[县委|ORG][副书记|TITLE]、[县长|TITLE][甘立群|OFFICIAL]同志",
        {"甘立群": "县委/副书记; /县长"},
    ),
    (
        "[宜兴镇|GPE][党委副书记|TITLE]、[镇长|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "宜兴镇/党委副书记; 宜兴镇/镇长"},
    ),
    ("[县农业局|ORG][甘立群|OFFICIAL][主任|TITLE]说", {"甘立群": "县农业局/主任"}),
    (
        "[市人大常委会|ORG][主任|TITLE][甘立群|OFFICIAL]，[副主任|TITLE][钱永年|OFFICIAL]、[杜若梅|OFFICIAL]",
        {
            "甘立群": "市人大常委会/主任",
            "钱永年": "市人大常委会/副主任",
            "杜若梅": "市人大常委会/副主任",
        },
    ),
    (
        "任命：[甘立群|OFFICIAL]为[县教育局|ORG][局长|TITLE]；免去[钱永年|OFFICIAL]的[县教育局|ORG][局长|TITLE]职务",
        {"甘立群": "县教育局/局长", "钱永年": "县教育局/局长"},
    ),
    (
        "[甘立群|OFFICIAL]任[罗河镇|GPE][党委书记|TITLE]，免去其[市农业局|ORG][局长|TITLE]职务。",
        {"甘立群": "罗河镇/党委书记; 市农业局/局长"},
    ),
    (
        "[甘立群|OFFICIAL]，男，任[县委|ORG][副书记|TITLE]。⏎1998.03 [县团委|ORG][书记|TITLE]",
        {"甘立群": "县委/副书记; 县团委/书记"},
    ),
    (
        "[县人大常委会|ORG][主任|TITLE][甘立群|OFFICIAL]主持，[副主任|TITLE][钱永年|OFFICIAL]到会",
        {"甘立群": "县人大常委会/主任", "钱永年": "县人大常委会/副主任"},
    ),
    (
        "[水利局|ORG][副局长|TITLE]、高级工程师[甘立群|OFFICIAL]，[县委|ORG][书记|TITLE]（援青）[钱永年|OFFICIAL]",
        {"甘立群": "水利局/副局长", "钱永年": "县委/书记"},
    ),
    ("时任[高新区|ORG][管委会副主任|TITLE]的[甘立群|OFFICIAL]", {"甘立群": "高新区/管委会副主任"}),
    ("[甘立群|OFFICIAL]（[县农业局|ORG][局长|TITLE]）到场", {"甘立群": "县农业局/局长"}),
    ("[市商务局|ORG]成立专班，[局长|TITLE][甘立群|OFFICIAL]下厂", {"甘立群": "市商务局/局长"}),
    (
        "[宜兴|GPE][市长|TITLE][甘立群|OFFICIAL]。[宜兴市|GPE][市长|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "宜兴/市长"},
    ),
    (
        "[县委|ORG][书记|TITLE][甘立群|OFFICIAL]。[书记|TITLE][甘立群|OFFICIAL]",
        {"甘立群": "县委/书记"},
    ),
    ("[恒石集团|ORG][党委书记|TITLE]、[董事长|TITLE][甘立群|PERSON]", {}),
    (
        "[省农业银行|ORG][行长|TITLE][甘立群|PERSON]，[县茶叶协会|ORG][会长|TITLE][钱永年|PERSON]",
        {},
    ),
    (
        "县领导[甘立群|OFFICIAL]、[钱永年|OFFICIAL]参加，民警[杜若梅|OFFICIAL]",
        {"甘立群": "", "钱永年": "", "杜若梅": ""},
    ),
    ("（记者 [甘立群|PERSON] 通讯员 [钱永年|PERSON]）村民[杜若梅|PERSON]说", {}),
    ("[甘立群|OFFICIAL]强调，要快", {"甘立群": ""}),
]


@pytest.mark.parametrize(("marked", "wanted"), CASES)
def test_labels_and_posts(marked: str, wanted: dict[str, str]) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    spans = [
        Span(s.start, s.end, "PERSON" if s.label == "OFFICIAL" else s.label, s.text) for s in gold
    ]
    decided, officials = relate_officials(text, spans)
    assert [(s.text, s.label) for s in decided] == [(s.text, s.label) for s in gold]
    posts = {o.name: "; ".join(f"{p.org or ''}/{p.title}" for p in o.posts) for o in officials}
    assert posts == wanted


def test_mentions_point_at_spans() -> None:
    text, gold = parse_markup(
        "[县长|TITLE][甘立群|PERSON]说，[甘立群|PERSON]和[甘|PERSON][县长|TITLE]"
    )
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    decided, (official,) = relate_officials(text, spans)
    assert official.mentions == (1, 2, 3)
    assert {decided[i].text for i in official.mentions} == {"甘立群", "甘"}


@pytest.mark.parametrize(
    ("text", "before", "label"),
    [
        pytest.param("甘立群走进院子", [], "PERSON", id="nobody is an official"),
        pytest.param(
            "县长马明走访，甘立群走进院子",
            [Span(0, 2, "TITLE", "县长", "a"), Span(2, 4, "OFFICIAL", "马明", "a")],
            "OFFICIAL",
            id="somebody else is an official",
        ),
        pytest.param("甘立群强调安全", [], "OFFICIAL", id="an act of officials"),
    ],
)
def test_the_label_of_the_model_counts_among_officials(
    text: str, before: list[Span], label: str
) -> None:
    start = text.index("甘立群")
    span = Span(start, start + 3, "OFFICIAL", "甘立群", "model")
    decided = relate_officials(text, [*before, span])[0]
    assert [(s.text, s.label) for s in decided][-1] == ("甘立群", label)


def test_no_spans_give_no_officials() -> None:
    assert relate_officials("", []) == ((), ())


def test_posts_are_merged() -> None:
    posts = [Post(None, "局长"), Post("教育局", "局长"), Post("教育局", "局长"), Post(None, "县长")]
    assert merge_posts(posts) == (Post("教育局", "局长"), Post(None, "县长"))
