"""Self-assessment questionnaires: what is asked, what a State answers, and what stays of it when it is cleared.

`terms` holds what a questionnaire is made of, `rules` reads it and says what may be answered and what is still to be
answered. A released questionnaire never changes; a later version is another one, and answers are carried over.
"""
