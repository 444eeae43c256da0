"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const body = document.getElementById("units"), more = document.getElementById("more"), told = document.getElementById("status");
  const fields = {q: document.getElementById("q"), district: document.getElementById("district"), kind: document.getElementById("kind"), rule: document.getElementById("rule")};
  const STEP = 100;
  let shown = STEP, by = 0, down = false, rows = data.rows;
  const keys = data.rows.map(row => row.keys.map((key, column) => column === 0 || column > 3 ? BigInt(key) : key));
  data.rows.forEach((row, at) => { row.at = at; row.text = (row.cells.join(" ") + " " + row.more).toLowerCase(); });
  const compare = (a, b) => typeof a === "string" && typeof b === "string" ? a.localeCompare(b, data.lang) : a < b ? -1 : a > b ? 1 : 0;
  function element(name, text, kind) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }
  function line(row) {
    const made = element("tr");
    row.cells.forEach((cell, column) => {
      const place = element(column === 1 ? "th" : "td", undefined, column > 3 || column === 0 ? "n" : "");
      if (column === 1) place.scope = "row";
      if (column === 1 && row.href) {
        const link = element("a", cell);
        link.href = row.href;
        place.append(link);
      } else place.textContent = cell;
      place.dataset.label = data.heads[column];
      made.append(place);
    });
    return made;
  }
  function show() {
    body.replaceChildren(...rows.slice(0, shown).map(line));
    more.hidden = rows.length <= shown;
    told.textContent = data.told.replace("{n}", rows.length).replace("{all}", data.rows.length);
  }
  function sift() {
    const words = fields.q.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows = data.rows.filter(row => words.every(word => row.text.includes(word))
      && (!fields.district.value || row.district === fields.district.value)
      && (!fields.kind.value || row.kind === fields.kind.value)
      && (!fields.rule.value || row.rules.includes(Number(fields.rule.value))));
    const sign = down ? -1 : 1;
    rows.sort((one, other) => sign * compare(keys[one.at][by], keys[other.at][by]) || one.at - other.at);
    shown = STEP;
    show();
  }
  document.querySelectorAll("#list thead th").forEach((head, column) => {
    const button = element("button", head.textContent, "sort");
    button.type = "button";
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      down = by === column ? !down : column > 3;
      by = column;
      document.querySelectorAll("#list thead th").forEach(each => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      sift();
    });
  });
  Object.values(fields).forEach(field => field.addEventListener("input", sift));
  document.getElementById("clear").addEventListener("click", () => {
    Object.values(fields).forEach(field => { field.value = ""; });
    sift();
  });
  more.addEventListener("click", () => { shown += STEP; show(); });
  document.getElementById("print").addEventListener("click", () => { shown = rows.length; show(); window.print(); });
  show();
})();
