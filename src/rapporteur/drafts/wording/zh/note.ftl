# The note on the meetings of the subsidiary bodies, in Chinese. No spaces; what qualifies stands before what is qualified.

note-title = { $conference }{ $protocols ->
   *[other] { "" }
}附属机构会议报告
    .status = provisional

## Headings

heading-reports = { $body }{ $groups }的会议报告
    .status = provisional
heading-without-reports = { $body }会议
heading-past = { $when }举行
heading-present = 正{ $when }举行
heading-to-come = 定{ $when }举行

## The Conference and what it said

conference-in-full = { $conference }
conference-short = 缔约方会议
inter-alia = { $conference }除其他外
in-mandate = 在{ $about }{ $mandate }中，{ $clause }。
about-subject = { $form ->
   *[other] 关于{ $subject }的
}
about-title = 题为“{ $title }”的
further = 此外，{ $clause }。
aside = { $text }
aside-at-end = { $text }
between-clauses = ，
before-last-clause = ，并

clause-mechanism = { $conference }设立了{ $object }
clause-adopts = { $conference }{ $condition }通过了{ $object }
clause-launches = { $conference }决定启动{ $object }
clause-establishes = { $conference }设立了{ $designation }{ $constant ->
    [yes] ，作为{ $element }
   *[no] { "" }
}{ $task }
advise-and-assist = 以协助缔约方会议执行任务并向其提供咨询意见，所涉文书为
    .status = provisional
constant-element = 缔约方会议的常设组成部分
    .status = provisional
task-on-instrument = { $formula }《{ $instrument }》
task-in-words = 任务如下：{ $object }
task-after = ，{ $task }
clause-task = { $conference }将{ $body }的任务规定如下：{ $task }
clause-convenes = { $conference }请{ $addressee }{ $condition }召集{ $minimum ->
    [0] 一{ $word ->
        [session] 届
       *[meeting] 次
    }
   *[other] 至少{ $number }{ $word ->
        [session] 届
       *[meeting] 次
    }
}{ $designation }会议{ $matters }
for-the-purpose = ，目的如下：{ $purpose }
on-matters = ，处理以下事项：{ $object }
clause-submission = { $conference }请将{ $body }的{ $what ->
    [report] 工作报告
   *[outcome] 工作成果
}提交缔约方会议{ $due }审议
at-its-session = { NTH($meeting) }
by-day = （{ $day }）
clause-forwarding = { $conference }请将{ $body }的报告和建议转交缔约方会议
clause-constant = { $conference }决定{ $body }将作为{ $element }{ $forwarding ->
    [yes] ，并将其报告和建议转交缔约方会议
   *[no] { "" }
}
clause-renews = { $conference }决定延续{ $body }的任务授权
clause-meeting = { $conference }请{ $body }{ $condition }举行{ $minimum ->
    [0] 一{ $word ->
        [session] 届
       *[meeting] 次
    }
   *[other] 至少{ $number }{ $word ->
        [session] 届
       *[meeting] 次
    }
}会议
encouraged-body = { $body }
clause-encourages = { $conference }鼓励{ $bodies }{ $what ->
    [annual] 考虑{ $condition }每年举行会议
    [consecutive] 连续举行会议{ $purpose }
   *[both] 考虑{ $condition }每年举行会议并连续举行会议{ $purpose }
}
in-order-to-ensure = ，以确保{ $purpose }
reaffirmed = 该{ $kind ->
    [decision] 决定
   *[resolution] 决议
}在缔约方会议其后各项决议中一再得到重申。
expired = { $body }的任务授权已{ $when }终止。
on-day = 于{ $day }
at-session-of-conference = 在缔约方会议{ NTH($meeting) }上

## Meetings

gathering-of-body = { $body }{ the-gathering }
in-place-on = 于{ $dates }{ IN($place) }
also-in-place-on = 于{ $dates }也{ IN($place) }
only-on = 于{ $dates }
only-in-place = { IN($place) }
also-in = 也{ IN($place) }
clause-past = { $subject }{ $circumstances }举行{ $manner }{ $beside }
clause-present = { $subject }正{ $circumstances }举行{ $manner }{ $beside }
clause-to-come = { $subject }定{ $circumstances }举行{ $manner }{ $beside }
clause-postponed = 原定{ $circumstances }举行的{ $subject }已推迟，新的日期待定
clause-cancelled = 原定{ $circumstances }举行的{ $subject }已取消
clause-undated = { $subject }的日期待定
manner-hybrid = ，采用混合形式
manner-online = ，采用线上形式
beside-before = ，会期紧接在{ $body }{ NTH($meeting) }之前
beside-after = ，会期紧接在{ $body }{ NTH($meeting) }之后
two-clauses = { $first }，{ $second }
sentence = { $clause }。

## Reports

under-mandate = 根据{ $mandate }，
reports-on-those = { $count ->
    [1] { $word ->
        [session] 该届
       *[meeting] 该次
    }
    [2] { $word ->
        [session] 这两届
       *[meeting] 这两次
    }
   *[other] { $word ->
        [session] 这几届
       *[meeting] 这几次
    }
}会议的报告（{ $count ->
    [1] { "" }
   *[other] 分别为
}{ $symbols }）
report-on = { the-gathering }的报告{ $symbol }
in-brackets = （{ $text }）
reports-to-come = { $under }{ $reports }将提供给缔约方会议{ NTH($session) }。
reports-present = { $under }{ $reports }现已提交缔约方会议{ NTH($session) }。
reports-past = { $under }{ $reports }已提供给缔约方会议{ NTH($session) }。
reports-due = { $under }{ $reports }原定提供给缔约方会议{ NTH($session) }。
note-late = { $issued }印发；原定印发日期为{ $due }。
note-late-without-day = { $issued }印发，晚于原定日期。
