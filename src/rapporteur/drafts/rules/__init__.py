"""How a draft is composed: matter and wording go in, a content tree comes out. Pure.

`voice` puts words and nodes together in one language, `names` knows how names stand in a sentence, `masthead` makes the
head of page one. One module, or one package, for each draft uses them.
"""
