"""The addresses of the desk."""

from django.urls import path

from rapporteur.site.desk import acts, ceremony, lots, lots_publishing, notes, people, views, wordings

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
    path("notes/", notes.listing, name="desk_notes"),
    path("notes/new/", notes.new, name="desk_note_new"),
    path("notes/<int:pk>/", notes.note, name="desk_note"),
    path("notes/<int:pk>/scan/", notes.scan, name="desk_note_scan"),
    path("notes/<int:pk>/nominate/", notes.nominate, name="desk_nominate"),
    path("people/", people.listing, name="desk_people"),
    path("people/nominations/<int:pk>/tell/", people.tell, name="desk_tell"),
    path("people/nominations/<int:pk>/end/", people.end, name="desk_end_nomination"),
    path("people/cases/<int:pk>/take-out/", people.take_out, name="desk_take_out"),
    path("people/in/<path:process>/<str:state>/", people.of_state, name="desk_people_of"),
    path("<slug:slug>/", views.listing, name="desk_list"),
    path("<slug:slug>/new/", views.new, name="desk_new"),
    path("<slug:slug>/<int:pk>/", views.correct, name="desk_record"),
    path("<slug:slug>/<int:pk>/history/", views.history, name="desk_history"),
    path("<slug:slug>/<int:pk>/withdraw/", acts.withdraw, name="desk_withdraw"),
    path("<slug:slug>/<int:pk>/say/", acts.say, name="desk_say"),
    path("<slug:slug>/<int:pk>/issue/", acts.issue, name="desk_issue"),
]
