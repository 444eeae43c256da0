'use strict';
// The ranking of units: rows come as data while they are judged; sorting and filtering happen here, 200 rows are drawn at a time.
(function () {
  const { $, $$, say } = window.checker;
  const table = document.getElementById('units');
  if (!table) return;
  const STEP = 200;
  let rows = [];
  let twice = [];
  let sort = '7';
  let down = true;
  let shown = STEP;
  let waiting = 0;

  const heads = $$('thead th', table).map((head) => head.innerText.replace(/[↕↑↓]/g, '').trim());
  const cell = (row, text, number) => {
    const made = row.insertCell();
    made.textContent = text;
    if (number) {
      made.className = 'n';
      if (row.closest('#units, [data-rows]')) made.dataset.label = heads[made.cellIndex]; // where the head is out of sight
    }
    return made;
  };

  function value(row) {
    const [index, inner] = sort.split('.');
    const found = inner === undefined ? row[index] : row[index][inner];
    return index === '7' ? found.padStart(24, '0') : found; // fen as digits: no number is rounded
  }

  function wanted() {
    const text = document.getElementById('search').value.trim().toLowerCase();
    const area = document.getElementById('area').value;
    const found = rows.filter((row) => (!area || row[4] === area) && (!text || (row[1] + ' ' + row[2] + ' ' + row[3] + ' ' + row[5]).toLowerCase().includes(text)));
    return found.sort((one, other) => {
      const a = value(one);
      const b = value(other);
      const order = a < b ? -1 : a > b ? 1 : 0;
      return (down ? -order : order) || (one[2] < other[2] ? -1 : 1);
    });
  }

  function draw() {
    const found = wanted();
    const body = document.createElement('tbody');
    body.dataset.rows = '';
    found.slice(0, shown).forEach((unit) => {
      const row = body.insertRow();
      const head = document.createElement('th');
      head.scope = 'row';
      const link = document.createElement('a');
      link.href = '/units/' + unit[0];
      link.textContent = unit[1];
      head.appendChild(link);
      row.appendChild(head);
      cell(row, unit[3] || '');
      cell(row, unit[5]);
      if (unit[10]) {
        const made = cell(row, say('读不了：', 'cannot be read: ') + unit[10]);
        made.colSpan = unit[6].length + 3;
        made.className = 'bad';
      } else {
        unit[6].forEach((count) => cell(row, count || '', true));
        cell(row, unit[8], true);
        cell(row, unit[11] < 0 ? '—' : unit[11] || '', true);
        cell(row, unit[9], true);
      }
      const get = cell(row, '');
      if (!unit[10]) {
        ['docx', 'xlsx'].forEach((form) => {
          const file = document.createElement('a');
          file.href = '/c/' + unit[0] + '/report.' + form;
          file.textContent = form === 'docx' ? 'Word' : 'Excel';
          file.setAttribute('download', '');
          get.append(file, ' ');
        });
      }
    });
    table.replaceChild(body, table.tBodies[0]);
    document.getElementById('twice').hidden = !twice.length;
    document.getElementById('twice').textContent = say('同一单位同一年度有几个案例，合计里都算进去了：', 'several cases of one unit and year, all of them in the totals: ') + twice.slice(0, 8).join(say('、', ', ')) + (twice.length > 8 ? ' …' : '');
    document.getElementById('more').hidden = found.length <= shown;
    document.getElementById('count').textContent = found.length === rows.length ? String(rows.length) : found.length + ' / ' + rows.length;
    $$('[data-sort]', table).forEach((each) => {
      const own = each.dataset.sort === sort;
      each.closest('th').setAttribute('aria-sort', own ? (down ? 'descending' : 'ascending') : 'none');
    });
  }

  function sums(data) {
    const select = document.getElementById('area');
    const chosen = select.value;
    while (select.options.length > 1) select.remove(1);
    const areas = document.createElement('tbody');
    data.areas.forEach((area) => {
      const option = document.createElement('option');
      option.value = area[0];
      option.textContent = area[1] || say('不详', 'unknown');
      select.appendChild(option);
      const row = areas.insertRow();
      cell(row, area[1] || say('不详', 'unknown'));
      cell(row, area[2], true);
      cell(row, area[3], true);
      cell(row, area[4], true);
    });
    select.value = chosen;
    $('#areas').replaceChild(areas, $('#areas').tBodies[0]);
    const rules = document.createElement('tbody');
    data.rules.forEach((rule) => {
      const row = rules.insertRow();
      const link = document.createElement('a');
      link.href = '/rules/' + rule[0];
      link.textContent = rule[1];
      row.insertCell().appendChild(link);
      cell(row, rule[2], true);
    });
    $('#rules').replaceChild(rules, $('#rules').tBodies[0]);
  }

  function years(data) {
    const select = document.getElementById('year');
    if (select.options.length !== data.years.length + 1) {
      select.textContent = '';
      [...data.years.map(String), 'all'].forEach((year) => {
        const option = document.createElement('option');
        option.value = year;
        option.textContent = year === 'all' ? say('全部', 'all') : year;
        select.appendChild(option);
      });
    }
    select.value = data.year ? String(data.year) : 'all';
  }

  async function load() {
    const year = document.getElementById('year');
    const answer = await fetch('/units/data?year=' + year.value, { credentials: 'same-origin' });
    if (!answer.ok) return;
    const data = await answer.json();
    rows = data.rows;
    twice = data.twice;
    years(data);
    sums(data);
    draw();
    document.getElementById('progress').hidden = !data.working;
    document.getElementById('bar').max = Math.max(1, data.total);
    document.getElementById('bar').value = data.known;
    document.getElementById('far').textContent = data.known + ' / ' + data.total;
    clearTimeout(waiting);
    if (data.working) waiting = setTimeout(load, Math.min(10000, 700 + data.known * 2));
  }

  table.addEventListener('click', (event) => {
    const button = event.target.closest('[data-sort]');
    if (!button) return;
    down = sort === button.dataset.sort ? !down : parseFloat(button.dataset.sort) > 5;
    sort = button.dataset.sort;
    draw();
  });
  ['search', 'area'].forEach((name) => document.getElementById(name).addEventListener('input', () => {
    shown = STEP;
    draw();
  }));
  document.getElementById('year').addEventListener('change', load);
  document.getElementById('more').addEventListener('click', () => {
    shown += STEP;
    draw();
  });
  load();
})();
