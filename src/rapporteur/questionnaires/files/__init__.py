"""Files that leave the site and come back: forms filled without a link, and questionnaires in other programs' form.

`form` says what a form carries, `printing` and `answers` what stands in it, `sheet` and `paper` write and read it as
XLSX and DOCX. `xlsform` gives and takes whole questionnaires in the form that survey programs share. Pure: what is read
was looked into by the archive before.
"""
