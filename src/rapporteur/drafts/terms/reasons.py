"""Why a draft cannot be written: a code with its values, so that each page can word it, and an English sentence."""

from enum import StrEnum
from typing import Final, Self


class Lack(StrEnum):
    """What a draft lacks. Each has its values: `session`, the session's key; `since`, `until` and `day`, ISO days."""

    NO_MEETING = "no-meeting"
    NO_REPORTED_ITEM = "no-reported-item"
    NO_AGENDA = "no-agenda"
    NO_DOCUMENT = "no-document"
    NO_LAST_DAY = "no-last-day"
    PERIOD_BACKWARDS = "period-backwards"
    EMPTY_PERIOD = "empty-period"
    NO_REQUEST = "no-request"
    NO_SESSION = "no-session"


_SENTENCES: Final = {
    Lack.NO_MEETING: (
        "no meeting of a subsidiary body reports to the session {session}; say of each to which one it reports"
    ),
    Lack.NO_REPORTED_ITEM: (
        "the session {session} has no agenda item that a report goes to; enter its agenda, and under which items it "
        "considers the reports"
    ),
    Lack.NO_AGENDA: "the session {session} has no provisional agenda; enter its items",
    Lack.NO_DOCUMENT: (
        "no document is before the session {session}; enter its documents, or the session to which reports are sent"
    ),
    Lack.NO_LAST_DAY: "the last day of the session {session} is not known; give the period",
    Lack.PERIOD_BACKWARDS: "the period ends on {until}, before it begins on {since}; ask for another one",
    Lack.EMPTY_PERIOD: "no session or meeting falls in the period from {since} to {until}; ask for another one",
    Lack.NO_REQUEST: (
        "no resolution or decision adopted by {day} asks for a meeting, a report or a submission; "
        "enter the provisions that do"
    ),
    Lack.NO_SESSION: "no session is recorded; enter one",
}


class Reason(str):
    """One reason: its English sentence, as text, with the code and the values that it was made of."""

    __slots__ = ("lack", "values")
    lack: Lack
    values: dict[str, str]

    def __new__(cls, lack: Lack, **values: str) -> Self:
        made = super().__new__(cls, _SENTENCES[lack].format(**values))
        made.lack = lack
        made.values = values
        return made
