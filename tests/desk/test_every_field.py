"""Every field of every record can be edited at the desk, or stands below with the reason why not."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps

from rapporteur.bodies.models import BodyCharacter, BodyName
from rapporteur.documents.models import LanguageVersion, Transmission
from rapporteur.mandates.forms import ProvisionForm
from rapporteur.mandates.models import Provision, ProvisionBody
from rapporteur.meetings.models import AgendaItem, Saying
from rapporteur.parties.models import Article, GroupMembership, PartyStatus
from rapporteur.site.desk.kinds import ALL
from rapporteur.sources.models import Attribution, Conflict

# What no officer edits: the journal is written by acts, the search makes its entries, people have their accounts;
# draws and questionnaires go by steps of their own.
NOT_RECORDS = tuple(f"rapporteur.{room}." for room in ("journal", "search", "people", "lots", "questionnaires"))
# The bodies that a provision names, in their order, are one field of the provision.
IN_ONE_FIELD = {ProvisionBody: (ProvisionForm, "bodies")}
REASONS: dict[str, str] = {}
# Two fields that are typed in one place of the form.
TOGETHER = {"roughly": {"year", "month"}}
# What a row has from the record whose form it stands in.
TIES: dict[Any, set[str]] = {
    Article: {"instrument"},
    Attribution: {"subject_kind", "subject_key"},
    Conflict: {"subject_kind", "subject_key"},
    AgendaItem: {"session", "meeting"},
    BodyCharacter: {"body"},
    BodyName: {"body"},
    GroupMembership: {"party"},
    LanguageVersion: {"document"},
    PartyStatus: {"party"},
    Provision: {"mandate"},
    Saying: {"session", "meeting"},
    Transmission: {"document"},
}


def fields_of(model: Any) -> set[str]:
    own = {field.name for field in (*model._meta.concrete_fields, *model._meta.many_to_many)}
    return own - {model._meta.pk.name}


def typed_in(form: Any) -> set[str]:
    names = set(form.base_fields)
    return names.union(*(TOGETHER.get(name, set()) for name in names))


def edited() -> Iterator[tuple[Any, set[str], set[str]]]:
    """Yield each record and each row of a record, what its form edits, and what follows from its place."""
    for kind in ALL:
        yield kind.kept.model, typed_in(kind.form), set()
        forms: Mapping[str, Any] = {rows.name: rows.form for rows in kind.rows}
        for rows in kind.kept.rows:
            if rows.name in forms:
                yield rows.model, typed_in(forms[rows.name]), TIES[rows.model] | {rows.follows}


def test_every_field_of_every_record_is_in_a_form() -> None:
    missing = {
        f"{model.__name__}.{name}" for model, typed, given in edited() for name in fields_of(model) - typed - given
    }
    assert missing == set(REASONS)


def test_every_record_of_the_register_has_a_form() -> None:
    models = apps.get_app_config("rapporteur").get_models()
    records = {model for model in models if not model.__module__.startswith(NOT_RECORDS)}
    in_one_field = {model for model, (form, name) in IN_ONE_FIELD.items() if name in form.base_fields}
    assert records - in_one_field == {model for model, _, _ in edited()}
