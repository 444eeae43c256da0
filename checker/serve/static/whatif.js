'use strict';
// What if: rows of assumptions, sent together; nothing is kept.
(function () {
  const { $, $$, say, pick, send } = window.checker;
  const form = document.getElementById('whatif');
  if (!form) return;
  const known = JSON.parse(document.getElementById('assume').textContent);
  const rows = document.getElementById('rows');
  let made = 0;

  function labelled(text, control) {
    const label = document.createElement('label');
    label.append(text + ' ', control);
    return label;
  }

  function select(options) {
    const made_ = document.createElement('select');
    options.forEach(([value, text]) => {
      const option = document.createElement('option');
      option.value = value;
      option.textContent = text;
      made_.appendChild(option);
    });
    return made_;
  }

  function row(...parts) {
    const line = document.createElement('div');
    line.className = 'row assumed';
    const gone = document.createElement('button');
    gone.type = 'button';
    gone.textContent = say('去掉', 'Drop');
    gone.addEventListener('click', () => line.remove());
    line.append(...parts, gone);
    rows.appendChild(line);
    made += 1;
    return line;
  }

  function same(path) {
    try {
      return JSON.stringify(JSON.parse(path));
    } catch (error) {
      return '';
    }
  }

  function figure(path, field) {
    const fact = select(known.facts.map(([at, name]) => [at, name]));
    const value = document.createElement('input');
    value.autocomplete = 'off';
    const now = document.createElement('span');
    now.className = 'soft';
    const which = select([]);
    const shown = () => {
      const each = known.facts[fact.selectedIndex];
      now.textContent = say('现在：', 'now: ') + (each[3][which.value] || say('没有写', 'not stated'));
    };
    const fill = (wanted) => {
      const each = known.facts[fact.selectedIndex];
      which.textContent = '';
      const fields = known.fields[each[2]].slice().sort((a, b) => Number(b[0] in each[3]) - Number(a[0] in each[3]));
      select(fields).querySelectorAll('option').forEach((option) => which.appendChild(option));
      if (fields.some(([id]) => id === wanted)) which.value = wanted;
      shown();
    };
    const number = known.facts.findIndex(([at]) => JSON.stringify(JSON.parse(at)) === same(path));
    const first = known.facts.findIndex((each) => each[2] === 'budget_line');
    fact.selectedIndex = number >= 0 ? number : Math.max(0, path ? 0 : first);
    fact.addEventListener('change', () => fill(''));
    which.addEventListener('change', shown);
    const line = row(labelled(say('哪一条', 'Of'), fact), labelled(say('哪一项', 'field'), which), labelled(say('假设是', 'were'), value), now);
    line.read = () => ({ path: fact.value, field: which.value, value: value.value.trim() });
    fill(field);
    (path ? value : fact).focus();
  }

  function parameter() {
    const which = select(known.parameters.map(([id, name]) => [id, name]));
    const value = document.createElement('input');
    value.autocomplete = 'off';
    const now = document.createElement('span');
    now.className = 'soft pre';
    const shown = () => { now.textContent = say('现在：', 'now: ') + (known.parameters[which.selectedIndex] || ['', '', ''])[2]; };
    which.addEventListener('change', shown);
    const line = row(labelled(say('限额、期限', 'Limit or period'), which), labelled(say('假设是（不分地区、年度）', 'were (everywhere and always)'), value), now);
    line.read = () => ({ parameter: which.value, value: value.value.trim() });
    shown();
    which.focus();
  }

  $('[data-figure]', form).addEventListener('click', () => figure('', ''));
  $('[data-parameter]', form).addEventListener('click', parameter);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const read = $$('.assumed', rows).map((line) => line.read());
    const figures = read.filter((each) => each.path !== undefined);
    const limits = read.filter((each) => each.parameter && each.value);
    const button = $('button.main', form);
    button.disabled = true;
    const found = document.getElementById('found');
    found.textContent = say('正在算……', 'working it out …');
    const answer = await send(form.dataset.judge, {
      paths: figures.map((each) => each.path), fields: figures.map((each) => each.field), values: figures.map((each) => each.value),
      parameters: limits.map((each) => each.parameter), amounts: limits.map((each) => each.value),
    });
    button.disabled = false;
    const wrong = document.getElementById('whatif-wrong');
    wrong.textContent = answer.refused ? (answer.fields ? Object.values(answer.fields).map(pick).join(' ') : [pick(answer.told), pick(answer.hint)].filter(Boolean).join(' → ')) : '';
    found.textContent = '';
    if (answer.refused) return;
    found.innerHTML = answer.html;
    found.focus();
  });
  figure(known.wanted[0], known.wanted[1]);
})();
