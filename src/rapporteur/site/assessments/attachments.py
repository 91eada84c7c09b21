"""Giving out a file that was given with an answer, to whoever may read the answer; no browser opens it."""

from django.http import FileResponse, HttpRequest, HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rapporteur.archive.actions.keeping import fetch
from rapporteur.archive.terms import NotTaken
from rapporteur.questionnaires.models import Attachment
from rapporteur.questionnaires.queries import answers as queries
from rapporteur.site.assessments.guard import Case, case_or_404, for_people, unknown


@require_safe
@for_people  # type: ignore[arg-type]  # the guard hands on whatever the view answers, a stream too
@never_cache
def attachment(request: HttpRequest, code: str, digest: str) -> HttpResponseBase:
    """Give out a file under its own name. Whatever it holds, a browser keeps it and runs nothing of it."""
    found = _found(case_or_404(request, code), digest)
    try:
        content = fetch(found.digest)
    except NotTaken as objection:
        raise unknown() from objection
    answer = FileResponse(content, as_attachment=True, filename=found.name, content_type=found.media_type)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer


def _found(case: Case, digest: str) -> Attachment:
    """Return a file of a question that somebody may read."""
    for question, files in queries.attachments(case.assessment).items():
        section = case.asked.section_of(question)
        if section is not None and (case.reads(section) or (case.reads_submissions and _was_submitted(case, digest))):
            for one in files:
                if one.digest == digest:
                    return one
    raise unknown()


def _was_submitted(case: Case, digest: str) -> bool:
    """Tell whether a submitted copy names a file: then whoever may read the copy may read the file."""
    return case.assessment.submissions.filter(text__contains=f'"{digest}"').exists()
