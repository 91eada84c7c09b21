"""The published forms of a draw: text in, frozen types out, and back to the one canonical text of each.

`roster` and `rules` are what is published before a seed exists; `record` is what is published after the draw. Nothing
here opens a file: whoever calls brings the text and keeps the bytes.
"""
