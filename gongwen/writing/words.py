"""What a reader is shown for the values that the model names in English."""

KINDS = {"level": "水平", "change": "变化", "share": "占比", "rank": "位次", "duration": "时长"}
TURNS = {"up": "上升", "down": "下降"}
BOUNDS = {
    "exact": "",
    "about": "约",
    "over": "超过",
    "at_least": "不少于",
    "nearly": "接近",
    "under": "不足",
    "at_most": "不超过",
}
MODALITIES = {"actual": "实际", "target": "目标", "rule": "规定", "condition": "条件"}
SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}
SLOTS = {
    "annotation": "题注",
    "another": "另一文",
    "attachment": "附件",
    "attachment_list": "附件说明",
    "attendance": "出席列席",
    "body": "正文",
    "category": "类别标记",
    "contacts": "联系人",
    "copies": "抄送机关",
    "copy_number": "份号",
    "date": "成文日期",
    "date_line": "成文日期",
    "early_note": "附注",
    "furniture": "页码页眉",
    "heading": "层次标题",
    "imprint": "印发机关",
    "keywords": "主题词",
    "late_list": "附件说明",
    "letterhead": "发文机关标志",
    "litter": "网页杂项",
    "note": "附注",
    "number": "发文字号",
    "order_title": "标题",
    "paragraph": "段落",
    "print_run": "份数",
    "recipients": "主送机关",
    "security": "密级",
    "signatory": "签名章",
    "signature": "署名",
    "signers": "签发人",
    "table": "表格",
    "telegram": "电报",
    "title": "标题",
    "unknown": "未识别",
    "urgency": "紧急程度",
}
