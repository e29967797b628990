import io
import sys
from typing import NamedTuple

import pytest

from gongwen.cli import main


class Result(NamedTuple):
    code: int
    out: str
    err: str
    raw: bytes


@pytest.fixture
def run(capsysbinary, monkeypatch):
    """The command line in this process: `run("parse", file).out`."""

    def run(*args, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            main([str(arg) for arg in args])
        sys.stdout.flush()
        out, err = capsysbinary.readouterr()
        return Result(left.value.code or 0, out.decode("utf-8-sig"), err.decode(), out)

    return run


@pytest.fixture
def reply(tmp_path):
    """A short reply in a file of its own."""
    path = tmp_path / "答复.txt"
    path.write_text(REPLY, encoding="utf-8")
    return path


REPLY = """青阜市水利局文件

青水函〔2023〕7号　　　　　　　　签发人：顾南乔

关于对市十六届人大二次会议第21号建议的答复

钟亦帆代表：
　　您提出的《关于整治村级河道的建议》收悉，现答复如下：
　　一、整治力度加大。去年以来，全市整治村级河道43公里，投入资金2.6亿元，同比增长12.5%。
　　二、长效管护落实。依据《青阜市河道管理条例》第九条，落实管护人员386名。
　　感谢您对水利工作的关心和支持！

　　　　　　　　　　　　　　青阜市水利局
　　　　　　　　　　　　　　2023年5月8日

抄送：市人大常委会代表工委，市政府办公室。
"""
