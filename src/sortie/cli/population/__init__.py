"""``sortie population``: the law over many people, one module a verb.

A verb is registered in ``manual.VERBS`` (its options) and in ``door`` (what it opens).
"""
