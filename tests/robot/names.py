"""Controls without a name, as assistive technology is told of them."""

from collections import Counter

from playwright.sync_api import CDPSession

ROLES = frozenset(
    ("button", "checkbox", "combobox", "link", "listbox", "menuitem", "option", "radio", "searchbox", "switch", "tab", "textbox", "DisclosureTriangle")
)


def nameless(cdp: CDPSession) -> list[str]:
    """Return the role and the element of every control in Chromium's accessibility tree that has no name."""
    found = []
    for node in cdp.send("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value")
        if role in ROLES and not node.get("ignored") and not node.get("name", {}).get("value", "").strip():
            element = cdp.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]
            attributes = element.get("attributes", [])
            says = " ".join(f'{name}="{value}"' for name, value in zip(attributes[::2], attributes[1::2], strict=True) if name in ("id", "class"))
            found.append(f"{role} <{element['localName']} {says}>")
    return [f"{told} × {count}" if count > 1 else told for told, count in Counter(found).items()]
