"""The head of events: triggers, parties, times and certainty, learned after everything else with the encoder frozen.

    python -m training.events WEIGHTS ../shared/corpora [--fold N] [--out NEW]

Passages that we annotated teach everything. A sentence of plv.jsonl tells one event and no trigger: it is enough that
some word of it is a trigger of that type between these parties (noisy or, as in learning from several instances).
``--fold N`` keeps that fifth of plv.jsonl out, for measuring; what is shipped is trained on all. Seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from onrecord.reader.actors.told import hits_of
from onrecord.reader.attributions import AttributionFinder
from onrecord.reader.events.candidates import Timed, possible_parties, possible_times
from onrecord.reader.events.marks import BARRIERS, MOODS, PARTY_MARKS, VOICES, Barriers, moods, party_marks, voices
from onrecord.reader.heads.events import (
    BETWEEN,
    CERTAINTIES,
    DISTANCES,
    KEY_WIDTH,
    PAIR_WIDTH,
    PARTS,
    TIME_WIDTH,
    TYPES,
    paired,
)
from onrecord.reader.pairs import Mention, sentence_numbers
from onrecord.reader.times import times
from onrecord.reader.times.edtf import intervals
from onrecord.reader.weights import SHIPPED, load
from onrecord.reader.words import Words, words_of
from training import data, event_labels
from training.event_labels import Known, Passage, Span, word_run
from training.export import extended, quantised, tables, tower_graph
from training.tower import Tower, Vectors, read_text
from training.train import SEED

TOWER = 192  # its width
PASSES = 8
RATE, WEIGHT_DECAY, DROPOUT = 1.5e-3, 0.05, 0.5
WARM = 0.1  # share of the steps
BATCH = 4  # texts a step
KNOWN_WEIGHT = 1.0  # of a sentence with one known event, beside one annotated event
TUNE_SHARE = 0.1
NOTHING_WEIGHT = 0.3  # of the words of such a sentence that are taken to tell nothing
UNKNOWN = 0.5  # a word that is likelier to tell something is left alone there
THRESHOLDS = tuple(x / 100 for x in range(20, 81, 5))
ABOUT_AS_GOOD = 1.0  # points of F1
PARTY_THRESHOLDS = tuple(x / 100 for x in range(30, 61, 5))
FOLDED = tuple(TYPES.index(t) for t in ("CONSULT", "SUPPORT", "COOPERATE", "AID"))
TO_COME = tuple(CERTAINTIES.index(c) for c in ("planned", "possible", "hypothetical"))

Array = npt.NDArray[Any]


@dataclass(slots=True)
class Learned:
    """One annotated telling in word numbers; parties and time as numbers of candidates."""

    word: int
    type: int
    certainty: int
    actors: frozenset[int]
    recipients: frozenset[int]
    when: int | None


@dataclass(slots=True)
class Text:
    """A text with the encoder's vectors, its candidates, and what is to be learned."""

    id: str
    words: Words
    read: Vectors
    sentences: Array
    parties: list[Mention]
    times: list[Timed]
    marks: Array
    voices: Array
    moods: Array
    barriers: Barriers
    events: list[Learned] | None
    known: list[tuple[Known, frozenset[int], frozenset[int], frozenset[int]]]


