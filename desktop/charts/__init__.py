"""Pictures of indicators and plans, on the screen and on paper."""
