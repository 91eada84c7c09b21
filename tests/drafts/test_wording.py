"""The wording of the drafts: six languages say the same things with the same values, and nothing is forgiven."""

import pytest

from rapporteur.bodies.terms import GatheringWord
from rapporteur.drafts.queries.wordings import messages_of, provisional_wordings, voice_of
from rapporteur.drafts.rules.inlines import begun, read
from rapporteur.drafts.rules.voice import GRAMMATICAL, BrokenWording, Messages, Voice
from rapporteur.drafts.terms.matter import Gathering, Name, Place
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.typeset.tree import Gap, Provisional, Text

OTHERS = [language for language in Language if language is not Language.ENGLISH]


def voice(source: str, language: Language = Language.ENGLISH, terms: dict[str, Multilingual] | None = None) -> Voice:
    return Voice(Messages(language, ["gap = English term missing\nin-place = in { $place }", source]), terms)


# --- all six languages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_messages(language: Language) -> None:
    assert sorted(messages_of(language).entries) == sorted(messages_of(Language.ENGLISH).entries)


@pytest.mark.parametrize("language", OTHERS)
def test_every_message_takes_the_same_values_in_every_language(language: Language) -> None:
    english, other = messages_of(Language.ENGLISH), messages_of(language)

    def values(messages: Messages) -> dict[str, list[str]]:
        return {key: sorted(messages.variables(key) - GRAMMATICAL) for key in messages.entries}

    assert values(other) == values(english)


def test_english_has_nothing_provisional() -> None:
    assert [key for language, key in provisional_wordings() if language is Language.ENGLISH] == []


def test_what_stands_in_for_an_official_wording_is_listed() -> None:
    assert (Language.FRENCH, "advise-and-assist") in provisional_wordings()
    assert (Language.SPANISH, "advise-and-assist") not in provisional_wordings()


def test_formulas_that_only_a_term_can_give_are_missing_here() -> None:
    missing = {language: messages_of(language).of_status(Status.MISSING) for language in Language}
    formulas = {Language.FRENCH: ["constant-element"], Language.SPANISH: ["constant-element"]}
    assert missing == {language: formulas.get(language, []) for language in Language}


@pytest.mark.parametrize("language", [Language.FRENCH, Language.SPANISH])
def test_a_missing_formula_is_a_gap_until_there_is_a_term(language: Language) -> None:
    gap = Gap(voice_of(language).plain("gap"), "constant element of the Conference", Language.ENGLISH)
    assert voice_of(language).term("constant-element") == (gap,)
    english = {"constant-element": Multilingual.plain(en="lasting element")}
    assert voice_of(language, english).term("constant-element") == (
        Gap(gap.label, "lasting element", Language.ENGLISH),
    )
    terms = {"constant-element": Multilingual.plain(en="lasting element", fr="élément", es="elemento")}
    assert read(voice_of(language, terms).term("constant-element")) in {"élément", "elemento"}


def test_a_term_comes_in_the_form_that_its_wording_notes() -> None:
    noted = Multilingual({Language.RUSSIAN: Wording("элемент", Status.PROVISIONAL, note="genitive: элемента")})
    russian = voice_of(Language.RUSSIAN, {"constant-element": noted})
    assert russian.term("constant-element", form="genitive") == (Provisional((Text("элемента"),)),)
    assert russian.term("constant-element", form="dative") == (Provisional((Text("элемент"),)),)


# --- putting words and nodes together ---------------------------------------------------------------------------------


def test_a_gap_stands_in_the_middle_of_a_sentence() -> None:
    gap = Gap("missing", "Panel", Language.ENGLISH)
    assert voice("met = { $body } met.").say("met", body=(gap,)) == (gap, Text(" met."))


def test_a_provisional_message_is_marked_once_as_a_whole() -> None:
    said = voice("met = { $body } met\n    .status = provisional").say("met", body=(Provisional((Text("Panel"),)),))
    assert said == (Provisional((Text("Panel met"),)),)


def test_a_provisional_message_leaves_a_gap_in_brackets_of_its_own() -> None:
    gap = Gap("missing", "Panel", Language.ENGLISH)
    message = "met = Reports on { $body }, { $where }\n    .status = provisional"
    assert voice(message).say("met", body=(gap,), where=(gap,)) == (
        Provisional((Text("Reports on"),)), Text(" "), gap, Text(", "), gap,
    )  # fmt: skip
    assert voice(message).say("met", body="it", where=(Provisional((Text("here"),)),)) == (
        Provisional((Text("Reports on it, here"),)),
    )


def test_french_holds_its_marks_to_the_words_beside_them() -> None:
    french = voice("met = Selon « { $title } » : vrai ; « ici » ?", Language.FRENCH)
    title = (Provisional((Text("Examen : suite"),)),)
    assert french.plain("met", title=title) == (
        "Selon «\u00a0Examen\u00a0: suite\u00a0»\u00a0: vrai\u00a0; «\u00a0ici\u00a0»\u00a0?"
    )
    assert read(french.register_text(Multilingual.plain(fr="Examen : suite"))) == "Examen\u00a0: suite"
    assert french.register_text(Multilingual.plain(en="a : b")) == (
        Gap("English term missing", "a : b", Language.ENGLISH),
    )


