# The note on the meetings of the subsidiary bodies, in Spanish. A meeting is feminine, a session masculine.

note-title = Informes sobre { $word ->
    [session] los períodos de sesiones
   *[meeting] las reuniones
} de los órganos subsidiarios { OF($conference) }{ $protocols ->
    [yes] { " " }y sus Protocolos
   *[no] { "" }
}
    .status = provisional

## Headings

heading-reports = { $count ->
    [1] Informe sobre { $word ->
        [session] el período de sesiones
       *[meeting] la reunión
    }
   *[other] Informes sobre { $word ->
        [session] los períodos de sesiones
       *[meeting] las reuniones
    }
} { OF($body) } { $groups }
heading-without-reports = { $word ->
    [session] { $count ->
        [1] Período
       *[other] Períodos
    } de sesiones
   *[meeting] { $count ->
        [1] Reunión
       *[other] Reuniones
    }
} { OF($body) }
heading-past = { $word ->
    [session] { $count ->
        [1] celebrado
       *[other] celebrados
    }
   *[meeting] { $count ->
        [1] celebrada
       *[other] celebradas
    }
} { $when }
heading-present = { $count ->
    [1] que se está celebrando
   *[other] que se están celebrando
} { $when }
heading-to-come = { $count ->
    [1] que se celebrará
   *[other] que se celebrarán
} { $when }

## The Conference and what it said

conference-in-full = { THE($conference) }
conference-short = la Conferencia
inter-alia = { $conference }, entre otras cosas,
in-mandate = En { $mandate }{ $about }, { $clause }.
about-subject = { $form ->
    [run-in] , sobre { $subject }
   *[aside] { " " }({ $subject })
}
about-title = , titulada “{ $title }”
further = Además, { $clause }.
aside = , { $text },
aside-at-end = , { $text }
between-clauses = ,{ " " }
before-last-clause = { " " }y{ " " }

clause-mechanism = { $conference } estableció { THE($object) }
clause-adopts = { $conference } aprobó{ $condition } { THE($object) }
clause-launches = { $conference } decidió poner en marcha { THE($object) }
clause-establishes = { $conference } estableció { A($designation) }{ $constant ->
    [yes] { " " }como { $element }
   *[no] { "" }
}{ $task }
advise-and-assist = para que asesorara y prestara asistencia a la Conferencia en el cumplimiento de su mandato en relación con
constant-element = constant element of the Conference
    .status = missing
task-on-instrument = { $formula } { THE($instrument) }
task-in-words = con los siguientes fines: { $object }
task-after = { " " }{ $task }
clause-task = { $conference } definió la tarea { OF($body) } de la siguiente manera: { $task }
clause-convenes = { $conference } pidió { TO($addressee) } que convocara{ $condition } { $minimum ->
    [0] { $word ->
        [session] un período de sesiones
       *[meeting] una reunión
    }
    [1] { $word ->
        [session] al menos un período de sesiones
       *[meeting] al menos una reunión
    }
   *[other] al menos { $number } { $word ->
        [session] períodos de sesiones
       *[meeting] reuniones
    }
} de { A($designation) }{ $matters }
for-the-purpose = , con los siguientes fines: { $purpose }
on-matters = , sobre los siguientes asuntos: { $object }
clause-submission = { $conference } pidió que { $what ->
    [report] se le presentara un informe sobre la labor { OF($body) }
   *[outcome] se le presentaran los resultados de la labor { OF($body) }
} para su examen{ $due }
at-its-session = { " " }en su { NTH($meeting) }
by-day = { " " }{ $day }
clause-forwarding = { $conference } pidió que se le transmitieran los informes y las recomendaciones { OF($body) }
clause-constant = { $conference } decidió que { THE($body) } fuera { $element }{ $forwarding ->
    [yes] { " " }y que sus informes y recomendaciones se transmitieran a la Conferencia
   *[no] { "" }
}
clause-renews = { $conference } decidió prorrogar el mandato { OF($body) }
clause-meeting = { $conference } pidió que se celebrara{ $minimum ->
    [0] { $word ->
        [session] { " " }un período de sesiones
       *[meeting] { " " }una reunión
    }
    [1] { $word ->
        [session] { " " }al menos un período de sesiones
       *[meeting] { " " }al menos una reunión
    }
   *[other] n al menos { $number } { $word ->
        [session] períodos de sesiones
       *[meeting] reuniones
    }
} { OF($body) }{ $condition }
encouraged-body = { TO($body) }
clause-encourages = { $conference } alentó { $bodies } { $what ->
    [annual] a que { $count ->
        [1] considerara
       *[other] consideraran
    } la posibilidad de reunirse anualmente{ $condition }
    [consecutive] a que { $count ->
        [1] celebrara sus
       *[other] celebraran sus
    } { $word ->
        [session] períodos de sesiones
       *[meeting] reuniones
    } de forma consecutiva{ $purpose }
   *[both] a que { $count ->
        [1] considerara
       *[other] consideraran
    } la posibilidad de reunirse anualmente{ $condition } y a que { $count ->
        [1] celebrara sus
       *[other] celebraran sus
    } { $word ->
        [session] períodos de sesiones
       *[meeting] reuniones
    } de forma consecutiva{ $purpose }
}
in-order-to-ensure = , a fin de asegurar { $purpose }
reaffirmed = Esa { $kind ->
    [decision] decisión
   *[resolution] resolución
} se ha reafirmado sistemáticamente en resoluciones posteriores de la Conferencia.
expired = El mandato { OF($body) } expiró { $when }.
on-day = { $day }
at-session-of-conference = en el { NTH($meeting) } de la Conferencia

