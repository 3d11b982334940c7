"""The exit statuses.

Where the person or the reading program breaks off, the status is the one that other commands give then.
"""

FINE, FINDINGS, REFUSED, FAULT = range(4)
"""Fine; findings of severity error; the input can't be used; a fault of Milepost."""
INTERRUPTED, UNREAD = 130, 141
