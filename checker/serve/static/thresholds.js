'use strict';
// The values of one parameter: rows of cells, tried before they are saved.
(function () {
  const { $, $$, say, pick, send, tell } = window.checker;
  const table = document.getElementById('limit');
  if (!table) return;
  const known = JSON.parse(document.getElementById('table').textContent);
  const body = table.tBodies[0];
  const save = $('[data-save]');
  const found = document.getElementById('found');
  const wrong = document.getElementById('wrong');

  function add(row) {
    const line = document.createElement('tr');
    known.keys.forEach((key) => {
      const cell = document.createElement('td');
      const input = document.createElement('input');
      input.value = row[key] || '';
      input.dataset.key = key;
      input.setAttribute('aria-labelledby', 'h-' + key);
      cell.appendChild(input);
      line.appendChild(cell);
    });
    const cell = document.createElement('td');
    const gone = document.createElement('button');
    gone.type = 'button';
    gone.textContent = say('去掉', 'Drop');
    gone.addEventListener('click', () => {
      line.remove();
      changed();
    });
    cell.appendChild(gone);
    line.appendChild(cell);
    body.appendChild(line);
    return line;
  }

  const rows = () => Array.from(body.rows).map((line) => {
    const row = {};
    $$('input', line).forEach((input) => { row[input.dataset.key] = input.value; });
    return JSON.stringify(row);
  });

  function changed() {
    save.disabled = true;
    found.textContent = '';
    told([]);
  }

  function told(list) {
    wrong.textContent = '';
    Array.from(body.rows).forEach((line) => line.classList.remove('is-wrong'));
    list.forEach((each) => {
      const line = body.rows[each.row];
      if (line) line.classList.add('is-wrong');
      const text = document.createElement('p');
      text.className = 'bad';
      text.textContent = (line ? say('第 ' + (each.row + 1) + ' 行：', 'row ' + (each.row + 1) + ': ') : '') + [pick(each.told), pick(each.hint)].filter(Boolean).join(' → ');
      wrong.appendChild(text);
    });
  }

  body.addEventListener('input', changed);
  $('[data-row]').addEventListener('click', () => {
    const last = body.rows[body.rows.length - 1];
    const row = {};
    if (last) $$('input', last).forEach((input) => { row[input.dataset.key] = ['value', 'from', 'to', 'article', 'note', 'en'].includes(input.dataset.key) ? '' : input.value; });
    $('input', add(row)).focus();
    changed();
  });
  $('[data-try]').addEventListener('click', async (event) => {
    event.target.disabled = true;
    told([]);
    found.textContent = say('正在看改了什么、对现有案例的影响……', 'working out what changes …');
    const answer = await send(table.dataset.base + '/try', { rows: rows() });
    event.target.disabled = false;
    found.textContent = '';
    if (answer.refused) return tell(pick(answer.told), pick(answer.hint), true);
    told(answer.wrong);
    save.disabled = answer.wrong.length > 0;
    if (!answer.html) return undefined;
    found.innerHTML = answer.html;
    return found.focus();
  });
  save.addEventListener('click', async () => {
    save.disabled = true;
    const answer = await send(table.dataset.base + '/save', { rows: rows(), known: table.dataset.known });
    if (answer.refused) tell(pick(answer.told), pick(answer.hint), true);
    else if (answer.wrong) told(answer.wrong);
    else {
      kept = rows().join();
      location.assign(answer.go);
    }
  });
  known.rows.forEach(add);
  let kept = rows().join();
  window.addEventListener('beforeunload', (event) => {
    if (rows().join() === kept) return;
    event.preventDefault();
    event.returnValue = ''; // browsers before 2023 ask for this only
  });
})();
