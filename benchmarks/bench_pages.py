"""Pages: what the server takes for every kind of public page, how large it is, and how often it asks the database."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from benchmarks.rows import Figure, Row
from benchmarks.visits import Visitor

NAME = "Pages"
BUDGET = (
    "at every size: p95 under 50 ms of server time, HTML under 60 kB, the same number of queries; what all pages load"
    " besides (style, script, pictures), compressed, under 150 kB. `anew` is a page for which nothing was kept, the"
    " first after an act on the register; it composes the draft, or reads through all that is asked for and has then no"
    " budget of its own"
)
PEER = (
    "Django's admin in the same process, 50 lines a page as ours: its list of the same records; for the search, its"
    " search by `icontains` over the documents"
)
SIZED = True
SETTINGS = "benchmarks.peer_settings"

PEER_VISITS = 6
SEARCHES = ("lighthouses", "Study of salt", "{symbol}", "маяки", "WG.2/2019", "潮汐")


def run(size: int) -> list[Row]:
    visitor = Visitor()
    addresses = _addresses()
    peers = {
        "meetings": ["/admin/rapporteur/meeting/"],
        "documents": ["/admin/rapporteur/document/"],
        "mandates": ["/admin/rapporteur/mandate/"],
        "search": [f"/admin/rapporteur/document/?q={quote(word)}" for word in ("lighthouses", "Study of salt")],
    }
    rows = [_row(visitor, case, own, size, peers.get(case)) for case, own in addresses.items()]
    for case, visits, limit in (("draft (the note)", 40, 50), ("conference", 3, None), ("owed", 3, None)):
        times = visitor.times(addresses[case][:1], visits=visits, before=_forget)
        p95 = (Figure("p95", times.p95 * 1000, "ms", limit),) if limit else ()
        rows.append(Row(f"{case}, anew", (Figure("p50", times.median * 1000, "ms"), *p95), size=size))
    assets = sum(visitor.loaded_by(addresses["conference"][0]).values()) / 1000
    return [*rows, Row("what pages load", (Figure("size", assets, "kB", 150),), size=size)]


def _forget() -> None:
    """Forget what pages keep until an act changes the register."""
    from django.core.cache import caches  # noqa: PLC0415 - Django is set up before run()

    for kept in ("pages", "drafts"):
        caches[kept].clear()


def _row(visitor: Visitor, case: str, addresses: Sequence[str], size: int, peer: Sequence[str] | None) -> Row:
    times = visitor.times(addresses, visits=40 if size >= 100 else 5)
    figures = (
        Figure("p50", times.median * 1000, "ms"),
        Figure("p95", times.p95 * 1000, "ms", 50),
        Figure("size", max(len(visitor.get(address)) for address in addresses) / 1000, "kB", 60),
        Figure("queries", max(visitor.queries(address) for address in addresses), ""),
    )
    theirs = visitor.times(peer, visits=PEER_VISITS).median * 1000 if peer else None
    return Row(case, figures, size=size, peer=theirs, peer_of="p50")


def _addresses() -> dict[str, list[str]]:
    """Return, for each kind of page, the addresses of it that are visited in turn."""
    own, session = "/tides", _spread("session", "conference__key", "key")
    sessions = [f"{own}/sessions/{key}/" for _conference, key in session]
    meetings = [f"{own}/meetings/{body}/{key}/" for body, key in _spread("meeting", "body__key", "key")]
    documents = [f"/documents/{symbol}" for (symbol,) in _spread("document", "symbol")]
    bodies = [f"{own}/bodies/{key}/" for (key,) in _spread("body", "key")]
    mandates = [f"{own}/mandates/resolution/{number}/" for (number,) in _spread("mandate", "number")]
    symbol = documents[len(documents) // 2].removeprefix("/documents/")
    return {
        "conference": [f"{own}/"],
        "sessions": [f"{own}/sessions/"],
        "session": sessions,
        "bodies": [f"{own}/bodies/"],
        "body": bodies,
        "mandates": [f"{own}/mandates/"],
        "mandate": mandates,
        "meetings": [f"{own}/meetings/", f"{own}/meetings/?year=2010", f"{own}/meetings/?year=2000&body=wg-2"],
        "meeting": meetings,
        "documents": [
            f"{own}/documents/",
            f"{own}/documents/?type=report",
            f"{own}/documents/?year=2010&body=wg-2",
            f"{own}/documents/?session={session[0][1]}",
        ],
        "document by symbol": documents,
        "parties": [f"{own}/parties/"],
        "party": [f"{own}/parties/{key}/" for (key,) in _spread("party", "key")],
        "owed": [f"{own}/owed/", f"{own}/owed/?state=open"],
        "search": [f"/search/?q={quote(word.format(symbol=symbol))}" for word in SEARCHES],
        "draft (the note)": [f"{own}/drafts/note/?session={session[len(session) // 2][1]}"],
    }


def _spread(model: str, *columns: str) -> list[tuple[Any, ...]]:
    """Return the columns of five records that lie evenly over all of a kind."""
    from django.apps import apps  # noqa: PLC0415 - Django is set up after import

    records = apps.get_model("rapporteur", model)._default_manager.order_by("pk").values_list(*columns)
    count = records.count()
    return [records[place * (count - 1) // 4] for place in range(5)]
