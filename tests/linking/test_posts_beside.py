"""Posts of people who have none in the record."""

import pytest

from gaoyou_nlp.linking.posts_beside import posts_beside
from gaoyou_nlp.records import Article, Record, Span

CASES = {
    "head of a company": (
        "[晨星机床有限公司|ORG][董事长|TITLE][叶大川|PERSON]说",
        {"叶大川": ["晨星机床有限公司/董事长"]},
    ),
    "one of a company": (
        "[晨星机床有限公司|ORG]开工。[晨星机床|ORG]的[叶大川|PERSON]敬茶",
        {"叶大川": ["晨星机床/"]},
    ),
    "a teacher": (
        "[云河县第一中学|ORG]的教师[叶大川|PERSON]退休了",
        {"叶大川": ["云河县第一中学/教师"]},
    ),
    "this head": (
        "[叶大川|PERSON]讲了一课。这位[县水利局|ORG][局长|TITLE]没有念稿子",
        {"叶大川": ["县水利局/局长"]},
    ),
    "as a head": (
        "[叶大川|PERSON]第一次以[县水利局|ORG][局长|TITLE]的身份来到这里",
        {"叶大川": ["县水利局/局长"]},
    ),
    "one of a bureau": ("[县水利局|ORG]的[叶大川|PERSON]到场", {}),
    "this head of another paragraph": (
        "[叶大川|PERSON]讲了一课。\n这位[县水利局|ORG][局长|TITLE]没有念稿子",
        {},
    ),
    "this head, long after the name": (
        "[叶大川|PERSON]讲课。雨停了。天晴了。这位[县水利局|ORG][局长|TITLE]来了",
        {},
    ),
    "as a head, of another sentence": (
        "[叶大川|PERSON]走了。以[县水利局|ORG][局长|TITLE]的身份讲话",
        {},
    ),
}


def read(markup: str) -> Record:
    text, spans = "", []
    for part in markup.replace("]", "[").split("["):
        words, _, label = part.partition("|")
        if label:
            spans.append(Span(len(text), len(text) + len(words), label, words))
        text += words
    return Record(Article("1", text), tuple(spans))


@pytest.mark.parametrize("case", CASES)
def test_posts_beside(case: str) -> None:
    markup, wanted = CASES[case]
    found = posts_beside(read(markup))
    assert {
        name: [f"{post.org or ''}/{post.title}" for post in posts] for name, posts in found.items()
    } == wanted
