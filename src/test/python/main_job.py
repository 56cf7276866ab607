#!/usr/bin/env python3
"""The main job of dlfs4j with NumPy: classifies the test images with the book's weights, four times."""

import time

import numpy as np

from networks import ThreeLayerNet, mnist, sample_weight


def report(work, accuracy, images, labels):
    start = time.perf_counter()
    result = accuracy(images, labels)
    seconds = time.perf_counter() - start
    print(f"{work}\n  accuracy: {result} ({seconds:.2f} s)", flush=True)


def main():
    images, labels = mnist("t10k", normalize=False)
    weights = sample_weight()
    print(f"test images: {images.shape}, labels: {labels.shape}", flush=True)
    for name, weight in weights.items():
        print(f"{name}: {weight.shape}", flush=True)
    network = ThreeLayerNet(weights)
    report("pixels from 0 to 255, one by one", network.accuracy_one_by_one, images, labels)
    report("pixels from 0 to 255, in batches of 2000", network.accuracy_in_batches, images, labels)
    scaled = images.astype(np.float32) / 255
    report("pixels from 0 to 1, one by one", network.accuracy_one_by_one, scaled, labels)
    report("pixels from 0 to 1, in batches of 2000", network.accuracy_in_batches, scaled, labels)


if __name__ == "__main__":
    main()
