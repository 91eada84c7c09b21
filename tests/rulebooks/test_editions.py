from pathlib import Path

from rapporteur.rulebooks.editions import edition_of
from rapporteur.rulebooks.schema import Rulebook
from rulebookfiles import METEORITES, changed, read_text


def test_an_edition_reads_back_as_the_rulebook_it_was(meteorites: Rulebook) -> None:
    edition = edition_of(meteorites)
    assert edition.rulebook() == meteorites
    assert edition_of(edition.rulebook()) == edition
    assert (edition.key, edition.version, len(edition.digest)) == ("meteorites", "1", 64)


def test_comments_blanks_and_the_order_of_keys_change_no_digest(tmp_path: Path, meteorites: Rulebook) -> None:
    head = "schema_version: 1\nkey: meteorites\nversion: '1'\n"
    turned = "# Rules.\nversion: '1'\n\nkey: meteorites\nschema_version: 1\n"
    assert METEORITES.startswith(head)
    assert edition_of(read_text(tmp_path, METEORITES.replace(head, turned))) == edition_of(meteorites)


def test_every_change_of_a_rule_a_source_or_a_status_changes_the_digest(tmp_path: Path, meteorites: Rulebook) -> None:
    changes = [
        ("{months: 6}", "{months: 7}"),
        ("counting: {falls: stands, status: assumed}", "counting: {falls: stands, status: unknown}"),
        ("source: ['rules:3']", "source: ['rules:4']"),
        ("name: {en: visit}", "name: {en: visit, fr: visite}"),
        ("version: '1'", "version: '2'"),
    ]
    digests = {edition_of(read_text(tmp_path, changed(old, new))).digest for old, new in changes}
    assert len(digests | {edition_of(meteorites).digest}) == len(changes) + 1
