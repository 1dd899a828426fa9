"""What readers of office files share: limits of packages, which paragraph is the title."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.documents.document import Document, Draft, Facts
from gaoyou_nlp.reading.documents.official import is_attachment, is_number_of, signed_date
from gaoyou_nlp.reading.kinds import BODY, HEAD, SUB
from gaoyou_nlp.reading.lines import is_dashed, is_numbered, like_headline
from gaoyou_nlp.records.anchor import Cell, Paragraph

MAX_UNPACKED = 512 * 2**20
"""Bytes that an office file may unpack to."""

MAX_MEMBERS = 10_000
MAX_RATIO = 1000
"""How many times its packed size a large member may have."""

_RATIO_FROM = 2**20
_OPENING = 8
"""Paragraphs among which the title stands."""

_ADDRESSEES = re.compile(r"[:：]$")


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph with its look, or a table.

    Parameters:
        text: The paragraph.
        title: Whether its style says that it is the title or a chapter.
        centred: Whether it is set in the middle.
        size: Of its letters in points; 0 where that is not said.
        rows: Of a table.
    """

    text: str = ""
    title: bool = False
    centred: bool = False
    size: float = 0.0
    rows: tuple[tuple[str, ...], ...] = ()

    def as_line(self) -> str:
        """It as part of a cell."""
        return self.text + "".join(" ".join(row) for row in self.rows)


def check_package(data: bytes) -> None:
    """Refuse a package that is spoiled, locked, or unpacks to too much.

    Raises:
        ReadError: With the reason.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            check_members(package.infolist())
    except ReadError:
        raise
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError(f"is a spoiled file: {error}. Get it again.") from error


def check_members(members: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse members of an archive that are locked, too many, or too large.

    Raises:
        ReadError: With the reason.
    """
    if len(members) > MAX_MEMBERS:
        raise ReadError(f"holds more than {MAX_MEMBERS} files. Unpack it first.")
    if any(member.flag_bits & 1 for member in members):
        raise ReadError("is locked with a password. Save it without one.")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise ReadError(f"unpacks to more than {MAX_UNPACKED} bytes. Part it.")
    for member in members:
        if member.file_size > max(_RATIO_FROM, MAX_RATIO * member.compress_size):
            raise ReadError(
                f"{member.filename!r} in it unpacks to more than {MAX_RATIO} times its size: "
                "an attack, or an accident."
            )


def kinds_of(written: Sequence[Written]) -> list[str]:
    """Tell the title and the subtitle from the rest.

    Parameters:
        written: The document in its order.

    Returns:
        A kind of paragraph each. The title is the first of the opening paragraphs with the style
        of one; else the centred one in the largest letters; else the first line, if it could be a
        headline and something follows. The number of an official document and ``附件1`` stand
        above its title.

    Examples:
        >>> lines = ("县水库开工", "——总投资5亿元", "3日，县水库开工。")
        >>> kinds_of([Written(line) for line in lines])
        ['head', 'sub', 'body']
    """
    kinds = [BODY] * len(written)
    title = _title(written)
    if title is None:
        return kinds
    kinds[title] = HEAD
    last = title
    while last + 1 < len(written) and _same_look(written[last], written[last + 1]):
        last += 1
        kinds[last] = HEAD
    if last + 1 < len(written) and is_dashed(written[last + 1].text):
        kinds[last + 1] = SUB
    return kinds


def _same_look(above: Written, below: Written) -> bool:
    """Whether a title goes on: the next paragraph is centred too, in letters of the same size."""
    alike = above.centred and below.centred and 0 < above.size == below.size
    return alike and not below.rows and like_headline(below.text) and not is_dashed(below.text)


def _title(written: Sequence[Written]) -> int | None:
    opening: list[int] = []
    above: list[int] = []
    numbers = [at for at in range(len(written[:_OPENING])) if is_number_of(written[at].text)]
    for at, item in enumerate(written[:_OPENING]):
        if numbers and at < numbers[0] and item.rows:
            continue  # the head of a paper, set in a table
        if is_number_of(item.text) or is_attachment(item.text):
            above, opening = opening or above, []  # 县水利局文件, or the title itself
        elif item.rows or not like_headline(item.text) or _ADDRESSEES.search(item.text):
            break
        else:
            opening.append(at)
    opening = opening or above
    if not opening or len(written) < 2:
        return None
    styled = [at for at in opening if written[at].title and not is_numbered(written[at].text)]
    if styled:
        return styled[0]
    centred = [at for at in opening if written[at].centred and len(written[at].text) > 3]
    if centred:
        return max(centred, key=lambda at: (written[at].size, len(written[at].text)))
    first = written[opening[0]]
    return None if is_numbered(first.text) or len(first.text) < 4 else opening[0]


def written_document(written: list[Written], title: str = "") -> Document:
    """Write paragraphs and tables that an office program wrote."""
    draft = Draft()
    number = tables = 0
    for item, kind in zip(written, kinds_of(written), strict=True):
        if item.rows:
            tables += 1
            draft.table(
                [(cell, Cell(row, at, table=tables)) for at, cell in enumerate(cells, 1)]
                for row, cells in enumerate(item.rows, 1)
            )
        else:
            number += 1
            draft.paragraph(item.text, Paragraph(number), kind=kind)
    return draft.document(Facts(title=title, date=signed_date([item.text for item in written])))
