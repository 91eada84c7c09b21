"""Taking a file that is given with an answer: looked into, kept once by its content, and told to the journal by digest.

Taking it is not answering: the answer that names its digest is saved like any other. A file that leaves an answer stays
where it is, since earlier versions of the answer name it.
"""

import datetime as dt
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, BinaryIO, Final, cast

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rapporteur.archive.actions.keeping import keep
from rapporteur.archive.terms import FileKind, Inspected, Limits, NotTaken, Objection
from rapporteur.journal.actions.recording import record, wait_for_the_pen
from rapporteur.journal.terms import Reason, Refused
from rapporteur.languages import clean
from rapporteur.questionnaires.models import Assessment, Attachment
from rapporteur.questionnaires.queries.definitions import definition
from rapporteur.questionnaires.terms import AssessmentStage, Kind

if TYPE_CHECKING:
    from django.core.files import File

LONGEST_NAME: Final = 200
WITH_FILES: Final = frozenset({Kind.ATTACHMENT, Kind.LEGISLATION})
_OBJECTIONS: Final[dict[Objection, Promise]] = {
    Objection.EMPTY: gettext_lazy("The file is empty."),
    Objection.TOO_LARGE: gettext_lazy("The file is larger than what is taken here: %s bytes."),
    Objection.UNKNOWN_KIND: gettext_lazy("Files of this kind are not taken. Give one of these: %s."),
    Objection.NOT_WHAT_IT_SAYS: gettext_lazy("The file is not what its name says (%s)."),
    Objection.DAMAGED: gettext_lazy("The file is damaged and cannot be read. Save it again and give it once more."),
    Objection.ENCRYPTED: gettext_lazy("The file is locked with a password. Save it without one."),
    Objection.EXPANDS_TOO_MUCH: gettext_lazy("The file expands to far more than it seems to hold (%s)."),
    Objection.HAS_MACROS: gettext_lazy("The file holds macros (%s). Save it without them."),
    Objection.HAS_ENTITIES: gettext_lazy("A part of the file (%s) declares a document type, which no form needs."),
    Objection.HAS_SCRIPT: gettext_lazy("The file holds something that runs or starts when it is opened (%s)."),
    Objection.INFECTED: gettext_lazy("A virus was found in the file (%s). Nothing of it was kept."),
    Objection.NOT_CHECKED: gettext_lazy("The file could not be checked for viruses. Try again later."),
}


def attach(
    assessment: Assessment, question: str, stream: "BinaryIO | File[Any]", name: str, *, by: str, at: dt.datetime
) -> Attachment:
    """Keep a file for a question; the same content again is the same attachment. Raises: Refused."""
    asked = definition(assessment.release).question(question)
    if asked is None or asked.kind not in WITH_FILES:
        raise Refused([Reason(_("The question “%s” takes no file.") % question, "file")])
    _refuse_more_than_fits(assessment, _size(stream))
    inspected = taken(stream, name, limits=Limits(largest=settings.ATTACHMENT_LARGEST))
    with transaction.atomic():
        wait_for_the_pen()
        if Assessment.objects.values_list("stage", flat=True).get(pk=assessment.pk) == AssessmentStage.SUBMITTED:
            raise Refused([Reason(_("The answers were submitted. They change again only when they are reopened."))])
        _refuse_more_than_fits(assessment, inspected.size)
        made, is_new = Attachment.objects.get_or_create(
            assessment=assessment,
            question=question,
            digest=inspected.digest,
            defaults={
                "name": name_of(name, inspected.kind),
                "size": inspected.size,
                "media_type": inspected.kind.media_type,
                "is_checked": bool(settings.CLAMAV_ADDRESS),
                "by": by,
                "at": at,
            },
        )
        if is_new:
            content = {"question": question, "digest": inspected.digest}
            record(
                "file_attached", subject_kind="assessment", subject_key=assessment.code, content=content, by=by, at=at
            )
    return made


def taken(stream: "BinaryIO | File[Any]", name: str, *, limits: Limits) -> Inspected:
    """Look into a file and keep it. Raises: Refused, in words for whoever gave it."""
    try:
        return keep(cast("BinaryIO", stream), name, limits)
    except NotTaken as objection:
        raise Refused([Reason(sentence(objection), "file")]) from objection


def sentence(objection: NotTaken) -> str:
    """Return why a file is not taken, in the language of whoever reads it."""
    text = str(_OBJECTIONS[objection.objection])
    return text % objection.detail if "%s" in text else text


def name_of(name: str, kind: FileKind) -> str:
    """Return a file's own name without folders and signs that have no place in one; its suffix says what it is."""
    plain = PurePath(name.replace("\\", "/")).name
    refused = {fault.position for fault in clean.faults(plain, multiline=False)}
    kept = "".join("_" if at in refused or sign in '"<>|:*?/;' else sign for at, sign in enumerate(plain)).strip(" .")
    suffix = f".{kind.value}"
    stem = PurePath(kept).stem or "file"
    return stem[: LONGEST_NAME - len(suffix)] + suffix


def _size(stream: "BinaryIO | File[Any]") -> int:
    stream.seek(0, 2)
    size = stream.tell()
    stream.seek(0)
    return size


def _refuse_more_than_fits(assessment: Assessment, size: int) -> None:
    most = settings.ATTACHMENTS_LARGEST_SUM
    held = Attachment.objects.filter(assessment=assessment).aggregate(sum=Sum("size"))["sum"] or 0
    if size <= settings.ATTACHMENT_LARGEST and held + size > most:
        left = max(0, most - held) / 1e6
        raise Refused(
            [
                Reason(
                    _("All files of one questionnaire may have %(most).0f MB together; %(left).1f MB are left.")
                    % {"most": most / 1e6, "left": left},
                    "file",
                )
            ]
        )
