# The note on the meetings of the subsidiary bodies, in English.
# Functions: THE, OF, TO and A set a name into its place; IN sets a place; NTH numbers a session or meeting.

note-title = Reports on the { $word ->
    [session] sessions
   *[meeting] meetings
} of the subsidiary bodies { OF($conference) }{ $protocols ->
    [yes] { " " }and the Protocols thereto
   *[no] { "" }
}

## Headings

heading-reports = { $count ->
    [1] Report on the
   *[other] Reports on the
} { $word ->
    [session] { $count ->
        [1] session
       *[other] sessions
    }
   *[meeting] { $count ->
        [1] meeting
       *[other] meetings
    }
} { OF($body) } { $groups }
heading-without-reports = { $word ->
    [session] { $count ->
        [1] Session
       *[other] Sessions
    }
   *[meeting] { $count ->
        [1] Meeting
       *[other] Meetings
    }
} { OF($body) }
heading-past = held { $when }
heading-present = being held { $when }
heading-to-come = to be held { $when }

## The Conference and what it said

conference-in-full = { THE($conference) }
conference-short = the Conference
inter-alia = { $conference }, inter alia,
in-mandate = In { $mandate }{ $about }, { $clause }.
about-subject = { $form ->
    [run-in] , on { $subject }
   *[aside] , on { $subject }
}
about-title = , entitled “{ $title }”
further = In addition, { $clause }.
aside = , { $text },
aside-at-end = , { $text }
between-clauses = ,{ " " }
before-last-clause = { " " }and{ " " }

clause-mechanism = { $conference } established { THE($object) }
clause-adopts = { $conference } adopted{ $condition } { THE($object) }
clause-launches = { $conference } decided to launch { THE($object) }
clause-establishes = { $conference } established { A($designation) }{ $constant ->
    [yes] { " " }as a { $element }
   *[no] { "" }
}{ $task }
advise-and-assist = to advise and assist the Conference in the implementation of its mandate with regard to
constant-element = constant element of the Conference
task-on-instrument = { $formula } { THE($instrument) }
task-in-words = to { $object }
task-after = { " " }{ $task }
clause-task = { $conference } defined the task { OF($body) } as follows: { $task }
clause-convenes = { $conference } requested { THE($addressee) } to convene{ $condition } { $minimum ->
    [0] a { $word ->
        [session] session
       *[meeting] meeting
    }
    [1] at least { $number } { $word ->
        [session] session
       *[meeting] meeting
    }
   *[other] at least { $number } { $word ->
        [session] sessions
       *[meeting] meetings
    }
} of { A($designation) }{ $matters }
for-the-purpose = { " " }for the purpose of { $purpose }
on-matters = { " " }on the following matters: { $object }
clause-submission = { $conference } requested that { $what ->
    [report] a report on the work
   *[outcome] the outcome of the work
} { OF($body) } be submitted to the Conference for its consideration{ $due }
at-its-session = { " " }at its { NTH($meeting) }
by-day = { " " }{ $day }
clause-forwarding = { $conference } requested that the reports and recommendations { OF($body) } be forwarded to the Conference
clause-constant = { $conference } decided that { THE($body) } would be a { $element }{ $forwarding ->
    [yes] , forwarding its reports and recommendations to the Conference
   *[no] { "" }
}
clause-renews = { $conference } decided that the mandate { OF($body) } would be continued
clause-meeting = { $conference } requested that { $minimum ->
    [0] { $word ->
        [session] a session
       *[meeting] a meeting
    }
    [1] { $word ->
        [session] at least { $number } session
       *[meeting] at least { $number } meeting
    }
   *[other] { $word ->
        [session] at least { $number } sessions
       *[meeting] at least { $number } meetings
    }
} { OF($body) } be held{ $condition }
encouraged-body = { THE($body) }
clause-encourages = { $conference } encouraged { $bodies } { $what ->
    [annual] to consider meeting on an annual basis{ $condition }
    [consecutive] to hold { $count ->
        [1] its
       *[other] their
    } { $word ->
        [session] sessions
       *[meeting] meetings
    } consecutively{ $purpose }
   *[both] to consider meeting on an annual basis{ $condition } and to hold { $count ->
        [1] its
       *[other] their
    } { $word ->
        [session] sessions
       *[meeting] meetings
    } consecutively{ $purpose }
}
in-order-to-ensure = , in order to ensure { THE($purpose) }
reaffirmed = That { $kind ->
    [decision] decision
   *[resolution] resolution
} was consistently reaffirmed in subsequent resolutions of the Conference.
expired = The mandate { OF($body) } expired { $when }.
on-day = { $day }
at-session-of-conference = at the { NTH($meeting) } of the Conference

## Meetings

gathering-of-body = { the-gathering } { OF($body) }
in-place-on = { IN($place) } { $dates }
also-in-place-on = { $dates }, also { IN($place) }
only-on = { $dates }
only-in-place = { IN($place) }
also-in = also { IN($place) }
clause-past = { $subject } was held { $circumstances }{ $manner }{ $beside }
clause-present = { $subject } is being held { $circumstances }{ $manner }{ $beside }
clause-to-come = { $subject } is scheduled to be held { $circumstances }{ $manner }{ $beside }
clause-postponed = { $subject }, which was to be held { $circumstances }, has been postponed; new dates have yet to be determined
clause-cancelled = { $subject }, which was to be held { $circumstances }, has been cancelled
clause-undated = the dates of { $subject } have yet to be determined
manner-hybrid = , in a hybrid format
manner-online = , online
beside-before = , back-to-back with the { NTH($meeting) } { OF($body) }
beside-after = { beside-before }
two-clauses = { $first }, and { $second }
sentence = { $clause }.

## Reports

under-mandate = In accordance with { $mandate },{ " " }
reports-on-those = the { $count ->
    [1] report on that { $word ->
        [session] session
       *[meeting] meeting
    }
   *[other] reports on those { $word ->
        [session] sessions
       *[meeting] meetings
    }
} ({ $symbols }{ $count ->
    [1] { "" }
   *[other] , respectively
})
report-on = the report on { the-gathering }{ $symbol }
in-brackets = { " " }({ $text })
reports-to-come = { $under }{ $reports } will be made available to the Conference at its { NTH($session) }.
reports-present = { $under }{ $reports } { $count ->
    [1] is
   *[other] are
} before the Conference at its { NTH($session) }.
reports-past = { $under }{ $reports } { $count ->
    [1] was
   *[other] were
} made available to the Conference at its { NTH($session) }.
reports-due = { $under }{ $reports } { $count ->
    [1] was
   *[other] were
} to be made available to the Conference at its { NTH($session) }.
note-late = Issued on { $issued }; it was due by { $due }.
note-late-without-day = Issued late, on { $issued }.
