"""What is raised when files of the register cannot be loaded or written; its faults are those of `datafiles`."""

from rapporteur.datafiles.faults import FileRefused


class RegisterRefused(FileRefused):
    """The files cannot be loaded. Nothing was changed. The message has one line a fault."""


class ExportRefused(FileRefused):
    """A record of the register would be left out of the files. Nothing was written."""
