"""Publishing a draw: roster and rules are read, judged, frozen and digested before any seed exists."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rapporteur.journal.actions import record
from rapporteur.journal.models import Act
from rapporteur.journal.terms import Reason, Refused
from rapporteur.lots.actions.telling import instant, tell, whole_seconds
from rapporteur.lots.engines.relaxing import relaxations
from rapporteur.lots.engines.verdict import Impossible, judge
from rapporteur.lots.files.fitness import why_not_draw as why_unfit
from rapporteur.lots.files.printing import why_not_print
from rapporteur.lots.files.publication import Kind, Publication, write_publication
from rapporteur.lots.files.roster import digest, read_roster, write_roster
from rapporteur.lots.files.rules import read_rules, write_rules
from rapporteur.lots.models import Drawing
from rapporteur.lots.terms import DrawingKind, Roster, Rules, UnfitInput

_LONGEST_TITLE = 200
_KEY = 60
_SAID = 10  # counts that one refusal names
DRAWN_AT_ONCE = (DrawingKind.DRAW, DrawingKind.YEARS, DrawingKind.CEREMONY)


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """What an officer wants to publish. `roster` and `rules` are texts as they came; `key` "" makes one of the title.

    A seed may be entered from the day after `objections_until`; without it, at once.
    """

    title: str
    roster: str
    rules: str
    kind: DrawingKind = DrawingKind.DRAW
    rehearsal: bool = False
    objections_until: dt.date | None = None
    seed_sources: tuple[str, ...] = ()
    key: str = ""


def why_not_publish(entry: PublicationEntry, *, at: dt.datetime) -> list[Reason]:
    """Return every reason against publishing; an empty list means yes."""
    reasons = [*_of_the_frame(entry, at=at), *_of_the_kind(entry)]
    try:
        roster = read_roster(entry.roster)
    except UnfitInput as unfit:
        return [*reasons, Reason(str(unfit), "roster")]
    try:
        rules = read_rules(entry.rules)
    except UnfitInput as unfit:
        return [*reasons, Reason(str(unfit), "rules")]
    # What cannot be printed would stop the draw after its seed is known.
    reasons += [Reason(text) for text in why_not_print(_printed(entry, roster, rules))]
    return reasons + [Reason(text) for text in why_not_feasible(roster, rules, kind=entry.kind)]


def _printed(entry: PublicationEntry, roster: Roster, rules: Rules) -> list[str]:
    told = [entry.title, *roster.instruments, *(fixed.reason for fixed in rules.fixed)]
    return told + [text for state in roster.states for text in (state.name, state.group, state.reason)]


def why_not_feasible(roster: Roster, rules: Rules, *, kind: DrawingKind = DrawingKind.DRAW) -> list[str]:
    """Return why nothing can be drawn from a roster and rules: faults of the input, or the counts that block it."""
    if reasons := why_unfit(roster, rules):
        return reasons
    if kind is DrawingKind.YEARS:
        return []
    try:
        verdict = judge(roster, rules)
    except UnfitInput as unfit:
        return [str(unfit)]
    # What could not be decided may still be drawn; the draw then says whether it was.
    if not isinstance(verdict, Impossible):
        return []
    opening = [f"It would be open so: {found.sentence}" for found in relaxations(roster, rules, verdict=verdict)]
    said = verdict.sentences
    more = [f"{len(said) - _SAID} counts more fail, too."] if len(said) > _SAID else []
    return ["There is no valid draw.", *said[:_SAID], *more, *opening]


def publish(entry: PublicationEntry, *, by: str, at: dt.datetime) -> Drawing:
    """Freeze a roster and rules, digested, as a draw of its own. Raises: Refused."""
    if reasons := why_not_publish(entry, at=at):
        raise Refused(reasons)
    roster, rules = write_roster(read_roster(entry.roster)), write_rules(read_rules(entry.rules))
    purpose = "years" if entry.kind is DrawingKind.YEARS else "main"
    return freeze(entry, Texts(roster, rules, verifier()), purpose=purpose, by=by, at=at)


@dataclass(frozen=True, slots=True)
class Texts:
    """What is frozen: the canonical roster and rules, and the verifier as it stands."""

    roster: str
    rules: str
    verifier: str


def verifier() -> str:
    """Return the program that anybody can check a record with."""
    return files("rapporteur.lots").joinpath("verify.py").read_text(encoding="utf-8")


@transaction.atomic
def freeze(
    entry: PublicationEntry,
    texts: Texts,
    *,
    purpose: str,
    by: str,
    at: dt.datetime,
    more: Publication | None = None,
    follows: Drawing | None = None,
) -> Drawing:
    """Write a draw that was found fit. `more` has the requests or the joined of one that follows another."""
    now = whole_seconds(at)
    publication = Publication(
        kind=Kind(entry.kind.value),
        purpose=purpose,
        title=entry.title,
        rehearsal=entry.rehearsal,
        roster=digest(texts.roster),
        rules=digest(texts.rules),
        verifier=digest(texts.verifier),
        version=version("rapporteur"),
        published=instant(now),
        objections_until=entry.objections_until.isoformat() if entry.objections_until else "",
        seed_sources=entry.seed_sources,
        installation=installation(by=by, at=at),
        follows=digest(follows.record) if follows else "",
        requests=more.requests if more else (),
        joined=more.joined if more else (),
    )
    told = write_publication(publication)
    if Drawing.objects.filter(publication_digest=digest(told)).exists():
        raise Refused([Reason(_("The very same was published this second; it stands in the list of draws."))])
    drawing = Drawing(
        key=entry.key or _free_key(entry.title),
        title=entry.title,
        kind=entry.kind.value,
        purpose=purpose,
        rehearsal=entry.rehearsal,
        follows=follows,
        roster=texts.roster,
        roster_digest=publication.roster,
        rules=texts.rules,
        rules_digest=publication.rules,
        verifier=texts.verifier,
        publication=told,
        publication_digest=digest(told),
        published_at=now,
        objections_until=entry.objections_until,
        open_at=_open_at(entry, now),
    )
    named = {
        "roster": publication.roster,
        "rules": publication.rules,
        "verifier": publication.verifier,
        "publication": digest(told),
        "objections_until": publication.objections_until,
    }
    tell(drawing, "published", told=named, by=by, at=now)
    drawing.save()
    return drawing


def installation(*, by: str, at: dt.datetime) -> str:
    """Return the name of this installation: the beginning of its journal's first seal, opened if it is empty."""
    first = Act.objects.order_by("number").first()
    if first is None:
        first = record("journal_opened", subject_kind="journal", subject_key="1", content={}, by=by, at=at)
    return str(first.seal[:16])


