"""What company names are made of: areas, brands, trades, legal forms; and their short forms."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import FREE, FULL, places
from gaoyou_nlp.language.dictionary import segment, word_count
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.rules.segmentation import Segmentation

_BRACKETED = re.compile("[（(][\u4e00-\u9fff]{2,6}[)）]")
_RARE = 60  # a word that stands less often in running text may be a brand
_ESTABLISHED = 400  # the same, for the brand of a company that the text names in full
_USUAL = 1200  # the same, for what stands before 公司


@cache
def endings() -> dict[str, tuple[str, str]]:
    """The endings of company names: (kind, characters that must not follow)."""
    return {row[0]: (row[1], row[2]) for row in table("organisations/company_endings.tsv")}


@cache
def endings_of(kind: str) -> tuple[str, ...]:
    """The endings of one kind (legal, bank, other), longest first."""
    return tuple(sorted((e for e, row in endings().items() if row[0] == kind), key=len)[::-1])


@cache
def trades() -> dict[str, str]:
    """The words of trades with what each is worth; verbs that are no trade are left out."""
    return {row[0]: row[1] for row in table("organisations/trades.tsv") if row[1] != "verb"}


@cache
def trade_run() -> WordPattern:
    """A run of words of trades."""
    return word_pattern(trades(), repeated=True)


@cache
def trade_verbs() -> frozenset[str]:
    """Segmentation of trades that are verbs as well: not the end of a short name."""
    return frozenset(row[0] for row in table("organisations/trades.tsv") if row[1].endswith("verb"))


@cache
def forms() -> re.Pattern[str]:
    """What may follow a brand: (河北), trades, a legal form; verbs only where that form follows."""
    legal = alternation(endings_of("legal"))
    plain = alternation(set(trades()) - trade_verbs() - {"工程", "咨询"})
    return re.compile(
        f"(?:{_BRACKETED.pattern})?(?:(?:{alternation(trades())}){{0,4}}(?:{legal})|(?:{plain}){{0,3}})"
    )


@cache
def _generic() -> re.Pattern[str]:
    number = "[0-9一二两三四五六七八九十百]+[家个]"
    return re.compile(f"(?:{alternation(words('organisations/company_generic.txt'))}|{number})+")


@lru_cache(maxsize=1 << 12)
def is_generic(kind: str) -> bool:
    """Whether words only say what kind of company it is: 上市, 投资."""
    return _generic().fullmatch(kind) is not None


def is_rare(word: str, limit: int = _RARE) -> bool:
    """Whether the dictionary has a word, but hardly ever in running text: a brand it knows."""
    return 0 < word_count(word) < limit and word not in words("rules/edge_words.txt")


def is_unknown(words_of_text: Segmentation, start: int, end: int) -> bool:
    """Whether a stretch is made of characters that the dictionary does not join."""
    text = words_of_text.text
    edges = words_of_text.edge_set
    return end in edges and all(
        at in edges and (text[at].isalpha() or "\u4e00" <= text[at] <= "\u9fff")
        for at in range(start, end)
    )


def is_named(words_of_text: Segmentation, start: int, stop: int, *, common: bool) -> bool:
    """Whether something in what stands before 公司 is a name: no word that only says a trade.

    Parameters:
        words_of_text: The words of a text.
        start, stop: Where that begins and ends.
        common: Whether a common word that says no trade may be a name as well (长城).

    Returns:
        Whether an area, a known company, or a word that may be a name stands there.

    Examples:
        >>> [
        ...     is_named(Segmentation(text), 0, 4, common=False)
        ...     for text in ("恒岳节能公司", "光伏节能公司", "长城集团")
        ... ]
        [True, False, False]
        >>> is_named(Segmentation("长城集团"), 0, 2, common=True)
        True
    """
    text = words_of_text.text
    if text[start] == "第":
        return True
    at, alone = start, 0
    while at < stop:
        end = min(words_of_text.end_after(at), stop)
        word = text[at:end]
        alone = 0 if end - at > 1 or is_generic(word) else alone + 1
        if alone > 1 or word.isascii() or (end - at > 1 and _may_name(word, common=common)):
            return True
        at = end
    return False


def _may_name(word: str, *, common: bool) -> bool:
    """Whether a word of the dictionary may be the brand or the area in a company's name."""
    if is_generic(word) or trade_run().fullmatch(word) or word in words("rules/edge_words.txt"):
        return False
    known = word in places().use or word in words("organisations/national_bodies.txt")
    return common or known or word_count(word) < _USUAL


def after_area(text: str, start: int) -> int:
    """Return the end of the area that stands at an offset, or the offset."""
    known = places()
    end = known.longest(text, start)
    return end if known.use.get(text[start:end]) in (FULL, FREE) else start


def short_names(name: str) -> set[str]:
    """Return the forms under which a text may come back to a company.

    Parameters:
        name: Its name, as full as the text gives it.

    Returns:
        Brand with trade, and brand alone; nothing for banks and for names without a brand.

    Examples:
        >>> sorted(short_names("湖南恒岳纸业有限公司"))
        ['恒岳', '恒岳纸业']
    """
    core = _core(_BRACKETED.sub("", name))
    if core is None:
        return set()
    names = set()
    said = (
        is_generic(core)
        or trade_run().fullmatch(core)
        or trade_run().fullmatch(core, 1)
        or core[-1:] in tuple("镇乡村县市区")
    )
    if 2 <= len(core) <= 8 and not said and (len(core) > 3 or word_count(core) == 0):
        names.add(core)
    brand = _brand(core)
    if 2 <= len(brand) <= 4 and _is_brand(brand) and not trade_run().fullmatch(brand, 1):
        names.add(brand)
    return names


def _core(name: str) -> str | None:
    """A name without area and legal form; None for a bank."""
    start = after_area(name, 0)
    if start and name[start : start + 1] in ("省", "市", "县", "区"):
        start += 1
    second = after_area(name, start)
    name = name[second:] if second < len(name) - 3 else name[start:]
    for ending in (*endings_of("legal"), *endings_of("other")):
        if name.endswith(ending):
            return name[: -len(ending)]
    return None if name.endswith(endings_of("bank")) else name


def _brand(core: str) -> str:
    """What stands before the trade, or before the first word that the dictionary knows."""
    brand = core
    starts = [at for at in range(2, len(core)) if trade_run().fullmatch(core, at)]
    if starts:
        brand = core[: starts[0]]
    elif len(core) > 4:
        found = trade_run().search(core, 2)
        brand = core[: found.start()] if found else ""
    for edge, after in pairwise(segment(core)):
        if after - edge > 1:
            if 2 <= edge <= 4 and (not brand or edge < len(brand)):
                brand = core[:edge]
            break
    return brand


def _is_brand(brand: str) -> bool:
    return (
        not is_generic(brand)
        and trade_run().fullmatch(brand) is None
        and brand not in places().use
        and brand not in words("rules/edge_words.txt")
        and (word_count(brand) == 0 or is_rare(brand, _ESTABLISHED))
    )
