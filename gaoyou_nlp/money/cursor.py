"""A place in the tokens of a run, with a look at what stands before and behind it."""

from __future__ import annotations

from dataclasses import dataclass

from gaoyou_nlp.money.tokens import Kind, Token


@dataclass(slots=True)
class Cursor:
    """The token that is read now.

    Parameters:
        text: The text that the tokens are of.
        tokens: The tokens of a run.
        first: Index of the first token of the numeral.
        at: Index of the token that is read now.
    """

    text: str
    tokens: list[Token]
    first: int
    at: int

    @property
    def token(self) -> Token:
        """The token that is read now."""
        return self.tokens[self.at]

    @property
    def before(self) -> Kind | None:
        """The kind of the token before, within the numeral."""
        return self.tokens[self.at - 1].kind if self.at > self.first else None

    def ahead(self, count: int) -> Token | None:
        """Return the token so many places further on."""
        index = self.at + count
        return self.tokens[index] if index < len(self.tokens) else None

    def kind(self, count: int) -> Kind | None:
        """Return the kind of the token so many places further on."""
        token = self.ahead(count)
        return None if token is None else token.kind
