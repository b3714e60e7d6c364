"""Web, e-mail and telephone addresses: which ones can work, by patterns that Python, a browser and JSON Schema (ECMA 262) read alike."""

import ipaddress
import re

from playbook.files.messages import complaint

UNSEEN = r"\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"  # control characters and what steers text unseen
_NO_LETTER = r"\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u2bff\u3000-\u303f\uff00-\uffff"
_LETTER, _INNER = rf"[^\u0000-\u002f{_NO_LETTER}]", rf"[^\u0000-\u002c\u002e\u002f{_NO_LETTER}]"  # of a label; within it a hyphen, too
_LABEL = f"{_LETTER}(?:{_INNER}*{_LETTER})?"
_HALF_CODE = "%(?![0-9A-Fa-f]{2})"  # a % that begins no code of a letter
_SECURE = "[Hh][Tt][Tt][Pp][Ss]://"
_SCHEME = "[Hh][Tt][Tt][Pp][Ss]?://"
_PORT = "0*(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])"  # 1 to 65535
_HOST = rf"(?:{_LABEL}(?:[.]{_LABEL})+|[Ll]ocalhost)(?::{_PORT})?"  # a name has an ending, but for that of this machine
_LAST = rf"[^{UNSEEN}\s.,;:!\u201c\u201d\u2018\u2019]"  # what ends a sentence does not end an address
_ATOM = "[A-Za-z0-9!$'*+=^_~-]+"  # signs that stand in a name, and in no link's own grammar
_DOMAIN = "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?[.])+(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])"
PATTERNS = {
    "web": rf"^(?!.*{_HALF_CODE}){_SCHEME}{_HOST}(?:[/?#](?:[^{UNSEEN}\s]*{_LAST})?)?$",
    "online": rf"^(?!.*{_HALF_CODE}){_SECURE}{_HOST}(?:[/?#](?:[^{UNSEEN}\s]*{_LAST})?)?$",
    "host": rf"^{_SCHEME}{_LABEL}(?::{_PORT})?(?:[/?#].*)?$",  # a name without an ending, unless it is taken as an address
    "user": rf"^{_SCHEME}[^/?#\\]*@",  # a name before the host, which only looks like one
    "code": f"{_HALF_CODE}.{{0,2}}",
    "mail": f"^(?=[^@]{{1,64}}@){_ATOM}(?:[.]{_ATOM})*@{_DOMAIN}$",
    "phone": r"^(?=(?:[^0-9]*[0-9]){3})(?![^@]*@)(?!.*://).*$",
    "quoted": r"^(?:[\u201c\u201d\u201e\u201f\u00ab][^\u201c\u201d\u201e\u201f\u00ab\u00bb]*[\u201c\u201d\u201f\u00bb\"]|\"[^\"\u201c\u201e]*[\u201d\u201c]"
    r"|[\u2018\u2019\u201a\u201b\u2039][^\u2018\u201a\u201b\u2039]*[\u2018\u2019\u203a']"
    r"|[\u201c-\u201f\u00ab\u00bb][^\u201c-\u201f\u00ab\u00bb\"]*|[^\u201c-\u201f\u00ab\u00bb\"]*[^\u201c-\u201f\u00ab\u00bb\"0-9][\u201c-\u201f\u00ab\u00bb]"  # one alone
    r"|[`\u00b4\u2032\u2033\u02ba].*[`\u00b4\u2032\u2033\u02ba'\"])$",  # accents and primes
}
OF_ONE_NETWORK = "leads to one computer, one network or a preview, where readers are not; write the public address or leave it out"
NOT_PUBLIC = ("local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "arpa")  # last labels of no public address
REPOSITORIES = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "gist.github.com", "raw.githubusercontent.com", "github.dev")
PREVIEWS = (  # domains that lend an address while a program runs, or lead back to the machine that asks
    "app.github.dev", "githubpreview.dev", "gitpod.io", "gitpod.dev", "cloudshell.dev", "devtunnels.ms", "ngrok.io", "ngrok.app", "ngrok.dev", "ngrok-free.app", "ngrok-free.dev",
    "trycloudflare.com", "loca.lt", "serveo.net", "localhost.run", "lhr.life", "csb.app", "webcontainer.io", "stackblitz.io", "replit.dev", "repl.co", "ts.net",
    "nip.io", "sslip.io", "localtest.me", "lvh.me", "vcap.me",
)  # fmt: skip
STORES = (  # domains that hand out files and show no site
    "drive.google.com", "docs.google.com", "dropbox.com", "dropboxusercontent.com", "onedrive.live.com", "1drv.ms", "sharepoint.com", "box.com", "icloud.com", "mega.nz",
    "wetransfer.com", "we.tl",
)  # fmt: skip
FILE = re.compile(r"/(?:index|default)/?$|/[^/]*\.(?:[xs]?html?|md|php\d?|aspx?|jsp|cfm|cgi|pdf|docx?|zip)/?$", re.IGNORECASE)


