"""The addresses of draws, below /lots/."""

from django.urls import path

from rapporteur.site.pages import lots

urlpatterns = [
    path("", lots.index, name="lots"),
    path("<slug:key>/", lots.page, name="drawing"),
    path("<slug:key>/states/<slug:code>/", lots.state, name="drawing_state"),
    path("<slug:key>/files/<path:name>", lots.file, name="drawing_file"),
    path("<slug:key>/folder.zip", lots.folder, name="drawing_folder"),
]
