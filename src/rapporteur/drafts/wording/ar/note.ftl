# The note on the meetings of the subsidiary bodies, in Arabic. The verb comes first; a meeting is masculine, a session
# feminine; two of a thing have a form of their own, more of them count as one feminine.

note-title = تقارير عن { $word ->
    [session] دورات
   *[meeting] اجتماعات
} الهيئات الفرعية { OF($conference) }{ $protocols ->
    [yes] { " " }والبروتوكولات الملحقة بها
   *[no] { "" }
}
    .status = provisional

## Headings

heading-reports = { $count ->
    [1] تقرير عن { $word ->
        [session] دورة
       *[meeting] اجتماع
    }
    [2] تقريران عن { $word ->
        [session] دورتي
       *[meeting] اجتماعي
    }
   *[other] تقارير عن { $word ->
        [session] دورات
       *[meeting] اجتماعات
    }
} { THE($body) } { $groups }
    .status = provisional
heading-without-reports = { $count ->
    [1] { $word ->
        [session] دورة
       *[meeting] اجتماع
    }
    [2] { $word ->
        [session] دورتا
       *[meeting] اجتماعا
    }
   *[other] { $word ->
        [session] دورات
       *[meeting] اجتماعات
    }
} { THE($body) }
heading-past = { $count ->
    [1] { $word ->
        [session] المعقودة
       *[meeting] المعقود
    }
    [2] { $own ->
        [1] { $number ->
            [1] { $word ->
                [session] المعقودة أولاهما
               *[meeting] المعقود أولهما
            }
           *[2] { $word ->
                [session] المعقودة ثانيتهما
               *[meeting] المعقود ثانيهما
            }
        }
       *[other] { $word ->
            [session] المعقودتين
           *[meeting] المعقودين
        }
    }
   *[other] المعقودة
} { $when }
heading-present = { $count ->
    [1] { $word ->
        [session] الجاري عقدها
       *[meeting] الجاري عقده
    }
    [2] { $own ->
        [1] { $number ->
            [1] { $word ->
                [session] الجاري عقد أولاهما
               *[meeting] الجاري عقد أولهما
            }
           *[2] { $word ->
                [session] الجاري عقد ثانيتهما
               *[meeting] الجاري عقد ثانيهما
            }
        }
       *[other] الجاري عقدهما
    }
   *[other] الجاري عقدها
} { $when }
heading-to-come = { $count ->
    [1] { $word ->
        [session] المقرَّر عقدها
       *[meeting] المقرَّر عقده
    }
    [2] { $own ->
        [1] { $number ->
            [1] { $word ->
                [session] المقرَّر عقد أولاهما
               *[meeting] المقرَّر عقد أولهما
            }
           *[2] { $word ->
                [session] المقرَّر عقد ثانيتهما
               *[meeting] المقرَّر عقد ثانيهما
            }
        }
       *[other] المقرَّر عقدهما
    }
   *[other] المقرَّر عقدها
} { $when }

## The Conference and what it said

conference-in-full = { $conference }
conference-short = المؤتمر
inter-alia = { $conference }، في جملة أمور،
in-mandate = في { $mandate }{ $about }، { $clause }.
about-subject = { $form ->
    [run-in] { " " }بشأن { $subject }
   *[aside] { " " }({ $subject })
}
about-title = ، المعنون “{ $title }”
further = وبالإضافة إلى ذلك، { $clause }.
aside = ، { $text }،
aside-at-end = ، { $text }
between-clauses = { " " }و
before-last-clause = { " " }و

clause-mechanism = أنشأ { $conference } { $object }
clause-adopts = اعتمد { $conference }{ $condition } { $object }
clause-launches = قرر { $conference } إطلاق { $object }
clause-establishes = قرر { $conference } إنشاء { A($designation) }{ $constant ->
    [yes] { " " }بصفة { $element }
   *[no] { "" }
}{ $task }
advise-and-assist = لإسداء المشورة إلى المؤتمر ومساعدته في تنفيذ ولايته فيما يخص
    .status = provisional
constant-element = عنصر ثابت من عناصر المؤتمر
    .status = provisional
