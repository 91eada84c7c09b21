"""Forms that write records: what an officer types becomes an `Entry`, which a room's action keeps or refuses.

These forms read and clean; whether the record may stand so is decided in one place, the action, whose reasons the page
shows at the fields they name. Multilingual fields join in `terminology.forms`.
"""

from rapporteur.journal.forms.fields import (
    CitedField,
    CitedListField,
    DayField,
    ListField,
    RecordChoiceField,
    TextField,
    misread,
    readable,
    require_clean,
)
from rapporteur.journal.forms.records import (
    RecordForm,
    RowsFormSet,
    WithdrawForm,
    entry_of,
    form_field,
    rows_formset,
)

__all__ = [
    "CitedField",
    "CitedListField",
    "DayField",
    "ListField",
    "RecordChoiceField",
    "RecordForm",
    "RowsFormSet",
    "TextField",
    "WithdrawForm",
    "entry_of",
    "form_field",
    "misread",
    "readable",
    "require_clean",
    "rows_formset",
]
