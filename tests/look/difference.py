"""How much two pictures differ, measured in Chromium's canvas."""

from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.support import chromium

SHARE = """async ([one, other]) => {
  const [a, b] = await Promise.all([one, other].map(async at => createImageBitmap(await (await fetch(encodeURI(at))).blob())));
  const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)];
  const [was, now] = [a, b].map(picture => {
    const ink = new OffscreenCanvas(width, height).getContext('2d');
    ink.drawImage(picture, 0, 0);
    return new Uint32Array(ink.getImageData(0, 0, width, height).data.buffer);
  });
  const far = (p, q) => [0, 8, 16].some(bits => Math.abs((p >> bits & 255) - (q >> bits & 255)) > 24);
  let count = 0;
  for (let at = 0; at < was.length; at++) if (was[at] !== now[at] && far(was[at], now[at])) count++;
  return count / was.length;
}"""


def shares(address: str, before: Path, after: Path) -> dict[str, float]:
    """Return the share of pixels that differ by picture, the most first; 1 for a picture that one side lacks. Equal pictures are left out.

    Both folders are served, by their names, at the address.
    """
    names = {path.name for side in (before, after) for path in side.iterdir()}
    both = {name for name in names if (before / name).is_file() and (after / name).is_file()}
    found = dict.fromkeys(names - both, 1.0)
    changed = [name for name in both if (before / name).read_bytes() != (after / name).read_bytes()]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium.found(), args=[*chromium.ARGUMENTS])
        page = running.new_page()
        page.goto(f"{address}/")
        for name in changed:
            found[name] = page.evaluate(SHARE, [f"{before.name}/{name}", f"{after.name}/{name}"])
        running.close()
    return {name: share for name, share in sorted(found.items(), key=lambda item: -item[1]) if share}
