"""The pages on which a State answers: `mine` leads in, `whole` shows an assessment, `section` is the form.

`guard` decides at the door; what it does not let in is an unknown address.
"""
