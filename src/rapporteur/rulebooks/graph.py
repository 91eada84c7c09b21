"""The steps of a rulebook as a graph of what needs what: circles, order, and what comes before a step."""

from collections.abc import Iterable, Mapping

from rapporteur.rulebooks.step import Step

Needs = Mapping[str, tuple[str, ...]]
Circles = dict[frozenset[str], tuple[str, ...]]


def needs_of(steps: Iterable[Step]) -> dict[str, tuple[str, ...]]:
    """Return what each step needs, by key, without keys that are no steps."""
    steps = tuple(steps)
    keys = {step.key for step in steps}
    return {step.key: tuple(key for key in step.needs if key in keys) for step in steps}


def circles(needs: Needs) -> list[tuple[str, ...]]:
    """Return circles, none where there are none, each from its first step in the file back to it: ("a", "b", "a")."""
    found: Circles = {}
    over: set[str] = set()
    for start in needs:
        trail: list[str] = []
        _walk(start, needs, trail, over, found)
    return list(found.values())


def _walk(key: str, needs: Needs, trail: list[str], over: set[str], found: Circles) -> None:
    """Follow needs from a step, with a stack of our own: a rulebook may be deeper than Python recurses."""
    stack = [(key, iter(needs[key]))] if key not in over else []
    trail.extend(key for key, _ in stack)
    while stack:
        following = next(stack[-1][1], None)
        if following is None:
            stack.pop()
            over.add(trail.pop())
        elif following in trail:
            circle = trail[trail.index(following) :]
            found.setdefault(frozenset(circle), _turned(circle, list(needs)))
        elif following not in over:
            trail.append(following)
            stack.append((following, iter(needs[following])))


def _turned(circle: list[str], order: list[str]) -> tuple[str, ...]:
    """Return a circle told forwards, from what is needed to what needs it, beginning with its first step."""
    forwards = circle[::-1]
    first = min(range(len(forwards)), key=lambda index: order.index(forwards[index]))
    turned = forwards[first:] + forwards[:first]
    return (*turned, turned[0])


def in_order(needs: Needs) -> list[str]:
    """Return the steps so that each stands after all it needs, else in the order of the file. Needs no circle."""
    placed: list[str] = []
    waiting = dict(needs)
    while waiting:
        key = next(key for key, needed in waiting.items() if all(one not in waiting for one in needed))
        placed.append(key)
        del waiting[key]
    return placed


def before(key: str, needs: Needs) -> set[str]:
    """Return every step that must be over before this one."""
    found: set[str] = set()
    waiting = list(needs[key])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(needs[one])
    return found
