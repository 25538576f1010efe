"""Measured costs. `make bench` prints ratios, which hold from machine to machine; seconds do not."""
