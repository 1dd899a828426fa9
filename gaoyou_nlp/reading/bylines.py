"""By-lines: who wrote an article, with the roles, taken from the line that says so.

``通讯员 周敏 记者 李晓静``, ``周敏 李晓静``, ``周敏李晓静``, ``（本报记者 王 军）``, ``文/图 王军``
and ``王军 文/图`` are understood. Roles make a by-line of what follows them; names alone do so
only where all of them look like names.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import word_count
from gaoyou_nlp.language.name_runs import plausible, split_names, surname
from gaoyou_nlp.records import Author

LONGEST = 80
"""Characters that a by-line has at most."""

_ROLE = re.compile(
    r"(?:(?:特约|实习|见习|首席|专职|兼职|特派|资深|摄影|全媒体|融媒体|融媒|驻站))*"
    r"(?:记者|通讯员|实习生|评论员|责任编辑|责编|编辑|作者|撰稿人|撰稿|撰文|发布人|供稿人|投稿人)"
    r"|(?:图文|文图|文[/／]图|图[/／]文|文字|摄影|文|图|摄)(?=[/／:：])"
)
_ROLE_BEHIND = re.compile(
    r"(?:(?:文[/／][图摄]|图[/／]文|图文|摄影报道|报道|供稿|整理|撰文|撰稿)|(?:[/／]|^)(?:文|图|摄|摄影))$"
)
_CREDIT = re.compile(r"文字|摄影|图|摄")
_OUTLET = re.compile(r"(?:本[报台网刊社]|[报网台社刊]|中心|客户端|频道|杂志|融媒体?|驻\w{1,6})$")
_PUBLISHER = re.compile(r"(?:[报网台社刊]|在线|频道|中心|杂志|办公室|宣传部)$")
_SPLIT = re.compile(r"[\s、，,;；|｜]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+")
_DOTTED = re.compile(r"[\u3400-\u9fff]{1,6}(?:[·•‧．・∙⋅･﹒][\u3400-\u9fff]{1,6})+")
_FRAMES = (("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"))
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』）)]*")
_DATELINE = re.compile(r"[^。！？：:\n]{0,30}?[讯电][\s　]*[（(]([^（）()\n]{2,60})[）)]")
_OPENING = re.compile(
    r"[【\[]?(?:本[报台网刊]|\w{2,12}[报网社台])[^。，\n]{0,12}?"
    r"(?:讯[\s】\]（(：:\d近日昨今]|(?<=日)[电讯]|专?电[\s】\]（(])"
)
_MARKS = "■□◆◇●○▲△★☆ \t\u3000"


def parse_byline(text: str, *, bare: bool = True) -> tuple[Author, ...]:
    """Read a by-line.

    Parameters:
        text: All of it, blanks as they stand.
        bare: Whether names alone, without any role, count.

    Returns:
        The authors in order; nothing where the text is no by-line.

    Examples:
        >>> parse_byline("通讯员周敏 记者 李晓静")
        (Author(name='周敏', role='通讯员'), Author(name='李晓静', role='记者'))
        >>> [author.name for author in parse_byline("周敏李晓静")]
        ['周敏', '李晓静']
        >>> parse_byline("记者从县水务局了解到")
        ()
    """
    text = _unframed(text.strip(_MARKS))
    if not 2 <= len(text) <= LONGEST:
        return ()
    authors: list[Author] = []
    role: str | None = None
    roles = False
    waiting: list[str] = []
    for token in _SPLIT.split(text):
        for kind, part in _parts(token):
            if kind == "name":
                waiting.append(part)
                continue
            names = _names(waiting, bare=kind == "role" and role is None)
            if names is None:
                return ()
            roles = True
            waits_before = kind == "behind" and bool(names)
            authors += [Author(name, role or (part if waits_before else None)) for name in names]
            role = None if waits_before else part
            waiting = []
    names = _names(waiting, bare=role is None)
    if names is None or not (roles or bare):
        return ()
    authors += [Author(name, role) for name in names]
    return () if _doubtful(authors) else tuple(authors)


def trailing_byline(text: str) -> int | None:
    """Return where a by-line begins that stands behind the last sentence of a paragraph.

    Examples:
        >>> trailing_byline("会议强调了安全。 通讯员周敏 记者 李晓静")
        9
        >>> trailing_byline("会议强调了安全。")
    """
    ends = [end.end() for end in _SENTENCE_END.finditer(text, max(0, len(text) - LONGEST - 20))]
    if not ends or ends[-1] == len(text):
        return None
    tail = text[ends[-1] :]
    start = len(text) - len(tail.lstrip())
    apart = start > ends[-1] or text[start] in "（(【["
    return start if parse_byline(tail, bare=apart) else None


def dateline_authors(paragraph: str) -> tuple[str, tuple[Author, ...]]:
    """Read the by-line inside a dateline, ``本报讯（记者 周敏）……``.

    Parameters:
        paragraph: The first paragraph of an article.

    Returns:
        The by-line and its authors; empty where there is none.

    Examples:
        >>> dateline_authors("本报讯（记者 周敏）昨日，全市大会召开。")[0]
        '记者 周敏'
    """
    found = _DATELINE.match(paragraph)
    authors = () if found is None else parse_byline(found[1], bare=False)
    return (found[1], authors) if found is not None and authors else ("", ())


def has_dateline(paragraph: str) -> bool:
    """Whether a paragraph opens as the first of a news item does.

    Examples:
        >>> has_dateline("本报讯 昨日，全市大会召开。"), has_dateline("通讯产业发展很快。")
        (True, False)
    """
    return _OPENING.match(paragraph) is not None


def _unframed(text: str) -> str:
    for opening, closing in _FRAMES:
        if text.startswith(opening) and text.endswith(closing):
            return text[1:-1].strip(_MARKS)
    return text


def _parts(token: str) -> list[tuple[str, str]]:
    """Take a token apart: a ``name``, a ``role`` of the names after it, or of those ``behind``."""
    if _ROLE_BEHIND.match(token):
        return [("behind", token.strip("/／"))]
    parts: list[tuple[str, str]] = []
    at = 0
    for found in _ROLE.finditer(token):
        before = token[at : found.start()].strip("/／:：")
        if before and not _OUTLET.search(before):
            parts.append(("name", before))
        parts.append(("role", found[0]))
        at = found.end()
    rest = token[at:].strip("/／:：")
    behind = _ROLE_BEHIND.search(rest)
    if behind is not None and behind.start() != 1:
        if behind.start():
            parts.append(("name", rest[: behind.start()]))
        parts.append(("behind", behind[0].strip("/／")))
    elif rest:
        parts.append(("name", rest))
    return parts


def _names(tokens: Sequence[str], *, bare: bool) -> list[str] | None:
    """The names that some tokens hold; None where one of them holds none."""
    names: list[str] = []
    for token in _unstretched(tokens):
        if _DOTTED.fullmatch(token):
            names.append(token)
            continue
        if not _HAN.fullmatch(token):
            return None
        if len(token) > 2 and not bare and _PUBLISHER.search(token):
            continue
        found = split_names(token) or (() if bare else _strange(token))
        if not found or (bare and not all(map(plausible, found))):
            return None
        names += found
    return names


def _unstretched(tokens: Sequence[str]) -> list[str]:
    """Put names together whose characters stand apart: 王 军 is 王军."""
    joined: list[str] = []
    alone = False
    for token in tokens:
        if alone and len(token) == 1:
            joined[-1] += token
            alone = False
        else:
            joined.append(token)
            alone = len(token) == 1 and bool(surname(token + token))
    return joined


def _strange(token: str) -> tuple[str, ...]:
    """A name of a rare surname behind a role, unless a word stands in it."""
    pieces = (token[i : i + n] for n in (2, 3, 4) for i in range(len(token) - n + 1))
    return (token,) if 2 <= len(token) <= 4 and not any(word_count(p) > 0 for p in pieces) else ()


def _doubtful(authors: Sequence[Author]) -> bool:
    """Whether all names are ordinary words, or all that is said is who took a picture."""
    return all(word_count(a.name) > 0 for a in authors) or all(
        a.role is not None and _CREDIT.fullmatch(a.role) for a in authors
    )
