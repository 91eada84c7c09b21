"""Acts on people.

`noting` records notes verbales, `nominating` names people by them, `inviting` lets them in, `introducing` has them say
who they are.
"""
