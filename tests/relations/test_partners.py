"""Whom somebody meets or calls has no part in the post before the first name."""

from __future__ import annotations

import pytest
from test_cues import unmarked, written

from gaoyou_nlp.relations.officials import relate_officials

CASES = """
[甲国|GPE][总统|TITLE][甘立群|OFFICIAL]与[钱永年|PERSON]通电话。 | 甘立群: 甲国/总统
[甲国|GPE][总统|TITLE][甘立群|OFFICIAL]与[钱永年|PERSON]当天上午通电话。 | 甘立群: 甲国/总统
[甲国|GPE][总统|TITLE][甘立群|OFFICIAL]和[钱永年|PERSON]5日举行会谈。 | 甘立群: 甲国/总统
[甲国|GPE][总理|TITLE][甘立群|OFFICIAL]同[钱永年|PERSON]会晤。 | 甘立群: 甲国/总理
[罗河市|GPE][市长|TITLE][甘立群|OFFICIAL]与[钱永年|PERSON]会面。 | 甘立群: 罗河市/市长
[副市长|TITLE][甘立群|OFFICIAL]与[钱永年|OFFICIAL]到场。 | 甘立群: /副市长 / 钱永年: /副市长
[副市长|TITLE][甘立群|OFFICIAL]、[钱永年|OFFICIAL]会见来宾。 | 甘立群: /副市长 / 钱永年: /副市长
[副市长|TITLE][甘立群|OFFICIAL]和[钱永年|OFFICIAL]参加会谈。 | 甘立群: /副市长 / 钱永年: /副市长
[副市长|TITLE][甘立群|OFFICIAL]和[钱永年|OFFICIAL]出席见面会。 | 甘立群: /副市长 / 钱永年: /副市长
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_posts_of_two_who_deal_with_each_other(case: str) -> None:
    marked, posts = case.split(" | ")
    text, spans, _ = unmarked(marked)
    assert written(relate_officials(text, spans)[1]) == posts
