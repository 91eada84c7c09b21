"""One step of the register's benchmark in a process of its own: `python -m benchmarks.register_steps STEP FOLDER`.

Works on the database that the environment names and prints the seconds that the step took, without the start of the
process. The steps are ours (load, again, export, check) and Django's on the same records (loaddata, dumpdata).
"""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.rows import clock

AT = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
# What no file of the register holds.
LEFT_OUT = frozenset({"person", "limit", "act", "entry", "index"})


def load(folder: Path) -> None:
    from rapporteur.register.loading import load as load_register  # noqa: PLC0415 - Django is set up after import

    load_register(folder, by="benchmark", at=AT)


def export(folder: Path) -> None:
    from rapporteur.register.exporting import export as export_register  # noqa: PLC0415 - as above

    export_register(folder)


def check(_folder: Path) -> None:
    from rapporteur.bodies.models import Conference  # noqa: PLC0415 - as above
    from rapporteur.register.owed import owed  # noqa: PLC0415 - as above
    from rapporteur.register.soundness import findings  # noqa: PLC0415 - as above

    conference = Conference.objects.get()
    owed(conference, as_of=AT.date())
    findings(conference, as_of=AT.date())


def dumpdata(folder: Path) -> None:
    from django.apps import apps  # noqa: PLC0415 - as above
    from django.core.management import call_command  # noqa: PLC0415 - as above

    folder.mkdir(exist_ok=True)
    models = [model._meta for model in apps.get_app_config("rapporteur").get_models()]
    names = [model.label for model in models if model.model_name not in LEFT_OUT]
    call_command("dumpdata", *names, output=str(folder / "records.json"), verbosity=0)


def loaddata(folder: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415 - as above

    call_command("loaddata", str(folder / "records.json"), verbosity=0)


STEPS: dict[str, Callable[[Path], None]] = {
    "load": load,
    "again": load,
    "export": export,
    "check": check,
    "dumpdata": dumpdata,
    "loaddata": loaddata,
}


def main(step: str, folder: str) -> int:
    import django  # noqa: PLC0415 - the module that starts this one needs no Django

    django.setup()
    print(clock(lambda: STEPS[step](Path(folder))).total)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
