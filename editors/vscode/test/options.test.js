"use strict";

const assert = require("node:assert");
const { test } = require("node:test");
const path = require("node:path");
const { notStarted, serverCommand, serverSettings } = require("../options");
const manifest = require("../package.json");

const folder = path.resolve("/some/folder");

test("the server is started by the command of the settings, in the folder that is open", () => {
  assert.deepStrictEqual(serverCommand({}, folder), {
    command: "checker",
    args: ["lsp", "--stdio"],
    options: { cwd: folder },
  });
  assert.strictEqual(serverCommand({ path: "/opt/checker" }).command, "/opt/checker");
});

test("auto is the language of the editor, and what is chosen stays", () => {
  assert.strictEqual(serverSettings({ language: "auto" }, "zh-cn").language, "zh");
  assert.strictEqual(serverSettings({ language: "auto" }, "de").language, "en");
  assert.strictEqual(serverSettings({ language: "en" }, "zh-cn").language, "en");
});

test("folders and the case are named from the folder that is open", () => {
  const told = serverSettings({ rules: ["rules", "", 7], case: "cases/2023.yaml", inlayHints: true }, "en", folder);
  assert.deepStrictEqual(told.rules, [path.join(folder, "rules")]);
  assert.strictEqual(told.case, path.join(folder, "cases", "2023.yaml"));
  assert.strictEqual(told.inlayHints, true);
  assert.strictEqual(serverSettings({}, "en", folder).case, "");
});

test("a server that is not there is told in the language of the person", () => {
  assert.match(notStarted("checker", "zh"), /安装/);
  assert.match(notStarted("checker", "en"), /pip install/);
});

test("every setting is described in both languages", () => {
  const properties = manifest.contributes.configuration.properties;
  assert.deepStrictEqual(Object.keys(properties).sort(), ["checker.case", "checker.inlayHints", "checker.language", "checker.path", "checker.rules"]);
  for (const each of Object.values(properties)) {
    assert.match(each.description || each.markdownDescription, /[\u4e00-\u9fff].* \/ .*[a-z]/);
  }
});
