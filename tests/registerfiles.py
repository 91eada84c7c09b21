"""Files of an invented register: a conference on river barges, small enough to read, with one of everything.

`BARGES` is a whole register in one file; tests change it, or load a second file of their own beside it.
"""

import datetime as dt
from pathlib import Path
from typing import Any

from django.apps import apps

from rapporteur.journal.queries import head
from rapporteur.register.loading import Loaded, load

AT = dt.datetime(2031, 3, 4, 12, tzinfo=dt.UTC)

BARGES = """\
schema_version: 1
conference: barge-conf
sources:
- {key: ledger, what: The ledger of the lock-keepers}
- {key: chart, url: 'https://example.org/chart'}
regional_groups:
- key: upstream
  name: {en: Upstream States, fr: États d’amont}
instruments:
- key: barge-convention
  name: {en: Convention on River Barges}
  articles:
  - {number: '1', title: {en: Barges}, source: [ledger:2]}
  - {number: 1 bis, title: {en: Rafts}}
- key: raft-protocol
  position: 1
  supplements: barge-convention
parties:
- key: XAA
  name: {en: Aland of the Lock}
  memberships:
  - {group: upstream, since: 2001-02-03}
  statuses:
  - {instrument: barge-convention, standing: party, since: 2002-03-04, as_of: 2020-01-01, source: [ledger]}
conferences:
- key: barge-conf
  name: {en: Conference on River Barges, fr: {text: Conférence des chalands, status: provisional, note: ours}}
  symbol_root: BARGE/CONF
  seat: {en: Lockville}
  official_languages: [en, fr]
  instruments: [barge-convention, raft-protocol]
  officers:
  - {role: president, name: {en: Ada Keel}, party: XAA, source: [chart]}
bodies:
- key: locks
  kind: working-group
  series: BARGE/CONF/WG.1
  instrument: raft-protocol
  names:
  - name: {en: Working Group on Locks}
  - {kind: former, name: {en: Lock Group}, until: 2010-01-01, source: [ledger:7]}
  characters:
  - {character: interim, mandate: decision 1/1}
  source: ['ledger:4', chart]
- {key: tolls, parent: locks, series: BARGE/CONF/WG.2}
mandates:
- kind: decision
  number: 1/1
  session: s-1
  adopted_on: 2001-05-04
  title: {en: Locks}
  concerns: [tolls]
  provisions:
  - {effect: establishes, bodies: [locks], designation: {en: open-ended group}, source: ['ledger:5']}
  - effect: requests-submission
    bodies: [locks, tolls]
    to_body: tolls
    object: {en: a report}
    due_session: s-2
    source_of: {object: [chart]}
sessions:
- key: s-1
  ordinal: 1
  starts_on: 2001-05-01
  ends_on: 2001-05-04
  place: seat
  sayings:
  - {status: held, as_of: 2001-06-01, source: [ledger]}
  agenda:
  - {number: '2', title: {en: Review}}
  - {number: 2 (a), title: {en: Review of locks}, source: [ledger]}
  conflicts:
  - {field: starts_on, statement: The chart says 2 May, followed: ledger}
- {key: s-2, ordinal: 2, starts_on: 2003-05-01, ends_on: 2003-05-04, place: {en: Weir Town}}
meetings:
- body: locks
  key: locks-1
  ordinal: 1
  starts_on: 2002-05-06
  ends_on: 2002-05-07
  back_to_back_with: tolls-1
  reports_to: s-2
  under: decision 1/1
  officers:
  - {role: chair, name: {en: Bo Sluice}, state_named: Aland}
- {body: tolls, key: tolls-1, ordinal: 1, starts_on: 2002-05-08, ends_on: 2002-05-09, back_to_back_with: locks-1}
documents:
- symbol: BARGE/CONF/WG.1/2002/1
  type: report
  title: {en: Report on locks}
  date: 2002-05-20
  status: issued
  meeting: locks-1
  body: locks
  reports_on: locks-1
  mandates: [decision 1/1]
  versions:
  - {language: en, status: issued, job_number: V.02-00001, source: [chart]}
  - {language: fr, status: announced}
  transmissions:
  - {session: s-2, items: ['2'], mandate: decision 1/1, source: ['ledger:9']}
- {symbol: BARGE/CONF/WG.1/2002/1/Corr.1, type: report, body: locks, relation: corrects, of: BARGE/CONF/WG.1/2002/1}
- {key: note-2002, type: note-by-the-secretariat, session: s-2}
terms:
- group: words
  key: lock
  use: noun
  wording: {en: lock, fr: {text: écluse, status: known, check: true, source: chart}}
- {shared: true, group: words, key: barge, wording: {en: barge}}
"""


def written(folder: Path, **files: str) -> Path:
    """Write files, each by its name without suffix, and return their folder."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def everything() -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table of ours, in the order of the primary keys, and the head of the journal."""
    rows = {
        model.__name__: list(model._default_manager.order_by("pk").values())
        for model in apps.get_app_config("rapporteur").get_models(include_auto_created=True)
    }
    return rows | {"head": [{"head": head()}]}


def loaded(path: Path) -> Loaded:
    return load(path, by="keeper@example.org", at=AT)
