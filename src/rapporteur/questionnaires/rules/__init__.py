"""The rules of a questionnaire, pure: `conditions` says what is shown and required, `values` what an answer may be.

`completeness` counts what is there; `findings` says what stands against submitting.
"""
