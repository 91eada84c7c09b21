"""What a person keeps about himself: name, language of mails and pages; and what he is named for, with the notes."""

from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused
from rapporteur.people.actions.introducing import change_profile
from rapporteur.people.forms import ProfileForm
from rapporteur.people.queries import standings_of
from rapporteur.site.assessments.guard import for_people
from rapporteur.site.desk.lots import blamed
from rapporteur.site.desk.told_people import names_of_states
from rapporteur.site.pages.show import show

if TYPE_CHECKING:
    from rapporteur.people.models import Person


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_people
def profile(request: HttpRequest) -> HttpResponse:
    """Show the profile, and take another name or language."""
    person = cast("Person", request.user)
    own = {"name": person.name, "language": person.language}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=own)
    reasons: list[str] = []
    if form.is_bound and form.is_valid():
        try:
            change_profile(person, **form.cleaned_data, by=person.email, at=timezone.now())
        except Refused as refusal:
            reasons = blamed(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect("profile")
    return show(
        request,
        "profile",
        status=422 if form.errors or reasons else 200,
        form=form,
        reasons=reasons,
        person=person,
        nominations=standings_of(person),
        names=names_of_states(),
    )
