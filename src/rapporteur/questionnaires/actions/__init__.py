"""Acts on questionnaires. Each is one transaction and one row of the journal, which tells no answer.

`opening` begins an assessment, `answering` saves and settles, `sharing` divides the work, `submitting` clears it.
"""
