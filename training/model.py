"""The encoder and its heads in PyTorch, with the same names and sums as the exported graph (see ``export.py``).

Shapes: B windows, P pieces, W words, C cues, D = 384 (encoder width), K = 128 (link width).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as f

from onrecord.reader.words import QUOTED, SHAPES, STARTS
from training.data import LINK_TAGS, MOST_RELATIONS, MOST_TAGS

WIDTH, LAYERS, ATTENTION_HEADS, POSITIONS, EPSILON = 384, 6, 12, 512, 1e-12
LINK_WIDTH = 128
DISTANCES = 17  # see distance_class
SENTENCES = 7
PARAGRAPHS = 5


class Layer(nn.Module):
    """One post-norm transformer layer, as in BERT."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, EPSILON)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.rate = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [B, P, D]; mask: [B, 1, 1, P], True where a piece stands."""
        b, p, _ = x.shape
        q, k, v = self.qkv(x).view(b, p, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        a = f.scaled_dot_product_attention(q, k, v, mask, self.rate if self.training else 0.0)
        x = self.norm1(x + self.dropout(self.out(a.transpose(1, 2).reshape(b, p, WIDTH))))
        y: Tensor = self.norm2(x + self.dropout(self.down(f.gelu(self.up(x)))))
        return y


class Encoder(nn.Module):
    """MiniLM with three small embeddings more: each word's shape, quotation class and start class."""

    def __init__(self, pieces: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.quoted = nn.Embedding(QUOTED, WIDTH)
        self.starts = nn.Embedding(STARTS, WIDTH)
        for small in (self.shapes, self.quoted, self.starts):
            nn.init.normal_(small.weight, std=0.01)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, quoted: Tensor, starts: Tensor, mask: Tensor) -> Tensor:
        """All inputs [B, P]; gives [B, P, D]."""
        x = self.words(pieces) + self.positions.weight[: pieces.shape[1]]
        x = x + self.shapes(shapes) + self.quoted(quoted) + self.starts(starts)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


class CueHead(nn.Module):
    """Words -> cue tags (nothing, begin, inside)."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(WIDTH, LINK_WIDTH)
        self.around = nn.Conv1d(LINK_WIDTH, LINK_WIDTH, 3, padding=1)
        self.out = nn.Linear(LINK_WIDTH, 3)
        self.dropout = nn.Dropout(0.1)

    def forward(self, h: Tensor, mask: Tensor) -> Tensor:
        """h: [B, W, D]; gives logits [B, W, 3]."""
        x = f.gelu(self.inner(h)) * mask[..., None]
        x = x + f.gelu(self.around(x.transpose(1, 2)).transpose(1, 2))
        logits: Tensor = self.out(self.dropout(x))
        return logits


class LinkHead(nn.Module):
    """Cue x word -> BIOES tags of source and content.

    Each word is seen as its own vector, the cue's, their product, and how far off it stands; three dilated
    convolutions then let the words of one cue agree with their neighbours.
    """

    def __init__(self) -> None:
        super().__init__()
        k = LINK_WIDTH
        self.word = nn.Linear(WIDTH, 2 * k)
        self.cue = nn.Linear(2 * WIDTH, 2 * k)
        self.quoted = nn.Embedding(QUOTED, k)
        self.starts = nn.Embedding(STARTS, k)
        self.distance = nn.Embedding(DISTANCES, k)
        self.sentence = nn.Embedding(SENTENCES, k)
        self.paragraph = nn.Embedding(PARAGRAPHS, k)
        self.norm = nn.LayerNorm(k)
        self.around = nn.ModuleList(nn.Conv1d(k, k, 3, padding=d, dilation=d) for d in (1, 2, 4))
        self.out = nn.Linear(k, LINK_TAGS)
        self.dropout = nn.Dropout(0.1)

    def words(self, h: Tensor, quoted: Tensor, starts: Tensor) -> tuple[Tensor, Tensor]:
        """What a word brings whatever the cue: two [B, W, K]."""
        a, b = self.word(h).chunk(2, -1)
        return a + self.quoted(quoted) + self.starts(starts), b

    def forward(self, a: Tensor, b: Tensor, cue: Tensor, near: Tensor, mask: Tensor) -> Tensor:
        """a, b: [C, W, K]; cue: [C, 2 D]; near: [C, W, 3] classes of distance; gives logits [C, W, 9]."""
        c, d = self.cue(cue).chunk(2, -1)
        x = a + c[:, None] + b * d[:, None]
        x = x + self.distance(near[..., 0]) + self.sentence(near[..., 1]) + self.paragraph(near[..., 2])
        x = f.gelu(self.norm(x)) * mask[..., None]
        x = self.dropout(x).transpose(1, 2)
        for conv in self.around:
            x = x + f.gelu(conv(x)) * mask[:, None]
        logits: Tensor = self.out(x.transpose(1, 2))
        return logits


class Crf(nn.Module):
    """Linear-chain conditional random field over BIOES tags (Lafferty et al. 2001); impossible moves are closed."""

    def __init__(self) -> None:
        super().__init__()
        self.moves = nn.Parameter(torch.zeros(LINK_TAGS, LINK_TAGS))
        self.register_buffer("closed", closed_moves(), persistent=False)
        self.register_buffer("first", first_tags(), persistent=False)
        self.register_buffer("last", last_tags(), persistent=False)

    def table(self) -> Tensor:
        """Scores of moving from tag (row) to tag (column)."""
        return self.moves + self.get_buffer("closed")

    def loss(self, logits: Tensor, gold: Tensor, mask: Tensor) -> Tensor:
        """Negative log likelihood, summed. logits [C, W, 9], gold [C, W], mask [C, W] (right padded)."""
        moves = self.table()
        logits = logits.float()
        said = torch.gather(logits, 2, gold[..., None])[..., 0]
        path = (said * mask).sum() + (moves[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum()
        alpha = logits[:, 0] + self.get_buffer("first")
        for t in range(1, logits.shape[1]):
            after = torch.logsumexp(alpha[:, :, None] + moves[None], 1) + logits[:, t]
            alpha = torch.where(mask[:, t, None], after, alpha)
        total = torch.logsumexp(alpha + self.get_buffer("last"), 1).sum()
        return total - path


class SyntaxHead(nn.Module):
    """Words -> tag, relation, and head word (biaffine, Dozat and Manning 2017). For training alone.

    It teaches the encoder where clauses begin and end; it is not shipped.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, MOST_TAGS)
        self.relations = nn.Linear(WIDTH, MOST_RELATIONS)
        self.dependent = nn.Linear(WIDTH, 96)
        self.head = nn.Linear(WIDTH, 96)
        self.root = nn.Parameter(torch.zeros(1, 1, 96))
        self.product = nn.Linear(96, 96)

    def forward(self, h: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """h: [B, W, D], mask: [B, W]; gives logits [B, W, tags], [B, W, relations], [B, W, W + 1] (last: the root)."""
        dependent = f.gelu(self.dependent(h))
        head = torch.cat([f.gelu(self.head(h)), self.root.expand(len(h), -1, -1).to(h.dtype)], 1)
        arcs = self.product(dependent) @ head.transpose(1, 2) / 96**0.5
        arcs = arcs.float().masked_fill(~f.pad(mask, (0, 1), value=True)[:, None], NEVER)
        return self.tags(h), self.relations(h), arcs


NEVER = -1e4


def closed_moves() -> Tensor:
    """[9, 9]: 0 where a move is possible, NEVER where BIOES forbids it."""
    out = torch.full((LINK_TAGS, LINK_TAGS), NEVER)
    begins, ends = (0, 1, 4, 5, 8), (0, 3, 4, 7, 8)
    for i in ends:
        for j in begins:
            out[i, j] = 0
    for begin, inside, end in ((1, 2, 3), (5, 6, 7)):
        for i in (begin, inside):
            out[i, inside] = out[i, end] = 0
    return out


def first_tags() -> Tensor:
    """[9]: 0 for tags a window may begin with."""
    out = torch.zeros(LINK_TAGS)
    out[[2, 3, 6, 7]] = NEVER
    return out


def last_tags() -> Tensor:
    """[9]: 0 for tags a window may end with."""
    out = torch.zeros(LINK_TAGS)
    out[[1, 2, 5, 6]] = NEVER
    return out


class Reader(nn.Module):
    """The encoder and every head."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.encoder = Encoder(pieces)
        self.cues = CueHead()
        self.links = LinkHead()
        self.crf = Crf()
        self.syntax = SyntaxHead()


def from_minilm(state: dict[str, Tensor], keep: list[int]) -> dict[str, Tensor]:
    """all-MiniLM-L6-v2's tensors under our names; ``keep`` are the numbers of the pieces that stay."""
    out = {
        "words.weight": state["embeddings.word_embeddings.weight"][keep],
        # every input is of type 0: its vector joins the positions
        "positions.weight": state["embeddings.position_embeddings.weight"]
        + state["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": state["embeddings.LayerNorm.weight"],
        "norm.bias": state["embeddings.LayerNorm.bias"],
    }
    for i in range(LAYERS):
        theirs, ours = f"encoder.layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            qkv = [state[f"{theirs}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            out[f"{ours}qkv.{kind}"] = torch.cat(qkv)
            for mine, name in (
                ("out", "attention.output.dense"),
                ("norm1", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("norm2", "output.LayerNorm"),
            ):
                out[f"{ours}{mine}.{kind}"] = state[f"{theirs}{name}.{kind}"]
    return out
