"""The people of one State, and a stranger, each at the door of the answers with a browser of his own."""

from django.test import Client

from people.test_nominating import OFFICER, note
from questionnaires.cast import AT, assessment
from rapporteur.people.actions.nominating import ask_to_contribute, give_case, nominate
from rapporteur.people.models import Person
from rapporteur.people.terms import Nominee, Part
from rapporteur.questionnaires.actions.sharing import delegate
from rapporteur.questionnaires.models import Assessment

PROCESS = "invented/1"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
ANA, BEN, OLU, CLEO = (f"{name}@aaa.example" for name in ("ana", "ben", "olu", "cleo"))
DAN, QUILL, RESERVE = "dan@bbb.example", "quill@secretariat.example", "reserve@secretariat.example"


def peopled() -> Assessment:
    """Return an open assessment of the State AAA, with a team, a neighbour of BBB, and two officers."""
    case = assessment()
    for state, named in (
        ("AAA", ((ANA, Part.FOCAL_POINT), (BEN, Part.EXPERT), (OLU, Part.OBSERVER))),
        ("BBB", ((DAN, Part.FOCAL_POINT),)),
    ):
        on = note(state=state)
        for email, part in named:
            nominate(Nominee(email, email.partition("@")[0].title(), part), note=on, process=PROCESS, by=OFFICER, at=AT)
    ask_to_contribute(Nominee(CLEO, "Cleo", Part.CONTRIBUTOR), state="AAA", process=PROCESS, by=ANA, at=AT)
    delegate(case, "two", to=CLEO, note="The penalties, please.", by=ANA, at=AT)
    for email in (QUILL, RESERVE):
        Person.objects.create_user(email, None, name=email.partition("@")[0].title(), is_officer=True)
    give_case(Person.objects.get(email=QUILL), process=PROCESS, state="AAA", by=OFFICER, at=AT)
    return case


def at_the_door(email: str) -> Client:
    client = Client()
    if email:
        client.force_login(Person.objects.get(email=email), backend=BACKEND)
    return client
