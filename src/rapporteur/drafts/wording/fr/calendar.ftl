# Le calendrier des réunions, et une session ou une réunion dans une ligne de tout projet.

calendar-title = Calendrier des réunions
calendar-period = Période considérée : { $period }. Situation au { $day }.
calendar-days-unknown = Dates à préciser
column-days = Dates
column-meeting = Réunion
column-place = Lieu
column-standing = Situation
column-deadlines = Documentation
no-days = à préciser
days-planned = dates prévues : { $days }
deadline-submission = soumission : { $day }
deadline-issuance = parution : { $day }
deadline-agenda = ordre du jour provisoire : { $day }
deadline-report = soumission du rapport : { $day }

## Une session ou une réunion

row-session = { NTH($meeting) } de la Conférence
row-special-session = { $ordinal ->
    [none] session extraordinaire de la Conférence
   *[numbered] { $ordinal } session extraordinaire de la Conférence
}
    .status = provisional
row-meeting = { $body }, { NTH($meeting) }
row-place-and-days = { $place }, { $days }
row-gathering = { $gathering }, { $where }
row-with-standing = { $row } ({ $standing })
row-mode = { $mode ->
    [hybrid] sous forme hybride
   *[online] en ligne
}
row-beside-before = immédiatement avant la { NTH($meeting) } { OF($body) }
row-beside-after = immédiatement après la { NTH($meeting) } { OF($body) }
row-parallel = parallèlement à la { NTH($session) } de la Conférence
standing-past = tenue
standing-present = en cours
standing-to-come = prévue
standing-postponed = reportée, nouvelles dates à déterminer
standing-cancelled = annulée
standing-unknown = dates à déterminer
moved-from = dates initiales : { $days }
