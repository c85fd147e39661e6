"""What every page in a real browser has to be."""

from axe_playwright_python.sync_playwright import Axe


def check(page):
    """axe finds nothing, and nothing is wider than the screen."""
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    fits(page)


def fits(page):
    """Nothing on the page is wider than the screen; works without scripts too."""
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{page.url} is {wide}px wider than the screen"
