"""The arithmetic of a draw: whole numbers and SHA-256, nothing else.

`streams` makes chance from a published seed. `problem` turns roster and rules into seats and bounds. `exact` (over
`weights` and `loads`) draws uniformly, `search` decides whether any draw exists and why not, `chain` is the labelled
fallback. `additional`, `years`, `redraw` and `ceremony` are the stages around the main draw, `draw` puts them in order.
"""
