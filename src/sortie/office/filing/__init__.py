"""The application at the office: filed with what the law needs, and sent to who decides."""

from sortie.office.filing.file import Filing, file_application
from sortie.office.filing.route import route_application

__all__ = ["Filing", "file_application", "route_application"]
