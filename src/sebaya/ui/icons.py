"""Our own line drawings: 24 by 24, drawn with the pen of the surrounding text. Names say what is drawn or meant."""

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

ICONS: dict[str, str] = {
    "alert": '<path d="M12 4 2.800 19.500h18.400L12 4Z"/><path d="M12 10v4.500M12 17v.1"/>',
    "anchor": '<circle cx="12" cy="5" r="2"/><path d="M12 7v13M5 13c0 4 3 7 7 7s7-3 7-7M8.500 10.500h7"/>',
    "back": '<path d="m14.500 5-7 7 7 7"/>',
    "bell": '<path d="M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15L6 16.500ZM10 20.500h4"/>',
    "book": '<path d="M12 6.500C10 5 7 4.500 4 5v13c3-.5 6 0 8 1.500 2-1.500 5-2 8-1.500V5c-3-.5-6 0-8 1.500Zm0 0v13"/>',
    "box": '<path d="M4 10h16v10H4zM8 10V7a4 4 0 0 1 8 0v3M12 14v2.500"/>',
    "building": '<path d="M5 20V5h9v15M14 10h5v10M3 20h18M8 8.500h3M8 12h3M8 15.500h3"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.500h16M8.500 3.500V8M15.500 3.500V8"/>',
    "chart": '<path d="M4 4v16h16M8.500 16v-4M12.500 16V8M16.500 16v-6"/>',
    "chat": '<path d="M4 5h11v8H9.500l-3.500 3v-3H4zM18 9h2.500v8H19v3l-3.500-3H10"/>',
    "check": '<path d="m5 12.500 4.500 4.500L19 7"/>',
    "circle-check": '<circle cx="12" cy="12" r="8.500"/><path d="m8 12.300 2.800 2.700L16 9.500"/>',
    "clock": '<circle cx="12" cy="12" r="8.500"/><path d="M12 7v5.300l3.500 2"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "copy": '<path d="M8.500 8.500H20V20H8.500zM15.500 8.500V4H4v11.500h4.500"/>',
    "door": '<path d="M6 20.500v-17h12v17M3.500 20.500h17M14.500 12v.1"/>',
    "down": '<path d="m5 9 7 7 7-7"/>',
    "download": '<path d="M12 4v11m-5-4.500 5 5 5-5M4 20h16"/>',
    "envelope": '<path d="M3.500 6h17v12.500h-17zM4 6.500l8 6.500 8-6.500"/>',
    "eye": '<path d="M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12Z"/><circle cx="12" cy="12" r="2.800"/>',
    "eye-off": '<path d="M4.500 8.500C3.200 10.200 2.500 12 2.500 12S6 18.500 12 18.500c1.300 0 2.500-.3 3.500-.8M9.500 5.800c.8-.2 1.600-.3 2.500-.3 6 0 9.500 6.500 9.500 6.500s-.8 1.700-2.300 3.300M4 4l16 16"/>',
    "flag": '<path d="M5.500 21V4M5.500 5c4-2 7 2 13 0v9c-6 2-9-2-13 0"/>',
    "forward": '<path d="m9.500 5 7 7-7 7"/>',
    "gear": '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.600 5.600l2.100 2.100M16.300 16.300l2.100 2.100M5.600 18.400l2.100-2.100M16.300 7.700l2.100-2.100"/>',
    "group": '<circle cx="8.500" cy="8.500" r="3"/><circle cx="16.500" cy="9.500" r="2.300"/><path d="M2.500 19.500c0-3.800 2.800-6 6-6s6 2.200 6 6M16.500 14.500c3 0 5 1.800 5 4.500"/>',
    "hand": '<path d="M7.500 13V6.200a1.400 1.400 0 0 1 2.800 0V11 4.800a1.400 1.400 0 0 1 2.800 0V11 5.900a1.400 1.400 0 0 1 2.800 0V12 8.400a1.400 1.400 0 0 1 2.800 0v6.100c0 3.700-2.300 6-5.700 6-2.600 0-4.300-1-5.600-3.300L4.600 13a1.500 1.500 0 0 1 2.500-1.500L7.500 13Z"/>',
    "heart": '<path d="M12 20S3.500 15 3.500 9.200A4.600 4.600 0 0 1 12 6.800a4.600 4.600 0 0 1 8.500 2.400C20.500 15 12 20 12 20Z"/>',
    "home": '<path d="M3.500 11.500 12 4.500l8.500 7M6 9.800V20h12V9.800M10 20v-5.500h4V20"/>',
    "info": '<circle cx="12" cy="12" r="8.500"/><path d="M12 11v5.500M12 7.800v.1"/>',
    "key": '<circle cx="8" cy="15" r="4"/><path d="M11 12.200 19.500 4M16 7.400l3 3"/>',
    "leave": '<path d="M10 4H5v16h5M9.500 12H20m-4.500-5 5 5-5 5"/>',
    "letter": '<path d="M6 3.500h8.500L19 8v12.500H6zM14 4v4.500h4.500M9 12.500h7M9 16h5"/>',
    "lifebuoy": '<circle cx="12" cy="12" r="8.500"/><circle cx="12" cy="12" r="3.500"/><path d="m6 6 3.500 3.500M14.500 14.500 18 18M18 6l-3.500 3.500M9.500 14.500 6 18"/>',
    "link": '<path d="M10 14.500a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700L12 6.800M14 9.500a4 4 0 0 0-5.700 0l-3 3A4 4 0 0 0 11 18.200l1-1"/>',
    "list": '<path d="M9 6.500h11M9 12h11M9 17.500h11M4.500 6.500v.1M4.500 12v.1M4.500 17.500v.1"/>',
    "lock": '<path d="M5.500 11h13v9.500h-13zM8.500 11V7.500a3.500 3.500 0 0 1 7 0V11"/>',
    "map": '<path d="M12 21s6.500-6 6.500-11a6.500 6.500 0 0 0-13 0c0 5 6.500 11 6.500 11Z"/><circle cx="12" cy="10" r="2.300"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "minus": '<path d="M5 12h14"/>',
    "moon": '<path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z"/>',
    "more": '<path d="M5.500 12v.1M12 12v.1M18.500 12v.1"/>',
    "pause": '<path d="M8.500 5.500v13M15.500 5.500v13"/>',
    "pen": '<path d="m4 20 1-4.500L16 4.500l3.500 3.500-11 11L4 20ZM13.500 7l3.500 3.500"/>',
    "person": '<circle cx="12" cy="8" r="3.800"/><path d="M4.500 20.500c0-4.500 3.300-7 7.500-7s7.500 2.500 7.500 7"/>',
    "person-alert": '<circle cx="9" cy="8" r="3.300"/><path d="M2.500 20c0-4.200 2.900-6.500 6.500-6.500s6.500 2.300 6.500 6.500M19 6v5.500M19 14.500v.1"/>',
    "phone": '<path d="M6.500 3.500h3l1.500 4.500-2 1.500c1 2.500 3 4.500 5.500 5.500l1.500-2 4.500 1.500v3c0 1.200-.8 2-2 2C11 19.500 4.500 13 4.500 5.500c0-1.200.8-2 2-2Z"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6.500H7z"/>',
    "question": '<circle cx="12" cy="12" r="8.500"/><path d="M9.500 9.800a2.500 2.500 0 1 1 3.700 2.200c-.8.4-1.200.9-1.200 1.700M12 16.700v.1"/>',
    "refresh": '<path d="M19.500 12a7.500 7.500 0 1 1-2.300-5.400M19.500 4v4.500H15"/>',
    "rest": '<path d="M5 9h11v5a5 5 0 0 1-5 5h-1a5 5 0 0 1-5-5V9ZM16 10.500h1.500a2.300 2.300 0 0 1 0 4.600H16M8.500 3v2.500M12.500 3v2.500"/>',
    "search": '<circle cx="10.500" cy="10.500" r="6"/><path d="m15 15 5 5"/>',
    "send": '<path d="M4 4.500 20.500 12 4 19.500l2.500-7.500L4 4.500ZM6.500 12h7"/>',
    "shield": '<path d="M12 3.500 5 6v5.500c0 4.500 3 7.500 7 9 4-1.500 7-4.500 7-9V6l-7-2.500Z"/>',
    "sound": '<path d="M4 9.500v5h3.500l4.500 4v-13l-4.500 4H4ZM15.500 9a4.300 4.300 0 0 1 0 6M18 6.500a8 8 0 0 1 0 11"/>',
    "sound-off": '<path d="M4 9.500v5h3.500l4.500 4v-13l-4.500 4H4ZM16 9.500l5 5M21 9.500l-5 5"/>',
    "star": '<path d="m12 3.800 2.500 5.300 5.700.8-4.200 4 1 5.800-5-2.800-5 2.800 1-5.800-4.200-4 5.700-.8L12 3.800Z"/>',
    "sun": '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M5.600 18.400 7 17M17 7l1.400-1.400"/>',
    "swap": '<path d="M4 8.500h14m-4-4 4 4-4 4M20 15.500H6m4-4-4 4 4 4"/>',
    "target": '<circle cx="12" cy="12" r="8.500"/><circle cx="12" cy="12" r="4.500"/><path d="M12 12v.1"/>',
    "trash": '<path d="M4.500 6.500h15M9.500 6.500V4h5v2.500M6.500 6.500l1 14h9l1-14M10.500 10.500v6M13.500 10.500v6"/>',
    "up": '<path d="m5 15 7-7 7 7"/>',
    "upload": '<path d="M12 15.500V4.500m-5 4.500 5-5 5 5M4 20h16"/>',
    "video-off": '<path d="M3.500 7.500h11v9h-11zM14.500 11l6-3.500v9l-6-3.500M3 4l17 17"/>',
    "walk": '<circle cx="12.500" cy="4.500" r="1.800"/><path d="m9 21 2-6-2-2.500 1-4.500 3 .5 2 3 3 1M13 14.500l2 2.500v4M10 8 7 9.500 6 13"/>',
}

