"""The peer for speed: a spaCy pipeline in the shape of ``en_core_web_sm``, untrained.

The same components with the same sizes: a hash-embedding convolutional token encoder 96 wide and 4 deep, shared by
tagger and parser; a second one for names; attribute ruler; rule lemmatiser. Its speed does not depend on its weights,
so none are downloaded. The label sets are those of OntoNotes in number.
"""

from __future__ import annotations

from typing import Any

TAGS, RELATIONS, NAMES = 50, 45, 18
_EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2",
    "width": 96,
    "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
    "rows": [5000, 1000, 2500, 2500, 50, 50],
    "include_static_vectors": False,
}
_ENCODE = {
    "@architectures": "spacy.MaxoutWindowEncoder.v2",
    "width": 96,
    "depth": 4,
    "window_size": 1,
    "maxout_pieces": 3,
}
_TOK2VEC = {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBED, "encode": _ENCODE}
_LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
_TRANSITIONS = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
}


def pipeline() -> Any:
    """The pipeline, initialised with random weights (seeded)."""
    import warnings

    import spacy
    from spacy.lookups import Lookups
    from spacy.training import Example
    from thinc.api import fix_random_seed

    # an untrained tagger gives the lemmatiser no parts of speech, and the attribute ruler has no rules
    warnings.filterwarnings("ignore", message=r"\[W(036|108)\]")
    fix_random_seed(0)
    nlp: Any = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": _TOK2VEC})
    tagger = nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": _LISTENER}})
    parser = nlp.add_pipe("parser", config={"model": {**_TRANSITIONS, "state_type": "parser", "tok2vec": _LISTENER}})
    nlp.add_pipe("attribute_ruler")
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    names = nlp.add_pipe("ner", config={"model": {**_TRANSITIONS, "state_type": "ner", "tok2vec": _TOK2VEC}})
    for i in range(TAGS):
        tagger.add_label(f"T{i}")
    for i in range(RELATIONS):
        parser.add_label(f"r{i}")
    for i in range(NAMES):
        names.add_label(f"N{i}")
    tables = Lookups()
    for table in ("lemma_rules", "lemma_exc", "lemma_index"):
        tables.add_table(table, {})
    doc = nlp.make_doc("A small example of words.")
    gold = {"tags": ["T0"] * len(doc), "heads": [0] * len(doc), "deps": ["ROOT", *["r0"] * (len(doc) - 1)]}
    lemmatizer.initialize(lookups=tables)
    nlp.config["initialize"]["components"]["lemmatizer"] = {}
    examples = [Example.from_dict(doc, gold)]
    with nlp.select_pipes(disable=["lemmatizer", "attribute_ruler"]):
        nlp.initialize(lambda: examples)
    return nlp
