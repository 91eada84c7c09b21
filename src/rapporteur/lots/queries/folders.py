"""The folder of a drawing, read from its record: byte by byte what was published, with what follows it beneath."""

from rapporteur.lots.engines.draw import Draw
from rapporteur.lots.files.drawn import NO_DRAW, RECORD, RESULT, YEARS, Frozen
from rapporteur.lots.files.folder import EVENTS, PUBLICATION, ROSTER, RULES, SEED, VERIFIER, whole_folder
from rapporteur.lots.files.publication import Request, read_publication
from rapporteur.lots.files.record import YearsRecord
from rapporteur.lots.files.recorded import read_record
from rapporteur.lots.files.roster import read_roster
from rapporteur.lots.files.rules import read_rules
from rapporteur.lots.files.seed import Seed, read_seed
from rapporteur.lots.models import Drawing
from rapporteur.lots.terms import DrawingKind, UnfitInput

AFTER = "after"


def texts_of(drawing: Drawing) -> dict[str, str]:
    """Return the files of a drawing that a program checks; what is not there yet is "".

    A repeated lot stands on the roster, the rules and the verifier of the draw that it follows.
    """
    table = YEARS if drawing.kind == DrawingKind.YEARS else RESULT
    texts = {
        PUBLICATION: drawing.publication,
        SEED: drawing.seed_file,
        EVENTS: drawing.events,
        RECORD: drawing.record,
        table: drawing.result,
        NO_DRAW: drawing.refusal,
    }
    if drawing.kind != DrawingKind.REDRAW:
        texts |= {ROSTER: drawing.roster, RULES: drawing.rules}
    if drawing.follows_id is None:
        texts[VERIFIER] = drawing.verifier
    return texts


def files_of(drawing: Drawing) -> dict[str, bytes]:
    """Return every file of one drawing, without those that follow it."""
    issued = {file.name: bytes(file.content) for file in drawing.files.all()}
    return whole_folder(texts_of(drawing), issued, read_publication(drawing.publication))


def folder_of(drawing: Drawing) -> dict[str, bytes]:
    """Return every file of a drawing and of all that follow it: "after/1/record.json"."""
    first, *rest = with_followers(drawing)
    files = files_of(first)
    for number, link in enumerate(rest, start=1):
        files |= {f"{AFTER}/{number}/{name}": content for name, content in files_of(link).items()}
    return files


def with_followers(drawing: Drawing) -> list[Drawing]:
    """Return a drawing and all that hang on it, in the order of their publication."""
    found, rest = [drawing], [drawing.pk]
    while rest:
        followers = list(Drawing.objects.filter(follows__in=rest).order_by("pk"))
        found += followers
        rest = [follower.pk for follower in followers]
    return sorted(found, key=lambda link: link.pk)


def chain_of(drawing: Drawing) -> list[Drawing]:
    """Return the draws on which a drawing stands, the first one first, itself last."""
    chain = [drawing]
    while chain[0].follows is not None:
        chain.insert(0, chain[0].follows)
    return chain


def draw_of(drawing: Drawing) -> Draw:
    """Return the whole draw that the record of a drawing tells. Raises: UnfitInput."""
    found = read_record(drawing.record, drawing.result)
    if isinstance(found, YearsRecord):
        raise UnfitInput(f"{drawing.key}: year groups have no seats.")
    return found.draw


def frozen_of(drawing: Drawing) -> Frozen:
    """Return what was published of a drawing, with the draw that it follows."""
    before = chain_of(drawing)[:-1]
    return Frozen(
        publication=read_publication(drawing.publication),
        digest=drawing.publication_digest,
        roster=read_roster(drawing.roster),
        rules=read_rules(drawing.rules),
        before=draw_of(before[-1]) if before else None,
        refused=granted(before),
    )


def granted(chain: list[Drawing]) -> tuple[Request, ...]:
    """Return the requests that a chain of draws has granted."""
    return tuple(request for link in chain for request in read_publication(link.publication).requests)


def seed_of_drawing(drawing: Drawing) -> Seed:
    return read_seed(drawing.seed_file, rehearsal=drawing.rehearsal)
