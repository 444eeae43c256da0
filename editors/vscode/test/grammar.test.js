"use strict";

const assert = require("node:assert");
const { test } = require("node:test");
const fs = require("node:fs");
const path = require("node:path");
const manifest = require("../package.json");

const place = path.join(__dirname, "..", manifest.contributes.grammars[0].path);
const grammar = JSON.parse(fs.readFileSync(place, "utf8"));
const { condition, message } = grammar.repository;

function scopes(text) {
  const found = {};
  for (const { name, match } of condition.patterns) {
    for (const each of text.matchAll(new RegExp(match, "gu"))) {
      found[each[0]] = found[each[0]] || name;
    }
  }
  return found;
}

test("a condition begins behind its key, in both languages", () => {
  for (const line of ["要求: 实际支出", "require: actual", "  - {条件: 甲", "适用: 乙"]) {
    assert.match(line, new RegExp(condition.begin, "u"));
  }
  assert.doesNotMatch("标题: 要求", new RegExp(condition.begin, "u"));
  assert.match('说明: "{甲}"', new RegExp(message.begin, "u"));
});

test("words of the law, functions, figures and texts are told apart", () => {
  const found = scopes('实际支出 不得超过 合计(付款.付款金额) 且 造价 >= 200万元 and name contains "专项"');
  assert.strictEqual(found["不得"], "keyword.control.checker");
  assert.strictEqual(found["超过"], "keyword.operator.checker");
  assert.strictEqual(found["合计"], "support.function.checker");
  assert.strictEqual(found["且"], "keyword.control.checker");
  assert.strictEqual(found["200万元"], "constant.numeric.checker");
  assert.strictEqual(found['"专项"'], "string.quoted.double.checker");
  assert.strictEqual(found["contains"], "keyword.operator.checker");
});
