"""Scans for tests: a text printed on a page, then made as bad as scanners make it."""

from io import BytesIO
from pathlib import Path

FONTS = (
    "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc",
)
"""Free fonts of Debian: fonts-arphic-gbsn00lp, fonts-wqy-zenhei, fonts-noto-cjk."""


def font():
    return next((path for path in FONTS if Path(path).exists()), None)


def page(lines, dots=200):
    """A page of A4 with ``lines``: (text, size in points, x and y in millimetres, colour)."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("RGB", (round(210 / 25.4 * dots), round(297 / 25.4 * dots)), "white")
    draw = ImageDraw.Draw(picture)
    for text, size, x, y, colour in lines:
        draw.text(
            (x / 25.4 * dots, y / 25.4 * dots),
            text,
            fill=colour,
            font=ImageFont.truetype(font(), round(size / 72 * dots)),
        )
    return picture


def with_seal(picture, x, y, dots=200):
    """A red seal of 42 mm around a point in millimetres, printed over the text."""
    from PIL import Image, ImageChops, ImageDraw

    seal = Image.new("RGB", picture.size, "white")
    draw = ImageDraw.Draw(seal)
    radius, middle = 21 / 25.4 * dots, (x / 25.4 * dots, y / 25.4 * dots)
    box = [middle[0] - radius, middle[1] - radius, middle[0] + radius, middle[1] + radius]
    draw.ellipse(box, outline=(220, 30, 30), width=round(dots / 25))
    small = radius / 3.5
    draw.regular_polygon((middle[0], middle[1], small), 5, fill=(220, 30, 30))
    draw.line(
        [box[0] + small, middle[1] + 2 * small, box[2] - small, middle[1] + 2 * small],
        fill=(220, 30, 30),
        width=round(dots / 30),
    )
    return ImageChops.multiply(picture, seal)


def skewed(picture, degrees, noise, seed=1):
    """The page turned a little, with grains of noise."""
    import numpy as np
    from PIL import Image

    turned = picture.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    grains = np.random.default_rng(seed).normal(0, noise, (turned.height, turned.width, 1))
    return Image.fromarray(np.clip(np.asarray(turned, dtype=float) + grains, 0, 255).astype("uint8"))


def saved(picture, kind="PNG", **settings):
    out = BytesIO()
    picture.save(out, kind, **settings)
    return out.getvalue()
