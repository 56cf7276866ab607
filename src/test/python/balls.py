"""Draws the image of section 1.6.3, three balls on a chequered floor, by ray tracing.

    python3 src/test/python/balls.py src/book/resources/balls.png
"""

import struct
import sys
import zlib

import numpy as np

HEIGHT, WIDTH = 180, 240
SAMPLES = 3  # each pixel is the mean of 3 x 3 rays
LIGHT = np.array([-0.5, 0.8, -0.35])
BALLS = [  # centre, radius, colour
    ((-1.3, 0.9, 5.2), 0.9, (0.85, 0.25, 0.2)),
    ((0.75, 0.6, 4.0), 0.6, (0.95, 0.75, 0.2)),
    ((1.7, 1.2, 6.6), 1.2, (0.2, 0.45, 0.8)),
]


def unit(v):
    return v / np.linalg.norm(v, axis=-1, keepdims=True)


def distance(origin, direction, centre, radius):
    """Returns the distance at which a ray hits a ball, infinity if it does not."""
    to = origin - np.array(centre)
    b = (to * direction).sum(-1)
    root = b**2 - (to**2).sum(-1) + radius**2
    far = -b - np.sqrt(np.maximum(root, 0))
    return np.where((root > 0) & (far > 1e-6), far, np.inf)


def shade(origin, direction):
    sky = 0.55 + 0.45 * np.clip(1 - direction[..., 1:2] * 2, 0, 1)
    sky = sky * np.array([0.72, 0.85, 1.0])
    colour = sky
    nearest = np.full(direction.shape[:-1], np.inf)
    light = unit(LIGHT)

    down = np.where(direction[..., 1] < -1e-9, direction[..., 1], -1e-9)
    floor = np.where(direction[..., 1] < -1e-9, -origin[..., 1] / down, np.inf)
    surfaces = [(floor, None, None)] + [(distance(origin, direction, c, r), c, rgb) for c, r, rgb in BALLS]
    for far, centre, rgb in surfaces:
        hit = far < nearest
        point = origin + direction * np.where(np.isfinite(far), far, 1)[..., None]
        if centre is None:
            normal = np.broadcast_to([0.0, 1.0, 0.0], point.shape)
            even = (np.floor(point[..., 0]) + np.floor(point[..., 2])) % 2 == 0
            own = np.where(even[..., None], 0.92, 0.35) * np.ones(3)
        else:
            normal, own = unit(point - np.array(centre)), np.array(rgb)
        shadow = np.ones(far.shape)
        for c, r, _ in BALLS:
            if c != centre:
                shadow = np.where(np.isfinite(distance(point, light, c, r)), 0.15, shadow)
        bright = 0.25 + 0.75 * np.clip((normal * light).sum(-1), 0, None) * shadow
        glance = np.clip((unit(light - direction) * normal).sum(-1), 0, None) ** 60 * shadow * (centre is not None)
        seen = own * bright[..., None] + 0.6 * glance[..., None]
        haze = np.exp(-np.minimum(far, 1e3) / 30)[..., None]
        colour = np.where(hit[..., None], seen * haze + sky * (1 - haze), colour)
        nearest = np.minimum(nearest, far)
    return colour


def main():
    y, x = np.mgrid[0 : HEIGHT * SAMPLES, 0 : WIDTH * SAMPLES]
    step = 1 / (HEIGHT * SAMPLES)
    direction = unit(np.stack([(x - WIDTH * SAMPLES / 2) * step, (HEIGHT * SAMPLES * 0.42 - y) * step, np.full(x.shape, 0.95)], -1))
    colour = shade(np.broadcast_to([0.1, 1.35, 0.0], direction.shape), direction)
    colour = colour.reshape(HEIGHT, SAMPLES, WIDTH, SAMPLES, 3).mean(axis=(1, 3))
    pixels = (np.clip(colour, 0, 1) ** (1 / 1.4) * 255 + 0.5).astype(np.uint8)
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    with open(sys.argv[1], "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


if __name__ == "__main__":
    main()
