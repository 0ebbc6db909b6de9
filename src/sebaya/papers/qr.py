"""QR codes as SVG text, black on white."""

import segno


def svg(text: str) -> str:
    """Error correction M: a crease or a stain may spoil up to 15 % of it."""
    return str(segno.make(text, error="m", micro=False).svg_inline(border=2, light="white"))
