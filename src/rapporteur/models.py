"""Every room's records, in one place for Django to find. It imports and does nothing else."""

from rapporteur.bodies.models import Body, BodyCharacter, BodyName, Conference, Officer
from rapporteur.documents.models import Document, LanguageVersion, Transmission
from rapporteur.journal.models import Act
from rapporteur.lots.models import Ceremony, Drawing, IssuedFile, Step
from rapporteur.mandates.models import Mandate, Provision, ProvisionBody
from rapporteur.meetings.models import AgendaItem, Meeting, Saying, Session
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.people.models import CaseOfficer, Invitation, Limit, Nomination, NoteVerbale, Person
from rapporteur.questionnaires.models import (
    Answer,
    AnswerVersion,
    Assessment,
    Attachment,
    Delegation,
    Presence,
    Release,
    Remark,
    Rival,
    Sending,
    Submission,
    TranslationRequest,
)
from rapporteur.search.models import Entry, Index
from rapporteur.sources.models import Attribution, Conflict, Source
from rapporteur.terminology.models import Term
