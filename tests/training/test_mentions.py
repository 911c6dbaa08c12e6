"""Labels of mentions: GUM's brackets, CoreNLP's layer, and what each leaves unsaid."""

import gzip
from typing import Any

import pytest

from onrecord.reader.pairs import Mention
from onrecord.reader.words import words_of
from training import gum
from training.data import IGNORED
from training.mentions import NONE, ORGANISATION, PERSON, PLACE, from_layer, told

TREE = """\
# newdoc id = GUM_news_invented
# newpar
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-cf1-1-coref
2	mayor	mayor	NOUN	NN	_	6	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	Port	Port	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-cf2-2-sgl
5	Olen	Olen	PROPN	NNP	_	4	flat	_	Entity=2)1)
6	spoke	speak	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# newpar
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-cf1-1-ana)
2-3	didn't	_	_	_	_	_	_	_	_
2	did	do	AUX	VBD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	stay	stay	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

"""


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "news.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as out:
        out.write(TREE)
    (found,) = gum.gum(path)
    return found


def test_gum_text_is_put_together_again(document):
    assert document.text == "The mayor of Port Olen spoke.\n\nShe didn't stay."


def test_gum_mentions_have_heads_kinds_and_chains(document):
    words = words_of(document.text)
    labels = gum.labelled(document, words)
    shown = [
        (words.strings[m.head], " ".join(words.strings[m.start : m.end]), labels.kinds[m.head], chain)
        for m, chain in zip(labels.mentions, labels.chains, strict=True)
    ]
    assert shown == [
        ("mayor", "The mayor of Port Olen", PERSON, 1),
        ("Olen", "Port Olen", PLACE, 2),
        ("She", "She", PERSON, 1),
    ]
    assert labels.kinds[words.strings.index("spoke")] == NONE
    assert labels.fresh


def test_gold_documents_are_held_out():
    assert {"GUM_news_crane", "GUM_news_imprisoned", "GUM_news_worship"} <= gum.HELD_OUT


def test_a_layer_tells_names_and_pronouns_and_leaves_nouns_open():
    text = "Ada Quill left. The baker stayed. She ran."
    raw: dict[str, Any] = {
        "sentences": [
            {
                "tokens": [
                    [0, 3, "Ada", "Ada", "NNP", "PERSON"],
                    [4, 9, "Quill", "Quill", "NNP", "PERSON"],
                    [10, 14, "left", "leave", "VBD", "O"],
                ],
                "deps": [[1, "compound"], [2, "nsubj"], [-1, "root"]],
            },
            {
                "tokens": [
                    [16, 19, "The", "the", "DT", "O"],
                    [20, 25, "baker", "baker", "NN", "O"],
                    [26, 32, "stayed", "stay", "VBD", "O"],
                ],
                "deps": [[1, "det"], [2, "nsubj"], [-1, "root"]],
            },
            {
                "tokens": [[34, 37, "She", "she", "PRP", "O"], [38, 41, "ran", "run", "VBD", "O"]],
                "deps": [[1, "nsubj"], [-1, "root"]],
            },
        ],
        "coref": [[[0, 0, 2], [2, 0, 1]]],
    }
    words = words_of(text)
    starts = [t[0] for s in raw["sentences"] for t in s["tokens"]]
    labels = from_layer(starts, [t for row in told(raw) for t in row], words)
    kinds = dict(zip(words.strings, labels.kinds, strict=True))
    assert (kinds["Ada"], kinds["Quill"], kinds["left"], kinds["baker"]) == (NONE, PERSON, NONE, IGNORED)
    assert kinds["She"] == PERSON
    assert labels.mentions == [Mention(1, 1, 2), Mention(8, 8, 9)]
    assert labels.chains[0] == labels.chains[1]
    assert labels.linked == [False, True]
    assert not labels.fresh


def test_kinds_are_the_readers():
    assert (PERSON, ORGANISATION, PLACE) == (1, 2, 3)
