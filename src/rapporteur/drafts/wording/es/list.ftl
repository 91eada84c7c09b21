# La lista de documentos de un período de sesiones, y un documento en una fila de cualquier proyecto.

list-title = Lista de los documentos que la Conferencia tiene ante sí en su { NTH($session) }
list-as-of = Situación al { $day }.
list-item = Tema { $number }: { $title }
list-room-papers = Documentos de sesión
list-limited = Documentos de distribución limitada
list-without-item = Documentos no relacionados con ningún tema del programa
column-symbol = Signatura
column-title = Título o descripción
column-languages = Idiomas de publicación
column-status = Situación
column-items = Temas
no-item = ninguno

## Un documento

row-document = { $title } ({ $symbol }): { $status }
row-report = informe sobre { WORD($meeting) ->
    [session] el
   *[meeting] la
} { NTH($meeting) } { OF($body) }{ $where }
row-where = , { $where }
document-reserved = signatura reservada
document-announced = anunciado
document-issued = publicado
document-issued-on = publicado el { $day }
document-due = { $said }, debe publicarse a más tardar el { $day }
document-was-due = { $said }, debía publicarse a más tardar el { $day }
document-late = { $said }, con retraso
all-official-languages = Todos los idiomas oficiales
only-in-language = { $language ->
    [ar] árabe
    [fr] francés
    [ru] ruso
    [es] español
    [zh] chino
   *[en] inglés
} únicamente
language-in-list = { $language ->
    [ar] árabe
    [fr] francés
    [ru] ruso
    [es] español
    [zh] chino
   *[en] inglés
}
in-no-language-yet = Ninguno por el momento
no-title-in-register = título que no consta en el registro
no-symbol-in-register = signatura que no consta en el registro
no-status-in-register = situación que no consta en el registro
no-language-in-register = idiomas que no constan en el registro

## Qué es un documento

report-of-the-secretariat = informe de la Secretaría
background-paper = documento de antecedentes preparado por la Secretaría
conference-room-paper = documento de sesión
    .status = provisional
information = documento informativo
    .status = provisional
draft-resolution = proyecto de resolución
    .status = provisional
draft-report = proyecto de informe
    .status = provisional
report = informe
    .status = provisional
working-paper = documento de trabajo
    .status = provisional
ngo-statement = declaración presentada por una organización no gubernamental
    .status = provisional
revised-document = documento revisado
    .status = provisional
other = documento
    .status = provisional
revises = versión revisada
    .status = provisional
corrects = corrección
    .status = provisional
adds-to = adición
    .status = provisional

## Cells

cell-line = { $text };
