# جدول مواعيد الاجتماعات، والدورة أو الاجتماع في سطر من أي مشروع.

calendar-title = جدول مواعيد الاجتماعات
calendar-period = الفترة المشمولة: { $period }. الحالة في { $day }.
calendar-days-unknown = أيام لم تُعرف بعد
column-days = المواعيد
column-meeting = الاجتماع
column-place = المكان
column-standing = الحالة
column-deadlines = الوثائق
no-days = لم تُعرف بعد
days-planned = المواعيد المقرَّرة: { $days }
deadline-submission = التقديم: { $day }
deadline-issuance = الصدور: { $day }
deadline-agenda = جدول الأعمال المؤقت: { $day }
deadline-report = تقديم التقرير: { $day }

## الدورة أو الاجتماع

row-session = { NTH($meeting) } للمؤتمر
row-special-session = { $ordinal ->
    [none] الدورة الاستثنائية للمؤتمر
   *[numbered] الدورة الاستثنائية { $ordinal } للمؤتمر
}
    .status = provisional
row-meeting = { $body }، { NTH($meeting) }
row-place-and-days = { $place }، { $days }
row-gathering = { $gathering }، { $where }
row-with-standing = { $row } ({ $standing })
row-mode = { $mode ->
    [hybrid] بصيغة هجينة
   *[online] عبر الإنترنت
}
row-beside-before = قبل { NTH($meeting, case: "genitive") } { OF($body) } مباشرة
row-beside-after = بعد { NTH($meeting, case: "genitive") } { OF($body) } مباشرة
row-parallel = بالتوازي مع { NTH($session, case: "genitive") } للمؤتمر
standing-past = { $word ->
    [session] عُقدت
   *[meeting] عُقد
}
standing-present = { $word ->
    [session] منعقدة
   *[meeting] منعقد
}
standing-to-come = { $word ->
    [session] مقرَّر عقدها
   *[meeting] مقرَّر عقده
}
standing-postponed = { $word ->
    [session] أُرجئت
   *[meeting] أُرجئ
}، ولم تُحدَّد المواعيد الجديدة بعد
standing-cancelled = { $word ->
    [session] أُلغيت
   *[meeting] أُلغي
}
standing-unknown = لم تُحدَّد المواعيد بعد
moved-from = المواعيد الأصلية: { $days }
