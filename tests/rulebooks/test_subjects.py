from pathlib import Path

from rapporteur.rulebooks.reading import read_rulebook
from rapporteur.rulebooks.schema import Rulebook
from rapporteur.rulebooks.subjects import articles_of_phase, clusters_of

DATA = Path(__file__).resolve().parents[2] / "data"


def test_a_phase_is_about_the_articles_of_its_clusters(meteorites: Rulebook) -> None:
    assert articles_of_phase(meteorites, "one") == {"convention": ("1",)}


def test_an_article_knows_its_clusters(meteorites: Rulebook) -> None:
    found = [
        [cluster.key for cluster in clusters_of(meteorites, instrument="convention", article=number)]
        for number in ("1", "2")
    ]
    assert found == [["first"], []]


def test_an_instrument_whose_articles_are_unknown_is_taken_up_without_any() -> None:
    rulebook = read_rulebook(DATA / "rulebooks" / "untoc.yaml")
    assert articles_of_phase(rulebook, "1") == {
        "convention": ("2", "5", "6", "8", "9", "10", "15", "23"),
        "tip-protocol": ("3", "5"),
        "som-protocol": ("3", "5", "6"),
        "firearms-protocol": (),
    }
