"""Ordinals of sessions and meetings in six languages, against tables written out by hand."""

import pytest

from rapporteur.languages import ordinals
from rapporteur.languages.cases import Case, Gender
from rapporteur.languages.rows import row
from rapporteur.languages.terms import Language

ENGLISH = row(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
FRENCH = row(
    "première deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième"
)
SPANISH_SESSION = row(
    "primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo 11º 12º 13º 14º 15º 16º 17º 18º 19º 20º"
)
SPANISH_MEETING = row(
    "primera segunda tercera cuarta quinta sexta séptima octava novena décima 11ª 12ª 13ª 14ª 15ª 16ª 17ª 18ª 19ª 20ª"
)
RUSSIAN_SESSION = row(
    "первая вторая третья четвертая пятая шестая седьмая восьмая девятая десятая одиннадцатая двенадцатая "
    "тринадцатая четырнадцатая пятнадцатая шестнадцатая семнадцатая восемнадцатая девятнадцатая двадцатая"
)
RUSSIAN_SESSION_OBLIQUE = row(
    "первой второй третьей четвертой пятой шестой седьмой восьмой девятой десятой одиннадцатой двенадцатой "
    "тринадцатой четырнадцатой пятнадцатой шестнадцатой семнадцатой восемнадцатой девятнадцатой двадцатой"
)
RUSSIAN_MEETING = row(
    "первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое "
    "тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое"
)
RUSSIAN_MEETING_GENITIVE = row(
    "первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого "
    "двенадцатого тринадцатого четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого "
    "девятнадцатого двадцатого"
)
RUSSIAN_MEETING_PREPOSITIONAL = row(
    "первом втором третьем четвертом пятом шестом седьмом восьмом девятом десятом одиннадцатом двенадцатом "
    "тринадцатом четырнадцатом пятнадцатом шестнадцатом семнадцатом восемнадцатом девятнадцатом двадцатом"
)
CHINESE = row("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十")
ARABIC_SESSION = (
    *row("الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة"),
    *(f"{unit} عشرة" for unit in row("الحادية الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة")),
    "العشرون",
)
ARABIC_MEETING = (
    *row("الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر"),
    *(f"{unit} عشر" for unit in row("الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع")),
    "العشرون",
)


@pytest.mark.parametrize(
    ("language", "worded", "case", "words"),
    [
        (Language.ENGLISH, ordinals.session_ordinal, Case.NOMINATIVE, ENGLISH),
        (Language.ENGLISH, ordinals.meeting_ordinal, Case.NOMINATIVE, ENGLISH),
        (Language.FRENCH, ordinals.session_ordinal, Case.NOMINATIVE, FRENCH),
        (Language.FRENCH, ordinals.meeting_ordinal, Case.NOMINATIVE, FRENCH),
        (Language.SPANISH, ordinals.session_ordinal, Case.NOMINATIVE, SPANISH_SESSION),
        (Language.SPANISH, ordinals.meeting_ordinal, Case.NOMINATIVE, SPANISH_MEETING),
        (Language.RUSSIAN, ordinals.session_ordinal, Case.NOMINATIVE, RUSSIAN_SESSION),
        (Language.RUSSIAN, ordinals.session_ordinal, Case.GENITIVE, RUSSIAN_SESSION_OBLIQUE),
        (Language.RUSSIAN, ordinals.session_ordinal, Case.DATIVE, RUSSIAN_SESSION_OBLIQUE),
        (Language.RUSSIAN, ordinals.session_ordinal, Case.INSTRUMENTAL, RUSSIAN_SESSION_OBLIQUE),
        (Language.RUSSIAN, ordinals.session_ordinal, Case.PREPOSITIONAL, RUSSIAN_SESSION_OBLIQUE),
        (Language.RUSSIAN, ordinals.meeting_ordinal, Case.NOMINATIVE, RUSSIAN_MEETING),
        (Language.RUSSIAN, ordinals.meeting_ordinal, Case.ACCUSATIVE, RUSSIAN_MEETING),
        (Language.RUSSIAN, ordinals.meeting_ordinal, Case.GENITIVE, RUSSIAN_MEETING_GENITIVE),
        (Language.RUSSIAN, ordinals.meeting_ordinal, Case.PREPOSITIONAL, RUSSIAN_MEETING_PREPOSITIONAL),
        (Language.CHINESE, ordinals.session_ordinal, Case.NOMINATIVE, [f"第{number}届" for number in CHINESE]),
        (Language.CHINESE, ordinals.meeting_ordinal, Case.NOMINATIVE, [f"第{number}次" for number in CHINESE]),
        (Language.ARABIC, ordinals.session_ordinal, Case.NOMINATIVE, ARABIC_SESSION),
        (Language.ARABIC, ordinals.session_ordinal, Case.PREPOSITIONAL, [*ARABIC_SESSION[:-1], "العشرين"]),
        (Language.ARABIC, ordinals.meeting_ordinal, Case.NOMINATIVE, ARABIC_MEETING),
        (Language.ARABIC, ordinals.meeting_ordinal, Case.GENITIVE, [*ARABIC_MEETING[:-1], "العشرين"]),
    ],
)
def test_the_first_twenty_are_as_documents_print_them(language, worded, case, words):
    assert [worded(language, number, case=case) for number in range(1, 21)] == list(words)


CHINESE_HIGHER = "二十一 三十二 四十三 五十 六十一 七十 七十一 七十五 八十 八十一 九十一 九十九"
HIGHER = (21, 32, 43, 50, 61, 70, 71, 75, 80, 81, 91, 99)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            Language.ENGLISH,
            row(
                "twenty-first thirty-second forty-third fiftieth sixty-first seventieth seventy-first seventy-fifth "
                "eightieth eighty-first ninety-first ninety-ninth"
            ),
        ),
        (
            Language.FRENCH,
            [
                "vingt et unième",
                "trente-deuxième",
                "quarante-troisième",
                "cinquantième",
                "soixante et unième",
                "soixante-dixième",
                "soixante et onzième",
                "soixante-quinzième",
                "quatre-vingtième",
                "quatre-vingt-unième",
                "quatre-vingt-onzième",
                "quatre-vingt-dix-neuvième",
            ],
        ),
        (Language.SPANISH, row("21º 32º 43º 50º 61º 70º 71º 75º 80º 81º 91º 99º")),
        (
            Language.RUSSIAN,
            [
                "двадцать первая",
                "тридцать вторая",
                "сорок третья",
                "пятидесятая",
                "шестьдесят первая",
                "семидесятая",
                "семьдесят первая",
                "семьдесят пятая",
                "восьмидесятая",
                "восемьдесят первая",
                "девяносто первая",
                "девяносто девятая",
            ],
        ),
        (
            Language.CHINESE,
            [f"第{number}届" for number in row(CHINESE_HIGHER)],
        ),
        (
            Language.ARABIC,
            [
                "الحادية والعشرون",
                "الثانية والثلاثون",
                "الثالثة والأربعون",
                "الخمسون",
                "الحادية والستون",
                "السبعون",
                "الحادية والسبعون",
                "الخامسة والسبعون",
                "الثمانون",
                "الحادية والثمانون",
                "الحادية والتسعون",
                "التاسعة والتسعون",
            ],
        ),
    ],
)
def test_higher_sessions_have_words_too(language, words):
    assert [ordinals.session_ordinal(language, number) for number in HIGHER] == list(words)


