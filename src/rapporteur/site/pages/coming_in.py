"""The way in for people whom a note verbale named: the link of an invitation, and asking for a fresh one.

A link is used up by sending the form, never by opening the page: programs that read mails open links too.
"""

import logging

from allauth.account.internal.flows.login import record_authentication  # allauth offers no public way
from allauth.core.ratelimit import consume
from allauth.usersessions.models import UserSession
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from rapporteur.journal.terms import Refused
from rapporteur.people.actions.inviting import accept, ask_for_link, invitation_of
from rapporteur.people.forms import LinkForm, PasswordForm
from rapporteur.site.pages.show import show

logger = logging.getLogger(__name__)
_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@never_cache
@sensitive_post_parameters("password", "again")
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the page of a link, and take the password that is chosen there."""
    try:
        invitation = invitation_of(secret, at=timezone.now())
    except Refused as refusal:
        reason = refusal.reasons[0]
        return show(request, "link_refused", status=410, reason=reason.text, used=reason.field == "used")
    form = PasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            person = accept(secret, password=form.cleaned_data["password"], at=timezone.now())
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error("password" if reason.field == "password" else None, reason.text)
        else:
            login(request, person, backend=_BACKEND)
            # Who chose a password a moment ago is not asked for it again to add the second factor.
            record_authentication(request, user=person, method="password", reauthenticated=True)
            # allauth lists the sign-ins that pass its own door; this one came by the link.
            UserSession.objects.create_from_request(request)
            return redirect("mfa_index")
    return show(request, "invited", status=422 if form.errors else 200, form=form, person=invitation.person)


@require_http_methods(["GET", "HEAD", "POST"])
def fresh_link(request: HttpRequest) -> HttpResponse:
    """Show and take the form that asks for a fresh link; what it answers is the same for every address."""
    form = LinkForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return show(request, "fresh_link", status=422 if form.errors else 200, form=form)
    if consume(request, action="reset_password", key=form.cleaned_data["email"].lower()):
        _send(request, form.cleaned_data["email"])
    return show(request, "fresh_link_asked", email=form.cleaned_data["email"])


def _send(request: HttpRequest, email: str) -> None:
    try:
        ask_for_link(email, address=lambda secret: address(request, secret), at=timezone.now())
    except OSError:
        # The page says the same as ever, or it would tell who is known; whoever runs the site finds this in the log.
        logger.exception("A fresh link could not be mailed: look at RAPPORTEUR_MAIL.")


def address(request: HttpRequest, secret: str) -> str:
    """Return the whole address of the page that takes a secret."""
    return request.build_absolute_uri(reverse("invited", args=[secret]))
