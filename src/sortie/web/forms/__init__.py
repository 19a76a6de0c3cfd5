"""Forms: what an act asks, what was typed, what is wrong with it; nothing typed is ever lost."""

from sortie.web.forms.drawing import Drawn, drawn, id_of
from sortie.web.forms.fields import Field, Form, Kind, Option
from sortie.web.forms.offering import acts_on_a_case
from sortie.web.forms.reading import Fault, Reader
from sortie.web.forms.shaping import form_of
from sortie.web.forms.typed import Typed, first_of, typed_in

__all__ = [
    "Drawn",
    "Fault",
    "Field",
    "Form",
    "Kind",
    "Option",
    "Reader",
    "Typed",
    "acts_on_a_case",
    "drawn",
    "first_of",
    "form_of",
    "id_of",
    "typed_in",
]
