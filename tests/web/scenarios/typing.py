"""What a person does before a page: types in its form, presses its button, goes on."""

from collections.abc import Mapping

from playwright.sync_api import Locator, Page

Typed = Mapping[str, str | list[str]]


def typed(page: Page, values: Typed) -> None:
    """Type in the form of a page, input by input, by their names."""
    page.evaluate("document.querySelectorAll('main details').forEach(e => e.open = true)")
    for name, value in values.items():
        _typed(page.locator(f'form[data-draft] [name="{name}"]'), value)


def _typed(inputs: Locator, value: str | list[str]) -> None:
    kind = inputs.first.evaluate("each => each.type")
    if kind == "checkbox":
        wanted = [value] if isinstance(value, str) else value
        for each in inputs.all():
            each.set_checked(each.get_attribute("value") in wanted)
    elif kind == "radio":
        next(e for e in inputs.all() if e.get_attribute("value") == value).check()
    elif kind.startswith("select"):
        inputs.select_option(value)
    else:
        inputs.fill(str(value))


def pressed(page: Page, button: str = "button.main") -> None:
    """Press a button of the form, and wait for the page that follows."""
    with page.expect_navigation():
        page.locator(f"form[data-draft] {button}:visible").last.click()


def sent(page: Page, values: Typed) -> str:
    """Type in a form, send it, and return what the page that follows says."""
    typed(page, values)
    pressed(page)
    return words(page)


def words(page: Page) -> str:
    """Return what a page says, with plain spaces."""
    said = page.locator("main").inner_text()
    return " ".join(said.replace("\u202f", " ").replace("\u00a0", " ").split())
