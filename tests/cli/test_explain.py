import gongwen

FORWARD = """关于转发《霖州市夜间施工管理办法》的通知

各县（市、区）住建局：
　　现将《霖州市夜间施工管理办法》转发给你们，请遵照执行。

　　　　　　　　霖州市住房和城乡建设局
　　　　　　　　2022年4月12日

附件

霖州市夜间施工管理办法

　　第一条　为规范夜间施工，制定本办法。
　　第二条　本办法自2022年5月1日起施行。
— 1 —
"""


def test_every_line_has_a_role_and_the_cues_for_it(run, reply):
    shown = run("explain", reply)
    assert shown.code == 0
    rows = {line.split()[0]: line for line in shown.out.splitlines() if line.strip()[:1].isdigit()}
    assert "发文机关标志" in rows["1"]
    assert "标题" in rows["5"]
    assert "以文种结尾 +" in rows["5"]


def test_a_bad_file_is_reported(run, reply, tmp_path):
    shown = run("explain", tmp_path / "无.txt", reply)
    assert shown.code == 1
    assert "无.txt：没有这个文件" in shown.err
    assert "发文字号" in shown.out


def test_each_line_once_in_order_and_in_place():
    rows = gongwen.explain(FORWARD)
    assert [row.text for row in rows] == [line.strip() for line in FORWARD.splitlines() if line.strip()]
    assert all(FORWARD[row.start : row.end] == row.text for row in rows)
    assert [row.line for row in rows] == [n for n, line in enumerate(FORWARD.splitlines(), 1) if line.strip()]


def test_a_text_printed_along_is_labelled_on_its_own():
    rows = {row.text: row for row in gongwen.explain(FORWARD)}
    assert (rows["关于转发《霖州市夜间施工管理办法》的通知"].part, rows["霖州市夜间施工管理办法"].part) == (0, 1)
    assert rows["霖州市夜间施工管理办法"].slot == "title"


def test_what_is_set_aside_is_shown():
    assert {row.text: row.slot for row in gongwen.explain(FORWARD)}["— 1 —"] == "furniture"


def test_the_score_is_the_sum_of_the_cues():
    for row in gongwen.explain(FORWARD):
        assert row.score == sum(weight for _, weight in row.cues)


def test_an_empty_text_has_no_lines():
    assert gongwen.explain(" \n\n") == []
