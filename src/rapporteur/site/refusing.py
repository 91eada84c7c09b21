"""Requests that no page can answer are refused at the door, before anything reads them."""

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def refuse_unreadable(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Return a middleware that refuses an address with a NUL, which PostgreSQL cannot even be asked about."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path or any("\0" in value for values in request.GET.lists() for value in values[1]):
            raise BadRequest("The address holds a NUL character.")
        return get_response(request)

    return middleware


def refuse_too_large(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Return a middleware that refuses what is larger than any form of this site, before a byte of it is kept."""

    def middleware(request: HttpRequest) -> HttpResponse:
        told = request.META.get("CONTENT_LENGTH") or "0"
        if not told.isdecimal() or int(told) > settings.LARGEST_REQUEST:
            return render(request, "413.html", {"most": settings.LARGEST_REQUEST / 1e6}, status=413)
        return get_response(request)

    return middleware