def test_empty_parts_leave_no_double_spaces_and_no_space_before_a_stop() -> None:
    assert voice("met = It met { $place } { $when }.").say("met", place=(), when="") == (Text("It met."),)


def test_a_message_that_is_not_there_is_refused() -> None:
    with pytest.raises(BrokenWording, match="en: there is no message met"):
        voice("").say("met")


@pytest.mark.parametrize("values", [{}, {"body": "Panel", "place": "Quay"}])
def test_a_value_too_few_or_too_many_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(BrokenWording, match="the message met and what it is spoken with differ in"):
        voice("met = { $body } met").say("met", **values)


def test_what_only_grammar_asks_for_may_be_left_aside() -> None:
    assert voice("met = It met").plain("met", count=2, word="session") == "It met"


@pytest.mark.parametrize(
    ("source", "words"),
    [("met = { $", "cannot be read"), ("met = a\nmet = b", "written twice")],
)
def test_broken_sources_are_refused(source: str, words: str) -> None:
    with pytest.raises(BrokenWording, match=words):
        voice(source)


def test_a_word_with_a_character_of_the_private_range_stays_what_it_is() -> None:
    assert voice("met = { $body } met").plain("met", body="P\ue000") == "P\ue000 met"


# --- texts of the register --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        (Wording("Panel"), Text("Panel")),
        (Wording("Panel", Status.KNOWN), Text("Panel")),
        (Wording("Panel", Status.KNOWN, check=True), Provisional((Text("Panel"),))),
        (Wording("Panel", Status.PROVISIONAL), Provisional((Text("Panel"),))),
    ],
)
def test_only_an_official_text_stands_without_a_mark(wording: Wording, said: Text | Provisional) -> None:
    assert voice("").register_text(Multilingual({Language.ENGLISH: wording})) == (said,)


def test_a_missing_text_shows_the_english_one_or_else_the_first_there_is() -> None:
    french = voice("", Language.FRENCH)
    label = "English term missing"
    assert french.register_text(Multilingual.plain(en="Panel", es="Grupo")) == (Gap(label, "Panel", Language.ENGLISH),)
    assert french.register_text(Multilingual.plain(es="Grupo")) == (Gap(label, "Grupo", Language.SPANISH),)
    assert french.register_text(Multilingual()) == (Gap(label, "", Language.ENGLISH),)


def test_a_term_comes_from_the_register_before_our_wording() -> None:
    own = "element = our element\n    .status = provisional"
    assert voice(own).term("element") == (Provisional((Text("our element"),)),)
    terms = {"element": Multilingual.plain(en="constant element")}
    assert voice(own, terms=terms).term("element") == (Text("constant element"),)
    with pytest.raises(BrokenWording, match="neither a term nor a message"):
        voice(own).term("other")


@pytest.mark.parametrize(
    ("language", "listed"),
    [
        (Language.ENGLISH, "A, B and I"),
        (Language.SPANISH, "A, B e I"),
        (Language.ARABIC, "A وB وI"),
        (Language.CHINESE, "A、B和I"),
    ],
)
def test_nodes_are_listed_as_words_are(language: Language, listed: str) -> None:
    items = [(Text(name),) for name in ("A", "B", "I")]
    assert read(voice_of(language).list(items)) == listed
    assert voice_of(language).list([]) == ()


def test_a_sentence_begins_with_a_capital_inside_a_mark_too() -> None:
    assert begun(Language.ENGLISH, (Provisional((Text("panel"),)),)) == (Provisional((Text("Panel"),)),)
    assert begun(Language.ENGLISH, ()) == ()


# --- names in a sentence ----------------------------------------------------------------------------------------------

SLOTS = "the = { THE($x) }\nof = { OF($x) }\nto = { TO($x) }\na = { A($x) }"


