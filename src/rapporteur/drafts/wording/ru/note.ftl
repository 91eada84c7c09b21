# The note on the meetings of the subsidiary bodies, in Russian. A meeting is neuter, a session feminine.
# Official names stand in the nominative, or after a noun of ours, or in a genitive that is known (OF). TO is the name of
# whom something is asked, in the accusative or after a noun of ours.

note-title = Доклады о работе { $word ->
    [session] сессий
   *[meeting] совещаний
} вспомогательных органов { OF($conference) }{ $protocols ->
    [yes] { " " }и протоколов к ней
   *[no] { "" }
}
    .status = provisional

## Headings

heading-reports = { $count ->
    [1] Доклад о работе { $word ->
        [session] сессии
       *[meeting] совещания
    }
   *[other] Доклады о работе { $word ->
        [session] сессий
       *[meeting] совещаний
    }
} { OF($body) }{ $dated ->
    [yes] , { $groups }
   *[no] { $groups }
}
heading-without-reports = { $word ->
    [session] { $count ->
        [1] Сессия
       *[other] Сессии
    }
   *[meeting] { $count ->
        [1] Совещание
       *[other] Совещания
    }
} { OF($body) }
heading-past = { $count ->
    [1] { $word ->
        [session] проходившей
       *[meeting] проходившего
    }
   *[other] проходивших
} { $when }
heading-present = { $count ->
    [1] { $word ->
        [session] проходящей
       *[meeting] проходящего
    }
   *[other] проходящих
} { $when }
heading-to-come = { $count ->
    [1] { $word ->
        [session] планируемой к проведению
       *[meeting] планируемого к проведению
    }
   *[other] планируемых к проведению
} { $when }

## The Conference and what it said

conference-in-full = { $conference }
conference-short = Конференция
inter-alia = { $conference }, в частности,
in-mandate = В { $mandate }{ $about } { $clause }.
about-subject = { $form ->
   *[other] { " " }({ $subject })
}
about-title = , { $kind ->
    [decision] озаглавленном
   *[resolution] озаглавленной
} «{ $title }»,
further = Кроме того, { $clause }.
aside = , { $text },
aside-at-end = , { $text }
between-clauses = ,{ " " }
before-last-clause = { " " }и{ " " }

clause-mechanism = { $conference } учредила { TO($object) }
clause-adopts = { $conference } приняла{ $condition } { TO($object) }
clause-launches = { $conference } постановила начать { TO($object) }
clause-establishes = { $conference } учредила { TO($designation) }{ $constant ->
    [yes] { " " }в качестве { $element }
   *[no] { "" }
}{ $task }
advise-and-assist = для консультирования Конференции и оказания ей содействия в выполнении ее мандата в отношении
    .status = provisional
# The genitive, as after «в качестве»; a term of this key gives it in its note.
constant-element = постоянного элемента Конференции
    .status = provisional
task-on-instrument = { $formula } { OF($instrument) }
task-in-words = в следующих целях: { $object }
task-after = { " " }{ $task }
clause-task = { $conference } определила задачу { OF($body) } следующим образом: { $task }
clause-convenes = { $conference } просила { TO($addressee) } созвать{ $condition } { $minimum ->
    [0] { $word ->
        [session] сессию
       *[meeting] совещание
    }
    [1] по меньшей мере { $word ->
        [session] одну сессию
       *[meeting] одно совещание
    }
    [one] по меньшей мере { $number } { $word ->
        [session] сессию
       *[meeting] совещание
    }
    [few] по меньшей мере { $number } { $word ->
        [session] сессии
       *[meeting] совещания
    }
   *[other] по меньшей мере { $number } { $word ->
        [session] сессий
       *[meeting] совещаний
    }
} { OF($designation) }{ $matters }
for-the-purpose = { " " }в следующих целях: { $purpose }
on-matters = { " " }по следующим вопросам: { $object }
clause-submission = { $conference } просила представить ей { $what ->
    [report] доклад о работе
   *[outcome] результаты работы
} { OF($body) } для рассмотрения{ $due }
at-its-session = { " " }на ее { NTH($meeting, case: "prepositional") }
by-day = { " " }{ $day }
clause-forwarding = { $conference } просила направлять ей доклады и рекомендации { OF($body) }
clause-constant = { $conference } постановила, что { $body } функционирует в качестве { $element }{ $forwarding ->
    [yes] { " " }и представляет свои доклады и рекомендации Конференции
   *[no] { "" }
}
clause-renews = { $conference } постановила продлить мандат { OF($body) }
clause-meeting = { $conference } просила провести { $minimum ->
    [0] { $word ->
        [session] сессию
       *[meeting] совещание
    }
    [1] по меньшей мере { $word ->
        [session] одну сессию
       *[meeting] одно совещание
    }
    [one] по меньшей мере { $number } { $word ->
        [session] сессию
       *[meeting] совещание
    }
    [few] по меньшей мере { $number } { $word ->
        [session] сессии
       *[meeting] совещания
    }
   *[other] по меньшей мере { $number } { $word ->
        [session] сессий
       *[meeting] совещаний
    }
} { OF($body) }{ $condition }
encouraged-body = { $body }
clause-encourages = { $conference } призвала { $count ->
    [1] следующий орган
   *[other] следующие органы
}: { $bodies } – { $what ->
    [annual] рассмотреть возможность ежегодного проведения { $word ->
        [session] сессий
       *[meeting] совещаний
    }{ $condition }
    [consecutive] проводить свои { $word ->
        [session] сессии
       *[meeting] совещания
    } последовательно{ $purpose }
   *[both] рассмотреть возможность ежегодного проведения { $word ->
        [session] сессий
       *[meeting] совещаний
    }{ $condition } и проводить их последовательно{ $purpose }
}
in-order-to-ensure = , с тем чтобы обеспечить { TO($purpose) }
reaffirmed = { $kind ->
    [decision] Это решение неоднократно подтверждалось
   *[resolution] Эта резолюция неоднократно подтверждалась
} в последующих резолюциях Конференции.
expired = Срок действия мандата { OF($body) } истек { $when }.
on-day = { $day }
at-session-of-conference = на { NTH($meeting, case: "prepositional") } Конференции

