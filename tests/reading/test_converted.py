"""The JSON of docling and MinerU."""

import json

import pytest

from gongwen.reading import UnreadableError, read

DOCLING = {
    "schema_name": "DoclingDocument",
    "version": "1.3.0",
    "body": {"children": [{"$ref": "#/texts/1"}, {"$ref": "#/groups/0"}, {"$ref": "#/tables/0"}, {"$ref": "#/texts/3"}]},
    "groups": [{"children": [{"$ref": "#/texts/0"}, {"$ref": "#/texts/2"}, {"$ref": "#/groups/0"}]}],
    "texts": [
        {"label": "text", "text": "各区人民政府：", "prov": [{"page_no": 1, "bbox": {"l": 80, "t": 600, "r": 300, "b": 580, "coord_origin": "BOTTOMLEFT"}}]},
        {"label": "section_header", "level": 1, "text": "关于做好抗旱工作的通知", "prov": [{"page_no": 1}]},
        {"label": "list_item", "enumerated": True, "marker": "1.", "text": "做好储水。", "prov": [{"page_no": 1}]},
        {"label": "text", "text": "云江市人民政府", "prov": [{"page_no": 2}]},
    ],
    "tables": [{"data": {"grid": [[{"text": "地区"}, {"text": "面积"}], [{"text": "东河市"}, {"text": "12.5"}]]}, "prov": [{"page_no": 1}]}],
    "pages": {"1": {"page_no": 1, "size": {"width": 595.0, "height": 842.0}}, "2": {"page_no": 2, "size": {"width": 595.0, "height": 842.0}}},
}  # fmt: skip
CONTENT_LIST = [
    {"type": "text", "text": "关于做好抗旱工作的通知", "text_level": 1, "page_idx": 0, "bbox": [80, 100, 500, 130]},
    {"type": "text", "text": "各区人民政府：", "page_idx": 0},
    {"type": "table", "table_body": "<table><tr><td>地区</td><td>面积</td></tr><tr><td>东河市</td><td>12.5</td></tr></table>", "table_caption": ["表一"], "page_idx": 0},
    {"type": "text", "text": "云江市人民政府", "page_idx": 1},
]  # fmt: skip
MIDDLE = {
    "pdf_info": [
        {
            "page_idx": 0,
            "page_size": [595, 842],
            "discarded_blocks": [{"type": "discarded", "bbox": [280, 780, 320, 800], "lines": [{"spans": [{"content": "— 1 —"}]}]}],
            "para_blocks": [
                {"type": "title", "bbox": [80, 100, 500, 130], "lines": [{"spans": [{"content": "关于做好抗旱"}]}, {"spans": [{"content": "工作的通知", "score": 0.8}]}]},
                {"type": "table", "bbox": [80, 200, 500, 300], "blocks": [{"lines": [{"spans": [{"html": "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>"}]}]}]},
            ],
        }
    ]
}  # fmt: skip


def parsed(value):
    return read(json.dumps(value, ensure_ascii=False).encode(), "x.json")


def test_docling():
    reading = parsed(DOCLING)
    assert (
        reading.text == "关于做好抗旱工作的通知\n各区人民政府：\n1.做好储水。\n地区\t面积\n东河市\t12.5\f云江市人民政府"
    )
    assert reading.tables[0].rows == (("地区", "面积"), ("东河市", "12.5"))
    assert [page.width for page in reading.source.pages] == [595.0, 595.0]
    at = reading.text.index("各区")
    assert reading.layout.boxes([(at, at + 7)]) == ((1, 80.0, 242.0, 300.0, 262.0),)
    assert reading.layout.form(0).outline_level == 0


def test_content_list_of_mineru():
    reading = parsed(CONTENT_LIST)
    assert reading.text == "关于做好抗旱工作的通知\n各区人民政府：\n表一\n地区\t面积\n东河市\t12.5\f云江市人民政府"
    assert reading.tables[0].page == 1


def test_middle_json_of_mineru():
    reading = parsed(MIDDLE)
    assert reading.text == "关于做好抗旱工作的通知\n甲\t1\n乙\t2\n— 1 —"
    assert reading.layout.confidence([(0, 5)]) == 0.8


@pytest.mark.parametrize(
    "data", [b'{"schema_name": "DoclingDocument", ', b'{"pdf_info": [' + b"[" * 100_000], ids=["cut", "deep"]
)
def test_broken_json(data):
    with pytest.raises(UnreadableError, match="JSON"):
        read(data)


@pytest.mark.parametrize(
    "value",
    [
        {"pdf_info": [1, None, {"para_blocks": "x"}]},
        [{"page_idx": "x", "text": 5}],
        {"schema_name": "DoclingDocument", "body": {"children": [{"$ref": "#/texts/99"}, 3]}},
    ],
    ids=len,
)
def test_odd_json_is_read(value):
    assert parsed(value).text == ""


def test_other_json_is_text():
    assert read('{"名称": "甲"}'.encode()).text == '{"名称": "甲"}'
