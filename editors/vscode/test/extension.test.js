"use strict";

// The extension with VS Code and the client stood in for: what it starts, what it is told, and what is said when it cannot.

const assert = require("node:assert");
const { test } = require("node:test");
const Module = require("node:module");

const seen = { started: [], stopped: 0, sent: [], errors: [], commands: {}, changed: undefined };
const settings = { path: "checker", language: "auto", rules: [], case: "", inlayHints: false };
let fails = false;

class LanguageClient {
  constructor(id, name, server, client) {
    Object.assign(this, { id, server, client });
  }
  async start() {
    if (fails) {
      throw new Error("no such command");
    }
    seen.started.push(this);
  }
  async stop() {
    seen.stopped += 1;
  }
  async sendNotification(method, params) {
    seen.sent.push([method, params]);
  }
}

const vscode = {
  env: { language: "zh-cn" },
  window: { showErrorMessage: (told) => seen.errors.push(told) },
  commands: { registerCommand: (name, run) => (seen.commands[name] = run) },
  workspace: {
    workspaceFolders: [{ uri: { fsPath: "/some/folder" } }],
    getConfiguration: () => ({ get: (name) => settings[name] }),
    onDidChangeConfiguration: (run) => (seen.changed = run),
  },
};

const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode : name === "vscode-languageclient/node" ? { LanguageClient } : load(name, ...rest);
const extension = require("../extension");

test("it starts the server for YAML files and hands it the settings", async () => {
  await extension.activate({ subscriptions: [] });
  const [client] = seen.started;
  assert.strictEqual(client.server.command, "checker");
  assert.deepStrictEqual(client.server.args, ["lsp", "--stdio"]);
  assert.strictEqual(client.client.initializationOptions.language, "zh");
  assert.ok(client.client.documentSelector.every((each) => each.language === "yaml"));
});

test("a changed setting is sent, another path starts another server", async () => {
  settings.language = "en";
  await seen.changed({ affectsConfiguration: (name) => name === "checker" });
  assert.strictEqual(seen.sent[0][0], "workspace/didChangeConfiguration");
  assert.strictEqual(seen.sent[0][1].settings.checker.language, "en");
  await seen.changed({ affectsConfiguration: () => true });
  assert.strictEqual(seen.started.length, 2);
  assert.strictEqual(seen.stopped, 1);
});

test("what cannot be started is told, and can be started again", async () => {
  fails = true;
  await seen.commands["checker.restart"]();
  assert.match(seen.errors[0], /pip install/);
  fails = false;
  await seen.commands["checker.restart"]();
  assert.strictEqual(seen.started.length, 3);
  await extension.deactivate();
});
