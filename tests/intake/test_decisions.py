"""What people decide about a reading: kept in a file, taken back, replayed on the next version, and never about anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import BOOK
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from prose_tools import document, read

from checker.api import check
from checker.base.errors import InputError
from checker.cases.reader import read_case
from checker.documents.source import parse_text
from checker.intake.decided import Addresses, parsed
from checker.intake.decisions import (
    Decision,
    Decisions,
    Withdrawn,
    beside,
    confirmed,
    pending,
    read_decisions,
    write_decisions,
    written,
)
from checker.intake.fitting import fitted
from checker.intake.merging import merge
from checker.intake.reading import Evidence, Inferred, Reading

TITLE = "2024年度长沙市望城区示例局部门整体支出绩效自评报告"
WHO = ("王会计", "2025-03-01 09:30")
VOCABULARY = BOOK.vocabulary
TEXTS = (
    TITLE,
    "长沙市望城区示例局为区政府直属事业单位，编制18人，实有在职人员12名。",
    "本年度基本支出预算244.50万元，实际支出263.10万元，增幅7.61%。",
    "本年度项目支出预算621万元，实际支出638.62万元，其中：档案数字化项目538.64万元、库房维修费99.98万元。",
    "采集数据23566条，整理档案8万条。",
    "库房维修费为年中增加，年初未批示预算。",
    "长沙市望城区示例局",
    "2025年1月25日",
)


def reading_of(*texts):
    """Read TEXTS or others; that a line has no initial budget is concluded from words, as the grammar does of lists of such lines."""
    reading = read(document(*(texts or TEXTS)))
    line = next((f.key for f in reading.understood.facts if ("name", "库房维修费") in [t[:2] for t in f.texts]), "")
    at = next((place for place, text in reading.documents[0].texts() if "未批示" in text), None)
    if not line or at is None:
        return reading
    nothing = Inferred(line, "initial_budget", "0万元", at, "confirm", (Evidence("word", "年初未批示预算"),))
    known = reading.understood
    return reading._replace(understood=known._replace(inferred=(*known.inferred, nothing)))


def together(*several):
    parts = [read(document(TITLE, *texts, name=name), number) for number, (name, *texts) in enumerate(several, 1)]
    spans = tuple(span for part in parts for span in part.spans)
    known = merge([part.understood for part in parts], {span.id: span for span in spans})
    return Reading(tuple(document for part in parts for document in part.documents), spans, known)


def case_of(reading, *decisions):
    text = confirmed(reading, VOCABULARY, Decisions(decisions)).text
    return read_case(parse_text("draft.yaml", text), VOCABULARY)


def item(reading, words, *decisions):
    """Return what is pending about the field or the printed figure that has these words."""
    every = pending(reading, VOCABULARY, Decisions(decisions)).items
    return next(each for each in every if words in each.address or (not each.address and words in each.printed))


GOOD = """\
格式: checker-decisions/1
文件:
  - {名称: 年报.docx, sha256: "%s"}
决定:
  - 做法: 改写
    字段: 支出[基本支出].实际支出
    改为: 263.10万元
    原文: 263.01万元
    所在句子: 实际支出263.01万元
    人: 王会计
    时间: 2025-03-01 09:30
    理由: 原表如此
