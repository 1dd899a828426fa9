"""The words that lead up to what a clause says: who acts, adverbs, 其中, 实现."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/clause_words.tsv"
AREA: Final = re.compile(
    r"(?:[我全该](?:国|省|市|县|区|镇|州|社会|院|校|公司)|各地|园区|景区|校区|[县市区镇乡村省][里内])$"
)
"""An area as a whole at the end of a stretch: 全市, 县里."""
SOMEBODY = re.compile("(?:{somebody})", words=_TABLE)
"""A body that acts: 该集团, 市水利局."""
ADVERBS = re.compile("(?:{manner})+$", words=_TABLE)
"""Adverbs at the end of a stretch: 全面, 稳步."""
LEADS = re.compile(r"(?:{lead}|[，、 \u3000])+", words=_TABLE)
"""What opens a clause and is no part of its noun: 其中, 实现."""
