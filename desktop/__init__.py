"""Milepost: a planning tool for children's services."""

__version__ = "0.1.0"
