"""The page as a browser lays it out: nothing leaves it at 400 and 1280 pixels."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from test_tables import RECORD

from gaoyou_nlp.formats import html_page

BROWSER = next(
    (name for name in ("chromium", "chromium-browser", "google-chrome") if shutil.which(name)), None
)
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
    place = tmp_path / "page.html"
    with open(place, "wb") as stream:
        html_page.dump([RECORD, RECORD], stream)
    page = place.read_text("utf-8")
    page = re.sub("<meta http-equiv[^>]*>", "", page).replace("</body>", PROBE + "</body>")
    place.write_text(page, "utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    command += [f"--window-size={width},900", f"--user-data-dir={tmp_path / 'profile'}"]
    run = subprocess.run([*command, place.as_uri()], capture_output=True, check=True, timeout=120)
    probe = re.search(r'<pre id="probe">(.*?)</pre>', run.stdout.decode("utf-8"), re.DOTALL)
    assert probe is not None
    assert json.loads(probe[1]) == {"wide": [], "narrow": [], "hint": ["none", "block"]}
