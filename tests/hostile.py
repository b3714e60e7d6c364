"""What strangers may write, for tests that make up examples: the same ones in every run, and few enough to wait for."""

import unicodedata

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from playbook.address import matches
from playbook.audience import AUDIENCES
from playbook.browser_model import ZONES
from playbook.region import Convener, Meeting, Region, Result
from playbook.script import drawable, undrawable


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
values = st.one_of(signs, tricks, st.tuples(signs, tricks).map("".join)).map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(lambda text: text and not undrawable(text) and not matches("quoted", text))
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