def test_higher_meetings_agree_with_their_noun():
    assert [
        ordinals.meeting_ordinal(Language.ARABIC, 21),
        ordinals.meeting_ordinal(Language.ARABIC, 21, case=Case.GENITIVE),
        ordinals.meeting_ordinal(Language.RUSSIAN, 40),
        ordinals.meeting_ordinal(Language.RUSSIAN, 23, case=Case.PREPOSITIONAL),
        ordinals.meeting_ordinal(Language.SPANISH, 33),
    ] == ["الحادي والعشرون", "الحادي والعشرين", "сороковое", "двадцать третьем", "33ª"]


@pytest.mark.parametrize(
    ("language", "number", "text"),
    [
        (Language.ENGLISH, 100, "one hundredth"),
        (Language.ENGLISH, 121, "one hundred and twenty-first"),
        (Language.ENGLISH, 999, "nine hundred and ninety-ninth"),
        (Language.ENGLISH, 1000, "1000th"),
        (Language.ENGLISH, 1001, "1001st"),
        (Language.ENGLISH, 1002, "1002nd"),
        (Language.ENGLISH, 1003, "1003rd"),
        (Language.ENGLISH, 1011, "1011th"),
        (Language.ENGLISH, 1112, "1112th"),
        (Language.FRENCH, 100, "100e"),
        (Language.SPANISH, 101, "101º"),
        (Language.RUSSIAN, 100, "100-я"),
        (Language.CHINESE, 100, "第一百届"),
        (Language.CHINESE, 101, "第一百零一届"),
        (Language.CHINESE, 110, "第一百一十届"),
        (Language.CHINESE, 215, "第二百一十五届"),
        (Language.CHINESE, 1000, "第1000届"),
        (Language.ARABIC, 100, "100"),
    ],
)
def test_figures_take_over_where_words_would_be_endless(language, number, text):
    assert ordinals.session_ordinal(language, number) == text