class Reader:
    """Prepares texts as the reader would see them."""

    def __init__(self, weights: Path, threads: int) -> None:
        self.finder = AttributionFinder(replace(load(weights), events=None), threads)

    def text(self, passage: Passage) -> Text:
        """A passage with its labels in word numbers."""
        words = words_of(passage.text)
        found = self.finder.find(words, who=True)
        parties = possible_parties(words, found.mentions, hits_of(words, _year(passage.published)))
        dated = possible_times(words, intervals(passage.text, times(passage.text, anchor=passage.published)))
        events = None
        if passage.labels is not None:
            events = []
            for e in passage.labels:
                run = word_run(words, e.trigger)
                if run[1] > run[0]:
                    sides = [frozenset(self._parties(words, parties, side)) for side in (e.actors, e.recipients)]
                    when = self._time(dated, e.when) if e.when is not None else None
                    events.append(Learned(run[1] - 1, e.type, e.certainty, sides[0], sides[1], when))
        known = []
        for k in passage.known:
            where = frozenset(i for s in k.where for i in range(*word_run(words, s)))
            sides = [self._touched(words, parties, side) for side in (k.source, k.target)]
            known.append((k, sides[0], sides[1], where))
        everywhere = range(len(words))
        return Text(
            passage.id,
            words,
            read_text(self.finder.encoder, words),
            sentence_numbers(words),
            parties,
            dated,
            party_marks(words, parties),
            voices(words, everywhere),
            moods(words, everywhere),
            Barriers(words),
            events,
            known,
        )

    @staticmethod
    def _parties(words: Words, parties: list[Mention], spans: tuple[Span, ...]) -> list[int]:
        """The candidates that spans are: for each the one whose head it holds and whose words are most like it."""
        out = []
        for span in spans:
            own = set(range(*word_run(words, span)))
            best = max(
                ((len(own & set(range(m.start, m.end))) / len(own | set(range(m.start, m.end))), -n)
                 for n, m in enumerate(parties) if m.head in own),
                default=None,
            )  # fmt: skip
            if best is not None:
                out.append(-best[1])
        return out

    @staticmethod
    def _touched(words: Words, parties: list[Mention], spans: tuple[Span, ...]) -> frozenset[int]:
        own = {i for s in spans for i in range(*word_run(words, s))}
        return frozenset(n for n, m in enumerate(parties) if m.head in own)

    @staticmethod
    def _time(dated: list[Timed], span: Span) -> int | None:
        return next((n for n, t in enumerate(dated) if t.span[0] < span[1] and span[0] < t.span[1]), None)


def _year(published: str | None) -> int | None:
    return int(published[:4]) if published and published[:4].isdecimal() else None


