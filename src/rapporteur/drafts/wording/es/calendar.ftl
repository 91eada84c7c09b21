# El calendario de reuniones, y un período de sesiones o una reunión en una fila de cualquier proyecto.

calendar-title = Calendario de reuniones
calendar-period = Período abarcado: { $period }. Situación al { $day }.
calendar-days-unknown = Fechas por determinar
column-days = Fechas
column-meeting = Reunión
column-place = Lugar
column-standing = Situación
column-deadlines = Documentación
no-days = por determinar
days-planned = fechas previstas: { $days }
deadline-submission = presentación: { $day }
deadline-issuance = publicación: { $day }
deadline-agenda = programa provisional: { $day }
deadline-report = presentación del informe: { $day }

## Un período de sesiones o una reunión

row-session = { NTH($meeting) } de la Conferencia
row-special-session = { $ordinal ->
    [none] período extraordinario de sesiones de la Conferencia
   *[numbered] { $ordinal } período extraordinario de sesiones de la Conferencia
}
    .status = provisional
row-meeting = { $body }, { NTH($meeting) }
row-place-and-days = { $place }, { $days }
row-gathering = { $gathering }, { $where }
row-with-standing = { $row } ({ $standing })
row-mode = { $mode ->
    [hybrid] en formato híbrido
   *[online] en línea
}
row-beside-before = inmediatamente antes { WORD($meeting) ->
    [session] del
   *[meeting] de la
} { NTH($meeting) } { OF($body) }
row-beside-after = inmediatamente después { WORD($meeting) ->
    [session] del
   *[meeting] de la
} { NTH($meeting) } { OF($body) }
row-parallel = en paralelo con el { NTH($session) } de la Conferencia
standing-past = { $word ->
    [session] celebrado
   *[meeting] celebrada
}
standing-present = en curso
standing-to-come = { $word ->
    [session] previsto
   *[meeting] prevista
}
standing-postponed = { $word ->
    [session] aplazado
   *[meeting] aplazada
}, nuevas fechas por determinar
standing-cancelled = { $word ->
    [session] cancelado
   *[meeting] cancelada
}
standing-unknown = fechas por determinar
moved-from = fechas iniciales: { $days }
