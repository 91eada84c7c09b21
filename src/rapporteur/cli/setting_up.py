"""`rapporteur setup`: a database with all its tables, and the translations of the pages ready to be shown."""

from pathlib import Path

import typer


def set_up() -> None:
    """Create the database or bring it up to date, and prepare the translations. Run again, it changes nothing."""
    applied, compiled = prepared()
    typer.echo(f"database: {f'{applied} migrations applied' if applied else 'up to date'}")
    typer.echo(f"translations: {f'{compiled} catalogs prepared' if compiled else 'up to date'}")


def prepared() -> tuple[int, int]:
    """Return how many migrations were applied and how many catalogs were compiled."""
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from rapporteur.cli.catalogs import compile_catalogs

    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    planned = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if planned:
        call_command("migrate", verbosity=0, interactive=False)
    return planned, sum(compile_catalogs(Path(folder)) for folder in settings.LOCALE_PATHS)
