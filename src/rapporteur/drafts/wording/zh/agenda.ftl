# 届会临时议程和说明。

annotated-provisional-agenda = 临时议程和说明
provisional-agenda = 临时议程
agenda-annotations = 说明
agenda-mandates = 授权
agenda-meetings = 会议
agenda-documents = 文件
agenda-nothing = 本项目下没有任何记录。
agenda-without-item = 未列入议程项目
no-item-in-register = 登记册中无此项目
row-mandate = { $mandate }，题为“{ $title }”
row-mandate-on = 关于{ $subject }的{ $mandate }
