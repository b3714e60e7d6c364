"""A link that carries a version: whoever opens it sees a preview, and nothing is stored before they keep it."""

import base64
import json
import re

from playwright.sync_api import expect

LANE = {"region": "Lane <b>County</b>", "stage": "launch", "industry": "wood products", "launch_meeting": {"date": "2099-03-04"}}
SHARED = "Shared with you, not official"


def link(values: object, version: object = 1) -> str:
    text = json.dumps({"version": version, "region": values}, ensure_ascii=False)
    return "#my=" + base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def stored(page) -> list[str]:
    return page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie].filter(key => /playbook|my=|Lane/.test(key))")


def open_anew(page, address: str) -> None:
    """Open an address as from an e-mail; a change of the fragment alone would not load the page."""
    page.goto("about:blank")
    page.goto(address)


def test_the_form_makes_a_link_and_whoever_opens_it_sees_a_preview(page, chrome, address):
    page.goto(f"{address}/localize/your-words.html")
    page.locator('[name="region"]').fill(LANE["region"])
    page.locator('[name="stage"][value="planning"]').check()
    page.get_by_role("button", name="Copy a link").click()
    sent = page.get_by_role("textbox", name="The link").input_value()
    assert sent.startswith(f"{address}/index.html#my=")
    page.get_by_role("button", name="Save on this device").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    other = chrome.new_context().new_page()
    other.goto(sent)
    expect(other.get_by_role("region", name=SHARED)).to_contain_text(LANE["region"])
    expect(other.locator(".home-edition")).to_contain_text(LANE["region"])
    other.context.close()


def test_a_preview_goes_along_stores_nothing_and_can_be_discarded(page, base):
    open_anew(page, f"{base}/index.html{link(LANE)}")
    expect(page.get_by_role("region", name=SHARED)).to_contain_text("Nothing is stored before you keep it.")
    page.locator(".door-meet").get_by_role("link", name="Educators").click()
    expect(page).to_have_url(re.compile(r"sheets/educators-launch\.html#my="))
    expect(page.locator(".sheet-edition")).to_have_text("Lane <b>County</b> · wood products · shared version, not official", use_inner_text=True)
    expect(page.locator(".sheet-when")).to_have_text("Wednesday, March 4, 2099", use_inner_text=True)
    page.get_by_role("link", name="S10").first.click()
    expect(page.locator("#s10")).to_contain_text("Lane <b>County</b>")
    assert stored(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Discard").click()
    expect(page.locator("#s10")).to_contain_text("our region")
    assert "#" not in page.url
    assert stored(page) == []


def test_a_preview_is_kept_in_place_of_ones_own_only_when_the_reader_says_so(page, base):
    open_anew(page, f"{base}/index.html{link({'region': 'Pine', 'stage': 'planning'})}")
    with page.expect_navigation():
        page.get_by_role("button", name="Keep").click()
    expect(page.get_by_role("region", name="Your own version")).to_contain_text("Pine")
    open_anew(page, f"{base}/index.html{link(LANE)}")
    expect(page.get_by_role("button", name="Keep (in place of yours)")).to_be_visible()
    open_anew(page, f"{base}/index.html")
    expect(page.get_by_role("region", name="Your own version")).to_contain_text("Pine")


PROBLEMS = """fragments => fragments.map(fragment => {
  history.replaceState(null, "", fragment);
  return playbook.store.shared().problems.map(({key, message}) => `${key}: ${message}`).join(" ");
})"""


def test_a_link_that_breaks_the_rules_is_refused_with_its_reason(page, address):
    reasons = {
        link(LANE | {"convener": [{"name": "A", "url": "javascript:alert(1)"}]}): "is not a web address",
        link(LANE | {"region": "x" * 301}): "is 301 characters long",
        link(LANE | {"region": ["a"]}): "region: must be one text",
        link(LANE | {"__proto__": {"stage": "x"}, "evil": "x"}): "unknown key",
        link(LANE | {"stage": "toString"}): '"toString" is not known',
        link("Lane"): "damaged or was cut off",
        link([]): "damaged or was cut off",
        link(LANE, version=2): "made by another version",
        link(LANE)[:60]: "damaged or was cut off",
        "#my=%%%": "damaged or was cut off",
        link(LANE | {"priorities": ["x" * 200] * 60}): "longer than 8192 characters",
    }
    open_anew(page, f"{address}/talking-points/what-are-you-up-to.html{link(LANE)}")
    told = page.evaluate(PROBLEMS, list(reasons))
    told.append(page.evaluate("[playbook.check('Lane', true).problems].flat().map(({ message }) => message).join(' ')"))  # as of a region file
    assert not [said for said in told if "undefined" in said]
    assert "must be keys and values" in told.pop()
    assert not [(reason, said) for reason, said in zip(reasons.values(), told, strict=True) if reason not in said]
    wrong = []
    for fragment, reason in [*reasons.items()][::9]:  # what is said stands on the page, of a value and of the link as a whole
        open_anew(page, f"{address}/talking-points/what-are-you-up-to.html{fragment}")
        bar = page.get_by_role("region", name="This link’s version cannot be shown")
        if bar.count() != 1 or reason not in bar.inner_text() or "our region" not in page.locator("#s10").inner_text():
            wrong.append((reason, bar.all_inner_texts()))
    assert not wrong
    assert stored(page) == []


BEHIND = (
    ".",
    ")",
    ",",
    ">",
    "%20",
    "%C2%A0",
    "%3D",
    "=",
    "==",
    "&utm_source=mail",
    "&amp;x=1",
    "%3E.",
    "]",
    "*",
    "_",
    "-",
    "%E2%80%A6",
    "%E2%80%9D",
    "!",
    ";",
    "%",
    "%FF",
)


# what the page's own script takes from each of these addresses; the page, which would be loaded anew by itself, stays
TAKEN = """fragments => fragments.map(fragment => {
  history.replaceState(null, "", fragment);
  return playbook.store.shared().values;
})"""


def test_what_mail_programs_add_to_a_link_does_not_damage_it(page, address):
    whole = link(LANE)
    middle = len(whole) // 2
    within = ("%0D%0A", "%0A", "%20", "%E2%80%8B", "%C2%AD", "%E2%80%8B%0D%0A", "%0D%0A%3E%20", "%EF%BB%BF", "=%0D%0A")
    open_anew(page, f"{address}/about/permission.html{whole}")
    expect(page.get_by_role("region", name=SHARED)).to_be_visible()
    touched = (
        [whole + sign for sign in BEHIND]
        + [whole[:middle] + sign + whole[middle:] for sign in within]
        + [whole.replace("=", "%3D"), whole.replace("=", "=%20"), whole.replace("=", "=3D")]
    )
    taken = page.evaluate(TAKEN, touched)
    assert not [fragment.replace(whole, "WHOLE") for fragment, values in zip(touched, taken, strict=True) if values != LANE]
    open_anew(page, f"{address}/about/permission.html{whole}.")
    expect(page.get_by_role("region", name=SHARED)).to_be_visible()
