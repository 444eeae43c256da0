(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent), S = data.strings, rows = data.rows, PAGE = 100;
  var root = document.documentElement, body = document.getElementById("rows"), shown = 0, hits = [], texts = [];
  var ids = ["q", "kind", "severity", "rule"], input = {}, timer = 0;
  ids.forEach(function (id) { input[id] = document.getElementById(id); });
  function lang() { return root.getAttribute("data-lang"); }
  function at() { return lang() === "zh" ? 0 : 1; }
  function word(pair) { return S[pair[at()]]; }
  function say(zh, en) { return lang() === "zh" ? zh : en; }
  function make(tag, text, name) {
    var node = document.createElement(tag);
    if (text !== undefined) { node.textContent = text; }
    if (name) { node.className = name; }
    return node;
  }
  function haystack(index) {
    if (!texts[index]) {
      var row = rows[index];
      texts[index] = [row.t, row.s, row.m, row.b].map(function (pair) { return S[pair[0]] + " " + S[pair[1]]; }).concat([row.r, row.u]).join(" ").toLowerCase();
    }
    return texts[index];
  }
  function filter() {
    var words = input.q.value.toLowerCase().split(/\s+/).filter(Boolean), kind = input.kind.value, severity = input.severity.value, rule = input.rule.value;
    hits = [];
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i];
      if ((kind && row.k !== kind) || (severity && row.v !== severity) || (rule && row.r !== rule)) { continue; }
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
    var tr = make("tr"), cell = make("td"), open = make("button", String(row.n));
    open.type = "button";
    open.setAttribute("aria-expanded", "false");
    open.setAttribute("aria-label", say("展开问题 ", "open finding ") + row.n + ": " + word(row.t));
    open.addEventListener("click", function () { toggle(tr, open, row, index); });
    cell.appendChild(open);
    tr.appendChild(cell);
    tr.appendChild(make("td", word(row.kn), "kind k-" + row.k));
    tr.appendChild(make("td", word(row.vn), "sev"));
    [word(row.t), word(row.s), word(row.m)].forEach(function (text) {
      var td = make("td"), div = make("div", text, "name");
      td.appendChild(div);
      tr.appendChild(td);
    });
    ["i", "d", "a", "x", "p"].forEach(function (key) { tr.appendChild(make("td", word(row[key]), "n")); });
    return tr;
  }
  function toggle(tr, open, row, index) {
    var was = open.getAttribute("aria-expanded") === "true";
    open.setAttribute("aria-expanded", String(!was));
    if (was) { tr.parentNode.removeChild(tr.nextSibling); return; }
    var detail = make("tr", undefined, "detail"), td = make("td");
    td.colSpan = 11;
    section(td, say("说明和算式", "Explanation"), row.e ? row.e[at()].map(function (i) { return S[i]; }) : [say("问题太多，这里不展开算式：checker explain " + row.r, "too many findings to spell out here: checker explain " + row.r)]);
    section(td, say("依据", "Basis"), [word(row.b)]);
    section(td, say("出处", "Where it was read"), [word(row.o)]);
    section(td, say("需提供或改正", "To provide or correct"), row.w[at()].map(function (i) { return S[i]; }));
    if (row.st) { section(td, say("整改情况", "Follow-up"), [word(row.st)]); }
    td.appendChild(make("p", row.u + " · " + row.r + " · " + row.f, "soft"));
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