""" % ("0" * 64)
WRONG = {
    "another format": ("checker-decisions/1", "checker-decisions/2", "format"),
    "no format": ("格式: checker-decisions/1\n", "", "format"),
    "an unknown key at the top": ("文件:", "文件夹:", "unknown-key"),
    "an unknown key of a decision": ("    原文:", "    原 文:", "unknown-key"),
    "a key twice": ("    人: 王会计", "    人: 王会计\n    who: 李", "repeated"),
    "nobody decided": ("    人: 王会计\n", "", "required"),
    "at no time": ("    时间: 2025-03-01 09:30\n", "", "required"),
    "a day that is none": ("2025-03-01 09:30", "2025-02-30", "bad-date"),
    "a time that is none": ("2025-03-01 09:30", "2025-03-01 24:30", "bad-date"),
    "no action": ("  - 做法: 改写\n    字段", "  - 字段", "required"),
    "an unknown action": ("做法: 改写", "做法: 改正", "choice"),
    "set to nothing": ("    改为: 263.10万元\n", "", "required"),
    "an amount without a unit": ("263.10万元\n", "263.10\n", "bad-money"),
    "a place that is none": (
        "支出[基本支出].实际支出\n    改为: 263.10万元",
        "单位.行政区划\n    改为: 望城城",
        "bad-text",
    ),
    "nothing for what a line must have": (
        "].实际支出\n    改为: 263.10万元",
        "].支出层次\n    改为: 无",
        "bad-line_kind",
    ),
    "a word for an amount": ("263.10万元\n", "很多\n", "bad-money"),
    "a field that does not exist": ("].实际支出", "].实际花费", "no-field"),
    "a kind of fact that does not exist": ("支出[基本支出]", "支出项[基本支出]", "no-field"),
    "no address": ("支出[基本支出].实际支出", "实际支出", "no-field"),
    "set without a field": ("    字段: 支出[基本支出].实际支出\n", "", "required"),
    "accept with a value": ("做法: 改写", "做法: 接受", "value"),
    "aside without a reason": (
        "做法: 改写\n    字段: 支出[基本支出].实际支出\n    改为: 263.10万元",
        "做法: 搁置",
        None,
    ),
    "accept without the printed figure": (
        "做法: 改写\n    字段: 支出[基本支出].实际支出\n    改为: 263.10万元\n    原文: 263.01万元",
        "做法: 接受\n    字段: 支出[基本支出].实际支出",
        "required",
    ),
    "a digest too short": ("0" * 64, "0" * 63, "sha256"),
    "a document without a name": ("名称: 年报.docx, ", "", "required"),
    "no list of decisions": (GOOD.partition("决定:")[2], " 无\n", "list"),
    "no list of documents": (GOOD.partition("文件:")[2].partition("决定:")[0], " 年报.docx\n", "list"),
    "a decision that is a text": ("决定:\n", "决定:\n  - 都对\n", "mapping"),
    "nothing": (GOOD, "", "empty"),
    "taken back by nobody": ("决定:", "撤回:", "required"),
}


def read_text(text):
    return read_decisions("a.decisions.yaml", VOCABULARY, text.encode())[0]


def test_a_file_by_hand_is_read_in_both_languages():
    found = read_text(GOOD)
    english = GOOD
    for zh, en in (
        ("格式", "format"),
        ("文件", "documents"),
        ("名称", "name"),
        ("决定", "decisions"),
        ("做法: 改写", "action: set"),
        ("字段", "field"),
        ("改为", "value"),
        ("原文", "printed"),
        ("所在句子", "sentence"),
        ("    人", "    who"),
        ("时间", "when"),
        ("理由", "reason"),
        ("支出[基本支出].实际支出", "lines[基本支出].actual"),
    ):
        english = english.replace(zh, en, 1)
    assert read_text(english).made[0]._replace(field="") == found.made[0]._replace(field="")
    assert parsed(read_text(english).made[0].field, VOCABULARY) == parsed(found.made[0].field, VOCABULARY)
    assert found.documents == (("年报.docx", "0" * 64),)


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_with_a_file_is_said_with_its_line(name):
    one, other, code = WRONG[name]
    assert one in GOOD
    text = GOOD.replace(one, other, 1)
    if name == "aside without a reason":
        text, code = text.replace("    理由: 原表如此\n", ""), "required"
    with pytest.raises(InputError) as error:
        read_text(text)
    problems = error.value.problems
    assert code in [problem.code for problem in problems], [problem.render("zh") for problem in problems]
    assert all(p.place.file == "a.decisions.yaml" and p.message.zh and p.message.en for p in problems)
    assert name == "nothing" or all(p.place.line for p in problems)


def test_every_problem_of_a_file_is_said_at_once():
    text = GOOD.replace("    人: 王会计\n", "").replace("2025-03-01 09:30", "昨天").replace("0" * 64, "abc")
    with pytest.raises(InputError) as error:
        read_text(text)
    assert {problem.code for problem in error.value.problems} == {"required", "bad-date", "sha256"}


ANY = st.text(st.characters(codec="utf-8"), max_size=30)
SHOWN = ANY.map(lambda text: " ".join("".join(sign for sign in text if sign.isprintable()).split()))


@settings(max_examples=60, deadline=None)
@given(SHOWN, SHOWN.filter(bool), SHOWN.filter(bool), SHOWN)
def test_what_is_written_is_read_back(sentence, printed, who, reason):
    aside = Decision("n1.2", "", "aside", "", reason or "旧数", who, WHO[1], printed, sentence)
    money = Decision("", "支出[基本支出].实际支出", "set", "1.50万元", reason, *WHO, printed, sentence)
    made = Decisions((aside, money), (Withdrawn(aside, who, "2025-03-02"),), (("年报.docx", "a" * 64),))
    assert read_decisions("a.decisions.yaml", VOCABULARY, written(made))[0] == made


@settings(max_examples=80, deadline=None)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 40),
    st.sampled_from(["", "- ", ": ", "{", "[", "&a ", "*a", "\t", "\0", "无", "决定:"]),
)
def test_a_damaged_file_is_read_or_refused(at, length, instead):
    damaged = GOOD[:at] + instead + GOOD[at + length :]
    try:
        read_text(damaged)
    except InputError as error:
        assert error.problems and all(problem.message.zh for problem in error.problems)


def test_two_writers_do_not_overwrite_each_other(tmp_path):
    path = str(tmp_path / "年报.decisions.yaml")
    first = Decisions(documents=(("年报.docx", "0" * 64),))
    data = write_decisions(path, first)
    with pytest.raises(InputError) as error:
        write_decisions(path, first)  # somebody else began one
    assert error.value.problems[0].code == "changed"
    one = first.add(item(reading_of(), "支出[库房维修费].年初预算").decision("accept", *WHO))
    later = write_decisions(path, one, data)
    with pytest.raises(InputError) as error:
        write_decisions(path, first, data)
    assert error.value.problems[0].code == "changed"
    assert Path(path).read_bytes() == later and read_decisions(path, VOCABULARY)[0] == one
    Path(path).unlink()
    with pytest.raises(InputError):
        write_decisions(path, one, later)
    assert not Path(path).exists()


def test_what_is_taken_back_is_kept():
    empty = Decisions()
    assert empty.undone(*WHO) == empty
    decision = item(reading_of(), "支出[库房维修费].年初预算").decision("accept", *WHO)
    back = empty.add(decision).undone("李主任", "2025-03-02")
    assert back.made == () and back.withdrawn == (Withdrawn(decision, "李主任", "2025-03-02"),)


def test_a_file_stands_beside_its_document():
    assert beside("材料/年报.docx") == "材料/年报.decisions.yaml"


def test_each_thing_to_look_at_has_place_sentence_figure_and_field():
    found = pending(reading_of(), VOCABULARY)
    one = item(reading_of(), "支出[库房维修费].年初预算")
    assert (one.kind, one.value, one.where.zh, one.grade) == ("confirm", "0万元", "¶6", "confirm")
    assert "年初未批示预算" in one.sentence and "为年中增加" in one.shown
    data = item(reading_of(), "23566条")
    assert (data.kind, data.where.zh, data.sentence) == ("unread", "¶5", "采集数据23566条，整理档案8万条")
    assert not found.conflicts and not found.expected and found.figures == len(found.confirm) == 4
    assert [
        each.address for each in pending(reading_of("一份报告", "基本支出实际支出1万元。"), VOCABULARY).expected
    ] == [
        "单位.行政区划",
        "单位.预算级次",
        "单位.单位性质",
        "单位.预算年度",
    ]


def test_a_decision_takes_what_it_is_about_from_the_list():
    reading = reading_of()
    for each in pending(reading, VOCABULARY).items:
        if each.kind == "confirm":
            made = [each.decision("accept", *WHO), each.decision("aside", *WHO, reason="不是")]
        else:
            made = [each.decision("aside", *WHO, reason="业务量")]
        for decision in made:
            left = confirmed(reading, VOCABULARY, Decisions((decision,)))
            assert not left.lost
            assert (each.span, each.address) not in {(other.span, other.address) for other in left.pending.items}


def test_one_of_two_figures_is_chosen_and_the_other_stays_a_contradiction():
    reading = together(("报告.docx", "基本支出实际支出10万元。"), ("表.docx", "基本支出实际支出12万元。"))
    conflict = item(reading, "支出[基本支出].实际支出")
    assert [each.value for each in conflict.candidates] == ["10万元", "12万元"]
    assert [each.where.zh for each in conflict.candidates] == ["报告.docx ¶2", "表.docx ¶2"]
    chosen = conflict.decision("choose", *WHO, span=conflict.candidates[1].span)
    case = case_of(reading, chosen)
    (line,) = [fact for fact in case.facts["budget_line"] if fact.values["name"] == "基本支出"]
    assert line.cells["actual"].text == "12万元" and len(case.facts["stated_figure"]) == 1
    aside = conflict.decision("aside", *WHO, span=conflict.candidates[0].span, reason="是上年数")
    case = case_of(reading, aside)
    (line,) = [fact for fact in case.facts["budget_line"] if fact.values["name"] == "基本支出"]
    assert line.cells["actual"].text == "12万元" and "stated_figure" not in case.facts


def test_an_unread_figure_is_given_a_field_with_its_place():
    reading = reading_of()
    decision = item(reading, "23566条").decision("set", *WHO, value="5名", field="单位.临聘人数", reason="附件二")
    case = case_of(reading, decision)
    cell = case.root.cells["temporary_staff"]
    assert (cell.text, cell.note) == ("5名", "¶5；原文“23566条”，王会计 2025-03-01 09:30 改为 5名：附件二")
    assert cell.quote == "采集数据23566条，整理档案8万条"
    again = decision._replace(field="支出[基本支出].实际支出", value="1万元")
    assert confirmed(reading, VOCABULARY, Decisions((again,))).lost  # the report states that field


CHANGES = {
    "nothing": (lambda texts: texts, ""),
    "a paragraph more before it": (lambda texts: (*texts[:1], "一、基本情况", *texts[1:]), ""),
    "another figure of another sentence": (lambda texts: tuple(t.replace("244.50", "244.60") for t in texts), ""),
    "the figure itself": (lambda texts: tuple(t.replace("23566条", "23567条") for t in texts), "没有这个数"),
    "another figure of its sentence": (lambda texts: tuple(t.replace("8万条", "9万条") for t in texts), "句子变了"),
    "the same figure in another sentence": (
        lambda texts: tuple(t.replace("采集数据23566条", "整理了23566条") for t in texts),
        "句子变了",
    ),
    "its sentence without it": (lambda texts: tuple(t for t in texts if "23566" not in t), "材料里没有这个数"),
    "its sentence twice": (lambda texts: ("采集数据23566条，整理档案8万条。", *texts), "几个一样的数"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_decision_is_found_again_or_named(name):
    change, why = CHANGES[name]
    decision = item(reading_of(), "23566条").decision("aside", *WHO, reason="业务量")
    if name == "its sentence twice":
        decision = decision._replace(span="n9.9")
    found = confirmed(reading_of(*change(TEXTS)), VOCABULARY, Decisions((decision,)))
    assert [why in lost.why.zh for lost in found.lost] == ([True] if why else []), found.lost
    asked = [each.printed for each in found.pending.unread]
    assert ("23566条" in asked) == bool(why and "没有这个数" not in why)


def test_a_choice_between_figures_falls_with_one_of_them():
    texts = ("基本支出实际支出10万元。", "基本支出实际支出11万元。")
    reading = read(document(TITLE, *texts))
    conflict = item(reading, "支出[基本支出].实际支出")
    decision = conflict.decision("choose", *WHO, span=conflict.candidates[1].span)
    changed = read(document(TITLE, texts[0].replace("10万元", "9万元"), texts[1]))
    found = confirmed(changed, VOCABULARY, Decisions((decision,)))
    assert [lost.decision for lost in found.lost] == [decision] and len(found.pending.conflicts) == 1


SPECIAL = (
    "无",
    "待填",
    "留空",
    "3万元",
    "-3万元",
    "5%",
    "7",
    "2024-01-01",
    "2023",
    "是",
    "机关",
    "明细项目",
    "x: y",
    "#a",
)


@pytest.mark.parametrize("number", [0, 1])
def test_whatever_a_field_may_be_set_to_the_draft_is_read(number):
    reading = READINGS[number]
    of = Addresses({fact.key: fact for fact in reading.understood.facts}, VOCABULARY)
    seen, tried = set(), 0
    for key, fact in of.facts.items():
        for field in VOCABULARY.entities[fact.entity].fields.values():
            if not field.written or (fact.entity, field.id) in seen:
                continue
            seen.add((fact.entity, field.id))
            proposal = next((p for p in reading.understood.proposals if (p.fact, p.field) == (key, field.id)), None)
            span = next((s for s in reading.spans if proposal is not None and s.id == proposal.span), None)
            said = (span.text, span.context) if span is not None else ("", "")
            for value in SPECIAL:
                made = Decision("", of.of(key, field.id), "set", value, "", *WHO, *said)
                if not fitted(reading, VOCABULARY, Decisions((made,))).lost:
                    assert case_of(reading, made).count()
                    tried += 1
    assert tried > 100


NEVER = {
    "a field of a line that is not there": Decision("", "支出[没有的项目].实际支出", "set", "1万元", "", *WHO),
    "a field that the report states": Decision("", "支出[基本支出].实际支出", "set", "1万元", "", *WHO),
    "what it belongs to": Decision("", "支出[基本支出].上级项目", "set", "project", "", *WHO),
    "an id": Decision("", "支出[基本支出].项目编号", "set", "x", "", *WHO),
    "a value of another type": Decision("", "单位.退休人数", "set", "很多", "", *WHO),
    "accepting nothing": Decision("", "单位.临聘人数", "accept", "", "", *WHO),
    "accepting an unread figure": Decision("", "", "accept", "", "", *WHO, "23566条", "采集数据23566条，整理档案8万条"),
    "accepting a figure as another field": Decision(
        "",
        "单位.在职人数",
        "accept",
        "",
        "",
        *WHO,
        "18人",
        "长沙市望城区示例局为区政府直属事业单位，编制18人，实有在职人员12名",
    ),
}


@pytest.mark.parametrize("name", NEVER)
def test_what_fits_nothing_changes_nothing(name):
    reading = reading_of()
    found = confirmed(reading, VOCABULARY, Decisions((NEVER[name],)))
    assert len(found.lost) == 1 and found.lost[0].why.zh and found.lost[0].why.en
    assert found.text == confirmed(reading, VOCABULARY).text


READINGS = (
    reading_of(),
    reading_of(TITLE, "项目支出实际支出480万元，其中：档案数字化项目300万元、网络租赁费190万元。", "临聘人员3名。"),
    reading_of(TITLE, "基本支出实际支出10万元。", "基本支出实际支出11万元。", "共培训3次、8万人。"),
    together(("报告.docx", "基本支出实际支出10万元。"), ("表.docx", "基本支出实际支出12万元，项目支出实际支出5万元。")),
)
VALUES = {
    "text": "430112",
    "budget_level": "省级",
    "unit_kind": "机关",
    "money": "3.25万元",
    "percent": "12.5%",
    "count": "7",
    "number": "7",
    "date": "2025-01-02",
    "year": "2023",
}


def cells_of(case):
    """Return every figure and text of a case by fact and field, claims by their wording."""
    found = {}
    for fact in case.each():
        name = fact.values.get("text") or fact.values.get("name") or fact.id
        owner = fact.owner.values.get("text", fact.owner.id) if fact.entity == "operand" else ""
        number = fact.owner.related["operand"].index(fact) if fact.entity == "operand" else 0
        for field, cell in fact.cells.items():
            computed = not VOCABULARY.entities[fact.entity].fields[field].written or (cell.derived and not cell.text)
            if not computed and field not in ("id", "path", "parent"):
                found[fact.entity, owner, number, name, field] = cell._replace(line=0, column=0, value=str(cell.text))
    return found


def decision_about(each, action, choice):
    """Return a decision about something pending, where there can be such a one."""
    if action == "set":
        _, _, field = parsed(each.address, VOCABULARY) if each.address else (None, "", None)
        value = VALUES.get(field.type) if field is not None else None
        return each.decision("set", *WHO, value=value) if value else None
    if action == "aside":
        span = each.candidates[choice % len(each.candidates)].span if each.candidates else ""
        return each.decision("aside", *WHO, reason="不是", span=span) if each.kind != "expected" else None
    if each.candidates:
        return each.decision("choose", *WHO, span=each.candidates[choice % len(each.candidates)].span)
    return each.decision("accept", *WHO) if each.kind == "confirm" and each.value else None


ACTS = ("accept", "set", "aside")


def only_about(reading, before, each, made):
    """Hold the drafts before and after a decision side by side: nothing but its own field may differ."""
    one, two = (cells_of(case_of(reading, *decisions)) for decisions in (before, (*before, made)))
    changed = {key for key in one.keys() | two.keys() if one.get(key) != two.get(key)}
    if each.address.startswith(("自报数[", "构成[")):
        assert {key[0] for key in changed} <= {"stated_figure", "operand"}
        return
    if each.candidates:  # one that is set aside is no contradiction any more
        changed = {key for key in changed if key[0] not in ("stated_figure", "operand")}
    assert {key[4] for key in changed} <= {each.field} and len(changed) <= 1, (each.address, made, changed)
    if changed and each.fact != "unit":
        of = Addresses({fact.key: fact for fact in reading.understood.facts}, VOCABULARY)
        assert next(iter(changed))[3] == of.name(each.fact)


@pytest.mark.parametrize("number", range(len(READINGS)))
def test_a_decision_changes_no_other_field(number):
    reading = READINGS[number]
    tried = 0
    for at, first in enumerate(pending(reading, VOCABULARY).items):
        before = decision_about(first, ACTS[at % 3], at) or decision_about(first, "aside", at)
        if before is None:
            continue
        for place, each in enumerate(pending(reading, VOCABULARY, Decisions((before,))).items):
            made = decision_about(each, ACTS[(at + place) % 3], place) or decision_about(each, "aside", place)
            if made is not None:
                only_about(reading, (before,), each, made)
                tried += 1
    assert tried


PICKS = st.lists(st.tuples(st.integers(0, 40), st.sampled_from(ACTS), st.integers(0, 3)), min_size=1, max_size=6)


def outcomes(reading, *decisions):
    report = check(case_of(reading, *decisions), BOOK)
    return {(each.rule.id, each.subject.entity, each.subject.id): each.outcome for each in report.results}


HEADINGS = ("单位.行政区划", "单位.预算级次", "单位.单位性质", "单位.预算年度")


@settings(max_examples=8, deadline=None, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(range(2)), PICKS, st.data())
def test_taking_decisions_away_never_turns_open_into_met(number, picks, data):
    reading = READINGS[number]
    made = Decisions()
    for place, kind, choice in picks:
        items = [i for i in pending(reading, VOCABULARY, made).items if i.address not in HEADINGS or kind == "accept"]
        decision = decision_about(items[place % len(items)], kind, choice) if items else None
        made = made.add(decision) if decision is not None else made
    kept = [each for each in made.made if data.draw(st.booleans())]
    with_all, fewer = outcomes(reading, *made.made), outcomes(reading, *kept)
    turned = {key for key, outcome in fewer.items() if outcome == "pass" and with_all.get(key) == "undetermined"}
    assert not turned
