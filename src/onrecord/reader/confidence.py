"""How surely a statement was read, as a probability that it is right.

The heads' own scores are too sure of themselves. A logistic regression over them, fitted on the tuning stories (see
``training/calibrate.py``), says how often statements with such scores agree with the gold. Platt (1999).
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.reader.attribution import Attribution

FEATURES = ("cue", "content", "edge", "source")


def logit(p: float) -> float:
    """Log odds, kept finite."""
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def features(a: Attribution) -> list[float]:
    """The regression's inputs: log odds of each score, whether a source is named, whether it is nested."""
    return [*(logit(a.scores[k]) for k in FEATURES), float(bool(a.source)), float(a.parent is not None)]


def confidence(a: Attribution, weights: Mapping[str, object]) -> float:
    """The calibrated probability, in [0, 1], to three places."""
    slopes = weights["slopes"]
    intercept = weights["intercept"]
    assert isinstance(slopes, list) and isinstance(intercept, float)
    z = intercept + sum(s * x for s, x in zip(slopes, features(a), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, z)))), 3)
