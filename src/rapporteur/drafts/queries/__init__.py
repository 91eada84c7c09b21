"""How the register becomes the matter of a draft, with a fixed number of queries, and how the wording is read in.

`conference` reads what every draft wants; one module for each draft reads the rest. `wordings` gives the voice of a
language, `composed` whole documents.
"""
