import pytest

from questionnaires.invented import CASES, FILES, FORMS, LAW, OFFENCE, PENALTY, PLANS, SINCE
from rapporteur.questionnaires.rules.values import Misfit, Unfit, fitted
from rapporteur.questionnaires.terms import Question, Value

DIGEST = "0123456789abcdef" * 4


@pytest.mark.parametrize(
    ("question", "given", "kept"),
    [
        (OFFENCE, "yes", "yes"),
        (OFFENCE, " ", None),
        (PLANS, " First line\r\nsecond ", "First line\nsecond"),
        (FORMS, ["c", "a"], ["a", "c"]),
        (FORMS, [], None),
        (LAW, [{"law": "Act 1"}], [{"law": "Act 1", "provisions": "", "link": ""}]),
        (LAW, [{"law": ""}, {"law": "Act 2", "link": "https://laws.example/2"}],
         [{"law": "Act 2", "provisions": "", "link": "https://laws.example/2"}]),
        (PENALTY, "12", "12"),
        (PENALTY, "١٢٫٥", "12.5"),
        (PENALTY, 7, "7"),
        (SINCE, "2024-02-29", "2024-02-29"),
        (CASES, [{"year": "2020", "court": "High Court"}, {}], [{"year": "2020", "court": "High Court"}]),
        (FILES, [DIGEST, DIGEST], [DIGEST]),
        (FILES, None, None),
    ],
)  # fmt: skip
def test_an_answer_is_kept_in_one_plain_form(question: Question, given: Value, kept: Value) -> None:
    assert fitted(question, given) == kept


@pytest.mark.parametrize(
    ("question", "given", "misfit", "detail", "where"),
    [
        (OFFENCE, "perhaps", Misfit.NO_SUCH_OPTION, "perhaps", ""),
        (OFFENCE, ["yes"], Misfit.NOT_OF_THIS_KIND, "", ""),
        (PLANS, "x" * 21, Misfit.TOO_LONG, "20", ""),
        (PLANS, "a\u202eb", Misfit.CONTROL_CHARACTER, "U+202E", ""),
        (PLANS, "a\x00b", Misfit.CONTROL_CHARACTER, "U+0000", ""),
        (FORMS, "a", Misfit.NOT_OF_THIS_KIND, "", ""),
        (FORMS, ["a", "z"], Misfit.NO_SUCH_OPTION, "z", ""),
        (LAW, [{"law": "Act 1"}, {"provisions": "section 3"}], Misfit.NO_LAW, "", "2"),
        (LAW, [{"law": "Act 1", "link": "javascript:alert(1)"}], Misfit.NO_LINK, "javascript:alert(1)", "1"),
        (LAW, [{"law": "Act 1", "page": "3"}], Misfit.NOT_OF_THIS_KIND, "", "1"),
        (PENALTY, "many", Misfit.NO_NUMBER, "many", ""),
        (PENALTY, "1e3", Misfit.NO_NUMBER, "1e3", ""),
        (PENALTY, "2.25", Misfit.TOO_MANY_DECIMALS, "1", ""),
        (PENALTY, "61", Misfit.TOO_LARGE, "60", ""),
        (PENALTY, "-1", Misfit.TOO_SMALL, "0", ""),
        (PENALTY, True, Misfit.NOT_OF_THIS_KIND, "", ""),
        (SINCE, "2023-02-29", Misfit.NO_DATE, "2023-02-29", ""),
        (CASES, [{"yeer": "2020"}], Misfit.NO_SUCH_COLUMN, "yeer", "1"),
        (CASES, [{"year": "2020"}, {"year": "last"}], Misfit.NO_NUMBER, "last", "2, year"),
        (FILES, ["report.pdf"], Misfit.NO_FILE, "", ""),
        (FILES, [DIGEST, "1" * 64, "2" * 64], Misfit.TOO_MANY, "2", ""),
    ],
)
def test_what_is_no_answer_is_refused_where_it_stands(
    question: Question, given: Value, misfit: Misfit, detail: str, where: str
) -> None:
    with pytest.raises(Unfit) as refusal:
        fitted(question, given)
    assert (refusal.value.misfit, refusal.value.detail, refusal.value.where) == (misfit, detail, where)


def test_what_is_kept_fits_again_unchanged() -> None:
    for question, given in ((PENALTY, "007.50"[:5]), (FORMS, ["b", "a"]), (CASES, [{"year": "1", "court": " c "}])):
        kept = fitted(question, given)
        assert fitted(question, kept) == kept
