"""Where the host publishes the site, asked before a build: `python -m playbook.copy.host_address`."""

import json
import os

from playbook.copy.host import address, gh, hand_on, summarize

OFF = (
    "GitHub does not publish this copy yet. One step is left: open [Settings, Pages]({address}/settings/pages) and set **Source** to **GitHub Actions**. "
    "Then open [Actions, Publish]({address}/actions/workflows/publish.yml) and choose **Run workflow**."
)


def main() -> int:
    """Hand the site's address on to later steps; return 1, and say what to switch on, where the host publishes nothing."""
    done = gh("api", f"repos/{os.environ.get('GITHUB_REPOSITORY', '')}/pages")
    if "404" in done.stderr or '"status":"404"' in done.stdout.replace(" ", ""):
        text = OFF.format(address=address())
        summarize(f"## One step is left\n\n{text}")
        hand_on("report", text)
        print(f"::error::{text}")
        return 1
    try:
        found = str(json.loads(done.stdout)["html_url"] or "")
    except (ValueError, KeyError, TypeError):
        found = ""
        print("::warning::GitHub did not say where the site is published; sheets and QR codes have the address of site.yml, or none.")
    hand_on("address", found)
    print(found)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
