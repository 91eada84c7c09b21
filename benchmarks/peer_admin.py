"""Django's admin with the register's larger records, as it is set up in a minute: lists, and search by `icontains`."""

from collections.abc import Callable

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from rapporteur.documents.models import Document
from rapporteur.mandates.models import Mandate
from rapporteur.meetings.models import Meeting
from rapporteur.people.models import Person


class Site(admin.AdminSite):
    def has_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - Django's signature
        return True


site = Site()


@admin.register(Meeting, site=site)
class MeetingAdmin(admin.ModelAdmin):
    list_display = ("key", "body", "ordinal", "starts_on", "ends_on")
    list_select_related = ("body",)
    list_filter = ("mode",)
    search_fields = ("key",)
    list_per_page = 50


@admin.register(Document, site=site)
class DocumentAdmin(admin.ModelAdmin):
    list_display = ("symbol", "title", "type", "date", "status")
    list_filter = ("type",)
    search_fields = ("symbol", "title")
    list_per_page = 50


@admin.register(Mandate, site=site)
class MandateAdmin(admin.ModelAdmin):
    list_display = ("number", "title", "session_key", "adopted_on")
    list_filter = ("kind",)
    search_fields = ("number", "title")
    list_per_page = 50


def as_officer(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Sign a visitor of the admin in, without the database; the site's own pages are visited logged out."""
    officer = Person(pk=1, email="officer@example.org", is_superuser=True)

    def respond(request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/admin/"):
            request.user = officer
        return get_response(request)

    return respond
