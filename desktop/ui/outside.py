"""What the banner says: what other programs do to the open workbook, and why an edit was not made."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.document.disk_watch import DiskWatch
from desktop.document.holding import Holding
from desktop.document.on_disk import OnDisk
from desktop.ui.panels.banner import Banner, Notice, Topic
from desktop.ui.reloading import Reloading

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.document.disk_watch import Sight
    from desktop.document.document import Document
    from desktop.ui.files import Files
    from desktop.ui.prompts import Prompts
    from desktop.ui.tasks import Tasks


class Outside(QObject):
    """Watches the open workbook's file, leaves the sign that it is being worked on, and runs the banner."""

    def __init__(self, files: Files, tasks: Tasks, prompts: Prompts, folder: Path, window: QWidget) -> None:
        super().__init__(window)
        self.banner = Banner(window)
        self._files = files
        self._tasks = tasks
        self._reloading = Reloading(files, tasks, prompts, self)
        self._folder = folder
        self._watch: DiskWatch | None = None
        self._holding: Holding | None = None
        self._last: Sight | None = None
        files.document_changed.connect(self._follow)
        files.not_saved.connect(self._say_not_saved)
        tasks.busy_changed.connect(self._work_changed)
        window.installEventFilter(self)
        QApplication.instance().aboutToQuit.connect(self.settle)  # type: ignore[union-attr]

    def settle(self) -> None:
        """Wait until the sign beside the workbook is left or removed, as was asked."""
        if self._holding is not None:
            self._holding.settle()

    def tell_refusal(self, message: str) -> None:
        """Say why an edit was not made, until one is; it stops nobody, and the keyboard stays where it is."""
        self.banner.say(Topic.REFUSED, Notice(words=f"Nothing was changed. {message}"))

    def look(self) -> None:
        """See what has become of the workbook's file."""
        if self._watch is not None:
            self._watch.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look whenever the officer comes back to the window."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Turn to the document that is open now."""
        if self._holding is not None:
            self._holding.end()
            self._holding.deleteLater()
        if self._watch is not None:
            self._watch.deleteLater()
        self._watch = self._holding = self._last = None
        self.banner.clear_all()
        document, keeping = self._files.document, self._files.keeping
        if document is not None and keeping is not None:
            self._holding = Holding(document, self._folder, keeping.session, self)
            self._watch = DiskWatch(document, self._folder, keeping.session, self)
            self._watch.seen.connect(self._seen)
            keeping.failed.connect(self._say_not_kept)
            document.changed.connect(lambda: self.banner.drop(Topic.REFUSED))
            document.saved.connect(self._forget_failure)
            self.look()

    def _work_changed(self, busy: bool) -> None:
        self.banner.setEnabled(not busy)
        if not busy:
            self.look()

    def _seen(self, sight: Sight) -> None:
        """Say what is new; what was said and dismissed is not said again."""
        last, document = self._last, self._files.document
        if self._tasks.busy or document is None:
            return  # it is looked again when the work is done
        self._last = sight
        if last is None or (sight.state, sight.written) != (last.state, last.written):
            self._say_state(sight, document)
        if last is None or sight.holder != last.holder:
            self._say_holder(sight, document)

    def _say_state(self, sight: Sight, document: Document) -> None:
        name, save_as = document.path.name, ("Save &as…", self._files.save_as)
        if sight.state is OnDisk.SAME:
            self.banner.drop(Topic.CHANGED)
        elif sight.state is OnDisk.CHANGED:
            at = "" if sight.written is None else f" at {_clock(sight.written)}"
            yours = " Your changes are still here, not saved." if document.dirty else ""
            choices = (("&Reload", self._reloading.reload), ("Co&mpare…", self._reloading.compare), save_as)
            words = f"{name} was changed by another program{at}.{yours}"
            self.banner.say(Topic.CHANGED, Notice(words=words, choices=choices))
        else:
            words = (
                f"{name} is no longer in {document.path.parent}: it was moved, renamed or deleted, or its "
                "drive is not connected. Your work is still here. Save it under another name, or put the "
                "file back."
            )
            self.banner.say(Topic.CHANGED, Notice(words=words, choices=(save_as,)))

    def _say_holder(self, sight: Sight, document: Document) -> None:
        if sight.holder is None:
            self.banner.drop(Topic.HELD)
            return
        words = (
            f"{document.path.name} is open elsewhere: {sight.holder.words}. You can read it and work on it "
            "here. Save under another name, or save once it is closed there."
        )
        self.banner.say(Topic.HELD, Notice(words=words, choices=(("Save &as…", self._files.save_as),)))

    def _say_not_saved(self) -> None:
        document = self._files.document
        if document is not None:
            choices = (("&Try again", self._files.save), ("Save &as…", self._files.save_as))
            words = f"{document.path.name} was not saved. Your changes are still here."
            self.banner.say(Topic.NOT_SAVED, Notice(words=words, choices=choices))

    def _say_not_kept(self) -> None:
        words = (
            f"Milepost can't keep a recovery copy in {self._folder}: the disk may be full. Save often until "
            "there is room again."
        )
        self.banner.say(Topic.NOT_KEPT, Notice(words=words, choices=(("Sa&ve now", self._files.save),)))

    def _forget_failure(self) -> None:
        self.banner.drop(Topic.NOT_SAVED)
        self.banner.drop(Topic.NOT_KEPT)


def _clock(nanoseconds: int) -> str:
    """Such as 14:02, with the day where it is another."""
    moment = dt.datetime.fromtimestamp(nanoseconds / 1e9)  # noqa: DTZ006 - the officer's own clock
    today = dt.date.today()  # noqa: DTZ011 - the same
    return f"{moment:%H:%M}" if moment.date() == today else f"{moment:%H:%M on %d/%m/%Y}"
