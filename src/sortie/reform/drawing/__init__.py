"""The figures of a report, drawn (SVG).

A front door of its own: it opens what draws charts, which a page that shows them has not.
"""

from sortie.reform.drawing.drawing import drawings

__all__ = ["drawings"]
