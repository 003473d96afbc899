"""What Word and LibreOffice know of a text and do not write into it."""

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.assemble import document_of_lines
from ingest.document import Document
from ingest.readers import lines_of_file
from ingest.readers.numbering import formatted
from tests.ingest.printing import odt, rezipped


def word(body: str, **parts: str) -> bytes:
    """A Word document with a body, and parts named without suffix: numbering, footnotes ..."""
    document = WordDocument()
    inner = document.element.body
    for element in list(inner):
        inner.remove(element)
    for element in parse_xml(f"<w:body {nsdecls('w', 'wp', 'a')}>{body}</w:body>"):
        inner.append(element)
    buffer = BytesIO()
    document.save(buffer)
    known = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = "".join(
        f'<Relationship Id="x{name}" Type="{known}/{name}" Target="my-{name}.xml"/>'
        for name in parts
    )
    added = {
        f"word/my-{name}.xml": f"<w:{name} {nsdecls('w')}>{xml}</w:{name}>".encode()
        for name, xml in parts.items()
    }
    return rezipped(
        buffer.getvalue(),
        added,
        {
            "word/_rels/document.xml.rels": lambda old: old.replace(
                b"</Relationships>", f"{relations}</Relationships>".encode()
            )
        },
    )


def p(text: str, properties: str = "", run: str = "") -> str:
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text: str, number: int, level: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(i: int, how: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def texts(data: bytes) -> list[str]:
    return read(data).text.split("\n")


def read(data: bytes) -> Document:
    return document_of_lines(lines_of_file(data, "tep"), "tep")


_NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "upperRoman", "%1.")
    + level(1, "decimal", "%2.", "<w:isLgl/>")
    + level(2, "lowerLetter", "%3)")
    + level(3, "decimal", "%1.%2.%4.", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "bullet", "\uf0b7")
    + level(1, "bullet", "+")
    + level(2, "decimalZero", "%3/", '<w:lvlRestart w:val="0"/>')
    + "</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="0"/></w:num>'
)


def test_lists_are_numbered_as_word_numbers_them() -> None:
    body = (
        item("Đánh giá chung", 1)
        + item("Nhiệm vụ", 1)
        + item("Văn phòng Sở", 1, 1)
        + item("Lập báo cáo", 1, 2)
        + item("Trình phê duyệt", 1, 2)
        + item("Thanh tra Sở", 1, 1)
        + item("Kiểm tra mỏ", 1, 2)
        + item("Chi tiết", 1, 3)
        + p("Đoạn rời")
        + item("Cùng kiểu, đếm tiếp", 4)
        + item("Bắt đầu lại từ năm", 2)
        + item("Gạch đầu dòng", 3)
        + item("Dấu cộng", 3, 1)
        + item("Không đếm lại", 3, 2)
        + item("Gạch nữa", 3)
        + item("Đếm tiếp", 3, 2)
    )

    assert texts(word(body, numbering=_NUMBERING)) == [
        "I. Đánh giá chung",
        "II. Nhiệm vụ",
        "1. Văn phòng Sở",
        "a) Lập báo cáo",
        "b) Trình phê duyệt",
        "2. Thanh tra Sở",
        "a) Kiểm tra mỏ",
        "2.2.1. Chi tiết",
        "Đoạn rời",
        "III. Cùng kiểu, đếm tiếp",
        "V. Bắt đầu lại từ năm",
        "• Gạch đầu dòng",
        "+ Dấu cộng",
        "01/ Không đếm lại",
        "• Gạch nữa",
        "02/ Đếm tiếp",
    ]


