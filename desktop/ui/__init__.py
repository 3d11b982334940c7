"""The window: assembly, panels, dialogs, and the officer's intents."""
