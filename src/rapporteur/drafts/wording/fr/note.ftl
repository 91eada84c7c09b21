# The note on the meetings of the subsidiary bodies, in French. A meeting and a session are both feminine.

note-title = Rapports sur les { $word ->
    [session] sessions
   *[meeting] réunions
} des organes subsidiaires { OF($conference) }{ $protocols ->
    [yes] { " " }et aux Protocoles s’y rapportant
   *[no] { "" }
}
    .status = provisional

## Headings

heading-reports = { $count ->
    [1] Rapport sur la { $word ->
        [session] session
       *[meeting] réunion
    }
   *[other] Rapports sur les { $word ->
        [session] sessions
       *[meeting] réunions
    }
} { OF($body) }{ $dated ->
    [yes] , { $groups }
   *[no] { $groups }
}
    .status = provisional
heading-without-reports = { $word ->
    [session] { $count ->
        [1] Session
       *[other] Sessions
    }
   *[meeting] { $count ->
        [1] Réunion
       *[other] Réunions
    }
} { OF($body) }
heading-past = { $count ->
    [1] tenue
   *[other] tenues
} { $when }
heading-present = se tenant { $when }
heading-to-come = devant se tenir { $when }

## The Conference and what it said

conference-in-full = { THE($conference) }
conference-short = la Conférence
inter-alia = { $conference }, entre autres,
in-mandate = Dans { $mandate }{ $about }, { $clause }.
about-subject = { $form ->
    [run-in] , concernant { $subject }
   *[aside] { " " }({ $subject })
}
about-title = , intitulée « { $title } »
further = En outre, { $clause }.
aside = , { $text },
aside-at-end = , { $text }
between-clauses = ,{ " " }
before-last-clause = { " " }et{ " " }

clause-mechanism = { $conference } a mis en place { THE($object) }
clause-adopts = { $conference } a adopté{ $condition } { THE($object) }
clause-launches = { $conference } a décidé de lancer { THE($object) }
clause-establishes = { $conference } a créé { A($designation) }{ $constant ->
    [yes] { " " }comme { $element }
   *[no] { "" }
}{ $task }
advise-and-assist = afin de conseiller et d’aider la Conférence dans l’exécution de son mandat en ce qui concerne
    .status = provisional
constant-element = constant element of the Conference
    .status = missing
task-on-instrument = { $formula } { THE($instrument) }
task-in-words = aux fins suivantes : { $object }
task-after = { " " }{ $task }
clause-task = { $conference } a défini comme suit la tâche { OF($body) } : { $task }
clause-convenes = { $conference } a prié { THE($addressee) } de convoquer{ $condition } { $minimum ->
    [0] une { $word ->
        [session] session
       *[meeting] réunion
    }
    [1] au moins une { $word ->
        [session] session
       *[meeting] réunion
    }
   *[other] au moins { $number } { $word ->
        [session] sessions
       *[meeting] réunions
    }
} d’{ A($designation) }{ $matters }
for-the-purpose = , aux fins suivantes : { $purpose }
on-matters = , sur les questions suivantes : { $object }
clause-submission = { $conference } a demandé { $what ->
    [report] qu’un rapport sur les travaux { OF($body) } lui soit présenté
   *[outcome] que les résultats des travaux { OF($body) } lui soient présentés
} pour examen{ $due }
at-its-session = { " " }à sa { NTH($meeting) }
by-day = { " " }{ $day }
clause-forwarding = { $conference } a demandé que les rapports et recommandations { OF($body) } lui soient transmis
clause-constant = { $conference } a décidé que { THE($body) } serait { $element }{ $forwarding ->
    [yes] , ses rapports et recommandations étant transmis à la Conférence
   *[no] { "" }
}
clause-renews = { $conference } a décidé de proroger le mandat { OF($body) }
clause-meeting = { $conference } a demandé la tenue { $minimum ->
    [0] d’une { $word ->
        [session] session
       *[meeting] réunion
    }
    [1] d’au moins une { $word ->
        [session] session
       *[meeting] réunion
    }
   *[other] d’au moins { $number } { $word ->
        [session] sessions
       *[meeting] réunions
    }
} { OF($body) }{ $condition }
encouraged-body = { THE($body) }
clause-encourages = { $conference } a encouragé { $bodies } { $what ->
    [annual] à envisager de se réunir chaque année{ $condition }
    [consecutive] à tenir { $count ->
        [1] ses
       *[other] leurs
    } { $word ->
        [session] sessions
       *[meeting] réunions
    } consécutivement{ $purpose }
   *[both] à envisager de se réunir chaque année{ $condition } et à tenir { $count ->
        [1] ses
       *[other] leurs
    } { $word ->
        [session] sessions
       *[meeting] réunions
    } consécutivement{ $purpose }
}
in-order-to-ensure = , afin d’assurer { $purpose }
reaffirmed = Cette { $kind ->
    [decision] décision
   *[resolution] résolution
} a été systématiquement réaffirmée dans les résolutions ultérieures de la Conférence.
expired = Le mandat { OF($body) } a pris fin { $when }.
on-day = { $day }
at-session-of-conference = à la { NTH($meeting) } de la Conférence

## Meetings

gathering-of-body = { the-gathering } { OF($body) }
in-place-on = { IN($place) } { $dates }
also-in-place-on = { $dates }, également { IN($place) }
only-on = { $dates }
only-in-place = { IN($place) }
also-in = également { IN($place) }
clause-past = { $subject } s’est tenue { $circumstances }{ $manner }{ $beside }
clause-present = { $subject } se tient actuellement { $circumstances }{ $manner }{ $beside }
clause-to-come = { $subject } doit se tenir { $circumstances }{ $manner }{ $beside }
clause-postponed = { $subject }, qui devait se tenir { $circumstances }, a été reportée ; les nouvelles dates restent à déterminer
clause-cancelled = { $subject }, qui devait se tenir { $circumstances }, a été annulée
clause-undated = les dates de { $subject } restent à déterminer
manner-hybrid = , sous forme hybride
manner-online = , en ligne
beside-before = , immédiatement avant la { NTH($meeting) } { OF($body) }
beside-after = , immédiatement après la { NTH($meeting) } { OF($body) }
two-clauses = { $first }, et { $second }
sentence = { $clause }.

## Reports

under-mandate = Conformément à { $mandate },{ " " }
reports-on-those = { $count ->
    [1] le rapport sur cette { $word ->
        [session] session
       *[meeting] réunion
    }
   *[other] les rapports sur ces { $word ->
        [session] sessions
       *[meeting] réunions
    }
} ({ $symbols }{ $count ->
    [1] { "" }
   *[other] , respectivement
})
report-on = le rapport sur { the-gathering }{ $symbol }
in-brackets = { " " }({ $text })
reports-to-come = { $under }{ $reports } { $count ->
    [1] sera mis
   *[other] seront mis
} à la disposition de la Conférence à sa { NTH($session) }.
reports-present = { $under }{ $reports } { $count ->
    [1] est
   *[other] sont
} à la disposition de la Conférence à sa { NTH($session) }.
reports-past = { $under }{ $reports } { $count ->
    [1] a été mis
   *[other] ont été mis
} à la disposition de la Conférence à sa { NTH($session) }.
reports-due = { $under }{ $reports } { $count ->
    [1] devait être mis
   *[other] devaient être mis
} à la disposition de la Conférence à sa { NTH($session) }.
note-late = Publié le { $issued } ; la date prévue était le { $due }.
note-late-without-day = Publié tardivement, le { $issued }.
