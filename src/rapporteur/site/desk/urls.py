"""The addresses of the desk."""

from django.urls import path

from rapporteur.site.desk import acts, ceremony, lots, lots_publishing, views, wordings

urlpatterns = [
    path("", views.desk, name="desk"),
    path("journal/", views.journal, name="desk_journal"),
    path("wordings/", wordings.worklist, name="desk_wordings"),
    path("wordings/<slug:slug>/<int:pk>/<slug:code>/<path:where>/", wordings.replace, name="desk_wording"),
    path("lots/", lots.listing, name="desk_lots"),
    path("lots/publish/", lots_publishing.publish, name="desk_lots_publish"),
    path("lots/<slug:key>/redraw/", lots_publishing.redraw, name="desk_lots_redraw"),
    path("lots/<slug:key>/", lots.drawing, name="desk_lots_drawing"),
    path("lots/<slug:key>/ceremony/", ceremony.ceremony, name="desk_ceremony"),
    path("<slug:slug>/", views.listing, name="desk_list"),
    path("<slug:slug>/new/", views.new, name="desk_new"),
    path("<slug:slug>/<int:pk>/", views.correct, name="desk_record"),
    path("<slug:slug>/<int:pk>/history/", views.history, name="desk_history"),
    path("<slug:slug>/<int:pk>/withdraw/", acts.withdraw, name="desk_withdraw"),
    path("<slug:slug>/<int:pk>/say/", acts.say, name="desk_say"),
    path("<slug:slug>/<int:pk>/issue/", acts.issue, name="desk_issue"),
]
