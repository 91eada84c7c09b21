"""Who can come in: accounts are made by the secretariat, so nobody signs up at the door."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation

from rapporteur.people.access import may_keep_register


class Door(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - allauth's signature
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Return where somebody goes who signed in: officers to the desk, all others to what they have to do."""
        return reverse("desk" if may_keep_register(request.user) else "mine")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a mail of the door in the language of the person it goes to, whoever asked for it."""
        with translation.override(getattr(context.get("user"), "language", "") or translation.get_language()):
            super().send_mail(template_prefix, email, context)
