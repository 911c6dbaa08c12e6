"""Every rule reads its own examples; the table of rules is sound."""

import pytest

from onrecord.reader.times import times
from onrecord.reader.times.hits import Example, Rule
from onrecord.reader.times.patterns import Compiler, literals
from onrecord.reader.times.rules import MACROS, RULES
from onrecord.reader.times.tokens import alphabet

EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name}-{n}") for rule in RULES for n, example in enumerate(rule.examples)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(rule: Rule, example: Example):
    found = times(example.text, anchor=example.anchor)
    read = {example.text[slice(*f.span)]: f.value for f in found}
    assert read == example.found
    assert rule.name in {f.rule for f in found}


def test_every_rule_has_an_example():
    assert [rule.name for rule in RULES if not rule.examples] == []


def test_names_are_unique():
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.fixture(scope="module")
def compiler() -> Compiler:
    return Compiler(alphabet(literals(["a b"], MACROS)), MACROS)


@pytest.mark.parametrize("pattern", ["( a", "a )", "NOCLASS", "a?", "x=( a? )", "a | ?"])
def test_bad_patterns_are_refused(compiler: Compiler, pattern: str):
    with pytest.raises(ValueError):
        compiler.compile(pattern)


def test_no_pattern_repeats(compiler: Compiler):
    """A pattern that could repeat could look at any number of tokens from each of them."""
    letters = alphabet(literals([rule.pattern for rule in RULES], MACROS))
    for rule in RULES:
        regex = Compiler(letters, MACROS).compile(rule.pattern).regex.pattern
        assert not set(regex) & set("*+{"), rule.name
