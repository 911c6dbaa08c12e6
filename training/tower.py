"""What the heads read of a frozen encoder: its vectors of three layers, through a small tower of convolutions.

Heads that came after the encoder was trained (``who``, ``events``) learn on its vectors and leave it as it is, so what
the others read stays what it was, to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from onrecord.reader.encoder import Encoder
from onrecord.reader.windows import windows
from onrecord.reader.words import Words
from training.export import BELOW, DILATIONS
from training.model import WIDTH

Array = npt.NDArray[Any]


class Tower(nn.Module):
    """The encoder's vectors -> what a head reads of each word; the same sums as ``export.tower_graph``."""

    def __init__(self, outputs: int, width: int, dropout: float) -> None:
        super().__init__()
        self.inner = nn.Linear((len(BELOW) + 1) * WIDTH, width)
        self.around = nn.ModuleList(nn.Conv1d(width, width, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norm = nn.LayerNorm(width, 1e-12)
        self.out = nn.Linear(width, outputs)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [B, W, 3 D], mask: [B, W]; gives [B, W, outputs]."""
        x = f.gelu(self.inner(self.dropout(x))) * mask[..., None]
        x = x.transpose(1, 2)
        for conv in self.around:
            x = x + f.gelu(conv(x)) * mask[:, None]
        out: Tensor = self.out(self.dropout(self.norm(x.transpose(1, 2))))
        return out


@dataclass(slots=True)
class Vectors:
    """The encoder's vectors of each word of a text [W, 3 D], and the run of words of each window."""

    vectors: npt.NDArray[np.float16]
    bounds: list[tuple[int, int]]

    def batch(self) -> tuple[Tensor, Tensor, Array]:
        """Windows as a batch [B, W, 3 D] with its mask [B, W], and the place [N, 2] of each word in it."""
        most = max(b - a for a, b in self.bounds)
        x = torch.zeros((len(self.bounds), most, self.vectors.shape[1]))
        mask = torch.zeros((len(self.bounds), most), dtype=torch.bool)
        place = np.zeros((len(self.vectors), 2), np.int64)
        for i, (a, b) in enumerate(self.bounds):
            x[i, : b - a] = torch.from_numpy(self.vectors[a:b].astype(np.float32))
            mask[i, : b - a] = True
            place[a:b, 0], place[a:b, 1] = i, np.arange(b - a)
        return x, mask, place


def read_text(encoder: Encoder, words: Words) -> Vectors:
    """The encoder's vectors of a text."""
    text = encoder.featured(words)
    vectors = np.zeros((len(words), (len(BELOW) + 1) * WIDTH), np.float16)
    bounds = []
    for w in windows(text.sizes, words.starts):
        read = encoder.encode(text, w.start, w.end)
        assert read.below is not None
        here = np.concatenate([read.below, read.words], 1)
        vectors[w.first : w.last] = here[w.first - w.start : w.last - w.start]
        bounds.append((w.first, w.last))
    return Vectors(vectors, bounds)
