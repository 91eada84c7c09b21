"""What the pages about people share: names of States, why a file was not taken, and the mails that tell people."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.archive.terms import NotTaken, Objection
from rapporteur.journal.terms import Refused
from rapporteur.parties.queries import parties
from rapporteur.people.actions.inviting import tell
from rapporteur.people.models import Nomination
from rapporteur.people.queries import processes_named
from rapporteur.questionnaires.queries.cases import processes_asked
from rapporteur.site.desk.guard import by
from rapporteur.site.pages.coming_in import address
from rapporteur.site.pages.tags import plain

_OBJECTIONS = {
    Objection.EMPTY: gettext_lazy("This file is empty."),
    Objection.TOO_LARGE: gettext_lazy("This file is too large; at most 20 megabytes are taken."),
    Objection.UNKNOWN_KIND: gettext_lazy("Files of this kind are not taken. Save it as PDF."),
    Objection.NOT_WHAT_IT_SAYS: gettext_lazy("The content of this file is not what its name says. Save it as PDF."),
    Objection.DAMAGED: gettext_lazy("This file is damaged."),
    Objection.ENCRYPTED: gettext_lazy("This file is locked by a password. Save it without one."),
    Objection.EXPANDS_TOO_MUCH: gettext_lazy("This file expands to more than is taken."),
    Objection.HAS_MACROS: gettext_lazy("This file carries macros. Save it without them, or as PDF."),
    Objection.HAS_ENTITIES: gettext_lazy("This file is written in a way that is not taken. Save it as PDF."),
    Objection.HAS_SCRIPT: gettext_lazy("This file carries a script. Print it to PDF and send that."),
    Objection.INFECTED: gettext_lazy("The virus scanner found something in this file."),
    Objection.NOT_CHECKED: gettext_lazy("The virus scanner does not answer. Try again later."),
}


def not_taken(fault: NotTaken) -> str:
    """Return why a file is not taken, in words for whoever sent it."""
    return str(_OBJECTIONS[fault.objection])


def names_of_states() -> dict[str, str]:
    """Return the name of every State by its key, in the reader's language."""
    return {party.key: plain(party.name) for party in parties()}


def states() -> list[tuple[str, str]]:
    return sorted(names_of_states().items(), key=lambda pair: pair[1])


def processes() -> list[str]:
    """Return what people have been named for, or States asked about, so far."""
    return sorted({*processes_named(), *processes_asked()})


def tell_all(request: HttpRequest, made: Iterable[Nomination]) -> None:
    """Mail everybody who was named, and say on the next page how it went."""
    for one in made:
        name = one.name or str(one.person)
        try:
            tell(
                one,
                address=lambda secret: address(request, secret),
                door=request.build_absolute_uri(reverse("account_login")),
                by=by(request),
                at=timezone.now(),
            )
        except Refused as refusal:
            messages.error(request, f"{name}: {refusal}")
        except OSError:
            text = _("%(name)s is named, but no mail could be sent. Send it again from this page later.")
            messages.error(request, text % {"name": name})
        else:
            messages.success(request, _("A mail is on its way to %(name)s.") % {"name": name})
