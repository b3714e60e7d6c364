"""What strangers may write, for tests that make up examples: the same ones in every run, and few enough to wait for."""

import unicodedata

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from playbook.content.browser_model import ZONES
from playbook.files.font_coverage import drawable, undrawable
from playbook.model.address import matches
from playbook.model.audience import AUDIENCES
from playbook.model.meeting.meeting import Meeting
from playbook.model.region import Convener, Region, Result


def made_up(count: int, phases: tuple[Phase, ...] = (Phase.generate, Phase.shrink)) -> settings:
    """Settings of a test with that many examples, the same in every run."""
    return settings(max_examples=count, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=phases)


YAML = ("region", "stage", "planning", ":", ": ", " ", "  ", "\n", "- ", "[", "]", "{", "}", ",", "&a ", "*a", "!", "!!str ", "|", ">-", "'", '"', "#", " #", "? ",
        "<<", "%YAML 9\n", "---\n", "...\n", "\\", "\\u0000", "\t", "\r", "é", "~", "null", "0", "2027-02-30", "=", "@", "`", "\u2028", "\x85", "\0", "\ufeff")  # fmt: skip
yaml_ish = st.lists(st.sampled_from((*YAML, "region: Lane\nstage: planning\n", "title: A\n", "origin: local\n")), max_size=40).map("".join)

# text that a value may be, and text that somebody hopes will be taken for something else
DRAWABLE = "".join(map(chr, sorted(drawable())))
signs = st.text(st.integers(0, len(DRAWABLE) - 1).map(DRAWABLE.__getitem__), min_size=1, max_size=40)
tricks = st.sampled_from((
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ 7*7 }}", "{% raw %}", "{# x #}", "${1}", "#{1}", "`x`", "**x**", "[x](javascript:alert(1))", "]]>", "<!--",
    "&amp;", "&#60;b>", "\\", "#panic()", "#read(\"x\")", "$x$", "@x", "<w:p/>", "%s %(x)s {0}", "=1+1", "__proto__", "constructor", "toString", "A; B", "A, B", "null", "-0", "..", "//", "_", "|",
))  # fmt: skip
values = (
    st.one_of(signs, tricks, st.tuples(signs, tricks).map("".join))
    .map(lambda text: unicodedata.normalize("NFC", text).strip())
    .filter(lambda text: text and not undrawable(text) and not matches("quoted", text))
)
KEYS = [key for model in (Region, Convener, Meeting, Result) for key in model.model_fields]
anything = st.recursive(
    st.none() | st.text(max_size=20) | values | st.sampled_from(("planning", "active", "x" * 301)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(min_size=1, max_size=8), inner, max_size=5),
    max_leaves=12,
)


def regions_of(words, addresses, mails, days, clocks, zones) -> st.SearchStrategy:
    """Regions as a link may carry them: of the right form, with these values."""
    phones = words.map(lambda text: f"{text.replace('@', '').replace('://', '')[:250]} 541-683-5001")
    meetings = st.fixed_dictionaries({}, optional={"date": days, "place": words}) | st.fixed_dictionaries({"date": days, "time": clocks, "timezone": zones})
    conveners = st.fixed_dictionaries({"name": words}, optional={"url": addresses, "email": mails, "phone": phones})
    return st.fixed_dictionaries(
        {"region": words, "industry": words, "stage": st.sampled_from(("planning", "launch", "active", "emerging"))},
        optional={
            "partnership": words, "convener": st.lists(conveners, max_size=3), "planning_meeting": meetings, "priorities": st.lists(words, max_size=3),
            "results": st.lists(st.fixed_dictionaries({"text": words}, optional={"source": words, "url": addresses}), max_size=2),
            "partner_ask": words | st.dictionaries(st.sampled_from(list(AUDIENCES)), words, max_size=3),
        },
    )  # fmt: skip


good = regions_of(
    values, values.map(lambda text: f"https://example.org/{text.replace(' ', '')}/x"), st.just("a@b.org"),
    st.sampled_from(("2027-01-14", "2000-02-29", "2099-12-31")), st.sampled_from(("9:00", "09:05", "23:59", "0:00")), st.sampled_from(ZONES),
)  # fmt: skip
doubtful = regions_of(
    values | st.sampled_from((" ", "x" * 301, "a\nb", "✓")), values | tricks, tricks | st.sampled_from(("a@b", "a\u00a0b@c.d", "a@b.c\u00a0")),
    st.sampled_from(("2027-02-30", "1999-12-31", "27-1-1", "+3 days", "", "2027-01-14")), st.sampled_from(("24:00", "9", "９:00", "9:00")), st.sampled_from(("Factory", "../etc", "UTC+1", ZONES[0])),
)  # fmt: skip
regions = good | doubtful

