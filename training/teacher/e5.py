"""multilingual-e5-small as a torch module."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.teacher.weights import Weights


class Layer(nn.Module):
    """A layer of BERT: attention and two dense layers, each added to its input and normed."""

    def __init__(self, width: int, heads: int, inner: int, eps: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(width, width) for _ in range(4))
        self.ln1, self.ln2 = nn.LayerNorm(width, eps), nn.LayerNorm(width, eps)
        self.fi, self.fo = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, rows: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """From rows (batch, pieces, width) to rows."""
        batch, pieces, width = rows.shape

        def split(values: Tensor) -> Tensor:
            return values.view(batch, pieces, self.heads, width // self.heads).transpose(1, 2)

        q, k, v = split(self.q(rows)), split(self.k(rows)), split(self.v(rows))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        seen = self.o(seen.transpose(1, 2).reshape(batch, pieces, width))
        rows = self.ln1(rows + functional.dropout(seen, dropout, self.training))
        inner = self.fo(functional.gelu(self.fi(rows)))
        return self.ln2(rows + functional.dropout(inner, dropout, self.training))


class E5(nn.Module):
    """The network; the embeddings of the pieces stay as they are.

    Parameters:
        weights: Of the file.
        frozen: How many of the lower layers stay as they are, too.
        dropout: In training.
    """

    def __init__(self, weights: Weights, frozen: int = 4, dropout: float = 0.1) -> None:
        super().__init__()
        width = weights.width
        self.dropout = dropout
        self.word = self._tensor(weights, "emb.word", (-1, width))
        self.pos = nn.Parameter(self._tensor(weights, "emb.pos", (-1, width)))
        self.typ = nn.Parameter(self._tensor(weights, "emb.type", (-1, width))[0].clone())
        self.ln = nn.LayerNorm(width, weights.eps)
        self.layers = nn.ModuleList(
            Layer(width, weights.heads, weights.inner, weights.eps) for _ in range(weights.layers)
        )
        named = [(self.ln, "emb.ln")]
        for number, layer in enumerate(self.layers):
            parts = {"q": "q", "k": "k", "v": "v", "o": "ao", "fi": "fi", "fo": "fo"}
            parts |= {"ln1": "aln", "ln2": "oln"}
            named += [(getattr(layer, a), f"l{number}.{b}") for a, b in parts.items()]
        with torch.no_grad():
            for part, name in named:
                part.weight.copy_(self._tensor(weights, f"{name}.w", part.weight.shape))
                part.bias.copy_(self._tensor(weights, f"{name}.b", part.bias.shape))
        if frozen:
            for still in (self.pos, self.typ, *self.ln.parameters()):
                still.requires_grad = False
            for layer in list(self.layers)[:frozen]:
                for still in layer.parameters():
                    still.requires_grad = False

    @staticmethod
    def _tensor(weights: Weights, name: str, shape: Any) -> Tensor:
        return torch.from_numpy(weights.tensors[name]).reshape(tuple(shape))

    def forward(self, pieces: Tensor, valid: Tensor) -> list[Tensor]:
        """From pieces (batch, length) to the rows of each layer."""
        rows = self.ln(self.word[pieces] + self.pos[: pieces.shape[1]] + self.typ)
        rows = functional.dropout(rows, self.dropout, self.training)
        mask = torch.where(valid, 0.0, -1e4)[:, None, None, :]
        outputs = []
        for layer in self.layers:
            rows = layer(rows, mask, self.dropout)
            outputs.append(rows)
        return outputs
