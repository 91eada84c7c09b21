"""Files as they were received: a scan of a note verbale, an attachment to an answer, a form filled offline.

A file is told by what it holds and not by its name: `rules` says what it is and what stands against taking it, and
`actions` keeps it once, under the SHA-256 of its content, outside the web root. Who may read it is decided by the room
whose record names it.
"""