# Pictures that act when they are opened by themselves: each says RUN on the console, asks for an address, or opens another page
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml" width="90" height="90">{}<rect width="90" height="90"/></svg>'
RUN = "console.log(&quot;RUN&quot;)"
HARMFUL_PICTURES = (
    f'<!DOCTYPE svg [<!ATTLIST svg onload CDATA "{RUN}">]>' + SVG.format(""),
    '<!DOCTYPE svg [<!ATTLIST image href CDATA "http://evil.example/a.png">]>' + SVG.format('<image width="9" height="9"/>'),
    f"<!DOCTYPE svg [<!ENTITY x '<script xmlns=\"http://www.w3.org/2000/svg\">{RUN.replace('&quot;', '&#34;')}</script>'>]>" + SVG.format("&x;"),
    SVG.format("<style><!-- x -->@import url(http://evil.example/a.css);</style>"),
    SVG.format("<style><a/>@import url(http://evil.example/b.css);</style>"),
    SVG.format('<style><![CDATA[@\\69mport "http://evil.example/c.css";]]></style>'),
    SVG.format("<style>svg { background: u\\72l(http://evil.example/d.png) }</style>"),
    SVG.format('<style>svg { background: image-set("http://evil.example/e.png" 1x) }</style>'),
    SVG.format("<style>svg { --x: url(http://evil.example/f.png); background: var(--x) }</style>"),
    SVG.format("<style>@media all { svg { background: url(http://evil.example/g.png) } }</style>"),
    SVG.format("<style>svg { &amp; { background: url(http://evil.example/h.png) } }</style>"),
    SVG.format('<style>@font-face { font-family: x; src: url(http://evil.example/i.woff2) }</style><text y="50" font-family="x">x</text>'),
    SVG.format('<h:meta http-equiv="refresh" content="0;url=http://evil.example/"/>'),
    SVG.format('<h:img src="http://evil.example/j.png"/>'),
    SVG.format('<metadata><h:link rel="stylesheet" href="http://evil.example/k.css"/></metadata>'),
    SVG.format(f'<h:body onload="{RUN}"/><h:img src="x:" onerror="{RUN}"/>'),
    SVG.format('<image href="http://evil.example/l.png" width="9" height="9"/>'),
    SVG.format('<g xml:base="http://evil.example/"><image href="m.png" width="9" height="9"/></g>'),
    SVG.format('<image width="9" height="9"><set attributeName="href" to="http://evil.example/n.png"/></image>'),
    SVG.format(f'<g><set attributeName="x" onbegin="{RUN}"/></g>'),
    '<?xml-stylesheet href="http://evil.example/o.css"?>' + SVG.format(""),
    SVG.format(f'<rect width="90" height="90" onclick="{RUN}"/>').replace('/>{}<rect width="90" height="90"/>', "/>").replace('<rect width="90" height="90"/></svg>', "</svg>"),
    SVG.format("<h:script>console.log('RUN')</h:script>"),
    SVG.format('<script href="data:text/javascript,console.log(%22RUN%22)"/>'),
    SVG.format('<foreignObject width="9" height="9"><h:iframe src="http://evil.example/p"/></foreignObject>'),
    SVG.format('<filter id="f"><feImage href="http://evil.example/q.png"/></filter><rect width="9" height="9" filter="url(#f)"/>'),
    SVG.format('<rect width="9" height="9" style="mask-image: url(http://evil.example/r.png)"/>'),
    SVG.format('<rect width="9" height="9" cursor="url(http://evil.example/s.png), auto"/>').replace('<rect width="90" height="90"/></svg>', "</svg>"),
)  # fmt: skip
# what a browser of today leaves alone, another may not
ODD_PICTURES = (
    "<!DOCTYPE svg []>" + SVG.format(""),
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">' + SVG.format('<g style="fill: url&lpar;http://evil.example/)"/>'),
    '<!DOCTYPE svg SYSTEM "http://evil.example/svg.dtd">' + SVG.format(""),
    SVG.format("") + '<?xml-stylesheet href="http://evil.example/o.css"?>',
    '<?xml version="1.0" encoding="utf-7"?>' + SVG.format(""),
    SVG.format('<use href="other.svg#a"/>'), SVG.format('<use href="data:image/svg+xml,x#a"/>'), SVG.format('<image href="data:image/svg+xml;base64,AAAA"/>'),
    SVG.format('<a href="#x"><path/></a>'), SVG.format('<image href="data:text/html;base64,AAAA"/>'), SVG.format("<style>a { b { fill: red } }</style>"),
    SVG.format("<style>svg { behavior: url(#default) }</style>"), SVG.format("<style>@namespace h 'http://evil.example';</style>"), SVG.format("<style>svg { fill: url('#a' x()) }</style>"),
    SVG.format("<style>@media screen, url(http://evil.example/t) { a { fill: red } }</style>"), SVG.format("<style>@media all { @import 'x.css'; }</style>"), SVG.format("<style>@media all;</style>"),
    SVG.format("<style>@media all { a { background: url(x.png) } }</style>"), SVG.format("<style>@media all { @media all { @font-face { src: url(x) } } }</style>"),
    SVG.format('<style type="text/xsl">x</style>'), SVG.format("<SCRIPT/>"), SVG.format("<handler/>"), SVG.format('<g xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"/>'),
    SVG.format('<m:maction xmlns:m="http://www.w3.org/1998/Math/MathML" href="javascript:1"/>'), SVG.format("&nbsp;"), SVG.format("<g>" * 300 + "</g>" * 300),
    SVG.format("<style>" + "(" * 50_000 + "</style>"), SVG.format('<g fill="' + "url(" * 50_000 + '"/>'), SVG.format('<metadata><x:y xmlns:x="http://purl.org/dc/" onload="1"/></metadata>'),
    "<svg/>", '<svg xmlns="http://www.w3.org/1999/xhtml"/>', "<x:svg/>", "<svg", "",
)  # fmt: skip
# pictures as programs save them, made shorter
EXPORTED_PICTURES = {
    "Illustrator": """<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Layer_1" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" x="0px" y="0px" viewBox="0 0 90 90"
 style="enable-background:new 0 0 90 90;" xml:space="preserve"><style type="text/css">
	.st0{fill:#0B5563;stroke:#000;stroke-miterlimit:10;} .st1,.st2{font-family:'MyriadPro-Regular';} .st2{fill:url(#SVGID_1_);enable-background:new    ;}
</style><linearGradient id="SVGID_1_" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="9"><stop  offset="0" style="stop-color:#FFF"/></linearGradient>
<g data-name="Logo (final)"><path transform="matrix(1 0 0 1 2 30)" class="st1" d="M0 0h9"/><rect class="st2" width="9" height="9"/>
<image style="overflow:visible;" width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhf
DwAChwGA60e6kgAAAABJRU5ErkJggg==" transform="matrix(1 0 0 1 0 0)"></image></g></svg>""",
    "Inkscape": """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg1" inkscape:version="1.3.2" sodipodi:docname="lane.svg" inkscape:export-xdpi="96"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">
<sodipodi:namedview id="namedview1" pagecolor="#ffffff" inkscape:document-units="mm"><inkscape:grid id="grid1" type="xygrid" originx="0"/></sodipodi:namedview>
<defs id="defs1"><inkscape:path-effect effect="spiro" id="pe1" is_visible="true" lpeversion="1"/><linearGradient inkscape:collect="always" id="lg1" xlink:href="#lg2"/></defs>
<metadata id="metadata1"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>
<g inkscape:label="Layer (1)" inkscape:groupmode="layer" id="layer1"><path sodipodi:nodetypes="cc" d="m 10,10 50,50" id="path1" style="font-variation-settings:normal;opacity:1;
fill:url(#lg1);fill-opacity:1;stroke:#000000;stroke-width:0.26;paint-order:stroke fill markers;-inkscape-stroke:none;stop-color:#000000;stop-opacity:1"/></g></svg>""",
    "by hand, for light and dark": """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Lane</title><style>path { fill: #123 }
@media (prefers-color-scheme: dark) { path { fill: #def } @media (min-width: 9px) { path { stroke: url(#g) } } } @MEDIA print { path { fill: #000 } }</style>
<linearGradient id="g"/><text/><path d="M0 0h9v9z"/></svg>""",
    "Figma": """<svg width="120" height="40" viewBox="0 0 120 40" fill="none" xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">
<g clip-path="url(#clip0_1_2)" filter="url(#filter0_d)"><path fill-rule="evenodd" clip-rule="evenodd" d="M0 0h40v40z" fill="#1B2A2F" fill-opacity="0.5"/></g>
<mask id="m" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0" width="1" height="1"><rect width="9" height="9" fill="white"/></mask>
<g style="mix-blend-mode:multiply" mask="url(#m)"><rect width="9" height="9" rx="2" fill="url(#p)" transform="rotate(-90 0 9)"/></g><defs>
<pattern id="p" patternContentUnits="objectBoundingBox" width="1" height="1"><use xlink:href="#i" transform="scale(0.1)"/></pattern>
<image id="i" width="1" height="1" xlink:href="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="/>
<filter id="filter0_d" x="0" y="0" width="9" height="9" filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="B"/>
<feColorMatrix in="SourceAlpha" type="matrix" values="0 0 0 0 0" result="hardAlpha"/><feOffset dy="4"/><feGaussianBlur stdDeviation="2"/><feBlend mode="normal" in2="B"/></filter>
<clipPath id="clip0_1_2"><rect width="120" height="40" fill="white"/></clipPath></defs></svg>""",
    "CorelDRAW": """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" width="9in" height="9in" version="1.1" style="shape-rendering:geometricPrecision; text-rendering:geometricPrecision;
image-rendering:optimizeQuality; fill-rule:evenodd; clip-rule:evenodd" viewBox="0 0 9000 9000" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xodm="http://www.corel.com/coreldraw/odm/2003">
 <defs><style type="text/css"><![CDATA[ .fil0 {fill:#2B2A29} .str0 {stroke:#FEFEFE;stroke-width:7.62} ]]></style></defs>
 <g id="Layer_x0020_1"><metadata id="CorelCorpID_0Corel-Layer"/><polygon class="fil0 str0" points="0,0 9,0 9,9"/></g></svg>""",
}

