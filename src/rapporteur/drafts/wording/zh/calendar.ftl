# 会议日历，以及各种草稿中的一行届会或会议。

calendar-title = 会议日历
calendar-period = 所涉期间：{ $period }。截至{ $day }的情况。
calendar-days-unknown = 日期待定
column-days = 日期
column-meeting = 会议
column-place = 地点
column-standing = 状态
column-deadlines = 文件
no-days = 待定
days-planned = 原定日期：{ $days }
deadline-submission = 提交：{ $day }
deadline-issuance = 印发：{ $day }
deadline-agenda = 临时议程：{ $day }
deadline-report = 提交报告：{ $day }

## 届会或会议

row-session = 缔约方会议{ NTH($meeting) }
row-special-session = { $ordinal ->
    [none] 缔约方会议特别会议
   *[numbered] 缔约方会议{ $ordinal }特别会议
}
    .status = provisional
row-meeting = { $body }{ NTH($meeting) }
row-place-and-days = { $days }，{ $place }
row-gathering = { $gathering }，{ $where }
row-with-standing = { $row }（{ $standing }）
row-mode = { $mode ->
    [hybrid] 混合形式
   *[online] 线上形式
}
row-beside-before = 紧接在{ $body }{ NTH($meeting) }之前
row-beside-after = 紧接在{ $body }{ NTH($meeting) }之后
row-parallel = 与缔约方会议{ NTH($session) }同时举行
standing-past = 已举行
standing-present = 正在举行
standing-to-come = 已排定
standing-postponed = 已推迟，新的日期待定
standing-cancelled = 已取消
standing-unknown = 日期待定
moved-from = 原定日期：{ $days }