## Meetings

gathering-of-body = { the-gathering } { OF($body) }
in-place-on = { IN($place) } { $dates }
also-in-place-on = { $dates }, también { IN($place) }
only-on = { $dates }
only-in-place = { IN($place) }
also-in = también { IN($place) }
clause-past = { $subject } se celebró { $circumstances }{ $manner }{ $beside }
clause-present = { $subject } se está celebrando { $circumstances }{ $manner }{ $beside }
clause-to-come = está previsto que { $subject } se celebre { $circumstances }{ $manner }{ $beside }
clause-postponed = { $subject }, que iba a celebrarse { $circumstances }, se ha aplazado; aún no se han fijado las nuevas fechas
clause-cancelled = { $subject }, que iba a celebrarse { $circumstances }, se ha cancelado
clause-undated = aún no se han fijado las fechas para { $subject }
manner-hybrid = , en formato híbrido
manner-online = , en línea
beside-before = , inmediatamente antes { WORD($meeting) ->
    [session] del
   *[meeting] de la
} { NTH($meeting) } { OF($body) }
beside-after = , inmediatamente después { WORD($meeting) ->
    [session] del
   *[meeting] de la
} { NTH($meeting) } { OF($body) }
two-clauses = { $first }, y { $second }
sentence = { $clause }.

## Reports

under-mandate = De conformidad con { $mandate },{ " " }
reports-on-those = { $count ->
    [1] el informe sobre { $word ->
        [session] ese período de sesiones
       *[meeting] esa reunión
    }
   *[other] los informes sobre { $word ->
        [session] esos períodos de sesiones
       *[meeting] esas reuniones
    }
} ({ $symbols }{ $count ->
    [1] { "" }
   *[other] , respectivamente
})
report-on = el informe sobre { the-gathering }{ $symbol }
in-brackets = { " " }({ $text })
reports-to-come = { $under }{ $reports } se { $count ->
    [1] pondrá
   *[other] pondrán
} a disposición de la Conferencia en su { NTH($session) }.
reports-present = { $under }{ $reports } { $count ->
    [1] está
   *[other] están
} a disposición de la Conferencia en su { NTH($session) }.
reports-past = { $under }{ $reports } se { $count ->
    [1] puso
   *[other] pusieron
} a disposición de la Conferencia en su { NTH($session) }.
reports-due = { $under }{ $reports } { $count ->
    [1] debía
   *[other] debían
} ponerse a disposición de la Conferencia en su { NTH($session) }.
note-late = Publicado el { $issued }; la fecha prevista era el { $due }.
note-late-without-day = Publicado con retraso, el { $issued }.
