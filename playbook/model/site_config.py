"""`site.yml`: what this copy of the playbook sets."""

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, ValidationError, ValidationInfo, field_validator

from playbook.files.diagnostics import Problem, beside, did_you_mean, nearest
from playbook.files.image_file import picture_problems
from playbook.files.validation import FrozenModel, choice, problems_of
from playbook.files.yaml_file import YamlFile, read_yaml
from playbook.model.address import repository_messages, site_messages
from playbook.model.brand.accent_color import Accent
from playbook.model.brand.site_name import SiteName
from playbook.model.field_types import Date, FileName, Mail, Web, Words
from playbook.model.folder.region_files import region_files
from playbook.model.pages.optional_pages import OptionalPages
from playbook.model.region_file import REGIONS_FOLDER, folder_of, slug_is_good

SITE_FILE = "site.yml"
DOMAIN_FILE = "CNAME"  # a domain of the copy's own, as web hosts read it: one name on one line
PAGES_ADDRESS = "PAGES_URL"  # set by a workflow that publishes: where the host puts the pages
PLAIN_ADDRESS = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9.\[\]:-]+(/[A-Za-z0-9._~%/!$'()*+,;=:@-]*)?")
DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]")


class OfficialLogo(FrozenModel):
    """The owners' logo, exactly as a person received it from them."""

    file: FileName = Field(description="the file in the folder regions/")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="digest of exactly that file")
    received_from: Words = Field(description="who sent it")
    received_on: Date = Field(description="when")

    @field_validator("file")
    @classmethod
    def _for_paper_too(cls, value: str) -> str:
        if not value.lower().endswith((".png", ".jpg", ".jpeg")):
            raise ValueError("is not a picture that Word can hold unchanged; ask its owners for a PNG or JPEG file")
        return value


class Site(FrozenModel):
    """What this copy sets; every key may be empty."""

    name: SiteName | None = Field(None, description="the site's own name, in place of Support Team Playbook")
    color: Accent | None = Field(None, description='accent color of the pages, in quotes, like "#0b5563"')
    home: Words | None = Field(None, description="slug of the edition that opens first")
    site_url: Web | None = Field(None, description="where the site is published")
    repository: Web | None = Field(None, description="this copy's repository")
    feedback: Mail | None = Field(None, description="address for “Something wrong? Write to us”")
    paper: Annotated[Literal["letter", "a4"], BeforeValidator(choice({"letter": "US letter", "a4": "DIN A4"}))] = Field(
        "letter", description="paper of the sheets"
    )
    leave_out: OptionalPages = Field((), description="pages that no edition has; a region file may name more for its own")
    official_logo: OfficialLogo | None = Field(None, description="the owners' logo, when a person has supplied it")

    @field_validator("home")
    @classmethod
    def _slug(cls, value: str | None, info: ValidationInfo[Any]) -> str | None:
        if value is not None and not slug_is_good(value):
            file = re.split(r"[/\\]", value)[-1].removesuffix(".yml")
            meant = nearest("-".join(file.split()), info.context or ()) or (file if slug_is_good(file) else "my-region")
            raise ValueError(f"names no region; write the name of its file without folder and .yml: {meant}")
        return value

    @field_validator("site_url", "repository")
    @classmethod
    def _plain_address(cls, value: str | None) -> str | None:
        if value is not None and not PLAIN_ADDRESS.fullmatch(value):
            raise ValueError("is not a plain web address; write it with the letters, digits and - . _ ~ % / of an address, without a name or ? or #")
        return value

    @field_validator("site_url")
    @classmethod
    def _of_a_site(cls, value: str | None) -> str | None:
        if messages := site_messages(value or ""):
            raise ValueError(messages[0])
        return value

    @field_validator("repository")
    @classmethod
    def _of_a_repository(cls, value: str | None) -> str | None:
        if messages := repository_messages(value or ""):
            raise ValueError(messages[0])
        return value


def load_site(project: Path, host: Mapping[str, str] = os.environ) -> tuple[Site, list[Problem]]:
    """Return what site.yml sets (nothing, where the file is missing) and every problem in it.

    Where it sets no address and no repository, they are those that the host says in its variables while it publishes, and the domain in the file CNAME.
    """
    site, problems = _written(project)
    known, more = _known_elsewhere(project, host)
    return site.model_copy(update={key: value for key, value in known.items() if value and not getattr(site, key)}), problems + more


def _known_elsewhere(project: Path, host: Mapping[str, str]) -> tuple[dict[str, str | None], list[Problem]]:
    """Return the site's address and repository by key, as the host and the file CNAME say them."""
    found: dict[str, str | None] = {"site_url": host.get(PAGES_ADDRESS) or None, "repository": None}
    problems: list[Problem] = []
    if PAGES_ADDRESS in host and host.get("GITHUB_REPOSITORY"):
        found["repository"] = f"{host.get('GITHUB_SERVER_URL') or 'https://github.com'}/{host['GITHUB_REPOSITORY']}"
    if (file := project / DOMAIN_FILE).is_file():
        domain = file.read_text("utf-8", errors="replace").strip()
        found["site_url"] = found["site_url"] or f"https://{domain}/"
        if not DOMAIN.fullmatch(domain):
            problems.append(Problem(DOMAIN_FILE, f'"{domain[:80]}" is not a domain; write one name on one line, like playbook.example.org'))
    try:
        Site.model_validate(found)
    except ValidationError as error:
        problems += [] if problems else [Problem(DOMAIN_FILE if file.is_file() else PAGES_ADDRESS, f"{error.errors()[0]['msg']}")]
    return {} if problems else found, problems


def _written(project: Path) -> tuple[Site, list[Problem]]:
    """Return what site.yml itself sets, and every problem in it."""
    path = project / SITE_FILE
    if not path.exists() and not path.is_symlink():
        return Site(), []
    source, problems = read_yaml(path, SITE_FILE)
    if not source.data:
        return Site(), problems
    slugs = sorted({file.slug for file in region_files(project)})
    try:
        site = Site.model_validate({key: value for key, value in source.data.items() if value is not None or key not in Site.model_fields}, context=slugs)
    except ValidationError as error:
        site, problems = Site(), beside(problems, problems_of(error, Site, source, SITE_FILE))
    home = source.data.get("home")
    if isinstance(home, str) and slug_is_good(home) and not (project / folder_of(project, home) / f"{home}.yml").is_file():
        line = source.line(("home",))
        meant = did_you_mean(home, slugs) if slugs else "leave it empty"
        problems.append(Problem(SITE_FILE, f"there is no {REGIONS_FOLDER}/{home}.yml; {meant}", line, "home"))
    return site, problems + _logo_problems(project, source)


def _logo_problems(project: Path, source: YamlFile) -> list[Problem]:
    """Return what is wrong with the picture of the owners' logo, whatever is wrong elsewhere in the file; nothing where what names it is wrong."""
    try:
        logo = OfficialLogo.model_validate(source.data.get("official_logo"))
    except ValidationError:
        return []
    file, digest_line = source.line(("official_logo", "file")), source.line(("official_logo", "sha256"))
    if problems := picture_problems(project / REGIONS_FOLDER, logo.file, SITE_FILE, file, "official_logo.file"):
        return problems
    digest = hashlib.sha256((project / REGIONS_FOLDER / logo.file).read_bytes()).hexdigest()
    if digest != logo.sha256:
        message = f"{REGIONS_FOLDER}/{logo.file} is not the file that was received (its digest is {digest}); put back the original"
        return [Problem(SITE_FILE, message, digest_line, "official_logo.sha256")]
    return []
