"""Web pages: main text, metadata, tables, encodings."""

import pytest

from gongwen import parse
from gongwen.reading import UnreadableError, read

UCAP = """<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">
<title>云江省人民政府</title></head><body>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/xxgk">信息公开</a></li></ul>
<table class="bd1"><tr><td><b>索 引 号：</b></td><td>000099/2023-00012</td><td><b>主题分类：</b></td><td>农业、林业</td></tr>
<tr><td>发文机关：</td><td>云江省人民政府</td><td>成文日期：</td><td>2023年05月06日</td></tr>
<tr><td>标　　题：</td><td colspan="3">云江省人民政府关于做好抗旱工作的通知</td></tr>
<tr><td>发文字号：</td><td>云政发〔2023〕15号</td><td>发布日期：</td><td>2023年05月08日</td></tr></table>
<table><tr><td id="UCAP-CONTENT">
<p style="text-align: center"><span style="font-size:18pt;font-weight:bold">云江省人民政府关于做好<br>抗旱工作的通知</span></p>
<p align="center">云政发〔2023〕15号</p>
<p>各市、县人民政府：</p>
<p>　　今年入春以来，全省降水偏少，现就抗旱工作通知如下。</p>
<table border="1"><tr><th>地区</th><th>面积<br>（万亩）</th></tr><tr><td>东河市</td><td>12.5</td></tr></table>
<p style="text-align:right">云江省人民政府</p><p style="text-align:right">2023年5月6日</p>
<script>var a = "不是正文";</script></td></tr></table>
<div class="footer"><p>主办单位：云江省人民政府办公厅</p><p>网站标识码：0000000001</p></div></body></html>"""
UCAP_LINES = [
    "云江省人民政府关于做好",
    "抗旱工作的通知",
    "云政发〔2023〕15号",
    "各市、县人民政府：",
    "　　今年入春以来，全省降水偏少，现就抗旱工作通知如下。",
    "地区\t面积 （万亩）",
    "东河市\t12.5",
    "云江省人民政府",
    "2023年5月6日",
]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-16"])
def test_main_text_of_a_known_site_system(encoding):
    reading = read(UCAP.encode(encoding))
    assert reading.text.splitlines() == UCAP_LINES
    assert reading.source.media_type == "text/html"


def test_metadata_table():
    metadata = read(UCAP.encode("gbk")).source.metadata
    assert metadata == {
        "索引号": "000099/2023-00012",
        "主题分类": "农业、林业",
        "发文机关": "云江省人民政府",
        "成文日期": "2023年05月06日",
        "标题": "云江省人民政府关于做好抗旱工作的通知",
        "发文字号": "云政发〔2023〕15号",
        "发布日期": "2023年05月08日",
    }


def test_table_is_in_place():
    reading = read(UCAP.encode())
    (table,) = reading.tables
    assert table.rows == (("地区", "面积（万亩）"), ("东河市", "12.5"))
    assert reading.text[table.start : table.end] == table.text == "地区\t面积 （万亩）\n东河市\t12.5"


def test_looks():
    reading = read(UCAP.encode())
    title = reading.layout.look(0, 11)
    assert (title.size, title.bold, title.centred) == (18.0, True, True)
    at = reading.text.index("2023年5月6日")
    assert reading.layout.form(at).alignment == "right"
    assert reading.layout.boxes([(0, 11)]) == ()


UNKNOWN = """<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="关于开展冬季消防检查的通知">
<meta name="PubDate" content="2022-11-03"><meta name="ContentSource" content="南岭县应急管理局"></head><body>
<div class="top"><a href="/">网站首页</a> <a href="/a">机构职能</a> <a href="/b">政策文件</a> <a href="/c">互动交流</a></div>
<div class="wrap"><div class="info"><p><strong>索引号</strong>：0101-2022</p><p><strong>文号</strong>：南应急〔2022〕8号</p>
<p><strong>发布日期</strong>：2022-11-03</p></div><h2>关于开展冬季消防检查的通知</h2>
<div class="abc"><p>各乡镇人民政府，各有关单位：</p><p>为做好冬季消防工作，现就有关事项通知如下：</p>
<p>一、检查时间。自即日起，至12月底结束。</p><p>南岭县应急管理局</p><p>2022年11月3日</p></div></div>
<div class="bottom"><ul><li><a href="/x">关于我们</a></li><li><a href="/y">联系我们</a></li></ul>备案号</div></body></html>"""


def test_main_text_of_an_unknown_page():
    reading = read(UNKNOWN.encode())
    lines = reading.text.splitlines()
    assert lines[0] == "关于开展冬季消防检查的通知"
    assert lines[1] == "各乡镇人民政府，各有关单位："
    assert lines[-1] == "2022年11月3日"
    assert "关于我们" not in reading.text
    assert reading.source.metadata["文号"] == "南应急〔2022〕8号"
    assert reading.source.metadata["ContentSource"] == "南岭县应急管理局"


def test_fragment_is_all_main_text():
    page = "<p>各科室：</p>\n<p>现将\n有关事项<b>通知</b>如下。</p><p>&nbsp;</p><p>办公室<br>2022年1月4日</p>"
    assert read(page.encode()).text.splitlines() == ["各科室：", "现将 有关事项通知如下。", "办公室", "2022年1月4日"]


