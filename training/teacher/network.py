"""The teacher's network: e5 under LAC, rules and names, an LSTM, and a chain of tags."""

from __future__ import annotations

from typing import cast

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.teacher.believe import TAGS
from training.teacher.e5 import E5
from training.teacher.inputs import ROWS

_FORBIDDEN = -1e4
_RULES_HIDDEN = 0.4  # share of texts whose rules are hidden in training


class Teacher(nn.Module):
    """A tagger of characters.

    Parameters:
        e5: The encoder.
        rules: Whether the candidates of the rules are seen.
        width: Of the LSTM in each direction.
        dropout: In training.
    """

    def __init__(self, e5: E5, *, rules: bool, width: int = 160, dropout: float = 0.3) -> None:
        super().__init__()
        tags = len(TAGS)
        self.enc = e5
        self.rules = rules
        self.mix = nn.Parameter(torch.zeros(len(e5.layers)))
        with torch.no_grad():
            self.mix[[-1, -5]] = 1.0
        self.char = nn.Embedding(ROWS, 48)
        nn.init.normal_(self.char.weight, std=0.1)
        self.drop = nn.Dropout(dropout)
        size = e5.word.shape[1] + 256 + 2 + 4 + 48 + (tags - 1 if rules else 0)
        self.inp = nn.Linear(size, 256)
        self.rnn = nn.LSTM(256, width, batch_first=True, bidirectional=True)
        self.out = nn.Linear(2 * width, tags)
        self.trans = nn.Parameter(torch.zeros(tags, tags))
        self.first = nn.Parameter(torch.zeros(tags))
        self.last = nn.Parameter(torch.zeros(tags))
        for name, legal in (("t", TAGS.follows), ("f", TAGS.starts), ("l", TAGS.ends)):
            bound = np.where(legal, 0.0, _FORBIDDEN).astype(np.float32)
            self.register_buffer(f"{name}mask", torch.from_numpy(bound))

    def emissions(self, batch: dict[str, Tensor]) -> Tensor:
        """Score the tags.

        Parameters:
            batch: Of ``training.teacher.inputs.collate``.

        Returns:
            One column a tag for each character (pieces, characters, tags).
        """
        parts = [batch["lac"], batch["edges"], batch["names"], self.char(batch["characters"])]
        if self.rules:
            seen = batch["rules"]
            if self.training:
                seen = seen * (torch.rand(len(seen), 1, 1) > _RULES_HIDDEN)
            parts.append(seen)
        layers = self.enc(batch["pieces"], batch["valid"])
        shares = torch.softmax(self.mix, 0)
        mixed = torch.stack([share * layer for share, layer in zip(shares, layers, strict=True)])
        rows = mixed.sum(0)
        cover = batch["cover"][:, :, None].expand(-1, -1, rows.shape[2])
        parts.append(torch.gather(rows, 1, cover))
        inner = self.drop(functional.relu(self.inp(self.drop(torch.cat(parts, 2)))))
        packed = nn.utils.rnn.pack_padded_sequence(
            inner, batch["sizes"], batch_first=True, enforce_sorted=False
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.rnn(packed)[0], batch_first=True)
        return cast(Tensor, self.out(self.drop(states)))

    def loss(self, batch: dict[str, Tensor]) -> Tensor:
        """Measure how far the network is from the gold.

        Parameters:
            batch: Of ``training.teacher.inputs.collate``, with gold.

        Returns:
            The negative log-likelihood of what the gold allows, a mean over the characters.
        """
        emissions = self.emissions(batch)
        bound = emissions.masked_fill(~batch["allowed"], _FORBIDDEN)
        free, gold = self._ahead(emissions, batch["sizes"]), self._ahead(bound, batch["sizes"])
        return (self._total(free[-1]) - self._total(gold[-1])).sum() / batch["sizes"].sum()

    def marginals(self, batch: dict[str, Tensor]) -> Tensor:
        """Read off probabilities, forwards and backwards over the chain.

        Parameters:
            batch: Of ``training.teacher.inputs.collate``.

        Returns:
            The probability of each tag at each character (pieces, characters, tags).
        """
        emissions, sizes = self.emissions(batch), batch["sizes"]
        ahead = torch.stack(self._ahead(emissions, sizes), 1)
        moves = self.trans + self.tmask
        final = (self.last + self.lmask).expand(len(sizes), -1)
        behind = [final]
        for step in range(emissions.shape[1] - 1, 0, -1):
            onward = moves[None] + (emissions[:, step] + behind[-1])[:, None, :]
            going = (step < sizes)[:, None]
            behind.append(torch.where(going, torch.logsumexp(onward, 2), final))
        return torch.softmax(ahead + torch.stack(behind[::-1], 1), 2)

    def _ahead(self, emissions: Tensor, sizes: Tensor) -> list[Tensor]:
        moves = self.trans + self.tmask
        states = [emissions[:, 0] + self.first + self.fmask]
        for step in range(1, emissions.shape[1]):
            onward = torch.logsumexp(states[-1][:, :, None] + moves, 1) + emissions[:, step]
            states.append(torch.where((step < sizes)[:, None], onward, states[-1]))
        return states

    def _total(self, state: Tensor) -> Tensor:
        return torch.logsumexp(state + self.last + self.lmask, 1)
