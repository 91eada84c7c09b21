"""Draws of lots, for everybody: the list, one draw with its tables and pictures, one State of it, and its files."""

import io
import zipfile
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from rapporteur.lots.access import may_run_draws
from rapporteur.lots.files.fitness import blanks
from rapporteur.lots.files.pictures import Words, histogram_picture, map_picture, matrix_picture
from rapporteur.lots.files.tables import Tables
from rapporteur.lots.models import Drawing
from rapporteur.lots.queries import drawings as queries
from rapporteur.lots.queries.ceremony import ceremony_of, is_held_back
from rapporteur.lots.queries.folders import chain_of, files_of, folder_of
from rapporteur.lots.queries.shown import (
    around_shown,
    events_shown,
    inputs_shown,
    refusal_shown,
    tables_shown,
    years_shown,
)
from rapporteur.site.pages.show import found_or_404, show

PAGE = 30
_TYPES: Final = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "py": "text/x-python; charset=utf-8",
}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def index(request: HttpRequest) -> HttpResponse:
    after = request.GET.get("after", "")
    found = queries.drawings(before=int(after) if after.isdecimal() else None, limit=PAGE + 1)
    return show(
        request,
        "drawings",
        drawings=found[:PAGE],
        more=found[PAGE - 1].pk if len(found) > PAGE else "",
        may_run=may_run_draws(request.user),
    )


def page(request: HttpRequest, key: str) -> HttpResponse:
    drawing = drawing_or_404(key)
    held_back = is_held_back(drawing)
    tables = None if held_back else tables_shown(drawing)
    return show(
        request,
        "drawing",
        drawing=drawing,
        held_back=held_back,
        ceremony=ceremony_of(key),
        tables=tables,
        pictures=_pictures(tables) if tables else {},
        years=[] if held_back else years_shown(drawing),
        refusal=refusal_shown(drawing),
        events=events_shown(drawing),
        blanks=blanks(inputs_shown(drawing)[0]),
        followers=queries.followers(drawing),
        files=_names(drawing, held_back=held_back),
        may_run=may_run_draws(request.user),
    )


def state(request: HttpRequest, key: str, code: str) -> HttpResponse:
    drawing = drawing_or_404(key)
    if is_held_back(drawing):
        raise Http404(_held_back())
    around = found_or_404(
        around_shown(drawing, code), _("“%(code)s” is not on the roster of this draw.") % {"code": code}
    )
    picture = mark_safe(map_picture(around, words()))  # noqa: S308 - every word in it is escaped there
    return show(request, "drawing_state", drawing=drawing, around=around, picture=picture)


def file(request: HttpRequest, key: str, name: str) -> HttpResponse:  # noqa: ARG001 - what a view is called with
    drawing = drawing_or_404(key)
    if is_held_back(drawing) and name not in _before_the_draw(drawing):
        raise Http404(_held_back())
    content = found_or_404(files_of(drawing).get(name), _("This draw has no file “%(name)s”.") % {"name": name})
    return _download(content, name.rpartition("/")[2], _TYPES.get(name.rpartition(".")[2], "text/plain; charset=utf-8"))


def folder(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001 - what a view is called with
    """Give the whole folder of a chain of draws, as one archive; the same folder gives the same bytes."""
    root = chain_of(drawing_or_404(key))[0]
    if is_held_back(root):
        raise Http404(_held_back())
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in folder_of(root).items():
            entry = zipfile.ZipInfo(f"{root.key}/{name}", _EPOCH)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return _download(out.getvalue(), f"{root.key}.zip", "application/zip")


def drawing_or_404(key: str) -> Drawing:
    return found_or_404(queries.drawing(key), _("There is no draw “%(key)s” here.") % {"key": key})


def words() -> Words:
    """Return what the pictures say, in the reader's language."""
    return Words(
        matrix=_("Seats by group: rows review, columns are reviewed"),
        histogram=_("States by the number of reviews they take"),
        reviews=_("reviews"),
        states=_("States"),
        map=_("Reviewers of {state}, and the States it reviews"),
        reviewed_by=_("reviewed by"),
        own=_("own group"),
        other=_("other group"),
        any=_("any group"),
        additional=_("additional"),
        nobody=_("nobody in this draw"),
    )


def _pictures(tables: Tables) -> dict[str, str]:
    said = words()
    return {
        "matrix": mark_safe(matrix_picture(tables.matrix, said)),  # noqa: S308 - every word in it is escaped there
        "histogram": mark_safe(histogram_picture(tables, said)),  # noqa: S308 - every word in it is escaped there
    }


def _names(drawing: Drawing, *, held_back: bool) -> list[str]:
    """Return the files of a drawing that a page offers."""
    if held_back:
        return _before_the_draw(drawing)
    texts = queries.names_of_texts(drawing)
    return sorted({*texts, *queries.issued_names(drawing), "README.txt", "SHA256SUMS"})


def _before_the_draw(drawing: Drawing) -> list[str]:
    names = ["publication.json", *([] if drawing.follows_id else ["verify.py"])]
    return sorted([*names, "roster.csv", "rules.json"])


def _held_back() -> str:
    return _("This draw is being revealed in the room; it can be had here when the ceremony is over.")


def _download(content: bytes, name: str, media_type: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