def slots(language: Language, name: Name) -> list[str]:
    return [voice(SLOTS, language).plain(slot, x=name) for slot in ("the", "of", "to", "a")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Groupe", ["le Groupe", "du Groupe", "au Groupe", "un Groupe"]),
        ("Commission", ["la Commission", "de la Commission", "à la Commission", "une Commission"]),
        ("Office", ["l’Office", "de l’Office", "à l’Office", "un Office"]),
        ("le Secrétariat", ["le Secrétariat", "du Secrétariat", "au Secrétariat", "un organe le Secrétariat"]),
        ("Amis", ["l’organe Amis", "de l’organe Amis", "à l’organe Amis", "un organe Amis"]),
    ],
)  # fmt: skip
def test_french_names_take_the_article_of_a_noun_that_is_known(text: str, expected: list[str]) -> None:
    assert slots(Language.FRENCH, Name(Multilingual.plain(fr=text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grupo", ["el Grupo", "del Grupo", "al Grupo", "un Grupo"]),
        ("Comisión", ["la Comisión", "de la Comisión", "a la Comisión", "una Comisión"]),
        ("Amigos", ["el órgano Amigos", "del órgano Amigos", "al órgano Amigos", "un órgano Amigos"]),
    ],
)
def test_spanish_names_contract_their_article(text: str, expected: list[str]) -> None:
    assert slots(Language.SPANISH, Name(Multilingual.plain(es=text))) == expected


@pytest.mark.parametrize(
    ("wording", "of"),
    [
        (Wording("Рабочая группа по шлюзам"), "Рабочей группы по шлюзам"),
        (Wording("Рабочая группа по шлюзам, новая"), "органа «Рабочая группа по шлюзам, новая»"),
        (Wording("Друзья прилива"), "органа «Друзья прилива»"),
        (Wording("Друзья прилива", note="genitive: Друзей прилива"), "Друзей прилива"),
    ],
)
def test_russian_names_are_declined_only_where_the_form_is_known(wording: Wording, of: str) -> None:
    assert slots(Language.RUSSIAN, Name(Multilingual({Language.RUSSIAN: wording})))[1] == of


@pytest.mark.parametrize(
    ("wording", "noun", "to"),
    [
        (Wording("Механизм", note="ours; accusative: Механизм, новый; genitive: X"), "mechanism", "Механизм, новый"),
        (Wording("правила"), "text", "текст «правила»"),
        (Wording("этап"), "activity", "деятельность «этап»"),
        (Wording("Бюро"), "organ", "учреждение «Бюро»"),
        (Wording("Бюро Конференции"), "organ", "Бюро Конференции"),
    ],
)  # fmt: skip
def test_russian_names_take_the_accusative_that_is_noted(wording: Wording, noun: str, to: str) -> None:
    assert slots(Language.RUSSIAN, Name(Multilingual({Language.RUSSIAN: wording}), noun))[2] == to


@pytest.mark.parametrize(
    ("text", "of"),
    [("الفريق العامل", "للفريق العامل"), ("اللجنة", "للجنة"), ("مكتب الأمم", "لمكتب الأمم")],
)
def test_arabic_names_are_written_together_with_their_preposition(text: str, of: str) -> None:
    assert slots(Language.ARABIC, Name(Multilingual.plain(ar=text)))[1] == of


def test_an_arabic_name_of_ours_takes_its_preposition_into_its_mark() -> None:
    ours = Name(Multilingual({Language.ARABIC: Wording("الفريق", Status.PROVISIONAL)}))
    assert voice(SLOTS, Language.ARABIC).say("of", x=ours) == (Provisional((Text("للفريق"),)),)
    noted = Name(Multilingual({Language.ARABIC: Wording("فريق خبراء", note="definite: فريق الخبراء")}))
    assert slots(Language.ARABIC, noted) == ["فريق الخبراء", "لفريق الخبراء", "إلى فريق الخبراء", "فريق خبراء"]


@pytest.mark.parametrize(
    ("text", "a"),
    [
        ("open-ended group", "an open-ended group"),
        ("unit", "a unit"),
        ("panel", "a panel"),
        ("urban panel", "an urban panel"),
    ],
)
def test_english_names_take_the_article_that_sounds_right(text: str, a: str) -> None:
    assert slots(Language.ENGLISH, Name(Multilingual.plain(en=text)))[3] == a


@pytest.mark.parametrize("language", OTHERS)
def test_a_missing_name_needs_no_gender(language: Language) -> None:
    for said in slots(language, Name(Multilingual.plain(en="Panel"))):
        assert said.endswith("English term missing: Panel")


def test_a_place_takes_the_form_its_wording_notes() -> None:
    noted = Multilingual({Language.RUSSIAN: Wording("Вена", note="in: в Вене")})
    assert voice("met = { IN($place) }", Language.RUSSIAN).plain("met", place=Place(noted)) == "в Вене"
    plain = Multilingual.plain(en="Quay")
    assert voice("met = { IN($place) }").plain("met", place=Place(plain)) == "in Quay"


def test_a_gathering_is_numbered_in_the_case_that_is_asked_for() -> None:
    source = 'after = { NTH($meeting, case: "genitive") }'
    russian = voice(source, Language.RUSSIAN)
    assert russian.plain("after", meeting=Gathering(2, GatheringWord.MEETING)) == "второго совещания"
    assert russian.plain("after", meeting=Gathering(2, GatheringWord.SESSION)) == "второй сессии"


def test_an_ordinal_can_stand_without_its_noun() -> None:
    unnumbered = "gathering-without-number = الدورة"
    arabic = voice(f"{unnumbered}\nat = في دورته {{ ORD($meeting) }}.", Language.ARABIC)
    assert arabic.plain("at", meeting=Gathering(10, GatheringWord.SESSION)) == "في دورته العاشرة."
    assert arabic.plain("at", meeting=Gathering(None, GatheringWord.SESSION)) == "في دورته."
    english = voice("at = { ORD($meeting) }")
    assert english.plain("at", meeting=Gathering(2, GatheringWord.MEETING)) == "second"
