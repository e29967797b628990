"""What a reader is shown for the values that the model names in English."""

DIRECTIONS = {"up": "上行文", "down": "下行文", "parallel": "平行文"}
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
