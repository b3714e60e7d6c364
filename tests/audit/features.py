"""What readers do, done in any browser that is driven: one function for each feature, true if it works (`make audit`)."""

from collections.abc import Callable

from tests.support.webdriver import Driver

BENEFITS = "talking-points/what-is-in-it.html"
BELOW_HEAD = """(() => { const box = document.getElementById("s52").getBoundingClientRect();
  return box.height > 0 && box.top >= document.querySelector("header").getBoundingClientRect().bottom - 1 && box.top < innerHeight; })()"""
SEARCH = ".search-link"
FIELD = ".search-field"
ESCAPE, WORKS = "\ue00c", "works"  # the first as WebDriver writes it
HITS = "[...document.querySelectorAll('[data-group=found] a[role=option]')].some(one => one.getBoundingClientRect().height)"
MENU = "label[for=__drawer].md-header__button, header button[aria-controls]"
LINKS = """(() => document.getElementById("__drawer").checked && [...document.querySelectorAll(".md-sidebar--primary a[href]")].filter(one => {
  const box = one.getBoundingClientRect();
  return box.width && one.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}).length > 2)()"""


def arrives(driver: Driver, base: str) -> bool:
    """Whoever comes by a link sees the point below the head."""
    driver.go(f"{base}/{BENEFITS}#s52")
    driver.rest()
    return bool(driver.run(f"return Boolean({BELOW_HEAD})"))


def opens_tabs(driver: Driver, base: str) -> bool:
    """A tab that is clicked opens, and has the focus."""
    driver.go(f"{base}/{BENEFITS}")
    driver.click("[role=tab]:nth-of-type(1), .tabbed-labels > label:nth-of-type(3)")
    return driver.comes_true("document.querySelector('[role=tab][aria-selected=true]') && !document.activeElement.closest('[aria-hidden=true]')")


def searches(driver: Driver, base: str) -> bool:
    """The search finds something."""
    driver.go(f"{base}/index.html")
    driver.click(SEARCH)
    driver.type(FIELD, "college")
    return driver.comes_true(HITS)


def opens_menu(driver: Driver, base: str) -> bool:
    """On a phone, the menu holds links that can be pressed."""
    driver.size(400, 740)
    driver.go(f"{base}/index.html")
    driver.click(MENU)
    found = driver.comes_true(LINKS)
    driver.size(1280, 900)
    return found


def _fill_form(driver: Driver, base: str) -> None:
    driver.go(f"{base}/localize/your-words.html")
    driver.type("#f-region, [name=region]", "Blue Ridge")
    driver.run("[...document.querySelectorAll('form input[type=radio]')].find(one => one.value === 'planning').click()")


def keeps_form(driver: Driver, base: str) -> bool:
    """A region typed into the form is said on the next page."""
    _fill_form(driver, base)
    driver.run("[...document.querySelectorAll('button')].find(one => /^Save/.test(one.textContent)).click()")
    driver.go(f"{base}/index.html")
    found = driver.comes_true("document.body.textContent.includes('Blue Ridge')")
    driver.run("localStorage.clear()")
    return found


def shares(driver: Driver, base: str) -> bool:
    """The form makes a link, and whoever opens it sees the version as shared with them."""
    _fill_form(driver, base)
    driver.click(".form-link")
    if not driver.comes_true("document.querySelector('.form-share textarea')"):
        return False
    link = driver.run("return document.querySelector('.form-share textarea').value")
    driver.run("document.querySelector('form.own-form').reset(); localStorage.clear()")
    driver.go(f"{base}/404.html")
    driver.go(link)
    return driver.comes_true("/Shared with you/.test(document.body.textContent) && /Blue Ridge/.test(document.querySelector('article').textContent)")


def keeps_sheet(driver: Driver, base: str) -> bool:
    """A point that is picked stands on My sheet, and is off it when the sheet is cleared."""
    driver.go(f"{base}/talking-points/what-are-you-up-to.html")
    driver.click(".point-pick")
    driver.go(f"{base}/my-sheet.html")
    found = driver.comes_true("document.querySelectorAll('.my-points > li').length === 1")
    driver.run("window.confirm = () => true")
    driver.click(".my-clear")
    return driver.comes_true("!document.querySelector('.my-points > li')") and found


def prints(driver: Driver, base: str) -> bool:
    """The button opens the browser's dialog for printing, once the letters of paper are there."""
    driver.go(f"{base}/sheets/educators-launch.html")
    driver.run("window.print = () => { window.printed = document.fonts.check('700 1em \"Public Sans\"') }")
    driver.click("[data-print]")
    return driver.comes_true("window.printed")


def closes_dialog(driver: Driver, base: str) -> bool:
    """A dialog takes the focus, Escape closes it, and the focus is where it was."""
    driver.go(f"{base}/index.html")
    driver.click(SEARCH)
    opened = driver.comes_true(f"document.querySelector('dialog:modal') && document.activeElement.matches('{FIELD}')")
    driver.type(FIELD, ESCAPE)
    return driver.comes_true(f"!document.querySelector('dialog[open]') && document.activeElement.closest('{SEARCH}, .search-button')") and opened


FEATURES: dict[str, Callable[[Driver, str], bool]] = {
    "arrival": arrives, "tabs": opens_tabs, "search": searches, "menu": opens_menu, "form": keeps_form, "share link": shares, "my sheet": keeps_sheet,
    "print": prints, "dialogs": closes_dialog,
}  # fmt: skip


def verdicts(driver: Driver, bases: dict[str, str]) -> dict[str, str]:
    """Return for each feature, over each base, "works" or what is wrong."""
    found = {}
    driver.size(1280, 900)
    for how, base in bases.items():
        for name, works in FEATURES.items():
            try:
                found[f"{name}, {how}"] = WORKS if works(driver, base) else "does not work"
            except RuntimeError as error:
                found[f"{name}, {how}"] = str(error)
    return found
