"""The diagram of a handout: read as words, to be drawn by each writer."""

import lxml.html

from playbook.paper.document import Diagram
from playbook.paper.html.inline import read_inline


def read_diagram(figure: lxml.html.HtmlElement) -> Diagram:
    """Return the diagram of a figure."""
    fields, center = figure.xpath("./ul/li"), figure.xpath("./p")[0]
    here = figure.xpath('./ul/li[@class="sheet-here"]/@data-audience')
    audiences = tuple(field.get("data-audience", "") for field in fields)
    return Diagram(tuple(map(read_inline, fields)), read_inline(center), audiences, here[0] if here else "", figure.get("aria-label", ""))
