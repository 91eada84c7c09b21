# The calendar of meetings, and a session or meeting in a row of any draft, in English.

calendar-title = Calendar of meetings
calendar-period = Period covered: { $period }. Status as of { $day }.
calendar-days-unknown = Days not yet known
column-days = Dates
column-meeting = Meeting
column-place = Place
column-standing = Status
column-deadlines = Documentation
no-days = not yet known
days-planned = planned for { $days }
deadline-submission = submission: { $day }
deadline-issuance = issuance: { $day }
deadline-agenda = provisional agenda: { $day }
deadline-report = submission of the report: { $day }

## A session or meeting

row-session = { NTH($meeting) } of the Conference
row-special-session = { $ordinal ->
    [none] special session of the Conference
   *[numbered] { $ordinal } special session of the Conference
}
row-meeting = { $body }, { NTH($meeting) }
row-place-and-days = { $place }, { $days }
row-gathering = { $gathering }, { $where }
row-with-standing = { $row } ({ $standing })
row-mode = { $mode ->
    [hybrid] hybrid format
   *[online] online
}
row-beside-before = back-to-back with the { NTH($meeting) } { OF($body) }, which follows
row-beside-after = back-to-back with the { NTH($meeting) } { OF($body) }, which precedes
row-parallel = in parallel with the { NTH($session) } of the Conference
standing-past = held
standing-present = under way
standing-to-come = scheduled
standing-postponed = postponed, new dates to be determined
standing-cancelled = cancelled
standing-unknown = dates to be determined
moved-from = originally planned for { $days }
