"""What can be wrong with a file, in words an officer understands.

Every error names the file and the next step; the technical cause is chained
(`raise … from cause`) and goes to the log, never to the person.
"""

from __future__ import annotations


class MilepostError(Exception):
    """Base of all errors that are told to a person; its text is the message."""


class NotAWorkbook(MilepostError):
    """The file is not an Excel workbook that Milepost can read."""


class WorkbookEncrypted(MilepostError):
    """The workbook is protected by a password."""


class WorkbookTooLarge(MilepostError):
    """The workbook exceeds what can be read safely."""


class WorkbookUnsafe(MilepostError):
    """The workbook holds something that no honest workbook holds."""


class WorkbookSigned(MilepostError):
    """The workbook bears a digital signature, which any change would break."""


class WorkbookMissing(MilepostError):
    """There is no such file, or it may not be read."""


class WorkbookInUse(MilepostError):
    """The file can't be written now: another program holds it or it is read-only."""


class WorkbookChanged(MilepostError):
    """The file on disk is no longer the one that was opened."""


class SaveFailed(MilepostError):
    """The save could not be finished; the file on disk is as it was."""


class EditRefused(MilepostError):
    """An edit that can't be carried out without harm; nothing was changed."""


class InputRefused(MilepostError):
    """A command's words, a cell address or a value can't be used."""
