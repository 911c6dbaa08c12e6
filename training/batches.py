"""Windows of stories, padded into tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.reader.near import near
from training.data import IGNORED, ROOT, Example, tags, windows


@dataclass(slots=True)
class Batch:
    """B windows of P pieces and W words with C cues in all (see ``model.py`` for the letters)."""

    pieces: Tensor  # [B, P]
    piece_features: Tensor  # [3, B, P] shape, quoted, start of each piece's word
    piece_mask: Tensor  # [B, P]
    heads: Tensor  # [B, W] first piece of each word
    word_features: Tensor  # [3, B, W]
    word_mask: Tensor  # [B, W]
    cue_chances: Tensor  # [B, W, 3] nothing, begin, inside; all 0 where padded
    cue_window: Tensor  # [C] the window of each cue
    cue_words: Tensor  # [C, 2] its first and last word
    near: Tensor  # [C, W, 3]
    link_tags: Tensor  # [C, W]
    syntax: Tensor  # [3, B, W] tag, relation, head in the window's words (W for the root); IGNORED where unknown


Window = tuple[Example, int, int]


def collate(batch: list[Window], start: int, end: int) -> Batch:
    """Pad windows to one batch. ``start`` and ``end`` are the numbers of the pieces put around each."""
    most_words = max(b - a for _, a, b in batch)
    most_pieces = max(sum(len(p) for p in s.pieces[a:b]) for s, a, b in batch) + 2
    n = len(batch)
    pieces = np.zeros((n, most_pieces), np.int64)
    features = np.zeros((3, n, most_pieces), np.int64)
    piece_mask = np.zeros((n, most_pieces), bool)
    heads = np.zeros((n, most_words), np.int64)
    word_features = np.zeros((3, n, most_words), np.int64)
    word_mask = np.zeros((n, most_words), bool)
    cue_chances = np.zeros((n, most_words, 3), np.float32)
    syntax = np.full((3, n, most_words), IGNORED, np.int64)
    cue_window, cue_words, nears, link_tags = [], [], [], []
    for i, (story, a, b) in enumerate(batch):
        flat = [start]
        columns: list[tuple[int, int, int]] = [(0, 0, 0)]
        for w in range(a, b):
            heads[i, w - a] = len(flat)
            flat += story.pieces[w]
            columns += [(story.shapes[w], story.quoted[w], story.starts[w])] * len(story.pieces[w])
        flat.append(end)
        columns.append((0, 0, 0))
        pieces[i, : len(flat)] = flat
        piece_mask[i, : len(flat)] = True
        features[:, i, : len(flat)] = np.array(columns).T
        size = b - a
        word_features[:, i, :size] = [story.shapes[a:b], story.quoted[a:b], story.starts[a:b]]
        word_mask[i, :size] = True
        cue_chances[i, :size, 0] = 1
        links = [x for x in story.links if a <= x.cue[0] and x.cue[1] < b]
        for link in links:
            cue_chances[i, link.cue[0] - a] = (0, 1, 0)
            cue_chances[i, link.cue[0] - a + 1 : link.cue[1] - a + 1] = (0, 0, 1)
        if story.cue_chances is not None:
            cue_chances[i, :size] = story.cue_chances[a:b]
        if story.syntax is not None:
            syntax[0, i, :size] = story.syntax.tags[a:b]
            syntax[1, i, :size] = story.syntax.relations[a:b]
            at = np.array(story.syntax.heads[a:b])
            syntax[2, i, :size] = np.where(at == ROOT, most_words, np.where((at >= a) & (at < b), at - a, IGNORED))
        if links:
            first, last = (np.array([x.cue[k] - a for x in links]) for k in (0, 1))
            padded = np.zeros((len(links), most_words, 3), np.int64)
            padded[:, :size] = near(first, last, word_features[2, i, :size])
            nears.append(padded)
            for link in links:
                cue_window.append(i)
                cue_words.append((link.cue[0] - a, link.cue[1] - a))
                link_tags.append(tags(link, a, b) + [0] * (most_words - size))
    c = len(cue_window)
    t = torch.from_numpy
    return Batch(
        t(pieces), t(features), t(piece_mask), t(heads), t(word_features), t(word_mask), t(cue_chances),
        torch.tensor(cue_window, dtype=torch.long), torch.tensor(cue_words, dtype=torch.long).reshape(c, 2),
        t(np.concatenate(nears)) if nears else torch.zeros((0, most_words, 3), dtype=torch.long),
        torch.tensor(link_tags, dtype=torch.long).reshape(c, most_words),
        t(syntax),
    )  # fmt: skip


def cut(stories: list[Example], rng: random.Random, limits: tuple[int, ...]) -> list[Window]:
    """All stories in windows, each story with a length limit drawn from ``limits``."""
    return [(s, a, b) for s in stories for a, b in windows(s, rng.choice(limits)) if b > a]


def grouped(all_windows: list[Window], rng: random.Random, size: int) -> Iterator[list[Window]]:
    """Windows of like length together, ``size`` pieces a batch, in random order."""

    def length(w: Window) -> int:
        return sum(len(p) for p in w[0].pieces[w[1] : w[2]]) + 2

    rng.shuffle(all_windows)
    batches: list[list[Window]] = []
    pool = 400
    for k in range(0, len(all_windows), pool):
        batch: list[Window] = []
        for w in sorted(all_windows[k : k + pool], key=length):
            if batch and length(w) * (len(batch) + 1) > size:
                batches.append(batch)
                batch = []
            batch.append(w)
        batches.append(batch)
    rng.shuffle(batches)
    yield from batches