task-on-instrument = { $formula } { THE($instrument) }
task-in-words = للأغراض التالية: { $object }
task-after = { " " }{ $task }
clause-task = حدد { $conference } مهمة { THE($body) } على النحو التالي: { $task }
clause-convenes = طلب { $conference } { TO($addressee) }{ $condition } عقد { $minimum ->
    [0] { $word ->
        [session] دورة
       *[meeting] اجتماع
    }
    [1] { $word ->
        [session] دورة واحدة على الأقل
       *[meeting] اجتماع واحد على الأقل
    }
    [2] { $word ->
        [session] دورتين على الأقل
       *[meeting] اجتماعين على الأقل
    }
    [few] { $number } { $word ->
        [session] دورات على الأقل
       *[meeting] اجتماعات على الأقل
    }
   *[other] { $number } { $word ->
        [session] دورة على الأقل
       *[meeting] اجتماعاً على الأقل
    }
} { OF($designation) }{ $matters }
for-the-purpose = { " " }للأغراض التالية: { $purpose }
on-matters = { " " }بشأن المسائل التالية: { $object }
clause-submission = طلب { $conference } تقديم { $what ->
    [report] تقرير عن أعمال { THE($body) } إليه للنظر فيه
   *[outcome] نتائج أعمال { THE($body) } إليه للنظر فيها
}{ $due }
at-its-session = { " " }في دورته { ORD($meeting, case: "genitive") }
by-day = { " " }{ $day }
clause-forwarding = طلب { $conference } إحالة ما يصدر عن { THE($body) } من تقارير وتوصيات إليه
clause-constant = قرر { $conference } منح { THE($body) } صفة { $element }{ $forwarding ->
    [yes] ، على أن تُحال التقارير والتوصيات إلى المؤتمر
   *[no] { "" }
}
clause-renews = قرر { $conference } تمديد ولاية { THE($body) }
clause-meeting = طلب { $conference } عقد { $minimum ->
    [0] { $word ->
        [session] دورة
       *[meeting] اجتماع
    }
    [1] { $word ->
        [session] دورة واحدة على الأقل
       *[meeting] اجتماع واحد على الأقل
    }
    [2] { $word ->
        [session] دورتين على الأقل
       *[meeting] اجتماعين على الأقل
    }
    [few] { $number } { $word ->
        [session] دورات على الأقل
       *[meeting] اجتماعات على الأقل
    }
   *[other] { $number } { $word ->
        [session] دورة على الأقل
       *[meeting] اجتماعاً على الأقل
    }
} { OF($body) }{ $condition }
encouraged-body = { THE($body) }
clause-encourages = شجَّع { $conference } { $bodies } على { $what ->
    [annual] النظر في عقد { $word ->
        [session] دورات
       *[meeting] اجتماعات
    } سنوية{ $condition }
    [consecutive] عقد { $word ->
        [session] الدورات
       *[meeting] الاجتماعات
    } بصورة متتالية{ $purpose }
   *[both] النظر في عقد { $word ->
        [session] دورات
       *[meeting] اجتماعات
    } سنوية{ $condition } وعلى عقدها بصورة متتالية{ $purpose }
}
in-order-to-ensure = ، وذلك لضمان { $purpose }
reaffirmed = وقد أُعيد باطراد تأكيد ذلك { $kind ->
    [decision] المقرَّر
   *[resolution] القرار
} في قرارات لاحقة للمؤتمر.
expired = انتهت ولاية { THE($body) } { $when }.
on-day = { $day }
at-session-of-conference = في { NTH($meeting, case: "genitive") } للمؤتمر

## Meetings

gathering-of-body = { the-gathering } { OF($body) }
in-place-on = { IN($place) } { $dates }
also-in-place-on = { $dates }، { IN($place) } أيضاً
only-on = { $dates }
only-in-place = { IN($place) }
also-in = { IN($place) } أيضاً
clause-past = { $word ->
    [session] عُقدت
   *[meeting] عُقد
} { $subject } { $circumstances }{ $manner }{ $beside }
clause-present = { $word ->
    [session] تُعقد
   *[meeting] يُعقد
} حالياً { $subject } { $circumstances }{ $manner }{ $beside }
clause-to-come = من المقرَّر أن { $word ->
    [session] تُعقد
   *[meeting] يُعقد
} { $subject } { $circumstances }{ $manner }{ $beside }
clause-postponed = { $word ->
    [session] أُرجئت
   *[meeting] أُرجئ
} { $subject }، { $word ->
    [session] التي كان من المقرَّر أن تُعقد
   *[meeting] الذي كان من المقرَّر أن يُعقد
} { $circumstances }، ولم تُحدَّد بعد مواعيد جديدة
clause-cancelled = { $word ->
    [session] أُلغيت
   *[meeting] أُلغي
} { $subject }، { $word ->
    [session] التي كان من المقرَّر أن تُعقد
   *[meeting] الذي كان من المقرَّر أن يُعقد
} { $circumstances }
clause-undated = لم تُحدَّد بعد مواعيد { $subject }
manner-hybrid = ، بصيغة هجينة
manner-online = ، عبر الإنترنت
beside-before = ، قبل { NTH($meeting, case: "genitive") } { OF($body) } مباشرة
beside-after = ، بعد { NTH($meeting, case: "genitive") } { OF($body) } مباشرة
two-clauses = { $first }، و{ $second }
sentence = { $clause }.

## Reports

under-mandate = وفقاً { $mandate }،{ " " }
reports-on-those = { $count ->
    [1] التقرير عن { $word ->
        [session] تلك الدورة
       *[meeting] ذلك الاجتماع
    }
    [2] التقريران عن { $word ->
        [session] هاتين الدورتين
       *[meeting] هذين الاجتماعين
    }
   *[other] التقارير عن { $word ->
        [session] تلك الدورات
       *[meeting] تلك الاجتماعات
    }
} ({ $symbols }{ $count ->
    [1] { "" }
   *[other] ، على التوالي
})
report-on = التقرير عن { NTH($meeting, case: "genitive") }{ $symbol }
in-brackets = { " " }({ $text })
reports-to-come = { $under }{ $count ->
    [1] سيُتاح
    [2] سيُتاح
   *[other] ستُتاح
} { $reports } للمؤتمر في دورته { ORD($session, case: "genitive") }.
reports-present = { $under }{ $count ->
    [1] يُعرض
    [2] يُعرض
   *[other] تُعرض
} { $reports } على المؤتمر في دورته { ORD($session, case: "genitive") }.
reports-past = { $under }{ $count ->
    [1] أُتيح
    [2] أُتيح
   *[other] أُتيحت
} { $reports } للمؤتمر في دورته { ORD($session, case: "genitive") }.
reports-due = { $under }كان من المقرَّر أن { $count ->
    [1] يُتاح
    [2] يُتاح
   *[other] تُتاح
} { $reports } للمؤتمر في دورته { ORD($session, case: "genitive") }.
note-late = صدر في { $issued }؛ وكان الموعد المقرَّر { $due }.
note-late-without-day = صدر متأخراً، في { $issued }.
