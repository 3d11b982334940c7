"""Chooses what is printed and how, beside a preview of the very pages, for a printer or a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.printing.page import Orientation, Paper
from desktop.printing.preview import Preview
from desktop.ui.page_setup import Subject
from desktop.ui.panels.page_bar import PageBar
from desktop.ui.panels.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.printing.page import Page
    from desktop.ui.page_choices import Choice, Offers
    from desktop.ui.page_setup import Setup

_SIZE = (1120, 680)
_SHARE = 0.94
"""Of the screen at the most; the frame takes the rest."""
_SIDE = 280
_RESOLUTIONS = {96: "as on screen (96 to the inch)", 192: "sharp on screen (192)", 300: "for print (300)"}


class PrintPages(QDialog):
    """What is wanted is said by signals; the pages are those that the preview shows.

    It begins with the subject of the setup, where that is offered, and with a part of the plan, or a group.
    """

    print_wanted = Signal()
    file_wanted = Signal()

    def __init__(
        self,
        offers: Offers,
        setup: Setup,
        make: Callable[[Setup, Choice], tuple[Page, ...]],
        parent: QWidget | None = None,
        *,
        part: str | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("printPages")
        self.setWindowTitle("Print and export")
        self.resize(QSize(*_SIZE).boundedTo(self.screen().availableSize() * _SHARE))
        self._offers, self._make = offers, make
        self._setup = replace(
            setup, subject=next(iter(offers)) if setup.subject not in offers else setup.subject
        )
        self.preview = Preview()
        self._subject = _list("subject", "What is printed", [subject.capitalize() for subject in offers])
        self._which = _list("which", "Of which it is printed", ())
        self._paper = _list("paper", "Size of the paper", list(Paper))
        self._lies = _list(
            "orientation", "Orientation of the paper", [side.capitalize() for side in Orientation]
        )
        self._notes = QCheckBox("&Notes")
        self._figures = QCheckBox("&Figures")
        self._limits = QCheckBox("&Control limits, from 5 values")
        self._resolution = _list("resolution", "Pixels of a PNG", list(_RESOLUTIONS.values()))
        self._printing = QPushButton("P&rint…")
        self.said = PlainLabel()
        self._lay_out()
        self._show_setup()
        self._show_choices()
        parts = [choice.part for choice in self._choices]
        self._which.setCurrentIndex(parts.index(part) if part in parts else 0)
        self._connect()
        self._make_pages()
        self.preview.setFocus()

    @property
    def setup(self) -> Setup:
        """How the pages are made."""
        return self._setup

    @property
    def choice(self) -> Choice:
        """Which indicators they are of, or which part of the plan."""
        return self._choices[self._which.currentIndex()]

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self._offers[self._setup.subject]

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages as they are seen."""
        return self.preview.pages

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow("Wha&t", self._subject)
        form.addRow("Of &which", self._which)
        form.addRow("P&aper", self._paper)
        form.addRow("&Orientation", self._lies)
        beneath, on = QLabel("Beneath a chart"), QLabel("On a chart")
        for row in (beneath, self._notes, self._figures, on, self._limits):
            form.addRow(row)
            form.setRowVisible(row, Subject.CHARTS in self._offers)
        form.addRow("Pixels of a PN&G", self._resolution)
        side = QWidget()
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self.said)
        seen = QVBoxLayout()
        seen.addWidget(self.preview, stretch=1)
        seen.addWidget(PageBar(self.preview))
        across = QHBoxLayout()
        across.addWidget(side)
        across.addLayout(seen, stretch=1)
        whole = QVBoxLayout(self)
        whole.addLayout(across, stretch=1)
        whole.addWidget(self._buttons())
        self._printing.setDefault(True)  # which a button can only be within its window

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        box.addButton(self._printing, role)
        self._printing.clicked.connect(self.print_wanted)
        box.addButton("&Save as a file…", role).clicked.connect(self.file_wanted)
        box.rejected.connect(self.reject)
        return box

    def _show_setup(self) -> None:
        setup = self._setup
        self._subject.setCurrentIndex(list(self._offers).index(setup.subject))
        self._paper.setCurrentIndex(list(Paper).index(setup.paper))
        self._lies.setCurrentIndex(list(Orientation).index(setup.orientation))
        self._resolution.setCurrentIndex(list(_RESOLUTIONS).index(setup.resolution))
        self._notes.setChecked(setup.notes)
        self._figures.setChecked(setup.figures)
        self._limits.setChecked(setup.limits)

    def _connect(self) -> None:
        for chosen in (self._which, self._subject, self._paper, self._lies, self._resolution):
            chosen.currentIndexChanged.connect(self._take)
        for ticked in (self._notes, self._figures, self._limits):
            ticked.toggled.connect(self._take)

    def _take(self) -> None:
        """Take what is set, and show the pages that come of it."""
        subject = list(self._offers)[self._subject.currentIndex()]
        other = subject is not self._setup.subject
        self._setup = replace(
            self._setup,
            subject=subject,
            paper=list(Paper)[self._paper.currentIndex()],
            orientation=list(Orientation)[self._lies.currentIndex()],
            resolution=list(_RESOLUTIONS)[self._resolution.currentIndex()],
            notes=self._notes.isChecked(),
            figures=self._figures.isChecked(),
            limits=self._limits.isChecked(),
        )
        if other:
            self._show_choices()
        self._make_pages()

    def _show_choices(self) -> None:
        """List what the subject may be printed of; what was chosen stays so where it is among that."""
        chosen = self._which.currentText()
        self._which.blockSignals(True)
        self._which.clear()
        self._which.addItems([choice.label for choice in self._choices])
        self._which.setCurrentIndex(max(0, self._which.findText(chosen)))
        self._which.blockSignals(False)

    def _make_pages(self) -> None:
        self._lies.setEnabled(self._setup.subject is not Subject.CARDS)
        for widget in (self._notes, self._figures, self._limits):
            widget.setEnabled(self._setup.subject is Subject.CHARTS)
        self.said.clear()
        self.preview.show_pages(self._make(self._setup, self.choice))


def _list(identity: str, name: str, entries: Sequence[str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(identity)
    made.setAccessibleName(name)
    made.addItems(list(entries))
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(12)
    return made