def _open_at(entry: PublicationEntry, at: dt.datetime) -> dt.datetime:
    if entry.objections_until is None:
        return at
    day_after = entry.objections_until + dt.timedelta(days=1)
    return max(at, dt.datetime.combine(day_after, dt.time(), tzinfo=dt.UTC))


def _of_the_frame(entry: PublicationEntry, *, at: dt.datetime) -> list[Reason]:
    reasons = []
    if not entry.title.strip() or not entry.title.isprintable():
        reasons.append(Reason(_("Give the draw a title of one line."), "title"))
    if len(entry.title) > _LONGEST_TITLE:
        reasons.append(Reason(_("The title has more than %(most)d letters.") % {"most": _LONGEST_TITLE}, "title"))
    if entry.key and entry.key != slugify(entry.key):
        text = _("The key “%(key)s” is not made of small letters, digits and hyphens.") % {"key": entry.key}
        reasons.append(Reason(text, "key"))
    if entry.key and Drawing.objects.filter(key=entry.key).exists():
        reasons.append(Reason(_("There is a draw of the key “%(key)s” already.") % {"key": entry.key}, "key"))
    if entry.objections_until and entry.objections_until < at.astimezone(dt.UTC).date():
        reasons.append(Reason(_("The last day for objections is over already."), "objections_until"))
    return reasons + [Reason(text, "seed_sources") for text in _faults_of_sources(entry.seed_sources)]


def _of_the_kind(entry: PublicationEntry) -> list[Reason]:
    if entry.kind in DRAWN_AT_ONCE:
        return []
    return [Reason(_("A draw on top of another is published from that one."), "kind")]


def _faults_of_sources(sources: Sequence[str]) -> list[str]:
    if any(not source.strip() or not source.isprintable() for source in sources):
        return [_("A source of the seed is blank or has control characters in it.")]
    return [_("A source of the seed is named twice.")] if len(set(sources)) < len(sources) else []


def _free_key(title: str) -> str:
    """Return a key made of a title that no draw has."""
    stem = slugify(title)[:_KEY].strip("-") or "draw"
    taken = set(Drawing.objects.filter(key__startswith=stem).values_list("key", flat=True))
    number = 1
    while (key := stem if number == 1 else f"{stem}-{number}") in taken:
        number += 1
    return key
