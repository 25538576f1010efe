"""Concordance: articles in, a knowledge base out."""

from __future__ import annotations

import os

# Here, before NumPy is loaded: the products of matrices are small, and threads that share them out wait for each other far longer
# than they work. Whole articles are shared out between processes instead. One thread also adds up in one order on every machine.
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")
