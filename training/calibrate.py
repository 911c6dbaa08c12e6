"""Thresholds and confidence, set on the tuning stories: PolNeAR training stories that no head was trained on.

1. The cue threshold that gives the best F1 of whole statements.
2. A logistic regression from an attribution's scores to the chance that it is right (``reader/confidence.py``).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.reader.attribution import Attribution, words_in
from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.confidence import confidence, features
from onrecord.reader.quoting import mended
from onrecord.reader.weights import load
from onrecord.reader.words import words_of
from training import data
from training.data import Example

THRESHOLDS = (0.45, 0.5, 0.55, 0.6, 0.65)
RIDGE = 1e-2
BINS = 10

Read = list[tuple[Attribution, bool]]
"""Attributions as read, and whether each is right."""


def agree(found: list[Attribution], gold: Example) -> Read:
    """Which attributions are right: content overlaps a gold one's by half (Jaccard) and the sources meet."""
    left = list(gold.links)
    out: Read = []
    for a in sorted(found, key=lambda x: -x.scores["cue"]):
        content, source = a.content_words(), words_in(a.source)
        best, match = 0.0, None
        for link in left:
            overlap = len(content & link.content) / len(content | link.content)
            meet = bool(source & link.source) or not (source or link.source)
            if overlap >= max(0.5, best) and meet:
                best, match = overlap, link
        if match is not None:
            left.remove(match)
        out.append((a, match is not None))
    return out


def read(finder: AttributionFinder, stories: list[dict[str, Any]]) -> tuple[Read, int]:
    """All outermost attributions of the stories with whether they are right, and how many gold ones there are."""
    out: Read = []
    gold = 0
    for story in stories:
        words = words_of(story["text"])
        found = mended(words, finder.find(words).attributions)
        example = data.example(story, finder.encoder.vocabulary)
        gold += len(example.links)
        out += agree([a for a in found if a.parent is None], example)
    return out, gold


def f1(found: Read, gold: int) -> float:
    """F1 of whole statements, in percent."""
    return 200 * sum(ok for _, ok in found) / (len(found) + gold)


def fit(found: Read) -> dict[str, Any]:
    """Slopes and intercept of the regression, by Newton's method with a little ridge."""
    x = np.array([[*features(a), 1.0] for a, _ in found])
    y = np.array([float(ok) for _, ok in found])
    w = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (p - y) + RIDGE * w
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(w))
        w -= np.linalg.solve(curve, gradient)
    return {"slopes": [round(float(v), 4) for v in w[:-1]], "intercept": round(float(w[-1]), 4)}


def calibration_error(chances: npt.NDArray[np.float64], right: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width, in percent (Guo et al. 2017)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    gaps = [
        abs(chances[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum()
        for b in range(BINS)
        if (bins == b).any()
    ]
    return float(100 * sum(gaps) / len(chances))


def settings(weights: Path, corpora: Path) -> dict[str, Any]:
    """The threshold and the confidence weights for a weights file."""
    stories = [s for s in data.load(corpora / "polnear" / "train.jsonl") if data.is_tuning(s["id"])]
    finder = AttributionFinder(load(weights), threads=2)
    best: tuple[float, float, Read] = (-1.0, 0.5, [])
    for threshold in THRESHOLDS:
        finder.settings["cue_threshold"] = threshold
        found, gold = read(finder, stories)
        best = max(best, (f1(found, gold), threshold, found), key=lambda b: b[0])
    return {"cue_threshold": best[1], "confidence": fit(best[2]), "tuning_f1": round(best[0], 2)}


def report(weights: Path, corpora: Path) -> dict[str, float]:
    """F1 of whole statements and expected calibration error on PolNeAR dev."""
    loaded = load(weights)
    found, gold = read(AttributionFinder(loaded, threads=2), data.load(corpora / "polnear" / "dev.jsonl"))
    chances = np.array([confidence(a, loaded.settings["confidence"]) for a, _ in found])
    right = np.array([ok for _, ok in found])
    return {
        "whole_f1": round(f1(found, gold), 2),
        "calibration_error": round(calibration_error(chances, right), 2),
    }
