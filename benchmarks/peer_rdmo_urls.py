"""The addresses of RDMO that its interview speaks to."""

from django.urls import include, path

urlpatterns = [
    path("", include("rdmo.core.urls")),
    path("api/v1/", include("rdmo.core.urls.v1")),
]
