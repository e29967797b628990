import csv
import io
import json

import openpyxl


def test_a_table_for_the_terminal(run, reply):
    shown = run("claims", reply)
    assert "答复.txt：数据 4 项" in shown.out
    assert "43公里" in shown.out


def test_csv_that_excel_opens(run, reply):
    shown = run("claims", reply, "--format", "csv")
    assert shown.raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(shown.out)))
    money = next(row for row in rows if row["unit"] == "元")
    assert (money["file"], money["value"], money["section"]) == ("答复.txt", "260000000", "一、")
    text = reply.read_text(encoding="utf-8")
    assert text[int(money["start"]) : int(money["end"])] == "2.6亿元"
    assert money["quote"] in text


def test_chinese_heads(run, reply):
    assert run("claims", reply, "--format", "csv", "--keys", "zh").out.startswith("文件,指标,数量,值,")


def test_a_workbook(run, reply, tmp_path):
    shown = run("claims", reply, "--format", "xlsx", "--out", tmp_path / "数据.xlsx")
    assert (shown.code, shown.out) == (0, "")
    head, *rows = openpyxl.load_workbook(tmp_path / "数据.xlsx")["数据"].iter_rows(values_only=True)
    assert head[:4] == ("file", "metric", "quantity", "value")
    assert 260000000 in [row[3] for row in rows]


def test_a_table_in_a_file(run, reply, tmp_path):
    run("claims", reply, "--out", tmp_path / "数据.txt")
    assert "43公里" in (tmp_path / "数据.txt").read_text(encoding="utf-8")


def test_json(run, reply):
    rows = json.loads(run("claims", reply, "--format", "json").out)
    assert {row["unit"]: row["value"] for row in rows}["%"] == "12.5"


def test_several_files_one_of_them_bad(run, reply, tmp_path):
    shown = run("claims", reply, tmp_path / "无.txt", reply, "--format", "json")
    assert shown.code == 1
    assert "无.txt：没有这个文件" in shown.err
    assert len(json.loads(shown.out)) == 8
