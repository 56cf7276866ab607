"""Draws records of arguments that functions have beside the usual ones: the axis that stays, parameters of random
distributions that are arrays, and the margins of pad.
"""

import numpy as np

from kinds import table
from statistics_kinds import elements, finite, record, written
from writing import FLOAT32, FLOAT64, INT64

KINDS, kind = table()

COLUMNS = "call", "arrays joined by ;", "result or !error text"

NAN = "nansum nanprod nanmean nanmax nanmin nanmedian nanvar nanstd".split()
QUANTILES = "percentile quantile nanpercentile nanquantile".split()


@kind(*COLUMNS)
def keepdims(draw):
    """One axis, which stays or not. Some quantiles and axes are wrong at once, so that the order of checks shows."""
    op = draw.pick(["median", "count_nonzero"] * 2 + NAN + QUANTILES * 2)
    a = elements(draw)
    if op.endswith("quantile") or op.endswith("percentile") or op.endswith("median"):
        a = finite(draw)
        if a.dtype.kind == "f" and draw.chance(0.5):
            a = np.where(draw.random.random(a.shape) < 0.3, a.dtype.type(np.nan), a)
    if a.dtype.kind == "u" and op in ("nansum", "nanprod"):
        a = a.astype(INT64)
    wrong = draw.chance(0.15)
    axis, keep = draw.axis(a.ndim) if not wrong else a.ndim + 1, draw.chance(0.6)
    more = {"axis": axis, "keepdims": int(keep)}
    given = {"axis": axis, "keepdims": keep}
    function = getattr(np, op)
    if op not in QUANTILES:
        return record(written(op, **more), [a], lambda: function(a, **given))
    whole = 100 if op.endswith("percentile") else 1
    if draw.chance(0.5):
        q = draw.pick([0.0, 0.25, 0.5, 1.0, round(draw.random.random(), 3)]) * whole
        q = draw.pick([-0.5, 2.0 * whole, np.nan]) if draw.chance(0.5 if wrong else 0.05) else q
        return record(written(op, q=q, **more), [a], lambda: function(a, q, **given))
    q = draw.random.random(draw.pick([(2,), (3,), (2, 2), (1, 1, 1)])) * whole
    q = q * -1 if draw.chance(0.3 if wrong else 0.05) else q
    q = q.astype(draw.pick([FLOAT32, FLOAT64, INT64]))
    return record(written(op, **more), [a, q], lambda: function(a, q, **given))
