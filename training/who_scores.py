"""How well mentions and chains are read: entity F1 and CoNLL F1 on GUM's news documents that were held out.

    python -m training.who_scores WEIGHTS ../shared/corpora

Entities: exact run and kind. CoNLL: the mean F1 of MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998) and CEAF-e
(Luo 2005); mentions count by their exact run. Singletons are told with and without: GUM marks them, OntoNotes does not.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any

import networkx

from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.heads.antecedents import AntecedentHead
from onrecord.reader.pairs import describe
from onrecord.reader.weights import load
from onrecord.reader.words import words_of
from training import gum
from training.mentions import NONE, PLACE

Chains = list[frozenset[Hashable]]


def f1(right: float, found: float, gold: float) -> float:
    """F1 in percent of counts."""
    return 200 * right / (found + gold) if found + gold else 0.0


def muc(gold: Chains, found: Chains) -> tuple[float, float]:
    """Links kept and links there, of the first in the second."""
    where = {m: n for n, chain in enumerate(found) for m in chain}
    kept = total = 0
    for chain in gold:
        parts = {where.get(m, ("alone", m)) for m in chain}
        kept, total = kept + len(chain) - len(parts), total + len(chain) - 1
    return kept, total


def b_cubed(gold: Chains, found: Chains) -> tuple[float, float]:
    """Sum over the mentions of the first of how much of their chain the second keeps, and their number."""
    where = {m: chain for chain in found for m in chain}
    kept = sum(len(chain & where.get(m, frozenset())) / len(chain) for chain in gold for m in chain)
    return kept, sum(map(len, gold))


def ceaf(gold: Chains, found: Chains) -> float:
    """The greatest total likeness (phi 4) of chains matched one to one."""
    graph = networkx.Graph()
    where: dict[Hashable, int] = {m: n for n, chain in enumerate(found) for m in chain}
    for n, chain in enumerate(gold):
        for k, shared in Counter(where[m] for m in chain if m in where).items():
            graph.add_edge(("gold", n), ("found", k), weight=2 * shared / (len(chain) + len(found[k])))
    pairs = networkx.max_weight_matching(graph)
    return float(sum(graph[a][b]["weight"] for a, b in pairs))


class Scores:
    """Counts over documents."""

    def __init__(self) -> None:
        self.sums = {k: [0.0] * 4 for k in ("muc", "b3", "ceaf")}

    def add(self, gold: Chains, found: Chains) -> None:
        """Add the chains of one document."""
        for name, measure in (("muc", muc), ("b3", b_cubed)):
            recall, precision = measure(gold, found), measure(found, gold)
            for i, value in enumerate((*recall, *precision)):
                self.sums[name][i] += value
        likeness = ceaf(gold, found)
        for i, value in enumerate((likeness, len(gold), likeness, len(found))):
            self.sums["ceaf"][i] += value

    def figures(self) -> dict[str, float]:
        """F1 of each measure and their mean, in percent."""
        out = {}
        for name, (kept, gold, right, found) in self.sums.items():
            r, p = kept / gold if gold else 0.0, right / found if found else 0.0
            out[name] = 200 * p * r / (p + r) if p + r else 0.0
        return {**out, "conll": sum(out.values()) / len(out)}


def chains(links: Sequence[int], mentions: Sequence[Hashable]) -> Chains:
    """Chains of mentions from the number of each one's antecedent (-1: none)."""
    root = list(range(len(mentions)))
    for n, to in enumerate(links):
        if to >= 0:
            root[n] = root[to]
    groups: dict[int, set[Hashable]] = {}
    for n, m in enumerate(mentions):
        groups.setdefault(root[n], set()).add(m)
    return [frozenset(g) for g in groups.values()]


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.who_scores", description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("corpora", type=Path)
    options = parser.parse_args()
    weights = load(options.weights)
    finder, head = AttributionFinder(weights, threads=2), AntecedentHead(weights)
    everything, linked = Scores(), Scores()
    spans: list[Counter[str]] = [Counter(), Counter(), Counter()]
    heads: Counter[str] = Counter()
    for document in gum.gum(options.corpora / "gum" / "news.conllu.gz"):
        if document.id not in gum.HELD_OUT:
            continue
        words = words_of(document.text)
        labels = gum.labelled(document, words)
        found = finder.find(words, who=True)
        ranked = head.rank(found.mention_vectors, describe(words, [m.mention for m in found.mentions]))
        links = [
            int(ranked.candidates[n, best - 1]) if (best := int(row.argmax())) else -1
            for n, row in enumerate(ranked.chances)
        ]
        read = [(m.mention.start, m.mention.end) for m in found.mentions]
        gold = [(m.start, m.end) for m in labels.mentions]
        kinds = {(*run, m.kind) for run, m in zip(read, found.mentions, strict=True)}
        true = {(*run, labels.kinds[m.head]) for run, m in zip(gold, labels.mentions, strict=True)}
        actors = [{x for x in side if x[2] <= PLACE} for side in (kinds, true)]
        sides: list[tuple[set[Any], set[Any]]] = [(kinds, true), (set(read), set(gold)), (actors[0], actors[1])]
        for part, (mine, theirs) in zip(spans, sides, strict=True):
            part.update(right=len(mine & theirs), found=len(mine), gold=len(theirs))
        heads.update(
            right=sum(labels.kinds[m.mention.head] > NONE for m in found.mentions), found=len(read), gold=len(gold)
        )
        by_chain: dict[int, set[Hashable]] = {}
        for run, chain in zip(gold, labels.chains, strict=True):
            by_chain.setdefault(chain, set()).add(run)
        gold_chains: Chains = [frozenset(c) for c in by_chain.values()]
        read_chains = chains(links, read)
        everything.add(gold_chains, read_chains)
        linked.add([c for c in gold_chains if len(c) > 1], [c for c in read_chains if len(c) > 1])
    for name, part in zip(("run and kind", "run", "people, bodies, places: run and kind"), spans, strict=True):
        print(f"entities, {name:36} F1 {f1(part['right'], part['found'], part['gold']):5.1f}")
    print(f"heads F1 {f1(heads['right'], heads['found'], heads['gold']):5.1f}")
    for name, scores in (("with singletons", everything), ("without singletons", linked)):
        print(f"chains, {name:20}", "  ".join(f"{k} {v:.1f}" for k, v in scores.figures().items()))


if __name__ == "__main__":
    main()