def test_styles_hand_down_numbers_and_headings() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Goc"><w:name w:val="Goc"/><w:pPr><w:numPr>'
        '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/>'
        '<w:basedOn w:val="Goc"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr>'
        '</w:style><w:style w:type="paragraph" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
    )
    body = (
        p("Tình hình", '<w:pStyle w:val="Con"/>')
        + p("Giao Sở Y tế báo cáo.", '<w:pStyle w:val="Vong"/>')
        + p("Nhiệm vụ", '<w:pStyle w:val="Con"/>')
        + p("Bỏ số", '<w:pStyle w:val="Con"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )

    document = read(word(body, numbering=_NUMBERING, styles=styles))

    assert document.text.split("\n") == [
        "I. Tình hình",
        "Giao Sở Y tế báo cáo.",
        "II. Nhiệm vụ",
        "Bỏ số",
    ]
    assert [b.emphasis for b in document.blocks] == [2, 0, 2, 2]


def test_changes_are_accepted_and_hidden_text_is_dropped() -> None:
    body = (
        "<w:p><w:r><w:t>Giao Sở Y tế </w:t></w:r>"
        "<w:del><w:r><w:delText>báo cáo trước 01/3</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>báo cáo trước 15/3</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>dời đi</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>, gửi UBND tỉnh</w:t></w:r></w:moveTo>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> ẩn</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Giao Sở Nội </w:t></w:r></w:p>"
        "<w:p><w:r><w:t>vụ rà soát.</w:t></w:r></w:p>"
    )

    assert texts(word(body)) == [
        "Giao Sở Y tế báo cáo trước 15/3, gửi UBND tỉnh.",
        "Giao Sở Nội vụ rà soát.",
    ]


def test_marks_inside_words_are_read() -> None:
    body = (
        "<w:p><w:r><w:t>Quyết định 12/QĐ</w:t><w:noBreakHyphen/><w:t>UBND về đ\u00adất</w:t>"
        "<w:softHyphen/><w:t> đai</w:t><w:tab/><w:t>xong</w:t><w:br/><w:t>Giao lại</w:t></w:r>"
        "<w:hyperlink><w:r><w:t> và quy hoạch</w:t></w:r></w:hyperlink>"
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r></w:p>'
    )

    assert texts(word(body)) == ["Quyết định 12/QĐ-UBND về đất đai xong", "Giao lại và quy hoạch•"]


def test_text_boxes_are_read_once() -> None:
    box = f"<w:txbxContent>{p('MẬT')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Giao Sở Y tế.</w:t></w:r><w:r>"
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert texts(word(body)) == ["Giao Sở Y tế.", "MẬT"]


def test_footnotes_and_endnotes_stand_at_the_end() -> None:
    body = (
        '<w:p><w:r><w:t>Còn chậm</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r>'
        '<w:r><w:t>; xem lại</w:t><w:endnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>'
    )
    notes = f'<w:footnote w:id="0">{p("đường kẻ")}</w:footnote>'
    notes += f'<w:footnote w:id="3">{p("Gồm 04 nhiệm vụ.")}</w:footnote>'
    ends = f'<w:endnote w:id="2">{p("Theo báo cáo tháng.")}</w:endnote>'

    document = read(word(body, footnotes=notes, endnotes=ends))

    assert document.text.split("\n") == [
        "Còn chậm; xem lại.",
        "Gồm 04 nhiệm vụ.",
        "Theo báo cáo tháng.",
    ]
    assert [(a.label, a.position) for a in document.anchors] == [("1", 8), ("i", 17)]


def test_merged_cells_are_empty_after_the_first() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    body = (
        "<w:tbl><w:tr>" + cell("TT") + cell("Nội dung") + cell("Đơn vị") + "</w:tr>"
        "<w:tr>" + cell("Lĩnh vực đất đai", '<w:gridSpan w:val="3"/>') + "</w:tr>"
        "<w:tr>"
        + item_cell("Rà soát quy hoạch", cell)
        + cell("Sở Xây dựng", '<w:vMerge w:val="restart"/>')
        + "</w:tr><w:tr>"
        + item_cell("Lập bản đồ", cell)
        + cell("", "<w:vMerge/>")
        + "</w:tr></w:tbl>"
    )

    assert texts(word(body, numbering=_NUMBERING)) == [
        "TT | Nội dung | Đơn vị",
        "Lĩnh vực đất đai |  | ",
        "I. | Rà soát quy hoạch | Sở Xây dựng",
        "II. | Lập bản đồ | ",
    ]


def item_cell(text: str, cell: Callable[..., str]) -> str:
    """A cell whose number Word counts, and the cell beside it."""
    return f"<w:tc><w:tcPr/>{item('', 1)}</w:tc>" + cell(text)


def test_pages_are_those_that_word_saw() -> None:
    body = (
        p("Giao Sở Y tế.") + "<w:p><w:r><w:t>Giao Sở Nội vụ </w:t><w:lastRenderedPageBreak/>"
        "<w:t>rà soát.</w:t></w:r></w:p>"
        + "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Giao Sở Tài chính.</w:t></w:r></w:p>"
    )

    document = read(word(body))

    assert document.text.split("\n")[1] == "Giao Sở Nội vụ rà soát."
    assert [(document.text[start : start + 6], page) for start, page in document.pages] == [
        ("Giao S", 1),
        ("rà soá", 2),
        ("Giao S", 3),
    ]


def test_fonts_of_the_old_codings_are_converted() -> None:
    font = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    body = (
        p("Th«ng b¸o", run=font.format(".VnTimeH"))
        + p("Th«ng b¸o cña Së", run=font.format(".VnTime"))
        + p("Thoâng baùo", run=font.format("VNI-Times"))
        + p("Thông báo", run=font.format("Arial"))
    )

    assert texts(word(body)) == ["THÔNG BÁO", "Thông báo của Sở", "Thông báo", "Thông báo"]


def test_the_numbers_of_the_formats() -> None:
    assert [formatted(n, "lowerRoman") for n in (1, 4, 9, 40)] == ["i", "iv", "ix", "xl"]
    assert formatted(27, "upperLetter") == "AA"
    assert formatted(0, "upperRoman") == "0"


def test_opendocument_lists_notes_and_pages() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
        'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
        'style:num-format="a" style:num-suffix=")"/><text:list-level-style-number text:level="3" '
        'style:num-format="1" text:display-levels="3" style:num-suffix="."/></text:list-style>'
        '<text:list-style style:name="G"><text:list-level-style-bullet text:level="1" '
        'text:bullet-char="-"/></text:list-style>'
    )
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p>"
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:list text:style-name="L"><text:list-item><text:p>Sở Y tế</text:p><text:list>'
        "<text:list-item><text:p>Báo cáo<text:s/>nhanh</text:p></text:list-item><text:list-item>"
        "<text:p>Kiểm tra</text:p><text:list><text:list-item><text:p>Sâu</text:p></text:list-item>"
        "</text:list></text:list-item></text:list></text:list-item><text:list-item>"
        "<text:p>Sở Nội vụ</text:p></text:list-item></text:list>"
        '<text:list text:style-name="G"><text:list-item><text:p>Gạch</text:p></text:list-item>'
        "</text:list><text:p>Giao <text:span>Sở</text:span><text:line-break/>Tư pháp "
        "<text:soft-page-break/>rà soát.</text:p>"
        '<text:list text:style-name="L" text:continue-numbering="true"><text:list-item>'
        "<text:p>Đếm tiếp</text:p></text:list-item></text:list>"
    )

    document = read(odt(body, styles))

    assert document.text.split("\n") == [
        "1. Sở Y tế",
        "a) Báo cáo nhanh",
        "b) Kiểm tra",
        "1.b.1. Sâu",
        "2. Sở Nội vụ",
        "- Gạch",
        "Giao Sở",
        "Tư pháp rà soát.",
        "3. Đếm tiếp",
    ]
    assert document.pages[-1] == (document.text.index("rà soát."), 2)


@pytest.mark.parametrize("strict", [False, True])
def test_strict_and_transitional_names_are_read(strict: bool) -> None:
    data = word(p("Giao Sở Y tế."))
    if strict:
        old = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        new = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        kinds = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        data = rezipped(
            data,
            {},
            {
                "word/document.xml": lambda b: b.replace(old, new),
                "_rels/.rels": lambda b: b.replace(
                    kinds, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
                ),
            },
        )

    assert texts(data) == ["Giao Sở Y tế."]
