"""A conference's grammar: the known ones, the default, and forms that no symbol can have."""

import pytest

from rapporteur.symbols.grammars import Form, Grammar, GrammarError, taken_apart


def test_the_sister_convention_has_its_group_and_its_extra_parts():
    sister = Grammar.for_root("CAC/COSP")
    assert sister.bodies == ("WG.n", "IRG")
    assert sister.layouts("IRG") == (("YEAR",), ("ROMAN", "n"))
    assert sister.layouts("WG.n") == (("YEAR",),)


def test_an_unknown_root_gets_the_default_forms():
    assert Grammar.for_root("LAKE/MP") == Grammar("LAKE/MP")
    assert Grammar.for_root("CTOC/COP") == Grammar("CTOC/COP")


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("n", Form("", "", "n")),
        ("INF/n", Form("INF", "/", "n")),
        ("CRP.n", Form("CRP", ".", "n")),
        ("WG.A", Form("WG", ".", "A")),
        ("IRG", Form("IRG", "", "")),
    ],
)
def test_a_form_is_taken_apart(form, parts):
    assert taken_apart(form) == parts


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"root": "ctoc/cop"}, '"ctoc/cop" is no form of a root; write it like CTOC/COP.'),
        ({"root": "CTOC/"}, '"CTOC/" is no form of a root; write it like CTOC/COP.'),
        ({"bodies": ("WG.4",)}, '"WG.4" is no form of a body; write it like WG.n, WG.A or IRG.'),
        ({"tails": ("CRP",)}, '"CRP" is no form of a tail; write it like n, CRP.n or INF/n.'),
        ({"tails": ()}, 'The grammar has no tail; give at least one, for example "n".'),
        ({"suffixes": ("Add/n",)}, '"Add/n" is no form of a suffix; write it like Add.n or Summary.'),
        (
            {"bodies": ("WG.n", "WG.A")},
            'The body code "WG" has two forms; give one, so that symbols read one way.',
        ),
        (
            {"extras": (("WG.n", ("month",)),)},
            '"month" is no form of a extra part; write it like YEAR, ROMAN or n.',
        ),
        (
            {"extras": (("IRG", ("n",)),)},
            "Extra parts are given for \"IRG\", which is not among the bodies ('WG.n',).",
        ),
        (
            {"extras": (("WG.n", ("n", "YEAR")),)},
            'The extra parts of "WG.n" must be one or more, with YEAR nowhere but first.',
        ),
        (
            {"extras": (("WG.n", ()),)},
            'The extra parts of "WG.n" must be one or more, with YEAR nowhere but first.',
        ),
    ],
)
def test_a_grammar_with_a_wrong_form_is_refused(parts, message):
    with pytest.raises(GrammarError) as refusal:
        Grammar(**{"root": "LAKE/MP", **parts})
    assert str(refusal.value) == message