class Events(nn.Module):
    """The tower and the small tables of the head."""

    def __init__(self) -> None:
        super().__init__()
        self.tower = Tower(sum(PARTS), TOWER, DROPOUT)
        self.distances = nn.Embedding(DISTANCES, PAIR_WIDTH)
        self.between = nn.Embedding(BETWEEN, PAIR_WIDTH)
        self.party_marks = nn.Embedding(PARTY_MARKS, PAIR_WIDTH)
        self.voices = nn.Embedding(VOICES, PAIR_WIDTH)
        self.moods = nn.Linear(MOODS, len(CERTAINTIES), bias=False)
        self.barriers = nn.Embedding(BARRIERS, PAIR_WIDTH)
        self.out = nn.Linear(PAIR_WIDTH, 2)
        self.time_distances = nn.Embedding(DISTANCES, TIME_WIDTH)
        self.time_between = nn.Embedding(BETWEEN, TIME_WIDTH)
        self.time_barriers = nn.Embedding(BARRIERS, TIME_WIDTH)
        self.time_out = nn.Linear(TIME_WIDTH, 1)
        for table in (
            self.distances,
            self.between,
            self.party_marks,
            self.voices,
            self.barriers,
            self.time_distances,
            self.time_between,
            self.time_barriers,
        ):
            nn.init.normal_(table.weight, std=0.1)

    def forward(self, t: Text) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Types [W, 17], certainties [W, 6], asks and answers [W, A] of a text's words."""
        x, mask, place = t.read.batch()
        rows, at = torch.from_numpy(place).unbind(1)
        types, certainties, asks, answers = self.tower(x, mask)[rows, at].split(list(PARTS), -1)
        return types, certainties + self.moods(torch.from_numpy(t.moods)), asks, answers

    def roles(self, t: Text, triggers: list[int], asks: Tensor, answers: Tensor, all_triggers: Array) -> Tensor:
        """Scores [T, C, 2] of all candidates for each trigger; NEVER where a candidate is out of its reach."""
        heads = np.array([m.head for m in t.parties], dtype=np.int64)
        out = torch.full((len(triggers), len(heads), 2), -30.0)
        if not len(heads) or not triggers:
            return out
        pairs = paired(np.array(triggers), heads, t.sentences, before=True, others=all_triggers)
        if not len(pairs.triggers):
            return out
        between = torch.from_numpy(pairs.between)
        of, at = torch.from_numpy(pairs.triggers), torch.from_numpy(pairs.candidates)
        ask, answer = asks[torch.tensor(triggers)[of]], answers[torch.from_numpy(heads)[at]]
        k, q = PAIR_WIDTH, KEY_WIDTH
        x = ask[:, :k] + answer[:, :k] + self.distances(torch.from_numpy(pairs.distances)) + self.between(between)
        x = (
            x
            + self.party_marks(torch.from_numpy(t.marks)[at])
            + self.voices(torch.from_numpy(t.voices)[torch.tensor(triggers)[of]])
        )
        between_words = t.barriers.between(np.array(triggers)[pairs.triggers], heads[pairs.candidates])
        x = x + self.barriers(torch.from_numpy(between_words))
        keys = (ask[:, k : k + 2 * q] * answer[:, k : k + 2 * q]).view(-1, 2, q).sum(2)
        scores = self.out(f.relu(x)) + keys * q**-0.5
        return out.index_put((of, at), scores)

    def when(self, t: Text, triggers: list[int], asks: Tensor, answers: Tensor, all_triggers: Array) -> Tensor:
        """Scores [T, 1 + N] of no time and of each time for each trigger."""
        out = torch.full((len(triggers), 1 + len(t.times)), -30.0)
        out[:, 0] = 0.0
        if t.times and triggers:
            ends = np.array([x.word for x in t.times], dtype=np.int64)
            pairs = paired(np.array(triggers), ends, t.sentences, before=False, others=all_triggers)
            of, at = torch.from_numpy(pairs.triggers), torch.from_numpy(pairs.candidates)
            ask, answer = asks[torch.tensor(triggers)[of]], answers[torch.from_numpy(ends)[at]]
            x = ask[:, -TIME_WIDTH:] + answer[:, -TIME_WIDTH:] + self.time_distances(torch.from_numpy(pairs.distances))
            x = x + self.time_between(torch.from_numpy(pairs.between))
            between_words = t.barriers.between(np.array(triggers)[pairs.triggers], ends[pairs.candidates])
            x = x + self.time_barriers(torch.from_numpy(between_words))
            out = out.index_put((of, at + 1), self.time_out(f.relu(x))[:, 0])
        return out

    def loss(self, t: Text) -> Tensor:
        """The loss of one text."""
        types, certainties, asks, answers = self(t)
        loss = torch.zeros(())
        if t.events is not None:
            target = torch.zeros(len(t.words), dtype=torch.long)
            for e in t.events:
                target[e.word] = e.type + 1
            loss = loss + f.cross_entropy(types, target, reduction="sum")
            if t.events:
                loss = loss + self._told(t, certainties, asks, answers)
        for known in t.known:
            loss = loss + KNOWN_WEIGHT * self._known(t, known, types, certainties, asks, answers)
        return loss

    def _told(self, t: Text, certainties: Tensor, asks: Tensor, answers: Tensor) -> Tensor:
        assert t.events is not None
        at = [e.word for e in t.events]
        loss = f.cross_entropy(certainties[at], torch.tensor([e.certainty for e in t.events]), reduction="sum")
        triggers = np.array(sorted(set(at)))
        scores = self.roles(t, at, asks, answers, triggers)
        wanted = torch.zeros_like(scores)
        for n, e in enumerate(t.events):
            for role, side in enumerate((e.actors, e.recipients)):
                for c in side:
                    wanted[n, c, role] = 1.0
        reach = scores > -29.0
        loss = loss + f.binary_cross_entropy_with_logits(scores[reach], wanted[reach], reduction="sum")
        when = self.when(t, at, asks, answers, triggers)
        answer = torch.tensor([0 if e.when is None else e.when + 1 for e in t.events])
        there = when.gather(1, answer[:, None])[:, 0] > -29.0
        return loss + f.cross_entropy(when[there], answer[there], reduction="sum")

    def _known(
        self,
        t: Text,
        known: tuple[Known, frozenset[int], frozenset[int], frozenset[int]],
        types: Tensor,
        certainties: Tensor,
        asks: Tensor,
        answers: Tensor,
    ) -> Tensor:
        what, source, target, where = known
        chances = types.softmax(-1)
        right = chances[:, [n + 1 for n in what.types]].sum(-1)
        if TYPES.index("AGREE") in what.types:
            to_come = certainties.softmax(-1)[:, list(TO_COME)].sum(-1)
            right = right + chances[:, [n + 1 for n in FOLDED]].sum(-1) * to_come
        words = [i for i in range(len(t.words)) if t.words.strings[i][0].isalpha() and (not where or i in where)]
        words = [i for i in words if float(right[i].detach()) > 1e-4][:60] or words[:60]
        if not words:
            return torch.zeros(())
        likely = np.flatnonzero(chances[:, 0].detach().numpy() < 0.5)
        scores = self.roles(t, words, asks, answers, likely).sigmoid()
        chance = right[words]
        if what.source and source:
            actors = scores[:, sorted(source), 0].max(1)[0]
            if what.target and target:
                recipients = scores[:, sorted(target), 1].max(1)[0]
                mutual = scores[:, sorted(source), 1].max(1)[0] * scores[:, sorted(target), 0].max(1)[0]
                chance = chance * torch.maximum(actors * recipients, mutual)
            else:
                chance = chance * actors
        elif what.target and target:
            chance = chance * scores[:, sorted(target), 1].max(1)[0]
        loss = -torch.log(1 - torch.prod(1 - chance.clamp(0, 1 - 1e-6)) + 1e-8)
        # the likeliest word is taken for the trigger; what else is told there is not known, but most words tell nothing
        best = int(chance.argmax())
        rest = np.ones(len(t.words), dtype=bool)
        rest[words[best]] = False
        rest &= chances[:, 0].detach().numpy() > UNKNOWN
        loss = loss - NOTHING_WEIGHT * torch.log_softmax(types, -1)[torch.from_numpy(rest), 0].sum()
        others = [c for c in range(len(t.parties)) if c not in source | target]
        if others and what.source and what.target:
            loss = loss - NOTHING_WEIGHT * torch.log(1 - scores[best, others].clamp(max=1 - 1e-6)).sum()
        return loss

    def arrays(self) -> dict[str, Array]:
        """The tensors under the names of the graph and the tables."""
        out = {}
        for name, value in self.state_dict().items():
            array = value.detach().numpy()
            if name.startswith("tower."):
                out[name.removeprefix("tower.")] = array
            else:
                kept = name if name.split(".")[0] in ("out", "time_out") else name.removesuffix(".weight")
                out[f"events.{kept}"] = array
        return out


