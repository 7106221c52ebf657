"""Draws the originals of the sample site's media library. Needs Python 3 with Pillow; run from the repository root.

The results are committed; run it again only to change a picture.
"""

import math
import random
from pathlib import Path

from PIL import Image, ImageDraw

OUT = Path('src/sample/data/uploads')


def save(image: Image.Image, name: str, **options: object) -> None:
    path = OUT / name
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, **options)


def sky(size: tuple[int, int], top: str, bottom: str) -> Image.Image:
    """A vertical gradient in sixteen flat bands."""
    image = Image.new('RGB', size)
    draw = ImageDraw.Draw(image)
    a, b = (tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5)) for colour in (top, bottom))
    bands = 16
    for band in range(bands):
        share = band / (bands - 1)
        colour = tuple(round(x + (y - x) * share) for x, y in zip(a, b))
        draw.rectangle((0, size[1] * band // bands, size[0], size[1] * (band + 1) // bands), fill=colour)
    return image


def ridge(image: Image.Image, colour: str, base: float, height: float, waves: float, phase: float) -> None:
    """A filled hill line or wave from edge to edge."""
    width, tall = image.size
    line = [
        (x, tall * (base - height * (math.sin(x / width * waves * math.tau + phase) + 0.4 * math.sin(x / width * waves * 5.3 + phase * 2))))
        for x in range(0, width + 10, 10)
    ]
    ImageDraw.Draw(image).polygon([*line, (width + 10, tall), (0, tall)], fill=colour)


def breakwater() -> Image.Image:
    image = sky((900, 600), '#2b2f55', '#f2a65a')
    draw = ImageDraw.Draw(image)
    draw.ellipse((600, 250, 720, 370), fill='#ffdf9e')
    for n, colour in enumerate(('#3d5a80', '#33507a', '#294673', '#1f3c6b')):
        ridge(image, colour, 0.56 + n * 0.1, 0.012, 3 + n, n * 1.7)
    draw.polygon([(0, 390), (420, 360), (430, 380), (0, 470)], fill='#1a1a2b')
    for x in range(20, 420, 50):
        draw.rectangle((x, 350 - x // 40, x + 8, 395 - x // 40), fill='#1a1a2b')
    return image


def rope() -> Image.Image:
    image = Image.new('RGB', (900, 600), '#e9e0d0')
    draw = ImageDraw.Draw(image)
    for n in range(9):
        r = 60 + n * 26
        draw.ellipse((450 - r * 1.5, 300 - r, 450 + r * 1.5, 300 + r), outline='#9c6b3c' if n % 2 else '#b98750', width=18)
    draw.line([(450 + 400, 300), (900, 560)], fill='#9c6b3c', width=18)
    return image


def lighthouse() -> Image.Image:
    image = sky((600, 900), '#87b7d9', '#f5e9d7')
    draw = ImageDraw.Draw(image)
    for n in range(6):
        top = 250 + n * 80
        draw.polygon(
            [(255 - n * 6, top), (345 + n * 6, top), (351 + n * 6, top + 80), (249 - n * 6, top + 80)],
            fill='#c8453b' if n % 2 else '#fbf7ef',
        )
    draw.rectangle((265, 180, 335, 250), fill='#ffe08a')
    draw.polygon([(250, 180), (350, 180), (300, 120)], fill='#7a2a24')
    ridge(image, '#44614a', 0.8, 0.02, 1.1, 0.8)
    ridge(image, '#2f5f7f', 0.9, 0.01, 3, 2)
    return image


def loaf() -> Image.Image:
    image = Image.new('RGB', (600, 600), '#d9e2dc')
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 400, 540, 520), fill='#b8c4bc')
    draw.pieslice((90, 150, 510, 750), 180, 360, fill='#a9692f')
    draw.ellipse((90, 400, 510, 500), fill='#8d5323')
    for n in range(4):
        draw.arc((150 + n * 70, 210, 260 + n * 70, 420), 200, 330, fill='#ecca98', width=12)
    return image


def tide_chart() -> Image.Image:
    image = Image.new('RGB', (900, 600), '#ffffff')
    draw = ImageDraw.Draw(image)
    for x in range(60, 900, 70):
        draw.line([(x, 40), (x, 560)], fill='#dfe6ec')
    for y in range(40, 600, 65):
        draw.line([(60, y), (880, y)], fill='#dfe6ec')
    points = [(x, 300 - 190 * math.sin(x / 66) * (0.65 + 0.35 * math.cos(x / 300))) for x in range(60, 881, 4)]
    draw.line(points, fill='#1d5c8f', width=5)
    draw.line([(60, 40), (60, 560), (880, 560)], fill='#333333', width=3)
    return image.quantize(32)


def hills(seed: int, top: str, bottom: str, colours: tuple[str, ...]) -> Image.Image:
    image = sky((900, 600), top, bottom)
    chance = random.Random(seed)
    for n, colour in enumerate(colours):
        ridge(image, colour, 0.45 + n * 0.13, 0.04 + chance.random() * 0.03, 0.8 + chance.random(), chance.random() * 6)
    return image


def path_over_hills() -> Image.Image:
    image = hills(5, '#cfe4ee', '#fbf3dc', ('#9db58a', '#7f9f6d', '#5f8552', '#44693c'))
    ImageDraw.Draw(image).line([(430, 600), (470, 520), (410, 470), (480, 400), (450, 350), (500, 300)], fill='#e8dcc0', width=9, joint='curve')
    return image


def wave() -> list[Image.Image]:
    frames = []
    for step in range(4):
        image = Image.new('RGB', (480, 320), '#eaf4f8')
        for n, colour in enumerate(('#7fb3cc', '#4d8fb0', '#256b91')):
            ridge(image, colour, 0.4 + n * 0.18, 0.05, 2, n * 2 + step * math.tau / 4)
        frames.append(image.quantize(16))
    return frames


def badge() -> Image.Image:
    image = Image.new('RGB', (120, 90), '#12355b')
    draw = ImageDraw.Draw(image)
    draw.ellipse((35, 20, 85, 70), outline='#f4d35e', width=5)
    draw.line([(60, 10), (60, 80)], fill='#f4d35e', width=5)
    return image


def seaweed() -> Image.Image:
    image = Image.new('RGB', (900, 600), '#f1ead9')
    draw = ImageDraw.Draw(image)
    draw.line([(0, 110), (900, 90)], fill='#6b5b45', width=6)
    chance = random.Random(3)
    for x in range(40, 880, 60):
        length = chance.randrange(220, 420)
        frond = [(x + 14 * math.sin(y / 30 + x), 100 + y) for y in range(0, length, 10)]
        draw.line(frond, fill=chance.choice(('#3f5b32', '#5a6b2c', '#6d4a2a')), width=20, joint='curve')
    return image


def plan() -> Image.Image:
    image = Image.new('RGB', (900, 600), '#204a77')
    draw = ImageDraw.Draw(image)
    for n in range(5):
        draw.rectangle((60 + n * 40, 60 + n * 40, 840 - n * 60, 540 - n * 30), outline='#cfe0f2', width=3)
    draw.line([(60, 60), (840, 540)], fill='#cfe0f2', width=2)
    return image


def market() -> Image.Image:
    image = sky((900, 600), '#f7f0e1', '#e8d7b8')
    draw = ImageDraw.Draw(image)
    for n in range(9):
        draw.polygon([(n * 100, 90), (n * 100 + 100, 90), (n * 100 + 90, 220), (n * 100 - 10, 220)], fill='#c0483f' if n % 2 else '#fbf7ef')
    draw.rectangle((40, 400, 860, 560), fill='#8a6a48')
    chance = random.Random(9)
    for x in range(70, 840, 46):
        draw.ellipse((x, 356, x + 44, 400), fill=chance.choice(('#e07a2f', '#7a9b3a', '#b23a48', '#e9c46a')))
    return image


def fog() -> Image.Image:
    return hills(8, '#eef1f2', '#d3dadd', ('#c3cccf', '#aab6ba', '#93a1a6', '#7b8b91'))


def shed() -> Image.Image:
    image = sky((900, 600), '#b7d0dd', '#eef2ec')
    draw = ImageDraw.Draw(image)
    draw.polygon([(180, 260), (450, 110), (720, 260)], fill='#4b3a2f')
    draw.rectangle((210, 260, 690, 480), fill='#8c3b2e')
    draw.rectangle((350, 300, 550, 480), fill='#2c211b')
    draw.polygon([(330, 470), (570, 470), (530, 540), (370, 540)], fill='#e3c58b')
    ridge(image, '#35617a', 0.92, 0.008, 4, 1)
    return image


def knot_card() -> bytes:
    """A one-page PDF with a line of text, written by hand."""
    lines = ('Harbour & Hinterland: the knot card', 'Bowline  -  Sheet bend  -  Clove hitch', 'Rolling hitch  -  Figure of eight  -  Reef knot')
    stream = b'BT /F1 18 Tf 60 520 Td 30 TL ' + b' '.join(b"(%s) '" % line.encode() for line in lines) + b' ET'
    objects = [
        b'<< /Type /Catalog /Pages 2 0 R >>',
        b'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        b'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 595] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        b'<< /Length %d >>\nstream\n%s\nendstream' % (len(stream), stream),
        b'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ]
    body, offsets = b'%PDF-1.4\n', []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += b'%d 0 obj\n%s\nendobj\n' % (number, text)
    table = b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % offset for offset in offsets)
    return body + table + b'trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n' % len(body)


JPEG = {'quality': 62, 'optimize': True}
save(breakwater(), '2023/02/breakwater-at-dusk.jpg', **JPEG)
save(rope(), '2023/06/rope-coil.jpg', **JPEG)
save(lighthouse(), '2023/09/lighthouse-portrait.jpg', **JPEG)
save(loaf(), '2024/01/loaf-square.jpg', **JPEG)
save(tide_chart(), '2024/03/tide-chart.png', optimize=True)
save(path_over_hills(), '2024/05/hill-path.webp', quality=60)
frames = wave()
save(frames[0], '2024/08/wave.gif', save_all=True, append_images=frames[1:], duration=200, loop=0)
save(badge(), '2024/10/badge.jpg', **JPEG)
save(seaweed(), '2025/04/seaweed-drying.jpg', **JPEG)
save(plan(), '2025/07/harbour-plan.jpg', **JPEG)
save(market(), '2025/09/market-stall.jpg', **JPEG)
save(fog(), '2025/11/fog-bank.jpg', **JPEG)
save(shed(), '2026/02/boat-shed.jpg', **JPEG)
card = OUT / '2025/01/knot-card.pdf'
card.parent.mkdir(parents=True, exist_ok=True)
card.write_bytes(knot_card())
