"""What Chromium's accessibility tree, which screen readers are given, holds for elements of a page."""

from playwright.sync_api import Page


def nodes_of(page: Page, selector: str) -> list[tuple[str, dict]]:
    """Return for each element of a selector, in the page's order, its tag with its class, and its node of the accessibility tree (CDP's AXNode)."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = []
    for node_id in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": selector})["nodeIds"]:
        attributes = session.send("DOM.describeNode", {"nodeId": node_id})["node"]
        pairs = dict(zip(attributes["attributes"][::2], attributes["attributes"][1::2], strict=True))
        tree = session.send("Accessibility.getPartialAXTree", {"nodeId": node_id, "fetchRelatives": False})
        found.append((f"{attributes['localName']}.{pairs.get('class', '')}", tree["nodes"][0]))
    session.detach()
    return found


def name_of(node: dict) -> str:
    """Return a node's accessible name."""
    return node.get("name", {}).get("value", "")


def property_of(node: dict, name: str) -> object:
    """Return a property of a node (required, invalid, focusable ...), or None where it has none."""
    return next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == name), None)
