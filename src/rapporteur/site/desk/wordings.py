"""The one place to replace wordings: what is provisional, to be checked or missing, for each language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from rapporteur.bodies.models import BodyName
from rapporteur.bodies.terms import NameKind
from rapporteur.journal.terms import Refused
from rapporteur.languages.terms import Language, Multilingual, Status, Wording
from rapporteur.meetings.models import AgendaItem
from rapporteur.site.desk.findable import findable
from rapporteur.site.desk.guard import by, for_officers, kind_or_404, record_or_404, show
from rapporteur.site.desk.kinds import KINDS, Kind
from rapporteur.terminology.actions import Place, replace_wording, shown_wording, text_at
from rapporteur.terminology.forms import LANGUAGE_NAMES, WordingForm

_ON_A_PAGE = 25
STATES = {
    "provisional": gettext_lazy("Provisional"),
    "unchecked": gettext_lazy("To be checked"),
    "missing": gettext_lazy("Missing"),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Texts of one kind of record that documents print: in its own fields, or in those of its rows."""

    slug: str
    fields: tuple[str, ...]
    rows: str = ""
    found: Callable[[], models.QuerySet[Any]] | None = None
    owner: Callable[[Any], Any] = lambda record: record  # unless a row says otherwise


def _names_in_use() -> models.QuerySet[Any]:
    kinds = (NameKind.OFFICIAL, NameKind.GENERIC)
    return BodyName.objects.filter(kind__in=kinds, until=None).select_related("body").prefetch_related("body__names")


def _items_of_sessions() -> models.QuerySet[Any]:
    return AgendaItem.objects.filter(session__isnull=False).select_related("session")


SHELVES = (
    Shelf("terms", ("wording",)),
    Shelf("bodies", ("name",), rows="names", found=_names_in_use, owner=lambda name: name.body),
    Shelf("conferences", ("name", "short_name", "secretariat", "seat")),
    Shelf("instruments", ("name", "short_name")),
    Shelf("mandates", ("title", "subject")),
    Shelf("groups", ("name",)),
    Shelf("sessions", ("title",), rows="agenda", found=_items_of_sessions, owner=lambda item: item.session),
)


@dataclass(frozen=True, slots=True)
class OpenWording:
    """A text that has no official wording in a language."""

    kind: Kind
    owner: Any
    field: str
    text: Multilingual
    language: Language
    where: str

    @property
    def state(self) -> str:
        wording = self.text.wording(self.language)
        if wording is None:
            return "missing"
        return "provisional" if wording.status is Status.PROVISIONAL else "unchecked"

    @property
    def state_label(self) -> Any:
        return STATES[self.state]

    @property
    def name(self) -> str:
        return self.kind.name(self.owner)

    @property
    def label(self) -> str:
        form = next((rows.form for rows in self.kind.rows if self.where.startswith(f"{rows.name}/")), self.kind.form)
        return str(form.base_fields[self.field].label)

    @property
    def language_name(self) -> Any:
        return LANGUAGE_NAMES[self.language]

    @property
    def original(self) -> str:
        return self.text.text(Language.ENGLISH) or self.text.first()

    @property
    def address(self) -> str:
        return reverse("desk_wording", args=[self.kind.slug, self.owner.pk, self.language.value, self.where])

    @property
    def form(self) -> WordingForm:
        return _form(
            self.text, self.language, prefix=f"{self.kind.slug}-{self.where}-{self.language}".replace("/", "-")
        )


def all_open(*, only: str = "", language: str = "", state: str = "") -> Iterator[OpenWording]:
    """Yield every text without an official wording, shelf by shelf, of one kind, language and state where given."""
    for shelf in SHELVES:
        if only in {"", shelf.slug}:
            for found in _of_shelf(shelf):
                if language in {"", found.language} and state in {"", found.state}:
                    yield found


