"""Short ways to name a provision in a rule; ``texts`` says which version is in force."""

Cites = tuple[str, ...]


def _ids(code: str, articles: tuple[str, ...]) -> Cites:
    return tuple(f"fr.{code}.{article.lower()}" for article in articles)


def cpp(*articles: str) -> Cites:
    """Return provisions of the code of criminal procedure."""
    return _ids("cpp", articles)


def cp(*articles: str) -> Cites:
    """Return provisions of the criminal code."""
    return _ids("cp", articles)


def cpen(*articles: str) -> Cites:
    """Return provisions of the prison code."""
    return _ids("cpen", articles)


def cjpm(*articles: str) -> Cites:
    """Return provisions of the code of juvenile criminal justice."""
    return _ids("cjpm", articles)
