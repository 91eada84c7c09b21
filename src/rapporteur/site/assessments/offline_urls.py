"""The addresses of forms that are filled without a connection, and of the files given with answers."""

from django.urls import path

from rapporteur.site.assessments import attachments, offline

urlpatterns = [
    path("<slug:code>/offline/", offline.page, name="assessment_offline"),
    path("<slug:code>/offline/form/", offline.form, name="assessment_offline_form"),
    path("<slug:code>/offline/changes/", offline.apply, name="assessment_offline_apply"),
    path("<slug:code>/files/<slug:digest>/", attachments.attachment, name="attachment"),
]
