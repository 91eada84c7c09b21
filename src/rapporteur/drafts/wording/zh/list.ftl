# 届会文件一览表，以及各种草稿中的一行文件。

list-title = 缔约方会议{ NTH($session) }文件一览表
list-as-of = 截至{ $day }的情况。
list-item = 项目 { $number }：{ $title }
list-room-papers = 会议室文件
list-limited = 限量分发文件
list-without-item = 未列入议程项目的文件
column-symbol = 文号
column-title = 标题或说明
column-languages = 印发语文
column-status = 状态
column-items = 议程项目
no-item = 无

## 文件

row-document = { $title }（{ $symbol }）：{ $status }
row-report = { $body }{ NTH($meeting) }报告{ $where }
row-where = （{ $where }）
document-reserved = 已预留文号
document-announced = 已预告
document-issued = 已印发
document-issued-on = { $day }印发
document-due = { $said }，应不迟于{ $day }印发
document-was-due = { $said }，原应不迟于{ $day }印发
document-late = { $said }，逾期
all-official-languages = 所有正式语文
only-in-language = 只有{ $language ->
    [ar] 阿拉伯文
    [fr] 法文
    [ru] 俄文
    [es] 西班牙文
    [zh] 中文
   *[en] 英文
}
language-in-list = { $language ->
    [ar] 阿拉伯文
    [fr] 法文
    [ru] 俄文
    [es] 西班牙文
    [zh] 中文
   *[en] 英文
}
in-no-language-yet = 尚未印发
no-title-in-register = 登记册中无标题
no-symbol-in-register = 登记册中无文号
no-status-in-register = 登记册中无状态记录
no-language-in-register = 登记册中无语文记录

## 文件类别

report-of-the-secretariat = 秘书处的报告
background-paper = 秘书处编写的背景文件
    .status = provisional
conference-room-paper = 会议室文件
    .status = provisional
information = 参考资料文件
    .status = provisional
draft-resolution = 决议草案
    .status = provisional
draft-report = 报告草稿
    .status = provisional
report = 报告
    .status = provisional
working-paper = 工作文件
    .status = provisional
ngo-statement = 非政府组织提交的陈述
    .status = provisional
revised-document = 订正文件
    .status = provisional
other = 文件
    .status = provisional
revises = 订正本
    .status = provisional
corrects = 更正
    .status = provisional
adds-to = 增编
    .status = provisional

## Cells

cell-line = { $text }；
