"""Offsets in the units that browsers count in, for texts with characters beyond U+FFFF."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate


class Utf16:
    """Turns offsets of a text from code points to UTF-16 units and back.

    Python and our records count code points; JavaScript counts ``𠮷`` twice.

    Parameters:
        text: The text.

    Examples:
        >>> Utf16("𠮷祥路").from_code_points(1), Utf16("𠮷祥路").to_code_points(2)
        (2, 1)
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if any(char > "\uffff" for char in text):
            self._starts = [0, *accumulate(1 + (char > "\uffff") for char in text)]

    def from_code_points(self, offset: int) -> int:
        """Return an offset in UTF-16 units."""
        return offset if self._starts is None else self._starts[offset]

    def to_code_points(self, offset: int) -> int:
        """Return an offset in code points.

        Raises:
            ValueError: It lies inside a character or behind the text.
        """
        if self._starts is None:
            return offset
        at = bisect_left(self._starts, offset)
        if at == len(self._starts) or self._starts[at] != offset:
            raise ValueError(f"the offset {offset} is inside a character or behind the text")
        return at
