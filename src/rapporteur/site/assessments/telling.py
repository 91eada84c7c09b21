"""Why a value is no answer, in words for whoever typed it, at the place where it stands."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.languages.terms import Language
from rapporteur.questionnaires.rules.values import Misfit, Unfit
from rapporteur.questionnaires.terms import Question

_MISFITS: Mapping[Misfit, object] = {
    Misfit.NOT_OF_THIS_KIND: gettext_lazy("This is not the kind of answer that is asked for."),
    Misfit.NO_SUCH_OPTION: gettext_lazy("“%(detail)s” is not one of the answers offered."),
    Misfit.CONTROL_CHARACTER: gettext_lazy(
        "The text has the character %(detail)s, which has no place in a text. Type it anew."
    ),
    Misfit.TOO_LONG: gettext_lazy("This is longer than %(detail)s characters. Shorten it."),
    Misfit.TOO_MANY: gettext_lazy("At most %(detail)s can be given here."),
    Misfit.TOO_FEW: gettext_lazy("At least %(detail)s are wanted here."),
    Misfit.NO_NUMBER: gettext_lazy("“%(detail)s” is not a number. Write it in figures, such as 12.5."),
    Misfit.TOO_MANY_DECIMALS: gettext_lazy("Give at most %(detail)s figures after the point."),
    Misfit.TOO_LARGE: gettext_lazy("The number can be %(detail)s at most."),
    Misfit.TOO_SMALL: gettext_lazy("The number can be %(detail)s at least."),
    Misfit.NO_DATE: gettext_lazy("“%(detail)s” is not a date. Write it as year-month-day, such as 2026-05-04."),
    Misfit.TOO_EARLY: gettext_lazy("The date can be %(detail)s at the earliest."),
    Misfit.TOO_LATE: gettext_lazy("The date can be %(detail)s at the latest."),
    Misfit.NO_LINK: gettext_lazy("“%(detail)s” is not a link. Write the whole address, with https:// before it."),
    Misfit.NO_LAW: gettext_lazy("Name the law; its provisions or a link alone do not say which it is."),
    Misfit.NO_SUCH_COLUMN: gettext_lazy("The table has no column “%(detail)s”."),
    Misfit.NO_FILE: gettext_lazy("This is not one of the files given with the answers."),
}


def sentence(unfit: Unfit, question: Question, language: Language) -> str:
    """Return why a value does not fit, with its row and column."""
    fault = str(_MISFITS[unfit.misfit]) % {"detail": unfit.detail}
    row, _comma, key = unfit.where.partition(", ")
    if not row:
        return fault
    column = next((column for column in question.columns if column.key == key), None)
    if column is None:
        return _("Row %(row)s: %(fault)s") % {"row": row, "fault": fault}
    label = column.label.text(language) or column.label.first()
    return _("Row %(row)s, “%(column)s”: %(fault)s") % {"row": row, "column": label, "fault": fault}