## Meetings

gathering-of-body = { the-gathering } { OF($body) }
in-place-on = { IN($place) } { $dates }
also-in-place-on = также { IN($place) } { $dates }
only-on = { $dates }
only-in-place = { IN($place) }
also-in = также { IN($place) }
clause-past = { $subject } { $word ->
    [session] была проведена
   *[meeting] было проведено
} { $circumstances }{ $manner }{ $beside }
clause-present = { $subject } проходит { $circumstances }{ $manner }{ $beside }
clause-to-come = { $subject } { $word ->
    [session] должна состояться
   *[meeting] должно состояться
} { $circumstances }{ $manner }{ $beside }
clause-postponed = { $subject }, { $word ->
    [session] которая должна была
   *[meeting] которое должно было
} состояться { $circumstances }, { $word ->
    [session] перенесена
   *[meeting] перенесено
}; новые сроки пока не определены
clause-cancelled = { $subject }, { $word ->
    [session] которая должна была
   *[meeting] которое должно было
} состояться { $circumstances }, { $word ->
    [session] отменена
   *[meeting] отменено
}
clause-undated = { $subject } состоится в сроки, которые пока не определены
manner-hybrid = { " " }в гибридном формате
manner-online = { " " }в режиме онлайн
beside-before = { " " }непосредственно перед { NTH($meeting, case: "instrumental") } { OF($body) }
beside-after = { " " }непосредственно после { NTH($meeting, case: "genitive") } { OF($body) }
two-clauses = { $first }, а { $second }
sentence = { $clause }.

## Reports

under-mandate = В соответствии с { $mandate }{ " " }
reports-on-those = { $count ->
    [1] доклад о работе { $word ->
        [session] этой сессии
       *[meeting] этого совещания
    }
   *[other] доклады о работе { $word ->
        [session] этих сессий
       *[meeting] этих совещаний
    }
} ({ $symbols }{ $count ->
    [1] { "" }
   *[other] { " " }соответственно
})
report-on = доклад о работе { NTH($meeting, case: "genitive") }{ $symbol }
in-brackets = { " " }({ $text })
reports-to-come = { $under }{ $reports } { $count ->
    [1] будет представлен
   *[other] будут представлены
} Конференции на ее { NTH($session, case: "prepositional") }.
reports-present = { $under }{ $reports } { $count ->
    [1] представлен
   *[other] представлены
} Конференции на ее { NTH($session, case: "prepositional") }.
reports-past = { $under }{ $reports } { $count ->
    [1] был представлен
   *[other] были представлены
} Конференции на ее { NTH($session, case: "prepositional") }.
reports-due = { $under }{ $reports } { $count ->
    [1] подлежал представлению
   *[other] подлежали представлению
} Конференции на ее { NTH($session, case: "prepositional") }.
note-late = Дата выпуска: { $issued }; установленная дата: { $due }.
note-late-without-day = Выпущено с опозданием; дата выпуска: { $issued }.
