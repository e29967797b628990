import json

import gongwen


def test_a_person_sees_the_elements_the_outline_the_claims_and_the_citations(run, reply):
    shown = run("parse", reply)
    assert shown.code == 0
    assert shown.err == ""
    for words in (
        "青水函〔2023〕7号",
        "顾南乔",
        "一、整治力度加大",
        "43公里",
        "《青阜市河道管理条例》第九条",
        "2023-05-08",
    ):
        assert words in shown.out


def test_what_is_piped_holds_no_colour(run, reply):
    assert "\x1b" not in run("parse", reply).out


def test_what_is_shown_fits_80_columns(run, reply):
    from unicodedata import east_asian_width

    for line in run("parse", reply).out.splitlines():
        assert sum(2 if east_asian_width(c) in "WF" else 1 for c in line) <= 80, line


def test_one_file_gives_an_object(run, reply):
    shown = json.loads(run("parse", reply, "--format", "json").out)
    assert shown["number"]["clean"] == "青水函〔2023〕7号"
    assert shown["source"]["name"] == "答复.txt"


def test_the_json_is_the_document(run, reply):
    assert gongwen.Document.from_json(run("parse", reply, "--format", "json").out) == gongwen.load(reply)


def test_chinese_keys(run, reply):
    shown = run("parse", reply, "--format", "json", "--keys", "zh").out
    assert json.loads(shown)["发文字号"]["年份"] == 2023
    assert gongwen.Document.from_json(shown) == gongwen.load(reply)


def test_without_the_text(run, reply):
    shown = json.loads(run("parse", reply, "--format", "json", "--no-text").out)
    assert "text" not in shown
    assert shown["number"]["text"] == "青水函〔2023〕7号"


def test_several_files_give_an_array(run, reply):
    shown = json.loads(run("parse", reply, reply, "--format", "json").out)
    assert [d["number"]["serial"] for d in shown] == [7, 7]


def test_several_files_give_a_line_each(run, reply):
    lines = run("parse", reply, reply, "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["number"]["serial"] for line in lines] == [7, 7]


def test_several_files_of_which_none_can_be_read_give_an_empty_array(run, tmp_path):
    shown = run("parse", tmp_path / "甲.txt", tmp_path / "乙.txt", "--format", "json")
    assert json.loads(shown.out) == []
    assert shown.code == 1


def test_standard_input(run, reply):
    shown = run("parse", "-", "--format", "json", stdin=reply.read_bytes())
    assert json.loads(shown.out)["number"]["serial"] == 7


def test_standard_input_in_another_encoding(run, reply):
    shown = run("parse", "-", "--format", "json", stdin=reply.read_text(encoding="utf-8").encode("gb18030"))
    assert json.loads(shown.out)["number"]["serial"] == 7


def test_a_bad_file_is_reported_and_the_rest_done(run, reply, tmp_path):
    shown = run("parse", tmp_path / "没有.txt", tmp_path, reply, "--format", "jsonl")
    assert shown.code == 1
    assert len(shown.out.splitlines()) == 1
    missing, folder = shown.err.splitlines()
    assert "没有.txt：没有这个文件" in missing
    assert "是文件夹" in folder


def test_a_file_that_breaks_the_program_is_reported_and_the_rest_done(run, reply, monkeypatch):
    from gongwen import pipeline

    good = gongwen.load(reply)

    def parse(_, *, name, **_options):
        if name == "坏.txt":
            raise IndexError("a fault")
        return good

    monkeypatch.setattr(pipeline, "parse", parse)
    bad = reply.with_name("坏.txt")
    bad.write_text("坏")
    shown = run("parse", bad, reply, "--format", "jsonl")
    assert shown.code == 1
    assert "坏.txt：程序内部错误（IndexError：a fault）" in shown.err
    assert len(shown.out.splitlines()) == 1


def test_a_file_for_each_input(run, reply, tmp_path):
    shown = run("parse", reply, "--out", tmp_path / "结果" / "甲")
    assert (shown.code, shown.out) == (0, "")
    written = tmp_path / "结果" / "甲" / "答复.json"
    assert gongwen.Document.from_json(written.read_bytes()) == gongwen.load(reply)


def test_inputs_of_one_stem_are_told_apart_and_said(run, reply, tmp_path):
    other = tmp_path / "乙"
    other.mkdir()
    (other / "答复.md").write_bytes(reply.read_bytes())
    shown = run("parse", reply, other / "答复.md", "--out", tmp_path / "结果")
    assert sorted(path.name for path in (tmp_path / "结果").iterdir()) == ["答复-2.json", "答复.json"]
    assert "答复-2.json" in shown.err
    assert json.loads((tmp_path / "结果" / "答复-2.json").read_text())["source"]["name"] == "答复.md"


def test_the_suffix_follows_the_format(run, reply, tmp_path):
    run("parse", reply, "--out", tmp_path / "结果", "--format", "markdown")
    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["答复.md"]


def test_the_reference_date(run, tmp_path):
    path = tmp_path / "情况.txt"
    path.write_text("关于今年工作的报告\n\n　　去年，全市新建公园12个。\n", encoding="utf-8")
    claim = json.loads(run("parse", path, "--format", "json", "--date", "2021-03-01").out)["claims"][0]
    assert claim["period"]["value"] == "2020"


def test_a_lexicon_of_ones_own(run, tmp_path):
    path, words = tmp_path / "甲.txt", tmp_path / "词表.toml"
    path.write_text("关于疏浚泄洪道的工作提示单\n\n各河道管理所：\n　　请抓紧疏浚。\n", encoding="utf-8")
    words.write_text('[[kind]]\nname = "工作提示单"\n', encoding="utf-8")
    assert json.loads(run("parse", path, "--format", "json").out)["kind"] != "工作提示单"
    assert json.loads(run("parse", path, "--format", "json", "--lexicon", words).out)["kind"] == "工作提示单"


def test_a_lexicon_that_is_none(run, reply, tmp_path):
    words = tmp_path / "词表.toml"
    words.write_text("这不是 TOML", encoding="utf-8")
    shown = run("parse", reply, "--lexicon", words)
    assert shown.code == 2
    assert "词表.toml 不是有效的 TOML" in shown.err
    assert "没有词表文件" in run("parse", reply, "--lexicon", tmp_path / "无.toml").err


def test_a_folder_that_cannot_be_written(run, reply):
    shown = run("parse", reply, "--out", reply.parent / "答复.txt" / "结果")
    assert shown.code == 1
    assert "错误：写不了" in shown.err


def test_claims_into_a_folder_that_is_not_there(run, reply):
    shown = run("claims", reply, "--format", "csv", "--out", reply.parent / "无" / "数据.csv")
    assert shown.code == 1
    assert "错误：写不了" in shown.err
