"""The public pages: one module for each kind of record, its addresses in `rapporteur.site.urls`.

A page asks the rooms' `queries`, never their records, and shows what it got through the filters of `tags`.
"""
