"""The addresses of a State's answers, below /assessments/. A `code` names no State."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from rapporteur.site.assessments import carrying, question, section, submitting, whole

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:code>/", whole.assessment, name="assessment"),
    path("<slug:code>/share/", whole.share, name="assessment_share"),
    path("<slug:code>/share/<int:pk>/back/", whole.back, name="assessment_hand_back"),
    path("<slug:code>/submit/", submitting.submit_page, name="assessment_submit"),
    path("<slug:code>/submissions/<int:number>/", submitting.submission, name="submission"),
    path("<slug:code>/submissions/<int:number>/file.json", submitting.file, name="submission_file"),
    path("<slug:code>/submissions/<int:number>/reopen/", submitting.reopen_page, name="assessment_reopen"),
    path("<slug:code>/carry/", carrying.carry, name="assessment_carry"),
    path("<slug:code>/sections/<slug:key>/", section.section, name="assessment_section"),
    path("<slug:code>/sections/<slug:key>/save/", section.save, name="assessment_save"),
    path("<slug:code>/sections/<slug:key>/now/", section.now, name="assessment_now"),
    path("<slug:code>/questions/<slug:key>/", question.question, name="assessment_question"),
]
if find_spec("rapporteur.site.assessments.offline_urls"):
    urlpatterns.append(path("", include("rapporteur.site.assessments.offline_urls")))