def passages(corpora: Path, fold: int | None) -> tuple[list[Passage], list[Passage]]:
    """What to train on and what to tune on: a tenth of our own, by their ids."""
    ours = [*event_labels.news(corpora), *event_labels.invented()]
    rest = [
        *event_labels.plv(corpora / "events" / "plv.jsonl"),
        *event_labels.gsr(corpora / "events" / "plover_gsr.jsonl"),
    ]
    rest = [p for p in rest if fold is None or not p.id.startswith("plv") or event_labels.fold(p.id) != fold]
    tune = [p for p in ours if data.is_tuning(p.id, TUNE_SHARE)]
    return [p for p in ours if not data.is_tuning(p.id, TUNE_SHARE)] + rest, tune


def train(reader: Reader, corpora: Path, fold: int | None, passes: int = PASSES) -> tuple[Events, list[Text]]:
    """A trained head, and the texts to tune on."""
    begun = time.monotonic()
    learn, tune = ([reader.text(p) for p in part] for part in passages(corpora, fold))
    told = sum(len(t.events or ()) for t in learn)
    print(f"{len(learn)} texts, {told} annotated events, read in {time.monotonic() - begun:.0f} s", flush=True)
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    model = Events()
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    steps = passes * (len(learn) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, RATE, total_steps=steps, pct_start=WARM, anneal_strategy="cos", cycle_momentum=False
    )
    for number in range(passes):
        model.train()
        rng.shuffle(learn)
        total = 0.0
        for i in range(0, len(learn) - BATCH + 1, BATCH):
            losses = [model.loss(t) for t in learn[i : i + BATCH]]
            loss = torch.stack(losses).sum() / sum(len(t.events or ()) + len(t.known) + 1 for t in learn[i : i + BATCH])
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            schedule.step()
            total += float(loss.detach())
        model.eval()
        with torch.no_grad():
            tuned = sum(float(model.loss(t)) for t in tune) / max(1, sum(len(t.events or ()) for t in tune))
        line = {
            "pass": number + 1,
            "loss": total * BATCH / len(learn),
            "tune": tuned,
            **tuning_scores(model, tune, 0.5),
        }
        print(json.dumps({k: round(v, 3) for k, v in line.items()}), f"{time.monotonic() - begun:.0f} s", flush=True)
    return model.eval(), tune


