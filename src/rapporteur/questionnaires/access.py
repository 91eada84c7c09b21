"""Who may see and do what in a State's questionnaire. Pure questions of an `Asker`; pages ask, nothing else decides.

The State's own team works on the answers; nobody else sees one before the focal point submits. An officer who is named
for the case sees what was submitted, and how far the work is, never what is being written.
"""

from rapporteur.people.terms import Asker, Part

_READS = frozenset({Part.FOCAL_POINT, Part.EXPERT, Part.OBSERVER})
_WRITES = frozenset({Part.FOCAL_POINT, Part.EXPERT})


def parts(asker: Asker, *, process: str, state: str) -> frozenset[Part]:
    """Return the parts somebody takes for a State in a process."""
    return frozenset(s.part for s in asker.standings if (s.process, s.state) == (process, state))


def _sections(asker: Asker, *, process: str, state: str) -> frozenset[str]:
    given = (s.sections for s in asker.standings if (s.process, s.state, s.part) == (process, state, Part.CONTRIBUTOR))
    return frozenset().union(*given)


def may_see(asker: Asker, *, process: str, state: str) -> bool:
    """Tell whether somebody may know that this State's questionnaire is there, and how far it is."""
    return bool(parts(asker, process=process, state=state)) or is_case_officer(asker, process=process, state=state)


def may_read(asker: Asker, section: str, *, process: str, state: str) -> bool:
    """Tell whether somebody may read the answers of a section as they are being written."""
    mine = parts(asker, process=process, state=state)
    return bool(mine & _READS) or section in _sections(asker, process=process, state=state)


def may_answer(asker: Asker, section: str, *, process: str, state: str) -> bool:
    """Tell whether somebody may write in a section; a contributor may in those given to him, an observer in none."""
    mine = parts(asker, process=process, state=state)
    return bool(mine & _WRITES) or section in _sections(asker, process=process, state=state)


def may_clear(asker: Asker, *, process: str, state: str) -> bool:
    """Tell whether somebody may delegate, submit, reopen, and name contributors: the focal point."""
    return Part.FOCAL_POINT in parts(asker, process=process, state=state)


def may_read_submission(asker: Asker, *, process: str, state: str) -> bool:
    """Tell whether somebody may read what was submitted."""
    mine = parts(asker, process=process, state=state)
    return bool(mine & _READS) or is_case_officer(asker, process=process, state=state)


def is_case_officer(asker: Asker, *, process: str, state: str) -> bool:
    """Tell whether somebody is an officer of the secretariat who is named for this case."""
    return asker.is_officer and (process, state) in asker.cases


def may_carry_over(asker: Asker, *, process: str, state: str, earlier: tuple[str, str]) -> bool:
    """Tell whether somebody may carry answers from an `earlier` process and State into this one.

    The focal point may, within the same mechanism: a State's earlier answers are its own.
    """
    is_same_mechanism = earlier[0].partition("/")[0] == process.partition("/")[0]
    return is_same_mechanism and earlier[1] == state and may_clear(asker, process=process, state=state)
