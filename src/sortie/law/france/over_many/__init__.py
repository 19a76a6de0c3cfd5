"""What the law over many people asks of France: what is supposed of them, their classes."""

from sortie.law.france.over_many.classes import CLASSES
from sortie.law.france.over_many.supposed import supposed

__all__ = ["CLASSES", "supposed"]
