"""Write gaoyou_nlp/money/currencies.tsv: the Chinese names of currencies from Babel's copy of CLDR.

Run with Babel installed:  python training/make_currencies.py > gaoyou_nlp/money/currencies.tsv
"""

from __future__ import annotations

import datetime
import sys

import babel
from babel import Locale

_NOT_MONEY = ("XAG", "XAU", "XPD", "XPT", "XTS", "XXX", "XRE", "XUA", "XDR", "XSU")
_LOCALES = ("zh_Hans", "zh_Hans_HK", "zh_Hant", "zh_Hant_HK")


def names() -> dict[str, str]:
    """Return name → ISO 4217 code; the names of funds and of closed periods stay out."""
    found: dict[str, str] = {}
    for tag in _LOCALES:
        for code, name in Locale.parse(tag).currencies.items():
            plain = str(name).strip()
            if code in _NOT_MONEY or any(c in plain for c in "()（） -·") or plain.isascii():
                continue
            if plain[0] in "旧舊" or len(plain) < 2:
                continue
            found.setdefault(plain, code)
    return found


def main() -> None:
    """Write the table to standard output."""
    rows = sorted(names().items())
    header = [
        f"# source: Unicode CLDR, zh and zh-Hant currency names, by Babel {babel.__version__}",
        "# licence: Unicode-3.0 (CLDR), BSD-3-Clause (Babel)",
        f"# date: {datetime.date.today().isoformat()}",
        "# made by: training/make_currencies.py",
        "# columns: name, ISO 4217 code",
    ]
    sys.stdout.write("\n".join(header + [f"{name}\t{code}" for name, code in rows]) + "\n")


if __name__ == "__main__":
    main()