def test_hidden_and_template_matter_is_left_out():
    page = (
        '<%-- a %> page --%><div><p>正文一句话。</p><p style="display:none">隐藏</p><!-- 注 --><p>第二句话。</p></div>'
    )
    assert read(page.encode()).text.splitlines() == ["正文一句话。", "第二句话。"]


def test_plain_text_with_a_bracket_is_no_page():
    text = "<关于某事的说明>\n第一行 <p 不是标签"
    assert read(text.encode()).text == text


@pytest.mark.parametrize(
    "page", ["<p>", "<html></html>", "<div>" * 1500 + "深", "<table><tr><td>" * 500 + "深", "<%" * 50000 + "<p>"]
)
def test_broken_pages_are_read(page):
    assert "深" not in page or "深" in read(page.encode()).text


def test_too_deep_a_page_is_unreadable():
    with pytest.raises(UnreadableError, match="嵌套过深"):
        read(b"<div>" * 100_000 + "深".encode())


@pytest.mark.parametrize(
    "page",
    ["<body hidden><p>正文一句话。</p></body>", "<body style='display:none'><div><p>正文一句话。</p></div></body>"],
)
def test_body_that_a_script_shows_later_is_read(page):
    assert read(page.encode()).text == "正文一句话。\n"


def test_title_that_only_the_window_names():
    page = UNKNOWN.replace("<h2>", "<div class='bt'>").replace("</h2>", "</div>")
    page = page.replace(
        '<meta name="ArticleTitle"', "<title>关于开展冬季消防检查的通知-南岭县人民政府</title><meta name='x'"
    )
    assert read(page.encode()).text.startswith("关于开展冬季消防检查的通知\n各乡镇人民政府，各有关单位：\n")


def test_declared_encoding_that_is_none():
    assert read('<meta charset="punycode"><p>各乡镇人民政府：</p>'.encode("gbk")).text == "各乡镇人民政府：\n"


PARAGRAPHS = [
    "各乡镇人民政府，县直各单位：",
    "　　为加强管理，现将有关事项通知如下。",
    "　　一、明确责任，落实到人。",
    "　　二、按时报送，不得拖延。",
    "南岭县人民政府办公室",
    "2023年3月1日",
]
WAYS = {
    "editor": "<div class='TRS_Editor'><style>.x{}</style>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</div>",
    "breaks": "<div id='zhengwen'>" + "<br/><br/>".join(PARAGRAPHS) + "</div>",
    "cells": "<table><tr><td>" + "</td></tr><tr><td>".join(PARAGRAPHS) + "</td></tr></table>",
    "font": "<font size=3>" + "<br>".join(PARAGRAPHS) + "</font>",
    "divisions": "<div class='x'>" + "".join(f"<div><span>{p}</span></div>" for p in PARAGRAPHS) + "</div>",
    "sections": "<section>" + "".join(f"<section><p>{p}</p></section>" for p in PARAGRAPHS) + "</section>",
}


@pytest.mark.parametrize("way", WAYS)
def test_main_text_however_it_is_marked_up(way):
    links = "".join(f"<li><a href='/{k}'>关于印发第{k}号管理办法的通知</a></li>" for k in range(40))
    page = (
        f"<html><head><title>关于加强管理的通知_南岭县</title></head><body><ul>{links}</ul><div><div class='side'><ul>{links}</ul></div>"
        f"<div class='c'><div class='tit'>关于加强管理的通知</div><p>来源：县政府办 浏览：12</p>{WAYS[way]}<p>分享到：</p></div></div>"
        f"<div class='foot'>主办：南岭县人民政府办公室，地址：人民路1号</div></body></html>"
    )
    lines = read(page.encode()).text.splitlines()
    assert lines[0] == "关于加强管理的通知"
    assert [line for line in lines if line in PARAGRAPHS] == PARAGRAPHS
    assert len(lines) <= len(PARAGRAPHS) + 3


PAGE = """<html><head><meta charset="utf-8"><meta name="ArticleTitle" content="{title}"></head><body>
<table><tr><td>索引号</td><td>000-1</td><td>发文字号</td><td>{number}</td></tr>
<tr><td>主题分类</td><td>农业</td><td>成文日期</td><td>{date}</td></tr></table>
<div id="zoom"><p>关于做好抗旱工作的通知</p><p>云政发〔2023〕15号</p><p>各区人民政府：</p>
<p>现就有关事项通知如下。请抓好落实，各区要加强领导，按时完成各项任务，确保安全。</p>
<p>云江市人民政府</p><p>2023年5月6日</p></div></body></html>"""


@pytest.mark.parametrize(
    ("title", "number", "date", "said"),
    [
        ("关于做好抗旱工作的通知_云江市人民政府", "云政发[2023]15号", "2023-05-06", []),
        ("", "无", "", []),
        ("关于做好防汛工作的通知", "云政发〔2023〕16号", "2023年5月7日", ["ArticleTitle", "发文字号", "成文日期"]),
    ],
)
def test_metadata_that_say_something_else_are_a_diagnostic(title, number, date, said):
    document = parse(PAGE.format(title=title, number=number, date=date).encode())
    notes = [note for note in document.diagnostics if note.code == "metadata"]
    assert [note.message.partition("是")[0] for note in notes] == [f"网页所列{label}" for label in said]
    assert all(note.spans for note in notes)