def _of_shelf(shelf: Shelf) -> Iterator[OpenWording]:
    kind = KINDS[shelf.slug]
    for record in shelf.found() if shelf.found else kind.records():
        for field in shelf.fields:
            text: Multilingual = getattr(record, field)
            if not text:
                continue
            where = f"{shelf.rows}/{record.pk}/{field}" if shelf.rows else field
            for language in Language:
                if not text.is_official(language):
                    yield OpenWording(kind, shelf.owner(record), field, text, language, where)


def open_wordings() -> list[tuple[str, Any, int]]:
    """Return how many wordings are open in each state."""
    count = dict.fromkeys(STATES, 0)
    for found in all_open():
        count[found.state] += 1
    return [(state, STATES[state], number) for state, number in count.items()]


@require_safe
@for_officers
def worklist(request: HttpRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "") for name in ("only", "language", "state")}
    found = list(all_open(**chosen))
    start = request.GET.get("from", "")
    first = int(start) if start.isdecimal() else 0
    context = {
        "found": found[first : first + _ON_A_PAGE],
        "total": len(found),
        "further": first + _ON_A_PAGE if len(found) > first + _ON_A_PAGE else None,
        "chosen": chosen,
        "shelves": [KINDS[shelf.slug] for shelf in SHELVES],
        "languages": LANGUAGE_NAMES.items(),
        "states": STATES.items(),
    }
    return show(request, "desk/wordings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_officers
def replace(request: HttpRequest, slug: str, pk: int, code: str, where: str) -> HttpResponse:
    """Replace one wording in one language, and go back to the list it was chosen from."""
    kind = kind_or_404(slug)
    record = record_or_404(kind, pk)
    place = _place(kind, code, where)
    try:
        text = text_at(kind.kept, record, place)
    except Refused as refusal:
        raise Http404(str(refusal)) from refusal
    prefix = request.POST.get("prefix", "wording")
    form = _form(text, place.language, prefix=prefix, data=request.POST if request.method == "POST" else None)
    back = request.POST.get("back") or request.GET.get("back") or reverse("desk_wordings")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = reverse("desk_wordings")
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        wording = Wording(typed["text"], Status(typed["status"]), check=typed["check"], source=typed["source"])
        try:
            told = {"shown": typed["shown"], "by": by(request), "at": timezone.now()}
            do = partial(replace_wording, kind.kept, record, place=place, wording=wording, **told)
            findable(kind, record, do)
        except Refused as refusal:
            for reason in refusal.reasons:
                form.add_error(reason.field if reason.field in form.fields else None, reason.text)
        else:
            messages.success(request, _("Replaced: “%(text)s”.") % {"text": wording.text})
            return redirect(back)
    stored = text.wording(place.language)
    context = {"kind": kind, "record": record, "name": kind.name(record), "form": form, "back": back, "stored": stored}
    context |= {"language": place.language, "language_name": LANGUAGE_NAMES[place.language], "text": text}
    context["now"] = shown_wording(text, place.language)
    return show(request, "desk/wording.html", context, status=422 if form.errors else 200)


def _place(kind: Kind, code: str, where: str) -> Place:
    """Return the place that an address names, if there is a text; anything else is no page."""
    parts = where.split("/")
    shelf = next((shelf for shelf in SHELVES if shelf.slug == kind.slug), None)
    if shelf is None or code not in set(Language) or parts[-1] not in shelf.fields:
        raise Http404
    if not shelf.rows and len(parts) == 1:
        return Place(parts[0], Language(code))
    if shelf.rows and len(parts) == 3 and parts[0] == shelf.rows and parts[1].isdecimal():  # noqa: PLR2004 - as written
        return Place(parts[2], Language(code), (parts[0], int(parts[1])))
    raise Http404


def _form(text: Multilingual, language: Language, *, prefix: str, data: Any = None) -> WordingForm:
    wording = text.wording(language)
    initial = {
        "text": wording.text if wording else "",
        "status": Status.FOUND,
        "check": False,
        "source": wording.source if wording else "",
        "shown": shown_wording(text, language),
    }
    form = WordingForm(data, initial=initial, prefix=prefix)
    form.fields["text"].widget.attrs |= {"lang": language.value, "dir": language.direction}
    return form
