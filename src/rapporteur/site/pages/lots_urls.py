"""The addresses of draws, below /lots/."""

from django.urls import path

from rapporteur.site.pages import ceremony, lots

urlpatterns = [
    path("", lots.index, name="lots"),
    path("<slug:key>/", lots.page, name="drawing"),
    path("<slug:key>/states/<slug:code>/", lots.state, name="drawing_state"),
    path("<slug:key>/files/<path:name>", lots.file, name="drawing_file"),
    path("<slug:key>/ceremony/", ceremony.page, name="ceremony"),
    path("<slug:key>/ceremony/now/", ceremony.now, name="ceremony_now"),
    path("<slug:key>/ceremony/<int:number>/balls.json", ceremony.balls, name="ceremony_balls"),
    path("<slug:key>/ceremony/<int:number>/certificate.csv", ceremony.certificate, name="ceremony_certificate"),
    path("<slug:key>/folder.zip", lots.folder, name="drawing_folder"),
]
