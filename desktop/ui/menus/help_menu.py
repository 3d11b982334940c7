"""The keys, the examples, and what Milepost is."""

from __future__ import annotations

from desktop.ui.action import Action

HELP = (
    Action(
        id="keys",
        menu="&Help",
        text="&Keys…",
        keys=("F1",),
        hint="What every key does; type to find one",
        needs_document=False,
    ),
    Action(
        id="open_leicester",
        menu="&Help",
        text="Open the &indicator example",
        needs_document=False,
        separate=True,
    ),
    Action(id="open_leeds", menu="&Help", text="Open the &plan example", needs_document=False),
    Action(id="about", menu="&Help", text="&About Milepost", needs_document=False, separate=True),
)
