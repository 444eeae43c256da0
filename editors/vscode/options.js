"use strict";

// What the settings come to: how the server is started, and what it is told. Nothing here needs VS Code.

/** Return the command that starts the server. */
function serverCommand(settings, folder) {
  return { command: settings.path || "checker", args: ["lsp", "--stdio"], options: folder ? { cwd: folder } : {} };
}

/** Return what the server is told: the language that is meant by auto, folders as they stand from the workspace. */
function serverSettings(settings, locale, folder) {
  const path = require("node:path");
  const language = settings.language === "zh" || settings.language === "en" ? settings.language : /^zh/i.test(locale || "") ? "zh" : "en";
  const placed = (name) => (folder && name && !path.isAbsolute(name) ? path.join(folder, name) : name);
  return {
    language,
    rules: (settings.rules || []).filter((name) => typeof name === "string" && name).map(placed),
    case: placed(settings.case || ""),
    inlayHints: settings.inlayHints === true,
  };
}

/** Return what to say where the server cannot be started. */
function notStarted(command, language) {
  return language === "zh"
    ? `启动不了“${command} lsp”。请安装：pip install "expenditure-checker[editor]"，或在设置 checker.path 里写明命令的位置。`
    : `“${command} lsp” cannot be started. Install it: pip install "expenditure-checker[editor]", or say in the setting checker.path where the command is.`;
}

module.exports = { serverCommand, serverSettings, notStarted };
