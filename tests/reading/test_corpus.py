"""Real files, where the folder of them is at hand: all are read, and pages say what their metadata say."""

import re

import pytest

from gongwen import parse
from gongwen.reading import MissingExtraError, ocr, read

_WIDTHS = str.maketrans("()[]﹝﹞［］:", "（）〔〕〔〕〔〕：")


def files(shared, folder):
    found = sorted((shared / "corpus" / folder).glob("*.*"))
    assert found
    return found


def bare(text):
    return re.sub(r"[\s\u3000\u200b]+", "", text or "").translate(_WIDTHS)


@pytest.mark.parametrize("folder", ["html", "docx", "ofd", "pdf", "image"])
def test_every_file_is_read(shared, folder):
    for path in files(shared, folder):
        if not ocr.available() and (folder == "image" or "scan" in path.name):
            with pytest.raises(MissingExtraError):
                read(path.read_bytes(), path.name)
            continue
        reading = read(path.read_bytes(), path.name)
        assert len(bare(reading.text)) > 60, path
        assert not [note for note in reading.diagnostics if note.severity == "error"], path
        for table in reading.tables:
            assert table.text == "".join(reading.text[a:b] for a, b in table.spans)


def test_web_pages_say_what_their_metadata_say(shared):
    """The metadata stand in a table outside of the main text: the parser does not see them."""
    found = {"标题": [], "发文字号": []}
    for path in files(shared, "html"):
        document = parse(path.read_bytes(), name=path.name)
        metadata = document.source.metadata
        for label, node in (("标题", document.title), ("发文字号", document.number)):
            if metadata.get(label):
                found[label].append(bare(metadata[label]) == bare(node and node.clean))
    for label, same in found.items():
        assert len(same) >= 40, label
        assert sum(same) >= 0.95 * len(same), label


def test_no_navigation_in_the_main_text(shared):
    for path in files(shared, "html"):
        text = read(path.read_bytes(), path.name).text
        if path.name[0].isdigit():
            assert "网站地图" not in text, path
            assert "索引号" not in bare(text[:200]), path
