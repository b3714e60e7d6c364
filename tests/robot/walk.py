"""The walk of the robot over one page, and the faults it meets."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page
from playwright.sync_api import Error as BrowserError

from tests.robot.names import nameless
from tests.robot.press import press_all

EYES = Path(__file__).with_name("eyes.js").read_text("utf-8")
BEFORE = Path(__file__).with_name("before.js").read_text("utf-8")
# where the keyboard goes on from
FROM_THE_TOP = (
    "within => { document.activeElement.blur(); scrollTo({top: 0, behavior: 'instant'}); getSelection().collapse(document.querySelector(within), 0) }"
)
SIZES = {"desktop": (1280, 800), "phone": (360, 740)}


class Robot:
    """A window of its own, in which it uses one page after another; `faults` grows as the robot goes on."""

    def __init__(self, browser: Browser, size: str, alike: int = 2, stops: int = 400, within: str = "body") -> None:
        """`alike`: how many controls that look and are called alike are pressed; `stops`: how often Tab is pressed at most; `within`: which part of a page is used."""
        width, height = SIZES[size]
        self.context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", has_touch=False)
        self.context.add_init_script(BEFORE)
        self.page: Page = self.context.new_page()
        self.middle = width // 2
        self.cdp: CDPSession = self.context.new_cdp_session(self.page)
        self.page.set_default_timeout(20_000)
        self.alike, self.stops, self.within = alike, stops, within
        self.faults: list[str] = []
        self.events: list[str] = []
        self.looks = 0  # how often a page was given the robot's eyes
        self.context.grant_permissions(["clipboard-read", "clipboard-write"])
        self.page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        self.page.on(
            "console",
            lambda message: (
                self.faults.append(f"console: {message.text}") if message.type == "error" and "favicon.ico" not in message.location["url"] else None
            ),
        )
        self.page.on("dialog", lambda dialog: (self.events.append("dialog"), dialog.accept()))
        self.page.on("download", lambda download: self.events.append("download"))
        self.page.on("filechooser", lambda chooser: self.events.append("file chooser"))
        self.page.on("framenavigated", lambda frame: self.events.append("navigation"))

    def walk(self, url: str, search: bool = True) -> list[str]:
        """Use the page at an address, its search too unless told not to; return every fault once, with the control it was met at."""
        self.begin()
        self.open(url)
        self.faults += self.page.evaluate("robotEyes.text()")
        self.settle()
        self.faults += self.page.evaluate("robotEyes.shifts(0)")
        self.faults += self.page.evaluate("robotEyes.large()")
        if self.within == "body":  # what stands around the text is the same on all pages of a template; axe asks for the names within it
            self.faults += [f"has no name: {told}" for told in nameless(self.cdp)]
            self.scroll()
            self.menu()
        if search:
            self.search()
        self.tab_through()
        press_all(self, url)
        self.faults += self.page.evaluate("robotEyes.shifts(.1)")
        return list(dict.fromkeys(self.faults))

    def begin(self) -> None:
        """Forget the page before, with what it stored: the next one comes as to a new reader; for one that is used whole, with what was loaded, too."""
        if (before := urlsplit(self.page.url)).netloc:
            self.page.goto("about:blank")
            self.cdp.send("Storage.clearDataForOrigin", {"origin": f"{before.scheme}://{before.netloc}", "storageTypes": "all"})
        if self.within == "body":
            self.cdp.send("Network.clearBrowserCache")
        self.faults.clear()
        self.events.clear()

    def open(self, url: str) -> None:
        """Open the page afresh."""
        self.page.goto(url)
        self.look()

    def look(self) -> None:
        """Give the page that is open the robot's eyes."""
        self.page.evaluate(EYES)
        self.looks += 1

    def scroll(self) -> None:
        """Scroll down and up as with a wheel: nothing may jump, and what stood in the head stands there again."""
        first = self.page.evaluate("robotEyes.head()")
        deep = self.page.evaluate("document.documentElement.scrollHeight - innerHeight")
        for by in (60, 500, -500):
            before = self.page.evaluate("scrollY")
            wanted = max(0, min(deep, before + by))
            self.page.mouse.move(self.middle, 500)  # over the text: a menu beside it that is longer than the window moves by itself
            self.page.mouse.wheel(0, by)
            self.page.evaluate(
                "async y => { for (let n = 0; n < 30 && Math.abs(scrollY - y) > 1; n++) await robotEyes.frame(); for (let n = 0; n < 4; n++) await robotEyes.frame() }",
                wanted,
            )
            now = self.page.evaluate("robotEyes.head()")
            if abs(now["top"] - first["top"]) > 2:
                self.faults.append(f"scrolled by {by} px, the page jumps: its heading moves by {now['top'] - first['top']} px")
                break
            if abs(now["y"] - wanted) > 2:
                self.faults.append(f"scrolled by {by} px, the page goes to {now['y']} and not to {wanted}")
                break
        self.page.mouse.wheel(0, -10_000)
        self.settle()
        now = self.page.evaluate("robotEyes.head()")
        if lost := [told for told in first["tabs"] if told not in now["tabs"]]:
            self.faults.append(f"gone from the head after scrolling down and up again: {', '.join(lost)}")

    def menu(self) -> None:
        """Open the menu where there is one: it holds links, Escape closes it, and the focus is back on its button."""
        button = self.page.locator("label[for=__drawer]:visible, button[aria-controls]:visible").and_(self.page.locator(".md-header *, header *")).first
        if not button.is_visible():
            return
        before = self.page.evaluate("robotEyes.links().length && robotEyes.links().map(robotEyes.tell)")
        button.click()
        self.settle()
        after = self.page.evaluate("robotEyes.links().map(robotEyes.tell)")
        if not [told for told in after if told not in before]:
            self.faults.append("the menu opens with nothing on it")
        self.faults += [f"has no name, with the menu open: {told}" for told in nameless(self.cdp)]
        self.page.keyboard.press("Escape")
        self.settle()
        if self.page.evaluate("Boolean(robotEyes.scrim())"):
            self.faults.append("Escape does not close the menu")
            self.page.mouse.click(340, 700)
            self.settle()
        elif self.page.evaluate("document.activeElement === document.body"):
            self.faults.append("the focus is lost when the menu is closed")

    def search(self) -> None:
        """Search for a word, where there is a search: results come, each has a name, and Escape closes them."""
        if not self.page.locator(".search-link").count():
            return
        self.page.locator(".search-link").click()
        self.page.keyboard.type("college")
        try:
            self.page.locator("[data-group=found] [role=option]:visible").first.wait_for()
        except BrowserError:
            self.faults.append("the search finds nothing for “college”")
            return
        self.faults += [f"has no name, while searching: {told}" for told in nameless(self.cdp)]
        self.page.keyboard.press("Escape")
        self.settle()
        if self.page.evaluate("Boolean(robotEyes.scrim())"):
            self.faults.append("Escape does not close the search")
        self.faults += self.page.evaluate("robotEyes.focused().then(it => it.end ? [] : it.faults.map(fault => `after the search, ${it.told} ${fault}`))")

    def tab_through(self) -> None:
        """Press Tab from the top of the page, or of its text, to its end: every stop can be seen."""
        self.page.evaluate(FROM_THE_TOP, self.within)
        for _ in range(self.stops):
            self.page.keyboard.press("Tab")
            stop = self.page.evaluate("robotEyes.focused()")
            if stop.get("end"):
                return
            self.faults += [f"{stop['told']} {fault}" for fault in stop["faults"]]

    def settle(self) -> None:
        """Wait until what moves has come to rest."""
        self.page.evaluate(
            "async () => { for (let n = 0; n < 4; n++) await robotEyes.frame(); await Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0))) }"
        )
