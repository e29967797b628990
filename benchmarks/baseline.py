"""A plain baseline: one regular expression for each field. What it scores says how hard a set of documents is.

python benchmarks/baseline.py                 generated specimens
python benchmarks/baseline.py GOLD [ID ...]   a folder of gold with its texts, beside the generated ones
"""

import json
import re
import sys
from pathlib import Path

from gongwen.testing import generate
from gongwen.testing.evaluation import Case, cases, evaluate_cases
from gongwen.testing.evaluation.rows import rows_of_document

KIND = "通知|意见|函|批复|答复|复函|公告|通告|决定|决议|报告|请示|通报|纪要|公报|议案|令|办法|方案|规定"
MARKER = re.compile(
    r"^[ \u3000]*(第[一二三四五六七八九十]+[条章]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d+[.．、](?!\d)|[（(]\d+[)）]|[①-⑳])(.*)$",
    re.MULTILINE,
)
POINT = re.compile(r"[一二三四五六七八九]是|其[一二三四五]，|首先，|其次，|再次，|第[一二三四五]，|[一二三]要")
CITED = re.compile(r"《([^《》]+)》(?:[（(]([^（）()]*?[〔\[]\d{4}[〕\]]\d+号)[^（）()]*[)）])?")
NUMBER = re.compile(r"^[ \u3000]*([\u4e00-\u9fff]{2,10}[〔\[]\d{4}[〕\]] ?\d+ ?号)", re.MULTILINE)
DATE = re.compile(r"^[ \u3000]*(\d{4})年(\d{1,2})月(\d{1,2})日[ \u3000]*$", re.MULTILINE)
QUANTITY = re.compile(
    r"(约|近|超过?|不少于|不低于|不超过)?(\d[\d.]*)([万亿]?)(余?)(个?百分点|[%％]|个?工作日|个?月|年|元|平方米|公里|人次|[家个户件名人亩吨座处项起台辆所条次])(以上|以下|以内|左右|内)?"
)
BOUND = {
    "约": "about",
    "左右": "about",
    "近": "nearly",
    "超": "over",
    "超过": "over",
    "余": "over",
    "不少于": "at_least",
    "不低于": "at_least",
    "以上": "at_least",
    "不超过": "at_most",
    "以下": "at_most",
    "以内": "at_most",
    "内": "at_most",
}
COPIES = re.compile(r"^抄送[：:](.*?)。?$", re.MULTILINE)


def node(text, start, end):
    return {"spans": [[start, end]], "text": text[start:end], "clean": text[start:end].strip()}


def baseline(text):
    """A document in the JSON of the model."""
    title = re.search(rf"^[ \u3000]*(\S*关于\S*(?:\n[ \u3000]*\S+)?(?:{KIND}))[ \u3000]*$", text, re.MULTILINE)
    recipients = re.search(r"^([^\n：:。]{3,80})[：:]\s*$", text, re.MULTILINE)
    number, date = NUMBER.search(text), DATE.search(text)
    head = re.search(r"^[ \u3000]*(\S+?)文件$", text, re.MULTILINE)
    copies, signer = COPIES.search(text), re.search("签发人[：:](.*)", text)
    phone = re.search(r"联系人[：:]\s*([\u4e00-\u9fff]{2,4}).{0,12}?([\d-]{7,13})", text, re.DOTALL)
    issue = re.search(r"^(\S+)[ \u3000]+\S+日印发", text, re.MULTILINE)
    name = re.sub(r"\s", "", title[1]) if title else None
    return {
        "text": text,
        "title": node(text, *title.span(1)) | {"clean": name} if title else None,
        "kind": re.search(f"(?:{KIND})$", name)[0] if name else None,
        "number": node(text, *number.span(1)) if number else None,
        "letterhead": {"agencies": [{"name": head[1]}]} if head else None,
        "signers": [{"name": n} for n in signer[1].split()] if signer else [],
        "recipients": [{"name": n} for n in re.split("[、，]", recipients[1].strip())] if recipients else [],
        "signature": {"agencies": [], "date": {"value": f"{date[1]}-{int(date[2]):02}-{int(date[3]):02}"} if date else None},
        "copies": [{"name": n} for n in re.split("[、，]", copies[1])] if copies else [],
        "contacts": [{"name": phone[1], "phones": [phone[2]]}] if phone else [],
        "imprint": {"agency": {"name": issue[1]}} if issue else None,
        "body": {"sections": list(sections(text)), "preamble": [{"points": [node(text, *m.span()) | {"marker": m[0]} for m in POINT.finditer(text)]}]},
        "citations": [node(text, *m.span()) | {"title": m[1], "number": m[2]} for m in CITED.finditer(text)],
        "claims": [claim(text, m) for m in QUANTITY.finditer(text)],
    }  # fmt: skip


def sections(text):
    for match in MARKER.finditer(text):
        line = match[2].strip()
        title = (
            line
            if line[-1:] not in "。；："
            else line.split("。")[0]
            if len(line.split("。")[0]) <= 40 and len(line.split("。")) > 2
            else None
        )
        yield node(text, match.start(1), match.end()) | {"marker": match[1], "title": title, "children": []}


def claim(text, match):
    value = (
        format(float(match[2].rstrip(".")) * {"万": 10**4, "亿": 10**8}.get(match[3], 1), "f").rstrip("0").rstrip(".")
    )
    start = max(text.rfind(mark, 0, match.start()) for mark in "，。；：、\n") + 1
    up, down = (
        re.search("增长|提高|上升", text[start : match.start()]),
        re.search("下降|减少|降低", text[start : match.start()]),
    )
    kind = "change" if up or down else "duration" if match[5].endswith(("日", "月", "年")) else "level"
    bound = next((BOUND[g] for g in (match[1], match[4], match[6]) if g in BOUND), "exact")
    quantity = node(text, *match.span()) | {
        "value": value,
        "unit": match[5].removeprefix("个") or match[5],
        "bound": bound,
    }
    direction = "up" if up else "down" if down else None
    return node(text, start, match.end()) | {
        "quantity": quantity,
        "kind": kind,
        "direction": direction,
        "metric": node(text, start, match.start()) if start < match.start() else None,
        "modality": "actual",
    }


def generated(count=200, noise="layout"):
    for seed in range(count):
        made = generate(seed, noise=noise)
        yield Case(made.name, rows_of_document(json.loads(made.document.to_json())), made.text, baseline(made.text))


def main(arguments):
    columns = {"generated": evaluate_cases(generated())}
    if arguments:
        gold = cases(Path(arguments[0]), Path(arguments[0]), None, frozenset(arguments[1:]), [])
        columns["gold"] = evaluate_cases(Case(c.name, c.wanted, c.text, baseline(c.text)) for c in gold)
    print(f"{'':14}" + "".join(f"{name:>12}" for name in columns))
    for group in columns["generated"].groups:
        print(f"{group:14}" + "".join(f"{e.groups[group].f1 or 0:12.3f}" for e in columns.values()))
    return columns


if __name__ == "__main__":
    main(sys.argv[1:])
