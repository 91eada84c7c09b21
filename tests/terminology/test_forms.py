"""Six inputs make one text, with how sure we are of each wording; nothing of a stored text is lost on the way."""

import pytest
from django.core.exceptions import ValidationError

from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.terminology.forms import MultilingualFormField, as_typed

INVISIBLE = "There is an invisible character at position"
TEXT = Multilingual(
    {
        Language.ENGLISH: Wording("Tails"),
        Language.FRENCH: Wording(
            "Queues",
            Status.PROVISIONAL,
            check=True,
            source="yearbook",
            note="genitive: des queues",
            variants=("Traînes",),
        ),
        Language.ARABIC: Wording("ذيول", Status.KNOWN),
    }
)


def test_a_text_shown_and_sent_back_is_the_same_text():
    field = MultilingualFormField()
    assert field.clean(as_typed(TEXT)) == TEXT
    assert not field.has_changed(TEXT, as_typed(TEXT))


@pytest.mark.parametrize(
    ("language", "part", "typed"),
    [("fr", "text", "Queue"), ("fr", "status", "found"), ("fr", "check", ""), ("zh", "text", "尾"), ("en", "text", "")],
)
def test_any_part_that_differs_is_a_change(language, part, typed):
    sent = as_typed(TEXT)
    sent[language][part] = typed
    assert MultilingualFormField().has_changed(TEXT, sent)


def test_line_breaks_of_a_pasted_title_become_spaces():
    sent = as_typed(None)
    sent["en"]["text"] = "  Working\r\n Group  on Tails "
    assert MultilingualFormField().clean(sent) == Multilingual.plain(en="Working Group on Tails")


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        (
            "fr",
            {"text": "Queue\u202a"},
            f"French: {INVISIBLE} 6: LEFT-TO-RIGHT EMBEDDING (U+202A). Delete it: Queue\\u202a",
        ),
        (
            "ru",
            {"source": "yearbook"},
            "Russian: there is a source or a note, but no text; write the text, or clear both.",
        ),
        ("es", {"text": "Colas", "status": "sure"}, "Spanish: “sure” is not a status; choose one of the list."),
    ],
)
def test_a_fault_names_its_language(language, typed, said):
    sent = as_typed(TEXT)
    sent[language] |= typed
    with pytest.raises(ValidationError) as refusal:
        MultilingualFormField().clean(sent)
    assert refusal.value.messages == [said]


def test_a_required_text_wants_one_language():
    with pytest.raises(ValidationError) as refusal:
        MultilingualFormField(required=True).clean(as_typed(None))
    assert refusal.value.messages == ["Give the text in at least one language."]
    assert MultilingualFormField(required=False).clean(as_typed(None)) == Multilingual()
