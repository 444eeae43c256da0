(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent), S = data.strings, PAGE = 100;
  // a row: head, fingerprint, subject, message, source, seven figures, what only some have; a head: as in html.py
  var H = data.heads, rows = data.rows, NO = 0, KIND = 1, SEVERITY = 2, RULE = 3, UNIT = 4, TITLE = 5, KIND_NAME = 6, SEVERITY_NAME = 7, BASIS = 8, PAPERS = 9;
  var FINGERPRINT = 1, SUBJECT = 2, MESSAGE = 3, SOURCE = 4, FIGURES = [5, 6, 7, 8, 9, 10, 11], MORE = 12;
  var root = document.documentElement, body = document.getElementById("rows"), shown = 0, hits = [], texts = [];
  var ids = ["q", "kind", "severity", "rule"], input = {}, timer = 0;
  ids.forEach(function (id) { input[id] = document.getElementById(id); });
  function lang() { return root.getAttribute("data-lang"); }
  function at() { return lang() === "zh" ? 0 : 1; }
  function one(value) { return typeof value === "number" ? S[value] : value; }
  function word(value) { return one(Array.isArray(value) ? value[at()] : value); }
  function both(value) { return Array.isArray(value) ? one(value[0]) + " " + one(value[1]) : one(value); }
  function say(zh, en) { return lang() === "zh" ? zh : en; }
  function make(tag, text, name) {
    var node = document.createElement(tag);
    if (text !== undefined) { node.textContent = text; }
    if (name) { node.className = name; }
    return node;
  }
  function haystack(index) {
    if (!texts[index]) {
      var row = rows[index], head = H[row[0]];
      texts[index] = [head[TITLE], row[SUBJECT], row[MESSAGE], head[BASIS]].map(both).concat([head[RULE], head[UNIT]]).join(" ").toLowerCase();
    }
    return texts[index];
  }
  function filter() {
    var words = input.q.value.toLowerCase().split(/\s+/).filter(Boolean), kind = input.kind.value, severity = input.severity.value, rule = input.rule.value;
    hits = [];
    for (var i = 0; i < rows.length; i++) {
      var head = H[rows[i][0]];
      if ((kind && head[KIND] !== kind) || (severity && head[SEVERITY] !== severity) || (rule && head[RULE] !== rule)) { continue; }
      if (words.length) {
        var text = haystack(i), all = true;
        for (var w = 0; w < words.length; w++) { if (text.indexOf(words[w]) < 0) { all = false; break; } }
        if (!all) { continue; }
      }
      hits.push(i);
    }
    body.textContent = "";
    shown = 0;
    more(PAGE);
  }
  function more(count) {
    var part = document.createDocumentFragment(), end = Math.min(hits.length, shown + count);
    for (; shown < end; shown++) { part.appendChild(line(rows[hits[shown]], hits[shown])); }
    body.appendChild(part);
    document.getElementById("status").textContent = say("符合条件 " + hits.length + " 条，共 " + rows.length + " 条，已列出 " + shown + " 条", hits.length + " of " + rows.length + " findings fit; " + shown + " listed");
    document.getElementById("more").hidden = shown >= hits.length;
  }
  function line(row, index) {
    var head = H[row[0]], tr = make("tr"), cell = make("td"), open = make("button", String(head[NO]));
    open.type = "button";
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-label", say("展开问题 ", "open finding ") + head[NO] + ": " + word(head[TITLE]));
    open.addEventListener("click", function () { toggle(tr, open, row, index); });
    cell.appendChild(open);
    tr.appendChild(cell);
    tr.appendChild(make("td", word(head[KIND_NAME]), "kind k-" + head[KIND]));
    tr.appendChild(make("td", word(head[SEVERITY_NAME]), "sev"));
    [word(head[TITLE]), word(row[SUBJECT]), word(row[MESSAGE])].forEach(function (text) {
      var td = make("td"), div = make("div", text, "name");
      td.appendChild(div);
      tr.appendChild(td);
    });
    FIGURES.forEach(function (key) { tr.appendChild(make("td", word(row[key]), "n")); });
    return tr;
  }
  function toggle(tr, open, row, index) {
    var was = open.getAttribute("aria-expanded") === "true";
    open.setAttribute("aria-expanded", String(!was));
    if (was) { tr.parentNode.removeChild(tr.nextSibling); return; }
    var detail = make("tr", undefined, "detail"), td = make("td");
    td.colSpan = 13;
    var head = H[row[0]], more = row[MORE] || {}, rule = head[RULE];
    section(td, say("说明和算式", "Explanation"), more.e ? more.e[at()].map(one) : [say("问题太多，这里不展开算式：checker explain " + rule, "too many findings to spell out here: checker explain " + rule)]);
    section(td, say("依据", "Basis"), [word(head[BASIS])]);
    section(td, say("出处", "Where it was read"), [word(row[SOURCE])]);
    section(td, say("需提供或改正", "To provide or correct"), head[PAPERS][at()].map(one));
    if (more.st) { section(td, say("整改情况", "Follow-up"), [word(more.st)]); }
    td.appendChild(make("p", head[UNIT] + " · " + rule + " · " + row[FINGERPRINT], "soft"));
    detail.appendChild(td);
    tr.parentNode.insertBefore(detail, tr.nextSibling);
  }
  function section(parent, title, lines) {
    if (!lines.length || !lines[0]) { return; }
    parent.appendChild(make("h4", title));
    var list = make("ul");
    lines.forEach(function (text) { list.appendChild(make("li", text)); });
    parent.appendChild(list);
  }
  function options() {
    ["kind", "severity"].forEach(function (id) {
      Array.prototype.forEach.call(input[id].options, function (option) { option.textContent = option.getAttribute("data-" + lang()); });
    });
  }
  function speak(name) {
    root.setAttribute("data-lang", name);
    root.setAttribute("lang", name === "zh" ? "zh-CN" : "en");
    options();
    filter();
  }
  document.getElementById("lang").addEventListener("click", function () { speak(lang() === "zh" ? "en" : "zh"); });
  document.getElementById("print").addEventListener("click", function () { window.print(); });
  document.getElementById("more").addEventListener("click", function () { more(PAGE); });
  window.addEventListener("beforeprint", function () { more(2000); });
  input.q.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
  ids.slice(1).forEach(function (id) { input[id].addEventListener("change", filter); });
  options();
  filter();
}());
