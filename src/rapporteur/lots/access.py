"""Who may run draws, and who may see what came of one."""

from rapporteur.people.access import Asking, may_keep_register


def may_run_draws(person: Asking) -> bool:
    """Tell whether a person may publish a draw, enter its seed and draw: an officer of the secretariat."""
    return may_keep_register(person)
