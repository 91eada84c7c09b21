"""The desk of the secretariat's officer: every record of the register, created, corrected and withdrawn in forms.

`kinds` says which kinds of record there are and which forms and actions each has; `views` are written once for all of
them. Three acts have pages of their own: saying something of a gathering, issuing a document, replacing a wording.
"""
