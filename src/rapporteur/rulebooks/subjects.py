"""What a phase of a review is about: which articles of which instruments."""

from rapporteur.rulebooks.schema import Cluster, Rulebook


def articles_of_phase(rulebook: Rulebook, phase: str) -> dict[str, tuple[str, ...]]:
    """Return the numbers of the articles by instrument, both in the order of the rulebook.

    An instrument that the phase takes up without a list of articles, because that list is unknown, has none here.
    """
    wanted = next(one.clusters for one in rulebook.phases if one.key == phase)
    parts = [part for cluster in rulebook.clusters if cluster.key in wanted for part in cluster.parts]
    found: dict[str, tuple[str, ...]] = {}
    for instrument in rulebook.instruments:
        listed = {number for part in parts if part.instrument == instrument.key for number in part.articles}
        if any(part.instrument == instrument.key for part in parts):
            found[instrument.key] = tuple(one.number for one in instrument.articles if one.number in listed)
    return found


def clusters_of(rulebook: Rulebook, *, instrument: str, article: str) -> tuple[Cluster, ...]:
    """Return the clusters that hold an article."""
    return tuple(
        cluster
        for cluster in rulebook.clusters
        if any(part.instrument == instrument and article in part.articles for part in cluster.parts)
    )
