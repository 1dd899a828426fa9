"""The page as a browser lays it out: nothing leaves it at 400 and 1280 pixels."""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from test_tables import RECORD

from gaoyou_nlp.formats import html_page

BROWSER = next(
    (name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None
)
AXE = Path(os.environ.get("GAOYOU_AXE", ".venv/axe/node_modules/axe-core/axe.min.js"))
"""The script of axe-core, which looks for what keeps people out: ``make browser``."""
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-quic"),
)
"""Without a screen, and without a call to anybody."""
RUN_AXE = """<pre id="probe"></pre><script>
axe.run().then(found => {
  document.getElementById("probe").textContent = JSON.stringify(found.violations.map(
    v => [v.id, v.nodes.map(n => n.html.slice(0, 80)).slice(0, 3)]));
});
</script>"""
PROBE = """<pre id="probe"></pre><script>
const seen = e => e.getClientRects().length && (!e.closest("thead")
  || getComputedStyle(e.closest("thead")).clipPath === "none");
const wide = [...document.querySelectorAll("main *, .legend *")].filter(
  e => seen(e) && e.getBoundingClientRect().right > innerWidth + 1);
const cells = [...document.querySelectorAll("td")].filter(e => e.textContent.length > 3);
const narrow = cells.filter(e => e.getBoundingClientRect().width < 60);
const mark = document.querySelector("article mark");
const hint = mark.querySelector(".hint");
const before = getComputedStyle(hint).display;
mark.focus();
// A browser without a screen may not give the page the focus; then the rule itself is looked up.
const rules = [...document.styleSheets].flatMap(s => [...s.cssRules]).filter(
  r => (r.selectorText || "").includes(":focus") && r.selectorText.includes(".hint"));
const shown = mark.matches(":focus") ? getComputedStyle(hint).display
  : rules.map(r => r.style.display).join();
document.getElementById("probe").textContent = JSON.stringify({
  wide: wide.map(e => e.outerHTML.slice(0, 80)), narrow: narrow.map(e => e.textContent),
  hint: [before, shown],
});
</script>"""


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [400, 1280])
def test_nothing_leaves_the_page_and_entities_answer_the_keyboard(
    tmp_path: Path, width: int
) -> None:
    found = probed(tmp_path, PROBE, f"--window-size={width},900")
    assert found == {"wide": [], "narrow": [], "hint": ["none", "block"]}


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: make browser")
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_keeps_nobody_out(tmp_path: Path, width: int, scheme: str) -> None:
    script = f"<script>{AXE.read_text('utf-8')}</script>{RUN_AXE}"
    options = [f"--window-size={width},2000", "--virtual-time-budget=20000"]
    if scheme == "dark":
        options.append("--force-dark-mode")
        options.append("--blink-settings=preferredColorScheme=0")
    assert probed(tmp_path, script, *options) == []


@pytest.mark.slow
@pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed")
@pytest.mark.parametrize("width", [400, 1280])
def test_a_picture_of_the_page_is_drawn(tmp_path: Path, width: int) -> None:
    place, picture = tmp_path / "page.html", tmp_path / "page.png"
    with open(place, "wb") as stream:
        html_page.dump([RECORD, RECORD], stream)
    browse(tmp_path, place, f"--screenshot={picture}", f"--window-size={width},1600")
    size = picture.read_bytes()[16:24]
    assert (int.from_bytes(size[:4], "big"), int.from_bytes(size[4:], "big")) == (width, 1600)
    assert picture.stat().st_size > 20_000, "an empty page"


def probed(folder: Path, script: str, *options: str) -> Any:
    """What a script finds on the page of two articles."""
    place = folder / "page.html"
    with open(place, "wb") as stream:
        html_page.dump([RECORD, RECORD], stream)
    page = re.sub("<meta http-equiv[^>]*>", "", place.read_text("utf-8"))
    place.write_text(page.replace("</body>", script + "</body>"), "utf-8")
    text = browse(folder, place, "--dump-dom", *options)
    probe = re.search(r'<pre id="probe">(.*?)</pre>', text, re.DOTALL)
    assert probe is not None
    return json.loads(html.unescape(probe[1]))


def browse(folder: Path, place: Path, *options: str) -> str:
    """Open a page in a browser without a screen."""
    command = [str(BROWSER), *QUIET, *options]
    command.append(f"--user-data-dir={folder / 'profile'}")
    run = subprocess.run([*command, place.as_uri()], capture_output=True, check=True, timeout=120)
    return run.stdout.decode("utf-8")
