"""The room of draws: which State reviews which, decided by lot under rules that are data.

`terms` holds what a draw is made of, `files` the published forms of it, `engines` the arithmetic, and
`verify.py` is the program that anybody can run on a published record without this one.
"""