def tuning_scores(model: Events, tune: list[Text], threshold: float, party: float = 0.5) -> dict[str, float]:
    """F1 of triggers, and of triggers with their type; certainty, parties and time of those found; in percent."""
    n = dict.fromkeys(
        (
            "gold",
            "found",
            "right",
            "typed",
            "sure",
            "roles_right",
            "roles_found",
            "roles_gold",
            "timed",
            "dated",
            "dates",
        ),
        0,
    )
    with torch.no_grad():
        for t in tune:
            assert t.events is not None
            types, certainties, asks, answers = model(t)
            chances = types.softmax(-1)
            found = [int(i) for i in torch.nonzero(chances[:, 0] <= 1 - threshold)[:, 0]]
            gold = {e.word: e for e in t.events}
            n["gold"] += len(gold)
            n["found"] += len(found)
            roles = model.roles(t, found, asks, answers, np.array(found)).sigmoid() > party
            when = model.when(t, found, asks, answers, np.array(found)).argmax(-1)
            for k, i in enumerate(found):
                e = gold.get(i)
                if e is None:
                    continue
                n["right"] += 1
                n["typed"] += int(chances[i, 1:].argmax()) == e.type
                n["sure"] += int(certainties[i].argmax()) == e.certainty
                n["dates"] += e.when is not None
                n["dated"] += e.when is not None and int(when[k]) == e.when + 1
                n["timed"] += int(when[k]) == (0 if e.when is None else e.when + 1)
                for role, side in enumerate((e.actors, e.recipients)):
                    read = {int(c) for c in torch.nonzero(roles[k, :, role])[:, 0]}
                    n["roles_right"] += len(read & side)
                    n["roles_found"] += len(read)
                    n["roles_gold"] += len(side)
    right = max(1, n["right"])
    both = max(1, n["gold"] + n["found"])
    return {
        "trigger": 200 * n["right"] / both,
        "type": 200 * n["typed"] / both,
        "certainty": 100 * n["sure"] / right,
        "when": 100 * n["timed"] / right,
        "when told": 100 * n["dated"] / max(1, n["dates"]),
        "roles": 200 * n["roles_right"] / max(1, n["roles_found"] + n["roles_gold"]),
    }


TABLES = tuple(
    f"events.{name}"
    for name in (
        *("distances", "between", "party_marks", "voices", "barriers", "out.weight", "out.bias", "moods"),
        *("time_distances", "time_between", "time_barriers", "time_out.weight", "time_out.bias"),
    )
)
"""The small tables of the head."""


def added(weights: Path, corpora: Path, out: Path, fold: int | None = None, passes: int = PASSES) -> None:
    """Train the head for a weights file that has the head of who, and write one that has both."""
    reader = Reader(weights, torch.get_num_threads())
    model, tune = train(reader, corpora, fold, passes)
    scores = {x: tuning_scores(model, tune, x)["type"] for x in THRESHOLDS}
    # what is passed over is lost, what is too much has a low confidence: of thresholds about as good, the lowest
    best = min(x for x, score in scores.items() if score > max(scores.values()) - ABOUT_AS_GOOD)
    party = max(PARTY_THRESHOLDS, key=lambda x: tuning_scores(model, tune, best, x)["roles"])
    print(json.dumps({"threshold": best, "party": party, **tuning_scores(model, tune, best, party)}))
    arrays = model.arrays()
    parts = {"events.onnx": quantised(tower_graph(arrays, "events")), **tables(arrays, TABLES)}
    extended(weights, out, parts, {"event_threshold": best, "party_threshold": party})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training.events", description=__doc__.splitlines()[0])
    parser.add_argument("weights", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--fold", type=int, choices=range(event_labels.FOLDS), help="fifth of plv.jsonl to keep out")
    parser.add_argument("--passes", type=int, default=PASSES)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    added(options.weights, options.corpora, options.out, options.fold, options.passes)


if __name__ == "__main__":
    main()