@pytest.mark.parametrize(
    ("language", "session", "meeting"),
    [
        (Language.ARABIC, "الدورة العاشرة", "الاجتماع العاشر"),
        (Language.CHINESE, "第十届会议", "第十次会议"),
        (Language.ENGLISH, "tenth session", "tenth meeting"),
        (Language.FRENCH, "dixième session", "dixième réunion"),
        (Language.RUSSIAN, "десятая сессия", "десятое совещание"),
        (Language.SPANISH, "décimo período de sesiones", "décima reunión"),
    ],
)
def test_the_whole_phrase_has_the_noun_in_its_place(language, session, meeting):
    assert ordinals.session(language, 10) == session
    assert ordinals.meeting(language, 10) == meeting


@pytest.mark.parametrize(
    ("case", "session", "meeting"),
    [
        (Case.NOMINATIVE, "третья сессия", "третье совещание"),
        (Case.GENITIVE, "третьей сессии", "третьего совещания"),
        (Case.DATIVE, "третьей сессии", "третьему совещанию"),
        (Case.ACCUSATIVE, "третью сессию", "третье совещание"),
        (Case.INSTRUMENTAL, "третьей сессией", "третьим совещанием"),
        (Case.PREPOSITIONAL, "третьей сессии", "третьем совещании"),
    ],
)
def test_the_russian_phrase_is_inflected_as_a_whole(case, session, meeting):
    assert ordinals.session(Language.RUSSIAN, 3, case=case) == session
    assert ordinals.meeting(Language.RUSSIAN, 3, case=case) == meeting


@pytest.mark.parametrize(
    ("case", "masculine", "feminine", "neuter"),
    [
        (Case.NOMINATIVE, "первый второй третий сороковой", "первая вторая третья сороковая", "100-е"),
        (Case.GENITIVE, "первого второго третьего сорокового", "первой второй третьей сороковой", "100-го"),
        (Case.DATIVE, "первому второму третьему сороковому", "первой второй третьей сороковой", "100-му"),
        (Case.ACCUSATIVE, "первый второй третий сороковой", "первую вторую третью сороковую", "100-е"),
        (Case.INSTRUMENTAL, "первым вторым третьим сороковым", "первой второй третьей сороковой", "100-м"),
        (Case.PREPOSITIONAL, "первом втором третьем сороковом", "первой второй третьей сороковой", "100-м"),
    ],
)
def test_russian_has_every_gender_and_case(case, masculine, feminine, neuter):
    def words(gender):
        return " ".join(
            ordinals.ordinal(Language.RUSSIAN, number, gender=gender, case=case) for number in (1, 2, 3, 40)
        )

    assert words(Gender.MASCULINE) == masculine
    assert words(Gender.FEMININE) == feminine
    assert ordinals.ordinal(Language.RUSSIAN, 100, gender=Gender.NEUTER, case=case) == neuter


def test_the_first_before_a_masculine_noun_has_a_form_of_its_own():
    assert ordinals.ordinal(Language.FRENCH, 1) == "premier"
    assert ordinals.ordinal(Language.SPANISH, 1) == "primer"
    assert ordinals.ordinal(Language.ARABIC, 1) == "الأول"
    assert ordinals.ordinal(Language.CHINESE, 1) == "第一"
    assert ordinals.ordinal(Language.ENGLISH, 1) == "first"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("worded", [ordinals.session_ordinal, ordinals.meeting_ordinal])
def test_no_two_numbers_share_an_ordinal(language, worded):
    assert len({worded(language, number) for number in range(1, 1200)}) == 1199


@pytest.mark.parametrize("language", Language)
def test_there_is_no_ordinal_below_the_first(language):
    with pytest.raises(ValueError, match="numbered from 1; 0 has no ordinal"):
        ordinals.session(language, 0)
