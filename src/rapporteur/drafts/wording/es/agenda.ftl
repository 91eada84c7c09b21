# El programa provisional de un período de sesiones, con sus anotaciones.

annotated-provisional-agenda = programa provisional anotado
provisional-agenda = programa provisional
agenda-annotations = Anotaciones
agenda-mandates = Mandatos
agenda-meetings = Reuniones
agenda-documents = Documentación
agenda-nothing = No consta nada en relación con este tema.
agenda-without-item = Sin tema del programa
no-item-in-register = tema que no consta en el registro
row-mandate = { $mandate }, titulada “{ $title }”
row-mandate-on = { $mandate } ({ $subject })
