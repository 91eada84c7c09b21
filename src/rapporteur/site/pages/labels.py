"""What the interface calls the words of the field: one label for each value of each enumeration, ready to translate.

These are labels of pages. Wording of official documents comes from the terms of the register, never from here.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LANGUAGES: Mapping[str, object] = {
    "ar": _("Arabic"),
    "zh": _("Chinese"),
    "en": _("English"),
    "fr": _("French"),
    "ru": _("Russian"),
    "es": _("Spanish"),
}

LABELS: Mapping[str, Mapping[str, object]] = {
    "language": LANGUAGES,
    "body-kind": {
        "working-group": _("Working group"),
        "expert-group": _("Expert group"),
        "committee": _("Committee"),
        "bureau": _("Bureau"),
        "other": _("Other body"),
        "unknown": _("Body"),
    },
    "gathering-word": {
        "meeting": _("Meeting"),
        "session": _("Session"),
    },
    "name-kind": {
        "official": _("Name in use"),
        "former": _("Former name"),
        "alias": _("Also called"),
        "generic": _("For short"),
    },
    "character": {
        "interim": _("Interim"),
        "constant": _("Constant element of the Conference"),
        "ad-hoc": _("Ad hoc"),
        "established": _("Established"),
    },
    "role": {
        "president": _("President"),
        "vice-president": _("Vice-President"),
        "rapporteur": _("Rapporteur"),
        "chair": _("Chair"),
        "co-chair": _("Co-Chair"),
        "vice-chair": _("Vice-Chair"),
    },
    "document-type": {
        "provisional-agenda": _("Provisional agenda"),
        "note-by-the-secretariat": _("Note by the Secretariat"),
        "report-of-the-secretariat": _("Report of the Secretariat"),
        "background-paper": _("Background paper"),
        "conference-room-paper": _("Conference room paper"),
        "information": _("Information document"),
        "draft-resolution": _("Draft resolution"),
        "draft-report": _("Draft report"),
        "report": _("Report"),
        "working-paper": _("Working paper"),
        "ngo-statement": _("Statement by a non-governmental organization"),
        "revised-document": _("Revised document"),
        "other": _("Other document"),
    },
    "distribution": {
        "general": _("General distribution"),
        "limited": _("Limited distribution"),
        "restricted": _("Restricted distribution"),
    },
    "issue-status": {
        "reserved": _("Symbol reserved"),
        "announced": _("Announced"),
        "issued": _("Issued"),
    },
    "relation": {
        "revises": _("Revises"),
        "corrects": _("Corrects"),
        "adds-to": _("Adds to"),
    },
    "relation-by": {
        "revises": _("Revised by"),
        "corrects": _("Corrected by"),
        "adds-to": _("Added to by"),
    },
    "mandate-kind": {
        "resolution": _("Resolution"),
        "decision": _("Decision"),
    },
    "effect": {
        "establishes": _("Establishes a body"),
        "establishes-mechanism": _("Establishes a mechanism"),
        "makes-constant": _("Makes a body a constant element"),
        "sets-task": _("Sets a task"),
        "sets-chair": _("Says who chairs"),
        "requests-meeting": _("Asks for a meeting"),
        "requests-report": _("Asks for a report"),
        "requests-submission": _("Asks for a submission"),
        "encourages-annual": _("Encourages yearly meetings"),
        "encourages-consecutive": _("Encourages consecutive meetings"),
        "renews": _("Renews a mandate"),
        "sunset-review": _("Sets a review of the mandate"),
        "expires": _("Ends a mandate"),
        "launches": _("Launches"),
        "adopts": _("Adopts"),
        "amends-rules": _("Amends the rules of procedure"),
    },
    "owed-state": {
        "answered": _("Answered"),
        "under-way": _("Under way"),
        "open": _("Open"),
        "overdue": _("Overdue"),
        "expired": _("Lapsed"),
    },
    "recurrence": {
        "each-session": _("At each session"),
        "annual": _("Every year"),
        "each-meeting": _("At each meeting"),
    },
    "session-kind": {
        "regular": _("Regular session"),
        "special": _("Special session"),
    },
    "gathering-status": {
        "planned": _("Planned"),
        "scheduled": _("Scheduled"),
        "opened": _("Opened"),
        "held": pgettext_lazy("a meeting", "Held"),
        "postponed": _("Postponed"),
        "cancelled": _("Cancelled"),
    },
    "mode": {
        "in-person": _("In person"),
        "hybrid": _("Hybrid"),
        "online": _("Online"),
    },
    "agenda-stage": {
        "provisional": _("Provisional agenda"),
        "adopted": _("Agenda as adopted"),
    },
    "entries": {
        "conference": _("Conferences"),
        "session": _("Sessions"),
        "body": _("Bodies"),
        "mandate": _("Resolutions and decisions"),
        "meeting": _("Meetings"),
        "document": _("Documents"),
        "party": _("Parties"),
    },
    "subject": {
        "conference": _("Conference"),
        "session": _("Session"),
        "body": _("Body"),
        "officer": _("Officer"),
        "mandate": _("Resolution or decision"),
        "provision": _("Provision"),
        "meeting": _("Meeting"),
        "agenda-item": _("Agenda item"),
        "document": _("Document"),
        "party": _("Party"),
        "party-status": _("Status of a party"),
        "instrument": _("Instrument"),
        "term": _("Term"),
    },
    "party-kind": {
        "state": _("State"),
        "regional-organization": _("Regional economic integration organization"),
    },
    "standing": {
        "party": pgettext_lazy("to an instrument", "Party"),
        "signatory": _("Signatory, not party"),
        "not-party": _("Not party"),
        "withdrawn": _("Withdrawn"),
    },
    "drawing-kind": {
        "draw": _("Draw of reviewing States"),
        "redraw": _("Lots repeated on request"),
        "late": _("States that joined late"),
        "years": _("Draw of the years"),
        "ceremony": _("Draw in a ceremony"),
    },
    "drawing-stage": {
        "published": _("Published, not drawn"),
        "seeded": _("Seed entered"),
        "drawn": _("Drawn"),
        "undrawn": _("No draw exists"),
    },
    "seat-side": {
        "own": _("own group"),
        "other": _("other group"),
        "any": _("any group"),
    },
    "drawing-event": {
        "published": _("Published with digests"),
        "seed_entered": _("Seed entered"),
        "drawn": _("Drawn"),
        "undrawn": _("No draw exists"),
    },
}
