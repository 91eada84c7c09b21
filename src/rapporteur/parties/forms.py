"""Forms of regional groups, parties and instruments, with the rows that belong to them."""

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _

from rapporteur.journal.forms import RecordForm
from rapporteur.parties.models import Article, GroupMembership, Instrument, Party, PartyStatus, RegionalGroup
from rapporteur.terminology.forms import TextRecordForm

SINCE_UNTIL: dict[str, Any] = {"since": _("First day"), "until": _("Last day")}
KEY_HELP = _("Short and lasting: addresses and files use it. Letters, figures and hyphens.")


class GroupForm(TextRecordForm):
    class Meta(TextRecordForm.Meta):
        model = RegionalGroup
        fields: ClassVar[list[str]] = ["key", "name"]
        labels: ClassVar[dict[str, Any]] = {"key": _("Key"), "name": _("Name")}
        help_texts: ClassVar[dict[str, Any]] = {"key": KEY_HELP}


class PartyForm(TextRecordForm):
    class Meta(TextRecordForm.Meta):
        model = Party
        fields: ClassVar[list[str]] = ["key", "kind", "name"]
        labels: ClassVar[dict[str, Any]] = {"key": _("Key"), "kind": _("Kind"), "name": _("Name")}
        help_texts: ClassVar[dict[str, Any]] = {"key": _("For a State, the three letters of ISO 3166-1.")}


class MembershipForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = GroupMembership
        fields: ClassVar[list[str]] = ["group", "since", "until"]
        labels: ClassVar[dict[str, Any]] = {"group": _("Regional group"), **SINCE_UNTIL}


class PartyStatusForm(RecordForm):
    class Meta(RecordForm.Meta):
        model = PartyStatus
        fields: ClassVar[list[str]] = ["instrument", "standing", "since", "until", "as_of"]
        labels: ClassVar[dict[str, Any]] = {
            "instrument": _("Instrument"),
            "standing": _("Status"),
            **SINCE_UNTIL,
            "as_of": _("Seen on"),
        }
        help_texts: ClassVar[dict[str, Any]] = {"as_of": _("The day on which a source showed it.")}


class InstrumentForm(TextRecordForm):
    class Meta(TextRecordForm.Meta):
        model = Instrument
        fields: ClassVar[list[str]] = [
            "key",
            "name",
            "short_name",
            "position",
            "supplements",
            "adopted_by",
            "adopted_on",
            "in_force_on",
        ]
        labels: ClassVar[dict[str, Any]] = {
            "key": _("Key"),
            "name": _("Name"),
            "short_name": _("Short name"),
            "position": _("Place among the instruments"),
            "supplements": _("Supplements"),
            "adopted_by": _("Adopted by"),
            "adopted_on": _("Adopted on"),
            "in_force_on": _("In force since"),
        }
        help_texts: ClassVar[dict[str, Any]] = {
            "key": KEY_HELP,
            "position": _("Counted from 0; documents list instruments in this order."),
        }


class ArticleForm(TextRecordForm):
    class Meta(TextRecordForm.Meta):
        model = Article
        fields: ClassVar[list[str]] = ["number", "title", "cluster", "position"]
        labels: ClassVar[dict[str, Any]] = {
            "number": _("Number"),
            "title": _("Title"),
            "cluster": _("Cluster"),
            "position": _("Order"),
        }
