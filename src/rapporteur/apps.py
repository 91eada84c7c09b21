from django.apps import AppConfig


class RapporteurConfig(AppConfig):
    """The one Django application: every room's records share one label and one migration sequence."""

    name = "rapporteur"
    label = "rapporteur"
    default_auto_field = "django.db.models.BigAutoField"
