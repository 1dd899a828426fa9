"""Web pages that a browser saved whole: in one file like a mail (MHTML), or with a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import EmailMessage

_SAVERS = re.compile(
    r"<?Saved by (?:Blink|WebKit|Mozilla|Windows Internet Explorer|Microsoft)", re.I
)


def saved_page(message: EmailMessage) -> tuple[EmailMessage, str | None] | None:
    """Find the page in a message that is a saved one.

    Parameters:
        message: A mail, or what looks like one.

    Returns:
        The part with the page and its address; None for a mail.

    Examples:
        >>> from email import message_from_string, policy
        >>> text = (
        ...     "From: <Saved by Blink>\\nContent-Type: text/html\\n"
        ...     "Snapshot-Content-Location: http://a.invalid/1\\n\\n<p>县水库开工。</p>"
        ... )
        >>> part, url = saved_page(message_from_string(text, policy=policy.default))
        >>> url
        'http://a.invalid/1'
    """
    sender = str(message.get("From", ""))
    by_browser = _SAVERS.search(sender) is not None or "Snapshot-Content-Location" in message
    related = message.get_content_type() == "multipart/related" and "To" not in message
    if not by_browser and not (related and _locations(message)):
        return None
    parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
    page = next((part for part in parts if isinstance(part, EmailMessage)), None)
    if page is None:
        return None
    return page, next(_addresses(message, page), None)


def _locations(message: EmailMessage) -> bool:
    """Whether the parts say where in the web they come from."""
    return any("Content-Location" in part for part in message.walk())


def _addresses(message: EmailMessage, page: EmailMessage) -> Iterator[str]:
    for part, name in ((message, "Snapshot-Content-Location"), (page, "Content-Location")):
        address = "".join(str(part.get(name, "")).split())
        if address.startswith(("http://", "https://")):
            yield address
