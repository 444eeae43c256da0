"use strict";

// Starts `checker lsp` of this machine for YAML files and hands it the settings. Nothing is downloaded and nothing sent anywhere.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { notStarted, serverCommand, serverSettings } = require("./options");

let client;

function folder() {
  const folders = vscode.workspace.workspaceFolders;
  return folders && folders.length ? folders[0].uri.fsPath : undefined;
}

function settings() {
  const known = vscode.workspace.getConfiguration("checker");
  const names = ["path", "language", "rules", "case", "inlayHints"];
  return Object.fromEntries(names.map((name) => [name, known.get(name)]));
}

async function start() {
  const own = settings();
  const told = serverSettings(own, vscode.env.language, folder());
  const { command, args, options } = serverCommand(own, folder());
  client = new LanguageClient(
    "checker",
    "预算支出合规检查 Checker",
    { command, args, options },
    {
      documentSelector: [
        { scheme: "file", language: "yaml" },
        { scheme: "untitled", language: "yaml" },
      ],
      initializationOptions: told,
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(notStarted(command, told.language));
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
}

async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("checker.restart", async () => {
      await stop();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("checker.path")) {
        await stop();
        await start();
      } else if (client && event.affectsConfiguration("checker")) {
        const told = serverSettings(settings(), vscode.env.language, folder());
        await client.sendNotification("workspace/didChangeConfiguration", { settings: { checker: told } });
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
