"""A rulebook of an invented mechanism, small enough to read, with one of everything; tests change it."""

from pathlib import Path

from rapporteur.rulebooks.reading import read_rulebook
from rapporteur.rulebooks.schema import Rulebook

METEORITES = """\
schema_version: 1
key: meteorites
version: '1'
title: {en: Review of the Meteorites Convention}
about: An invented review.
sources:
- {key: rules, what: The invented rules}
languages: {official: [en, fr], status: established, source: [rules]}
counting: {falls: stands, status: assumed}
instruments:
- key: convention
  name: {en: Meteorites Convention}
  articles: [{number: '1', title: {en: Terms}}, {number: '2'}]
  status: established
  source: [rules]
clusters:
- key: first
  status: established
  source: ['rules:3']
  parts: [{instrument: convention, articles: ['1'], status: established, source: [rules]}]
phases:
- {key: one, clusters: [first], length: {months: 24}, status: established, source: [rules]}
participants:
- key: reviewed
  name: {en: State under review}
  kind: state-under-review
  at_least: 1
  at_most: 1
  status: established
  source: [rules]
- {key: reviewing, name: {en: reviewing State}, kind: reviewing-state, status: established, source: [rules]}
- {key: office, name: {en: Office}, kind: secretariat, status: established, source: [rules]}
- {key: others, name: {en: other States}, kind: other-states, status: assumed}
- {key: public, name: {en: public}, kind: public, status: assumed}
roles:
- key: focal-point
  name: {en: focal point}
  of: [reviewed, reviewing]
  at_most: 1
  status: established
  source: [rules]
  rights:
  - {acts: [see, clear], status: established, source: [rules]}
  - {acts: [decide-publication], 'on': [list], status: assumed}
- key: observer
  name: {en: observer}
  of: [reviewed]
  status: established
  source: [rules]
  rights: [{acts: [see], status: established, source: [rules]}]
- key: officer
  name: {en: officer}
  of: [office]
  status: assumed
  rights: [{acts: [see, extend], status: assumed}]
audiences:
- {key: own, name: {en: own}, participants: [reviewed, reviewing], own_delegation: true, status: assumed}
- {key: reviewers, name: {en: reviewers}, participants: [reviewing], status: assumed}
- {key: all, name: {en: all}, participants: [reviewed, reviewing, office], status: assumed}
threads: {may_widen: false, status: assumed}
matters:
- {key: question, name: {en: question}, raised_by: [reviewing], answered_by: [reviewed], status: assumed}
steps:
- key: answers
  name: {en: answers}
  work: answer
  actors: [reviewed]
  cleared_by: focal-point
  outputs: [answers]
  status: established
  source: [rules]
  clock:
    length: {months: 1}
    after: {step: answers, mark: opened}
    status: established
    source: [rules]
- key: views
  name: {en: views}
  work: comment
  actors: [reviewing]
  needs: [answers]
  status: established
  source: [rules]
  blocked: {matters: [question], status: assumed}
  blind: {among: reviewing, status: assumed}
  clock:
    length: {months: 6}
    after: {step: answers, mark: ended}
    extendable_by: [officer]
    extension_at_most: {months: 2}
    paused_while_open: [question]
    status: established
    source: [rules]
- key: visit
  name: {en: visit}
  work: meet
  actors: [reviewed, reviewing]
  needs: [views]
  opens: by-act
  opened_by: [reviewed]
  ends: by-act
  ended_by: [office]
  optional: true
  status: established
  source: [rules]
- key: papers
  name: {en: papers for the visit}
  work: draft
  actors: [reviewed, reviewing]
  needs: [answers]
  ends: one-acted
  status: assumed
  clock: {length: {working_days: 10}, before: {step: visit, mark: set-for}, status: assumed}
- key: list
  name: {en: list}
  work: draft
  actors: [reviewed, reviewing]
  needs: [visit, papers]
  outputs: [list]
  status: established
  source: [rules]
  clock: {length: {days: 10}, after: {step: visit, mark: ended}, falls: next-working-day, status: assumed}
reminders:
- {key: soon, days_before: 7, to: [focal-point], status: assumed}
- key: late
  days_after: 10
  every_days: 10
  to: [focal-point, officer]
  escalates: true
  steps: [answers]
  status: assumed
observation_kinds:
- {key: practice, name: {en: practice}, status: assumed}
outputs:
- key: answers
  name: {en: answers}
  drafted_by: [reviewed]
  languages: as-submitted
  visibility: participants
  status: assumed
- key: list
  name: {en: list}
  drafted_by: [reviewing]
  agreed_by: [reviewed]
  official: true
  languages: official
  visibility: states-parties
  publication: {consent_of: reviewed, unit: part, status: assumed}
  parts: [{key: practices, heading: {en: Practices}, per: article, holds: [practice], status: assumed}]
  status: established
  source: [rules]
  grounds: [{of: [visibility], status: assumed}]
unknowns:
- {what: How long the visit lasts., bears_on: [visit], settled_by: the Conference}
"""


def read_text(folder: Path, text: str) -> Rulebook:
    file = folder / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    return read_rulebook(file, shown_as="rules.yaml")


def changed(old: str, new: str) -> str:
    """Return the invented rulebook with one text changed everywhere. The text must be there."""
    assert old in METEORITES
    return METEORITES.replace(old, new)
