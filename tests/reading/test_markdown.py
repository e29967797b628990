"""Markdown: marks off, tables kept; only the file's name tells it from a text."""

from gongwen.reading import read

MARKDOWN = """# 云江市人民政府关于做好抗旱工作的通知

![](images/0a1b2c.jpg)
云政发〔2023〕15号

**各区人民政府：**

## 一、总体要求
按照《[抗旱条例](http://example.invalid/a_(b))》要求，1\\. 做好 **储水**；2\\. 做好*调度*。<br>另起一行。

| 地区 | 面积 |
|:---|---:|
| 东河市 | 12.5 |

<table><tr><td>项目</td><td>数量</td></tr><tr><td>水泵</td><td>3</td></tr></table>

---
云江市人民政府
"""
LINES = [
    "云江市人民政府关于做好抗旱工作的通知", "云政发〔2023〕15号", "各区人民政府：", "一、总体要求",
    "按照《抗旱条例》要求，1. 做好 储水；2. 做好调度。", "另起一行。", "地区\t面积", "东河市\t12.5", "项目\t数量", "水泵\t3",
    "云江市人民政府",
]  # fmt: skip


def test_marks_are_taken_off():
    reading = read(MARKDOWN.encode(), "通知.md")
    assert [line for line in reading.text.split("\n") if line] == LINES
    assert [table.rows[1] for table in reading.tables] == [("东河市", "12.5"), ("水泵", "3")]
    assert reading.source.media_type == "text/markdown"


def test_headings_have_a_level():
    reading = read(MARKDOWN.encode(), "通知.md")
    levels = [reading.layout.form(reading.text.index(word)).outline_level for word in (LINES[0], "一、")]
    assert levels == [0, 1]


def test_the_same_as_text_is_unchanged():
    assert read(MARKDOWN.encode(), "通知.txt").text == MARKDOWN
    assert read(MARKDOWN.encode()).text == MARKDOWN


def test_what_only_looks_like_marks_stays():
    text = "3*4*5 米\n_注_：面积 2_000\n甲*\n5.未列出的项目\n"
    assert read(text.encode(), "a.md").text == text
