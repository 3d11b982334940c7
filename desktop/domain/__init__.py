"""Frozen values and pure functions: what a plan, an indicator and a finding are."""
