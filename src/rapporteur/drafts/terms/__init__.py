"""What the drafts are made of: frozen types that say what the register knows, without the database.

`matter` has what several drafts share; beside it stands one module for each draft. `queries` fills them, `rules` turns
them into a document.
"""
