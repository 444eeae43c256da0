"""What the first sheet of the workbook of a case says: how it is filled in, and how what stands there is read."""

from __future__ import annotations

from checker.base.errors import Text


def guide(unit: str) -> list[tuple[Text, Text]]:
    """Return the instructions, each with its heading; *unit* is that of the amounts."""
    return [
        (
            Text("怎样填", "how to fill it in"),
            Text(
                "先填“单位”，再填“支出项目”，其余的表有什么填什么。白格可以填，有底色的格不用动。每张表第 5 行是灰色的示例，从来不读，不用删。",
                "Fill in the sheet unit, then budget line; of the others whatever there is. White cells are filled in, coloured ones stay as they are. Row 5 of every sheet is a sample in grey: it is never read and need not be deleted.",
            ),
        ),
        (
            Text("空着的格", "an empty cell"),
            Text(
                "报告没有写这一项。转录写“全部”的，空着就是没有披露；没有全录的，空着只是没有录入，不会因此认定没有披露。",
                "The report does not say this. Where transcribed is “whole”, that is not disclosed; else it was merely not copied, and nothing is held against the report.",
            ),
        ),
        (
            Text("无", "none"),
            Text(
                "报告写明没有（没有追加预算，没有调整）。",
                "The report says that there is none (no addition, no adjustment).",
            ),
        ),
        (
            Text("待填", "to_fill"),
            Text(
                "报告有、还没有填的。这一格和靠它判断的待核，报告里逐格提醒；别的照常判断。",
                "It is in the report and still to be filled in. It is open, with what rests on it, and named cell by cell; all else is judged as before.",
            ),
        ),
        (
            Text("留空", "blank"),
            Text(
                "报告有这一栏而空着。会提示补填。", "The report has the cell and leaves it empty; it will be asked for."
            ),
        ),
        (
            Text("未列、未披露", "not_disclosed"),
            Text(
                "明知报告没有披露这个数。写在有编号的行里，或写在“单位”表的“未披露”里。",
                "The report is known not to disclose this figure. In a row with an id, or in the sheet unit at “not disclosed”.",
            ),
        ),
        (
            Text("列全", "all listed"),
            Text(
                "每张表 B3 写这张表是不是列全了：是、否、不详；没有这类事项的写 无。每个项目自己的批复、评审、付款是否列全，写在“支出项目”右边的各“…列全”栏；写了的，这个项目的那几行按它算。",
                "B3 of every sheet says whether everything is in it: yes, no, not said; none where there is none. Whether the approvals, reviews and payments of one line are all there stands in the columns “… all listed” at its right; where one is filled in, it holds for the rows of that line.",
            ),
        ),
        (
            Text("金额", "amounts"),
            Text(
                f"单位是 {unit}，写在“单位”表里和每一栏的表头上。格子里只写数。自己带单位的（如 625000元）按它自己的单位读，报告里说明。看到几位小数就是几位：存的比显示的多的，会要求写成报告里印的数。",
                f"They stand in {unit}: so the sheet unit and every heading say. Cells hold plain figures; one with a unit of its own (625000元) is read in that unit, and told. What is seen is what is read: a number that holds more decimals than it shows is refused.",
            ),
        ),
        (
            Text("比率、日期", "rates, days"),
            Text("比率写 134.71 或 134.71%。日期写 2020-12-31。", "A rate is 134.71 or 134.71%. A day is 2020-12-31."),
        ),
        (
            Text("编号", "ids"),
            Text(
                "支出项目、合同、自报数等要有编号，自己编，不重复即可（001 就是 001）。写“所属”“上级”时，写编号，或写只有一项叫的名称。",
                "Lines, contracts and stated figures have an id of your own, each a different one (001 stays 001). Where an entry belongs to another, write its id, or a name that only one entry has.",
            ),
        ),
        (
            Text("出处", "source"),
            Text(
                "每行最后一栏写在报告的哪一页、哪一节。某一格另有出处、是推断或推算的，在那一格加批注：出处：第 3 页；推断；推算（一行一个）。别的批注不读，报告里说明。",
                "The last column of a row says on which page of the report it stands. A cell with another source, or one that was inferred or derived, has a note: source: page 3, inferred, derived (one a line). Other notes are not read, and told.",
            ),
        ),
        (
            Text("可以改的", "what may be changed"),
            Text(
                "行和列的次序、格式、筛选都可以改，可以加行、隐藏行（照读，报告里说明）。表名、表头、示例行不改，不合并单元格；改了的会指出在哪一格。工作表有保护，没有密码。",
                "Order of rows and columns, formats and filters; rows may be added, and hidden (they are read, and told). Names of sheets, headings and the sample stay, and no cells are merged: whatever was changed is told with its cell. The sheets are protected without a password.",
            ),
        ),
    ]
