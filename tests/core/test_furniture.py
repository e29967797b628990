"""Running heads recur on page after page; a 署名 that opens the last page is none."""

import gongwen


def body(subjects):
    return "\n".join(f"　　{subject}工作要按照责任分工抓好落实，确保各项任务按时完成。" for subject in subjects.split())


BODY = body("防汛 抗旱 供水 灌溉 排涝 监测")


def test_a_signature_that_opens_the_last_page_is_no_running_head():
    text = f"青阜市水利局\n青水〔2022〕8号\n关于做好水文测报工作的通知\n各县水利局：\n{BODY}\n\f青阜市水利局\n2022年5月3日\n"
    document = gongwen.parse(text)
    assert [agency.name for agency in document.letterhead.agencies] == ["青阜市水利局"]
    assert [agency.name for agency in document.signature.agencies] == ["青阜市水利局"]


def test_a_running_head_is_no_part_of_the_body():
    head = "青阜市水利局文件汇编"
    pages = f"关于做好水文测报工作的通知\n各县水利局：\n{BODY}\n"
    pages += "".join(f"\f{head}\n{body(own)}\n" for own in ("河道 湖泊 水库", "堤防 闸站 泵站", "移民 扶持 培训"))
    document = gongwen.parse(pages)
    assert [block.text for block in document.blocks if block.role == "furniture"] == [head] * 3
