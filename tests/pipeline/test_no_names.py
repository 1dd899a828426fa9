"""Words, weekdays and posts of somebody else give nobody a post."""

import pytest

from gaoyou_nlp import Article, annotate, load

CASES = {
    "a weekday": ("县粮食局局长周二在会上说，今年丰收。", []),
    "a family": ("医院一名杨姓主任告诉记者。", []),
    "a word in a formula": ("局长严格要求全体干部。", []),
    "a word that can be a name": (
        "县财政局局长严格说，今年收支平衡。",
        [("严格", [("县财政局", "局长", None)])],
    ),
    "a term of office": ("李河在任高雄市长任内处理此案。", []),
    "a class has no office": ("家长联系过班主任杨怡老师。", []),
    "a new holder who is not named": (
        "云河县委书记李河与新任县长座谈。",
        [("李河", [("云河县委", "书记", None)])],
    ),
    "a predecessor": ("前任县水利局局长李河被查。", [("李河", [("县水利局", "局长", "former")])]),
    "a new holder who is named": (
        "新任县水利局局长李河表态。",
        [("李河", [("县水利局", "局长", "appointed")])],
    ),
    "a unit in brackets": (
        "县住建局（交通局）局长李河说。",
        [("李河", [("县住建局", "局长", None)])],
    ),
    "and before a body is no part of a name": (
        "沙坪区教育局局长杨丽和云河县教育局局长赵丽出席会议。",
        [
            ("杨丽", [("沙坪区教育局", "局长", None)]),
            ("赵丽", [("云河县教育局", "局长", None)]),
        ],
    ),
    "two bodies are not one": (
        "云河县水利局局长卢军和高台市交通运输局局长杜帆出席会议。",
        [
            ("卢军", [("云河县水利局", "局长", None)]),
            ("杜帆", [("高台市交通运输局", "局长", None)]),
        ],
    ),
    "到 is no part of a name told twice": (
        "县水利局局长吴敏到现场调研。县水利局局长吴敏到现场调研。",
        [("吴敏", [("县水利局", "局长", None)])],
    ),
}


@pytest.mark.parametrize(("text", "officials"), CASES.values(), ids=CASES)
def test_holders(text: str, officials: list[object]) -> None:
    (record,) = annotate([Article("a", text)], load("rules"))
    assert [
        (o.name, [(p.org, p.title, p.change) for p in o.posts]) for o in record.officials if o.posts
    ] == officials