DRAWINGS: dict[str, str] = {
    "box": '<path class="f" d="M20 78c-4-22 10-52 46-52s52 26 46 52Z"/><path class="c" d="M38 44h56v34H38z"/><path d="M38 44 48 32h36l10 12M58 54h16"/><path class="h" d="M62 30l8-8 6 6-8 8"/>',
    "chat": '<path class="f" d="M16 80c-6-26 14-58 50-58s58 30 50 58Z"/><path class="c" d="M34 32h40v26H54l-10 9v-9H34z"/><path class="c h" d="M82 46h18v24h-6v8l-9-8H66v-6"/><path d="M43 41h22M43 48h14"/>',
    "clock": '<path class="f" d="M18 80c-4-24 12-54 48-54s54 28 48 54Z"/><circle class="c" cx="66" cy="52" r="24"/><path d="M66 38v15"/><path class="h" d="m66 53 10 6"/><path d="M40 80h52"/>',
    "done": '<path class="f" d="M18 80c-4-24 12-54 48-54s54 28 48 54Z"/><path class="c" d="M46 22h40v56H46z"/><path class="h" d="m55 38 4 4 7-8M55 54l4 4 7-8"/><path d="M72 40h8M72 56h8M56 68h24"/>',
    "path": '<path class="f" d="M14 82c0-24 16-54 52-54s52 30 52 54Z"/><path d="M58 82c-6-10 14-14 12-24-1-7-12-8-10-16"/><path class="c" d="M50 18h30l7 7-7 7H50z"/><path d="M60 32v12"/><path class="h" d="M92 82V66m0 8c-7 0-9-4-9-9 6 0 9 3 9 9Zm0-4c0-6 3-9 8-9 0 6-3 9-8 9Z"/>',
    "people": '<path class="f" d="M14 82c0-24 16-54 52-54s52 30 52 54Z"/><circle class="c" cx="50" cy="44" r="9"/><circle class="c h" cx="82" cy="44" r="9"/><path class="c" d="M32 80c0-14 8-22 18-22s17 8 18 22"/><path class="h" d="M66 66c3-5 8-8 16-8 10 0 18 8 18 22"/>',
    "plant": '<path class="f" d="M18 82c-4-26 12-56 48-56s52 30 48 56Z"/><path class="c" d="M50 60h32l-4 22H54z"/><path d="M66 60V36m0 12c-12 0-16-7-16-14 10 0 16 5 16 14Z"/><path class="h" d="M66 42c0-10 5-15 15-15 0 10-6 15-15 15Z"/>',
    "stack": '<path class="f" d="M18 82c-4-26 12-56 48-56s52 30 48 56Z"/><path class="c" d="M40 60h52v20H40zM44 44h46v16H44zM40 30h42v14H40z"/><path class="h" d="M52 37h16"/><path d="M56 52h18M54 70h24"/>',
    "window": '<path class="f" d="M18 84c-4-28 12-60 48-60s52 32 48 60Z"/><path class="c" d="M42 20h48v56H42z"/><path d="M66 20v56M42 46h48M36 78h60"/><circle class="hf" cx="79" cy="33" r="6"/>',
}


def icon(name: str, size: int = 20, label: str = "") -> SafeString:
    """An icon beside words is hidden from screen readers; one that stands alone needs a label."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    body = mark_safe(ICONS[name])  # noqa: S308  our own constants
    return format_html('<svg class="i" width="{0}" height="{0}" viewBox="0 0 24 24" {1}>{2}</svg>', size, spoken, body)


def drawing(name: str) -> SafeString:
    """A small picture for an empty state; it carries no meaning of its own."""
    body = mark_safe(DRAWINGS[name])  # noqa: S308  our own constants
    return format_html('<svg class="draw" viewBox="0 0 132 96" aria-hidden="true">{}</svg>', body)


BRAND = mark_safe(  # noqa: S308  our own constant
    '<svg class="brand" width="30" height="26" viewBox="0 0 30 26" aria-hidden="true">'
    '<path class="a" d="M3 11a8 8 0 0 1 16 0c0 5-4 8-8 8l-6 4 1-5.500A8 8 0 0 1 3 11Z"/>'
    '<path class="b" d="M27 14a6.500 6.500 0 0 0-9-6 9 9 0 0 1-4 12c1 1 3 1.500 5 1.500l5 3-.8-4.600A6.500 6.500 0 0 0 27 14Z"/></svg>'
)
