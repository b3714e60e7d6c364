"""The first screen: what this is, for whom and from where; a region of one's own; the stage, asked once."""

from playwright.sync_api import expect

from playbook.content.attribution import facts

PHONE = {"width": 360, "height": 740}
FORM = "localize/your-words.html"


def test_the_first_screen_of_a_phone_says_what_it_is_for_whom_and_from_where(page, address):
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/index.html")
    for words in ("Win partners for a sector partnership", "workforce boards, chambers, colleges", facts()["tool"], facts()["playbook_author"]):
        expect(page.get_by_text(words).first).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Put in my region")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Workforce developers")).to_be_in_viewport(ratio=1)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.get_by_label("Your region")).to_be_in_viewport(ratio=1)


def test_a_region_typed_on_the_first_screen_begins_an_own_version_and_is_not_sent(page, base):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}/index.html")
    page.get_by_role("button", name="Put in my region").click()
    expect(page.get_by_text("Write the name of your region first")).to_be_visible()
    expect(page.get_by_label("Your region")).to_be_focused()

    page.get_by_label("Your region").fill("Lane & <b>Linn</b> 100%")
    page.get_by_label("Your stage").select_option("launch")
    page.get_by_role("button", name="Put in my region").click()
    expect(page.locator('[name="region"]')).to_have_value("Lane & <b>Linn</b> 100%")
    expect(page.locator('[name="stage"][value="launch"]')).to_be_checked()
    expect(page.locator(".form-paper-head")).to_contain_text("Lane & <b>Linn</b> 100%")
    expect(page.locator('[name="industry"]')).to_be_focused()
    expect(page.locator(".form-said")).to_contain_text("Not saved yet")
    page.keyboard.type("wood products")
    page.get_by_role("button", name="Save on this device").click()
    expect(page.get_by_text("Saved.")).to_be_visible()
    assert not [url for url in asked if "Linn" in url.split("#")[0]]

    page.goto(f"{base}/index.html")
    expect(page.get_by_role("button", name="Put in my region")).to_be_hidden()
    expect(page.locator(".home-edition")).to_contain_text("wood products")


def test_the_stage_is_asked_once_and_kept(page, base):
    page.goto(f"{base}/index.html")
    page.get_by_label("Your stage").select_option("active")
    page.get_by_role("link", name="Educators").click()
    expect(page).to_have_url(f"{base}/sheets/educators-active.html")
    page.goto(f"{base}/team/practice.html")
    expect(page.get_by_text("Will you come to our next partnership meeting?").first).to_be_visible()
    expect(page.locator(".own-bar")).to_have_count(0)
    page.goto(f"{base}/sheets/index.html")
    expect(page.locator(".pick-stage").first).to_have_text("Active partnership · now")

    page.get_by_label("Your stage").select_option("")
    expect(page.locator(".pick-stage").first).to_have_text("Planning a launch")


def test_while_there_are_only_examples_the_bar_leads_to_ones_own_region(page, address):
    page.goto(f"{address}/editions.html")
    assert page.locator(".editions h2").all_inner_texts() == ["Fictional examples"]
    assert page.locator(".editions a").first.inner_text() == "General edition"
    page.goto(f"{address}/index.html")
    page.locator(".edition-change").click()
    expect(page).to_have_url(f"{address}/{FORM}")


def test_without_scripts_the_first_screen_asks_for_nothing(chrome, address):
    context = chrome.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{address}/index.html")
    expect(opened.get_by_label("Your region")).to_be_hidden()
    expect(opened.get_by_role("link", name="Put in your region")).to_be_visible()
    context.close()


def test_an_edition_asks_for_no_region_and_beside_a_logo_of_any_width_stand_its_own_and_the_way_to_the_others(page, address):
    page.goto(f"{address}/regions/pine-valley/team/practice.html")
    expect(page.get_by_label("Your stage")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{address}/regions/pine-valley/index.html")
    expect(page.get_by_label("Your region")).to_be_hidden()
    expect(page.get_by_text(facts()["tool"]).first).to_be_visible()
    wrong = []
    for width in (60, 160, 260, 600):
        page.evaluate(
            """width => {
              const logo = document.createElement("canvas");
              Object.assign(logo, { className: "region-logo", width, height: 60 });
              document.querySelector(".home-edition .region-logo")?.remove();
              document.querySelector(".home-edition").prepend(logo);
            }""",
            width,
        )
        logo, words, link, search, more = (
            page.locator(f".home-more{part}").first.bounding_box()
            for part in (" .region-logo", " .home-edition > span", " .home-edition > a", " .search-button", "")
        )
        if min(words["x"], link["x"]) < logo["x"] + logo["width"] or search["y"] > more["y"] + 1:
            wrong.append((width, logo, words, link, search))
    assert not wrong