# Pages that show one reader other text than another, each to bring HTML through
HTML = "</p></div></div></article><script>document.title='PWNED'</script>"
HARMFUL_PAGES = (
    f"{{#\n~~~\n#}}\n\n{HTML}\n\nText.\n\n~~~", f"{{% raw %}}\n~~~\n{{% endraw %}}\n\n{HTML}\n\n~~~", f"{{# #}}~~~\n~~~\n{HTML}\n~~~", f"{{{{ region.state }}}}~~~\n~~~\n{HTML}\n~~~",
    f"~~~\n{{{{ term('champion') }}}}\n~~~\n\n{HTML}\n\n~~~", f'{{% call audience("educators") %}}\n### A\n\n```\n\n{HTML}\n\n```\n{{% endcall %}}', f"    ```\n\n{HTML}\n\n    ```",
    f"````\n```\n````\n\n{HTML}\n\n```", f"- a\n\n  ```\n  {HTML}\n  ```", f"> ```\n> {HTML}\n> ```", f"``` {{ .x }}\n{HTML}\n```", f"~~~ a b c\n{HTML}\n~~~", f"`` ` {HTML} ``",
    "{{ region.state }}/// html | script\n1\n///", '{{ time_to_say("up-to") }}\n{{ region.state }}/// html | iframe\n///', "<{{ region.state }}script>1</script>", "<{% call ours('A') %}x{% endcall %}>",
    "x\n{ on{{ region.state }}click=1 }", "x\n{ title={{ time_to_say('up-to') }} }", "<mailto:x/hidden/class=md-overlay>", "<https:/onclick=1>", "<https:x>", "<mailto:a@b\"onclick=1>", "<mailto:a/b@c>",
    "![x](x.png){ srcset='x.png 1x,' }", "![x](x.png){ srcset='' }", "{{ term('champion') -}}\n```\n<b>x</b>", "{%+ call ours('A') +%}x{% endcall %}", "<\x00script>", "{{ term('a\n```\n') }}", "{{ '{#' }}",
)  # fmt: skip