def matches(kind: str, value: str) -> bool:
    """Tell whether a value has the form that PATTERNS names."""
    return "\n" not in value and re.search(PATTERNS[kind], value) is not None


def web_address(value: str) -> str:
    """Return the address; refuse anything but http(s), a host that can be one, and what comes after it."""
    if matches("user", value):
        raise ValueError(complaint("user"))
    if code := re.search(PATTERNS["code"], value):
        raise ValueError(complaint("code", code=code[0]))
    if not matches("web", value):
        raise ValueError(complaint("host" if matches("host", value) else "web"))
    return value


def online_address(value: str) -> str:
    """Return the link to an online meeting; refuse what does not begin with https://, and what is no address."""
    if not value.lower().startswith("https://"):
        raise ValueError(complaint("online"))
    return web_address(value)


def mail_address(value: str) -> str:
    """Return the address; refuse one that no mail program takes."""
    if not matches("mail", value):
        raise ValueError(complaint("mail"))
    return value


def telephone(value: str) -> str:
    """Return the number as it is written; refuse what nobody can dial."""
    if not matches("phone", value):
        raise ValueError(complaint("phone"))
    return value


def host_of(address: str) -> str:
    """Return the host of a web or e-mail address in small letters, without a port."""
    return re.split(r"[/?#:]", address.partition("://")[2] or address.partition("@")[2], maxsplit=1)[0].lower()


def is_public(host: str) -> bool:
    """Tell whether other people can reach a host: it is not of this machine, of one office's network or of a preview."""
    last = host.rpartition(".")[2]
    if re.fullmatch(r"[0-9a-fx.]+", host) and last[:1].isdigit():
        try:
            return ipaddress.IPv4Address(host).is_global
        except ValueError:  # other ways to write a number
            return False
    return "." in host and last not in NOT_PUBLIC and len(last) > 1 and not _is_of(host, PREVIEWS)


def _is_of(host: str, domains: tuple[str, ...]) -> bool:
    return f".{host.rstrip('.')}".endswith(tuple(f".{domain}" for domain in domains))


def site_messages(address: str) -> list[str]:
    """Return why an address cannot be that of a whole site."""
    host, path = host_of(address), address.partition("://")[2].partition("/")[2]
    messages = []
    if host.removeprefix("www.") in REPOSITORIES:
        owner, _, name = path.strip("/").partition("/")
        pages = f"https://{owner.lower()}.github.io/{name.partition('/')[0]}/" if "github" in host and owner and name else "https://NAME.github.io/PROJECT/"
        messages.append(f"is the address of a project, not of a site; write where its pages are published, like {pages}")
    elif _is_of(host, STORES):
        messages.append("is a store of files, which shows no site; write where the pages are published, like https://NAME.github.io/PROJECT/")
    elif FILE.search(f"/{path}") and path:
        folder = f"{address.rstrip('/').rpartition('/')[0]}/"
        messages.append(f"is the address of one page; write the folder that holds the site, like {folder}")
    if re.search(r"(^|/)(\.{1,2}|)/", f"{path.rstrip('/')}/") and path:
        messages.append("holds an empty part, . or .. between its slashes; write it as a browser shows it")
    return messages


def repository_messages(address: str) -> list[str]:
    """Return why an address cannot be that of a repository's front page, to which other parts are added."""
    host, parts = host_of(address), [part for part in address.partition("://")[2].split("/")[1:] if part]
    if host.endswith((".github.io", ".gitlab.io", ".pages.dev")):
        return ["is the address of a site; write the address of the project itself, like https://github.com/NAME/PROJECT"]
    if address.rstrip("/").endswith(".git"):
        return ["ends in .git; leave that out"]
    if host in ("github.com", "www.github.com") and len(parts) != 2:
        return ["is not the front page of a project; write it like https://github.com/NAME/PROJECT"]
    return []
