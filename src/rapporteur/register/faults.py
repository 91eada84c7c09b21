"""What is raised when files of the register cannot be loaded; its faults are those of `datafiles`."""

from rapporteur.datafiles.faults import FileRefused


class RegisterRefused(FileRefused):
    """The files cannot be loaded. Nothing was changed. The message has one line a fault."""
