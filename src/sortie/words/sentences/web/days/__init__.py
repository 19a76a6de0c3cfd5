"""The words of the days: what waits, lists, the gate, the calendar."""
