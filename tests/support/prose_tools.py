"""What the tests of prose share: documents made of sentences, and what a reading makes of them in short words."""

from pathlib import Path

from conftest import BOOK

from checker.intake.document import Document, Paragraph, Place
from checker.intake.numbers import spans
from checker.intake.prose import understand
from checker.intake.reading import Reading

REPORTS = Path(__file__).parents[3] / "shared" / "reports"


def document(*paragraphs, name="report.docx", kind="docx"):
    """A document of paragraphs."""
    blocks = tuple(Paragraph(Place((("paragraph", number),)), text) for number, text in enumerate(paragraphs, 1))
    return Document(name, "0" * 64, 1, kind, blocks)


def read(made, number=1):
    """A document read: the spans of all its numbers, and what its prose says."""
    found = tuple(spans(made, number))
    return Reading((made,), found, understand(made, found, BOOK.vocabulary))


def told(reading):
    """What each figure was taken for, by its printed text: a field, a part of a claim, "context", or nothing."""
    facts = {fact.key: fact for fact in reading.understood.facts}
    texts = {key: {field: text for field, text, _ in fact.texts} for key, fact in facts.items()}

    def label(key):
        if key == "unit":
            return "unit"
        return texts[key].get("name") or texts[key].get("kind") or key

    def spot(path):
        key, _, field = path.partition(".")
        return label(key) + (f".{field}" if field else "")

    def operand(fact):
        own = texts[fact.key]
        sign = "-" if own.get("sign") == "minus" else ""
        if "path" in own:
            return sign + spot(own["path"])
        inferred = next((each.text for each in reading.understood.inferred if each.fact == fact.key), "")
        printed = next((by_id[each.span].text for each in reading.understood.proposals if each.fact == fact.key), "")
        return sign + (f"={inferred}" if inferred else "".join(printed.split()))

    by_id = {span.id: span for span in reading.spans}
    found = {}
    for span in reading.spans:
        said = []
        for proposal in reading.understood.proposals:
            if proposal.span != span.id:
                continue
            fact = facts[proposal.fact]
            if fact.entity == "stated_figure":
                operands = ", ".join(
                    operand(each) for each in facts.values() if each.parent == fact.key and each.entity == "operand"
                )
                said.append(f"{texts[fact.key]['kind']}({operands})")
            elif fact.entity == "operand":
                said.append("operand")
            else:
                said.append(f"{label(proposal.fact)}.{proposal.field}" + ("?" if proposal.grade == "confirm" else ""))
        if not said and span.id in dict(reading.understood.context):
            said = ["context"]
        said = sorted(dict.fromkeys(said))
        if len(said) > 1:
            said = [each for each in said if each != "operand"]
        if said != ["context"]:
            found.setdefault("".join(span.text.split()), []).append(" & ".join(said) or "unread")
    return {key: value[0] if len(value) == 1 else value for key, value in found.items()}
