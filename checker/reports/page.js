(function () {
  "use strict";
  var data = JSON.parse(document.getElementById("data").textContent), S = data.strings, P = data.problems, rows = data.rows, PAGE = 100;
  // a problem and an item: as in page_data.py; a text is its number, or one number for each language
  var NO = 0, ANCHOR = 1, AT = 2, KIND = 3, UNIT = 4, TITLE = 5, KIND_NAME = 6, SEVERITY = 7, STAKE = 8, BASIS = 9, COLUMNS = 10, ALONE = 11;
  var PROBLEM = 0, NAME = 1, HOW_BAD = 2, TOLD = 3, PLACES = 4, FIGURES = 5, PROOFS = 6, RULE = 0, FINGERPRINT = 1, LINES = 2, STATE = 3, ARITHMETIC = 4;
  var ORDER = ["initial", "adjusted", "actual", "difference", "ratio", "own", "amount"];
  var root = document.documentElement, body = document.getElementById("rows"), annex = document.getElementById("annex"), proofs = document.getElementById("proofs");
  var hits = [], shown = 0, texts = [], shared = [], sorts = {}, only = -1, group = -1, place = null, timer = 0, input = {};
  ["q", "kind", "severity", "unit"].forEach(function (id) { input[id] = document.getElementById(id); });
  function lang() { return root.getAttribute("data-lang"); }
  function at() { return lang() === "zh" ? 0 : 1; }
  function word(value) { return S[Array.isArray(value) ? value[at()] : value]; }
  function words(lists) { return lists[at()].map(function (number) { return S[number]; }); }
  function both(value) { return Array.isArray(value) ? S[value[0]] + " " + S[value[1]] : S[value]; }
  function every(lists) { return lists[0].concat(lists[1]).map(function (number) { return S[number]; }).join(" "); }
  function say(zh, en) { return lang() === "zh" ? zh : en; }
  function chosen(id) { return input[id] ? input[id].value : ""; }
  function make(tag, text, name, role) {
    var node = document.createElement(tag);
    if (text !== undefined) { node.textContent = text; }
    if (name) { node.className = name; }
    if (role) { node.setAttribute("role", role); }  // a table that a narrow screen sets as cards stays a table
    return node;
  }
  function button(text, name, act) {
    var node = make("button", text, name);
    node.type = "button";
    node.addEventListener("click", act);
    return node;
  }
  function holds(index, sought) {
    // what the items of a problem share is put together once for all of them
    var row = rows[index], number = row[PROBLEM], problem = P[number];
    if (shared[number] === undefined) { shared[number] = [both(problem[TITLE]), S[problem[UNIT]], every(problem[BASIS])].join(" ").toLowerCase(); }
    if (texts[index] === undefined) {
      texts[index] = [both(row[NAME]), every(row[TOLD]), row[PROOFS].map(function (proof) { return S[proof[RULE]]; }).join(" ")].join(" ").toLowerCase();
    }
    return texts[index].indexOf(sought) >= 0 || shared[number].indexOf(sought) >= 0;
  }
  function filter() {
    if (!body) { return; }
    var sought = chosen("q").toLowerCase().split(/\s+/).filter(Boolean), kind = chosen("kind"), severity = chosen("severity"), unit = chosen("unit");
    hits = [];
    for (var i = 0; i < rows.length; i++) {
      var row = rows[i], problem = P[row[PROBLEM]];
      if ((only >= 0 && row[PROBLEM] !== only) || (kind && problem[KIND] !== kind) || (unit && String(problem[AT]) !== unit)) { continue; }
      if (severity && S[Array.isArray(row[HOW_BAD]) ? row[HOW_BAD][0] : row[HOW_BAD]] !== severity) { continue; }
      if (sought.length && !sought.every(function (each) { return holds(i, each); })) { continue; }
      hits.push(i);
    }
    list(PAGE);
  }
  function figure(row, name) { return word(row[FIGURES][ORDER.indexOf(name)]); }
  function value(index, name) {
    if (name === "subject") { return word(rows[index][NAME]); }
    return parseFloat(figure(rows[index], name).replace(/,/g, ""));
  }
  function sorted() {
    // each problem keeps its place; its rows are put in the order that its head names, what has no figure last
    var found = [], start = 0;
    while (start < hits.length) {
      var problem = rows[hits[start]][PROBLEM], end = start, sort = sorts[problem];
      while (end < hits.length && rows[hits[end]][PROBLEM] === problem) { end++; }
      var part = hits.slice(start, end);
      if (sort) {
        var keys = {};
        part.forEach(function (index) { keys[index] = value(index, sort.name); });
        part.sort(function (a, b) {
          var x = keys[a], y = keys[b];
          if (x !== x || y !== y) { return (x !== x) - (y !== y); }
          return (typeof x === "string" ? x.localeCompare(y, say("zh", "en")) : x - y) * sort.way;
        });
      }
      part.forEach(function (index) { found.push(index); });
      start = end;
    }
    return found;
  }
  function list(count) {
    body.textContent = "";
    shown = 0;
    group = -1;
    hits = sorted();
    more(count);
  }
  function more(count) {
    for (var end = Math.min(hits.length, shown + count); shown < end; shown++) {
      var row = rows[hits[shown]];
      if (row[PROBLEM] !== group) { group = row[PROBLEM]; place = head(group); }
      place.appendChild(line(row, hits[shown]));
    }
    document.getElementById("status").textContent = say("符合条件 " + hits.length + " 行，共 " + rows.length + " 行，已列出 " + shown + " 行", hits.length + " of " + rows.length + " rows fit; " + shown + " listed");
    document.getElementById("more").hidden = shown >= hits.length;
  }
  function head(index) {
    // the heading of a problem, its law, and the table for its rows: with the columns that its items have
    var problem = P[index], section = make("section", undefined, "group"), title = make("h3"), link = make("a", problem[NO] + ". " + word(problem[TITLE]));
    link.href = "#" + lang() + "-" + problem[ANCHOR];
    title.appendChild(link);
    section.appendChild(title);
    var told = [data.several ? S[problem[UNIT]] : "", word(problem[KIND_NAME]), word(problem[STAKE])].filter(Boolean).join(" · ");
    section.appendChild(make("p", told, "soft"));
    section.appendChild(make("p", say("依据：", "Basis: ") + words(problem[BASIS]).join(say("；", "; ")), "soft"));
    body.appendChild(section);
    if (problem[ALONE] || !problem[COLUMNS].length) { section.classList.add("same"); }  // on paper the problem itself says it
    if (!problem[COLUMNS].length) {
      return section.appendChild(make("ul"));
    }
    var table = make("table", undefined, problem[ALONE] ? "stack" : "stack sorted", "table"), tr = make("tr", undefined, "", "row"), sort = sorts[index] || {};
    ["subject"].concat(problem[COLUMNS]).forEach(function (name) {
      var th = make("th", undefined, name === "subject" ? "" : "n", "columnheader"), label = word(data.heads[name]).split(/ ?[（(]/);
      th.scope = "col";
      th.setAttribute("data-label", label[0]);  // Chromium repeats no button at the head of the next sheet
      if (problem[ALONE]) {
        th.textContent = label[0];
      } else {
        var push = button(label[0], "sort", function () { turn(index, name); });
        push.setAttribute("data-sort", index + " " + name);
        th.setAttribute("aria-sort", sort.name !== name ? "none" : sort.way > 0 ? "ascending" : "descending");
        th.appendChild(push);
      }
      var small = label[1] ? label[1].replace(/[）)]$/, "") : "";
      if (small) { th.appendChild(make("small", small)); }
      tr.appendChild(th);
    });
    table.appendChild(make("thead", undefined, "", "rowgroup")).appendChild(tr);
    section.appendChild(table);
    return table.appendChild(make("tbody", undefined, "", "rowgroup"));
  }
  function turn(index, name) {
    // figures from the largest first, names from the first; then the other way; then as the report has them
    var first = name === "subject" ? 1 : -1, sort = sorts[index];
    if (!sort || sort.name !== name) { sorts[index] = { name: name, way: first }; } else if (sort.way === first) { sort.way = -first; } else { delete sorts[index]; }
    var count = shown;
    hits.sort(function (a, b) { return a - b; });
    list(count);
    var again = document.querySelector('[data-sort="' + index + " " + name + '"]');
    if (again) { again.focus(); }
  }
  function line(row, index) {
    var problem = P[row[PROBLEM]], flat = !problem[COLUMNS].length, tr = make(flat ? "li" : "tr", undefined, "", flat ? "" : "row"), cell = flat ? tr : make("td", undefined, "", "cell");
    tr.setAttribute("data-row", index);
    cell.appendChild(make("p", word(row[NAME]), "name"));
    words(row[TOLD]).forEach(function (text) { cell.appendChild(make("p", text, "told")); });
    var states = row[PROOFS].map(function (proof) { return word(proof[STATE]); }).filter(Boolean);
    if (states.length) { cell.appendChild(make("p", say("整改情况：", "Follow-up: ") + states.join(say("；", "; ")), "told")); }
    var read = make("p", row[PLACES][0].length ? say("出处：", "Read at: ") + words(row[PLACES]).join(say("；", "; ")) + " " : "", "place");
    var open = button(say("算式", "arithmetic"), "proof", function () { prove(index); });
    open.setAttribute("aria-label", say("算式：", "arithmetic: ") + word(row[NAME]));
    read.appendChild(open);
    cell.appendChild(read);
    if (flat) { return tr; }
    tr.appendChild(cell);
    if (!problem[COLUMNS].some(function (name) { return figure(row, name); })) {
      tr.className = "bare";
      cell.colSpan = problem[COLUMNS].length + 1;
      return tr;
    }
    problem[COLUMNS].forEach(function (name) {
      var td = make("td", figure(row, name), "n", "cell");
      td.setAttribute("data-label", word(data.heads[name]));
      tr.appendChild(td);
    });
    return tr;
  }
  function prove(index) {
    // the annex for auditors, on one item: the rules that were asked of it, and how each came to what it says
    var row = rows[index], problem = P[row[PROBLEM]];
    annex.open = true;
    proofs.textContent = "";
    var title = make("h3", problem[NO] + ". " + word(problem[TITLE]) + " — " + word(row[NAME]));
    title.tabIndex = -1;
    proofs.appendChild(title);
    proofs.setAttribute("data-row", index);
    row[PROOFS].forEach(function (proof) {
      var list = make("ul");
      proofs.appendChild(make("p")).appendChild(make("code", S[proof[RULE]] + " · " + proof[FINGERPRINT] + (S[proof[LINES]] ? (/^\d/.test(S[proof[LINES]]) ? say(" · 行 ", " · line ") : " · ") + S[proof[LINES]] : "")));
      (proof[ARITHMETIC] ? words(proof[ARITHMETIC]) : [say("项目太多，这里不列算式：checker explain ", "too many items to spell out here: checker explain ") + S[proof[RULE]]]).forEach(function (text) { list.appendChild(make("li", text)); });
      proofs.appendChild(list);
    });
    title.focus();
    title.scrollIntoView();
  }
  function options() {
    Array.prototype.forEach.call(document.querySelectorAll("option[data-zh]"), function (option) { option.textContent = option.getAttribute("data-" + lang()); });
  }
  function keep() { try { history.replaceState({ lang: lang() }, ""); } catch (refused) { return; } }
  function speak(name) {
    // what is filtered, sorted and opened stays, and so does what the reader looks at
    var seen = null, top;
    Array.prototype.forEach.call(document.querySelectorAll("[data-at]"), function (card) {
      if (card.offsetParent && card.getBoundingClientRect().top < 40) { seen = card.getAttribute("data-at"); top = card.getBoundingClientRect().top; }
    });
    root.setAttribute("data-lang", name);
    root.setAttribute("lang", name === "zh" ? "zh-CN" : "en");
    document.title = data.title[at()];
    options();
    if (body) { list(Math.max(PAGE, shown)); }
    if (proofs.hasAttribute("data-row")) {
      var focus = document.activeElement, x = window.scrollX, y = window.scrollY;
      prove(Number(proofs.getAttribute("data-row")));
      window.scrollTo(x, y);
      focus.focus({ preventScroll: true });
    }
    var card = seen && document.getElementById(name + "-" + seen);
    if (card) { window.scrollBy(0, card.getBoundingClientRect().top - top); }
  }
  function unfold(target) {
    // what a link points to may stand in a unit that is folded
    for (var node = target; node; node = node.parentElement) { if (node.tagName === "DETAILS") { node.open = true; } }
    if (target) { target.scrollIntoView(); }
  }
  function order(table) {
    // a table that stands in the page: a click on a head puts its rows in order
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (th, column) {
      var push = button(th.textContent, "sort", function () {
        var way = th.getAttribute("aria-sort") === "descending" ? 1 : -1, lines = Array.prototype.slice.call(table.tBodies[0].rows);
        Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.setAttribute("aria-sort", "none"); });
        th.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
        function key(tr) { return column ? parseFloat(tr.cells[column].textContent.replace(/,/g, "")) || 0 : tr.cells[0].textContent; }
        lines.sort(function (a, b) { return (column ? key(a) - key(b) : key(a).localeCompare(key(b), say("zh", "en"))) * way; });
        lines.forEach(function (tr) { table.tBodies[0].appendChild(tr); });
      });
      th.setAttribute("data-label", th.textContent);
      th.textContent = "";
      th.setAttribute("aria-sort", "none");
      th.appendChild(push);
    });
  }
  Array.prototype.forEach.call(document.querySelectorAll("table.sorted"), order);
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link) { return; }
    if (link.hasAttribute("data-problem")) {
      only = Number(link.getAttribute("data-problem"));
      ["q", "kind", "severity", "unit"].forEach(function (id) { if (input[id]) { input[id].value = ""; } });
      filter();
    }
    unfold(document.getElementById(link.getAttribute("href").slice(1)));
  });
  document.getElementById("lang").addEventListener("click", function () { speak(lang() === "zh" ? "en" : "zh"); keep(); });
  document.getElementById("print").addEventListener("click", function () { window.print(); });
  window.addEventListener("hashchange", keep);
  window.addEventListener("beforeprint", function () {
    Array.prototype.forEach.call(document.querySelectorAll("details.unit"), function (unit) { unit.open = true; });
    if (body) { more(2000); }
  });
  if (body) {
    document.getElementById("more").addEventListener("click", function () { more(PAGE); });
    document.getElementById("clear").addEventListener("click", function () {
      only = -1;
      ["q", "kind", "severity", "unit"].forEach(function (id) { if (input[id]) { input[id].value = ""; } });
      filter();
    });
    input.q.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(filter, 120); });
    ["kind", "severity", "unit"].forEach(function (id) { if (input[id]) { input[id].addEventListener("change", function () { only = -1; filter(); }); } });
  }
  options();
  filter();
  if (history.state && history.state.lang && history.state.lang !== lang()) { speak(history.state.lang); }
}());
