# The list of documents before a session, and a document in a row of any draft, in English.

list-title = List of documents before the Conference at its { NTH($session) }
list-as-of = Status as of { $day }.
list-item = Item { $number }: { $title }
list-room-papers = Conference room papers
list-limited = Documents of limited distribution
list-without-item = Documents not assigned to an agenda item
column-symbol = Symbol
column-title = Title or description
column-languages = Languages issued
column-status = Status
column-items = Items
no-item = none

## A document

row-document = { $title } ({ $symbol }): { $status }
row-report = report on the { NTH($meeting) } { OF($body) }{ $where }
row-where = , { $where }
document-reserved = symbol reserved
document-announced = announced
document-issued = issued
document-issued-on = issued on { $day }
document-due = { $said }, due by { $day }
document-was-due = { $said }, due by { $day }
document-late = { $said }, late
all-official-languages = All official languages
only-in-language = { $language ->
    [ar] Arabic
    [fr] French
    [ru] Russian
    [es] Spanish
    [zh] Chinese
   *[en] English
} only
language-in-list = { $language ->
    [ar] Arabic
    [fr] French
    [ru] Russian
    [es] Spanish
    [zh] Chinese
   *[en] English
}
in-no-language-yet = None yet
no-title-in-register = title not found in the register
no-symbol-in-register = symbol not found in the register
no-status-in-register = status not found in the register
no-language-in-register = languages not found in the register

## What a document is

report-of-the-secretariat = report of the Secretariat
background-paper = background paper prepared by the Secretariat
conference-room-paper = conference room paper
information = information document
draft-resolution = draft resolution
draft-report = draft report
report = report
working-paper = working paper
ngo-statement = statement submitted by a non-governmental organization
revised-document = revised document
other = document
revises = revision
corrects = corrigendum
adds-to = addendum

## Cells

cell-line = { $text };
