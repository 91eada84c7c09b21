# La liste des documents dont une session est saisie, et un document dans une ligne de tout projet.

list-title = Liste des documents dont la Conférence est saisie à sa { NTH($session) }
list-as-of = Situation au { $day }.
list-item = Point { $number } : { $title }
list-room-papers = Documents de séance
list-limited = Documents à distribution limitée
list-without-item = Documents ne se rapportant à aucun point de l’ordre du jour
column-symbol = Cote
column-title = Titre ou description
column-languages = Langues de parution
column-status = Situation
column-items = Points
no-item = aucun

## Un document

row-document = { $title } ({ $symbol }) : { $status }
row-report = { WORD($meeting) ->
    [session] rapport sur les travaux de la
   *[meeting] rapport sur la
} { NTH($meeting) } { OF($body) }{ $where }
row-where = , { $where }
document-reserved = cote réservée
document-announced = annoncé
document-issued = publié
document-issued-on = publié le { $day }
document-due = { $said }, à publier au plus tard le { $day }
document-was-due = { $said }, attendu au plus tard le { $day }
document-late = { $said }, avec retard
all-official-languages = Toutes les langues officielles
only-in-language = { $language ->
    [ar] arabe
    [fr] français
    [ru] russe
    [es] espagnol
    [zh] chinois
   *[en] anglais
} seulement
language-in-list = { $language ->
    [ar] arabe
    [fr] français
    [ru] russe
    [es] espagnol
    [zh] chinois
   *[en] anglais
}
in-no-language-yet = Aucune à ce jour
no-title-in-register = titre absent du registre
no-symbol-in-register = cote absente du registre
no-status-in-register = situation absente du registre
no-language-in-register = langues absentes du registre

## La nature d’un document

report-of-the-secretariat = rapport du Secrétariat
background-paper = document d’information établi par le Secrétariat
conference-room-paper = document de séance
    .status = provisional
information = document d’information
    .status = provisional
draft-resolution = projet de résolution
    .status = provisional
draft-report = projet de rapport
    .status = provisional
report = rapport
    .status = provisional
working-paper = document de travail
    .status = provisional
ngo-statement = déclaration présentée par une organisation non gouvernementale
    .status = provisional
revised-document = document révisé
    .status = provisional
other = document
    .status = provisional
revises = version révisée
    .status = provisional
corrects = rectificatif
    .status = provisional
adds-to = additif
    .status = provisional

## Cells

cell-line = { $text } ;
