"""What the peer of the questionnaires takes for the same work: `python -m benchmarks.peer_rdmo SECTIONS QUESTIONS`.

Runs in a virtual environment of RDMO's own, and prints its figures as JSON. The catalog has one page a section; a save
is the one call that the interview makes for an answer, and a page is opened with the three calls that show it.
"""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import django

TEXT = "Article {number} of the act on lighthouses, in force since the year 2000, says so."
VISITS = 10


def main(sections: int, questions: int) -> None:
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415 - once Django is set up
    from django.test import Client  # noqa: PLC0415 - as above

    call_command("migrate", verbosity=0)
    project, pages, attributes, user = made(sections, questions)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    values = f"/api/v1/projects/projects/{project.pk}/values/"

    def call(method: Callable[..., Any], address: str, status: int, *content: object) -> Any:
        answer = method(address, *(json.dumps(one) for one in content), content_type="application/json")
        if answer.status_code != status:
            raise RuntimeError(f"{address} was answered with {answer.status_code}: {answer.content[:300]!r}")
        return answer.json()

    def said(number: int) -> dict[str, object]:
        plain = {"set_prefix": "", "set_index": 0, "collection_index": 0, "value_type": "text"}
        return {**plain, "attribute": attributes[number].pk, "text": TEXT.format(number=number)}

    first = [
        clock(lambda number=number: call(client.post, values, 201, said(number)))
        for number in range(sections * questions)
    ]
    kept = {one["attribute"]: one["id"] for one in client.get(values).json()}
    again = []
    for visit in range(200):
        number = visit * 7 % len(attributes)
        address = f"{values}{kept[attributes[number].pk]}/"
        again.append(
            clock(
                lambda address=address, number=number: call(
                    client.put, address, 200, {**said(number), "text": f"{number}"}
                )
            )
        )

    def opened(place: int) -> None:
        page, section, own = pages[place % len(pages)]
        for address in (
            f"/api/v1/projects/projects/{project.pk}/pages/{page}/",
            f"{values}?{'&'.join(f'attribute={one}' for one in own)}",
            f"/api/v1/projects/projects/{project.pk}/navigation/{section}/",
        ):
            answer = client.get(address)
            if answer.status_code != 200:
                raise RuntimeError(f"{address} was answered with {answer.status_code}: {answer.content[:300]!r}")

    opened(0)
    shown = [clock(lambda visit=visit: opened(visit)) for visit in range(VISITS)]
    json.dump({"first": first, "again": again, "opened": shown}, sys.stdout)


def made(sections: int, questions: int) -> tuple[Any, list[tuple[int, int, list[int]]], list[Any], Any]:
    """Return a project on a catalog of so many sections, its pages with their attributes, and its owner."""
    from django.contrib.auth import get_user_model  # noqa: PLC0415 - once Django is set up
    from django.contrib.sites.models import Site  # noqa: PLC0415 - as above
    from rdmo.domain.models import Attribute  # noqa: PLC0415 - as above
    from rdmo.projects.models import Membership, Project  # noqa: PLC0415 - as above
    from rdmo.questions.models import (  # noqa: PLC0415 - as above
        Catalog,
        CatalogSection,
        Page,
        PageQuestion,
        Question,
        Section,
        SectionPage,
    )

    def plain(path: str) -> dict[str, object]:
        return {"uri_prefix": "https://bench.example/terms", "uri_path": path}

    site = Site.objects.get_current()
    catalog = Catalog.objects.create(**plain("invented"), title_lang1="Invented", available=True, order=1)
    catalog.sites.add(site)
    pages, attributes = [], []
    for place in range(sections):
        section = Section.objects.create(**plain(f"s{place}"), title_lang1=f"Section {place}")
        CatalogSection.objects.create(catalog=catalog, section=section, order=place)
        page = Page.objects.create(**plain(f"s{place}/page"), title_lang1=f"Section {place}")
        SectionPage.objects.create(section=section, page=page, order=place)
        own = []
        for number in range(questions):
            path = f"q-{place}-{number}"
            attribute = Attribute.objects.create(uri_prefix="https://bench.example/terms", key=path)
            text = f"What does the law say of matter {number}?"
            question = Question.objects.create(
                **plain(path), attribute=attribute, text_lang1=text, widget_type="textarea", value_type="text"
            )
            PageQuestion.objects.create(page=page, question=question, order=number)
            own.append(attribute)
        attributes += own
        pages.append((page.pk, section.pk, [one.pk for one in own]))
    user = get_user_model().objects.create_user("owner", "owner@bench.example", "x")
    project = Project.objects.create(title="Invented", catalog=catalog, site=site)
    Membership.objects.create(project=project, user=user, role="owner")
    return project, pages, attributes, user


def clock(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
