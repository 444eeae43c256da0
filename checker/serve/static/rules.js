'use strict';
// A rule as text: sent when the typing stops, and answered with what is wrong in which line and how its examples come out.
(function () {
  const { $, say, pick, send, tell } = window.checker;
  const editor = document.getElementById('editor');
  if (!editor) return;
  const text = document.getElementById('text');
  const lines = document.getElementById('lines');
  const state = document.getElementById('state');
  const save = $('[data-save]', editor);
  const impact = $('[data-impact]', editor);
  const found = document.getElementById('found');
  const begin = document.getElementById('begin-rule');
  let marked = {};
  let turn = 0;
  let waiting = 0;
  let kept = text.value;

  function item(list, told, soft, line, column, kind) {
    const each = document.createElement('li');
    each.className = kind;
    const words = document.createElement(line ? 'button' : 'span');
    words.textContent = (line ? say('第 ' + line + ' 行：', 'line ' + line + ': ') : '') + told;
    if (line) {
      words.type = 'button';
      words.className = 'link';
      words.addEventListener('click', () => go(line, column));
    }
    each.appendChild(words);
    if (soft) {
      const more = document.createElement('p');
      more.className = 'soft';
      more.textContent = '→ ' + soft;
      each.appendChild(more);
    }
    list.appendChild(each);
  }

  function go(line, column) {
    const before = text.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(before + Math.max(0, column - 1), before + Math.max(0, column - 1));
    const high = text.scrollHeight / Math.max(1, text.value.split('\n').length);
    text.scrollTop = Math.max(0, (line - 6) * high);
  }

  function numbers() {
    const many = text.value.split('\n').length;
    lines.textContent = '';
    for (let n = 1; n <= many; n += 1) {
      const each = document.createElement('span');
      each.textContent = String(n);
      if (marked[n]) each.className = 'wrong';
      lines.appendChild(each);
    }
    lines.scrollTop = text.scrollTop;
  }

  async function tried() {
    turn += 1;
    const own = turn;
    state.textContent = say('正在检查……', 'checking …');
    const answer = await send('/own/try', { text: text.value, ident: editor.dataset.ident });
    if (own !== turn) return; // something was typed since
    const problems = document.getElementById('problems');
    const examples = document.getElementById('examples');
    problems.textContent = '';
    examples.textContent = '';
    if (answer.refused) {
      state.textContent = pick(answer.told);
      return;
    }
    if (window.checker.complete) window.checker.complete(answer.entity);
    marked = {};
    answer.problems.forEach((each) => {
      marked[each.line] = true;
      item(problems, pick(each.told) + (each.where ? ' (' + each.where + ')' : ''), pick(each.hint), each.line, each.column, 'bad');
    });
    if (answer.more) item(problems, say('另有 ' + answer.more + ' 处', answer.more + ' more'), '', 0, 0, 'soft');
    let held = 0;
    answer.examples.forEach((each) => {
      if (each.holds) held += 1;
      else marked[each.line] = true;
      item(examples, (each.holds ? '✓ ' : '✗ ') + (each.name ? each.name + say('：', ': ') : '') + pick(each.wanted) + (each.holds ? '' : say('，得到 ', ', came to ') + pick(each.found)), each.told.map(pick).join(say('；', '; ')), each.line, 1, each.holds ? 'held' : 'bad');
    });
    document.getElementById('held').textContent = answer.examples.length ? held + ' / ' + answer.examples.length : '';
    state.textContent = answer.problems.length ? say(answer.problems.length + ' 处错误', answer.problems.length + ' mistake(s)') : held < answer.examples.length ? say('有示例没有通过', 'an example differs') : answer.examples.length ? say('可以保存', 'it can be saved') : say('还没有示例：至少写一个', 'there is no example yet: write one');
    save.disabled = !answer.ready;
    impact.disabled = answer.problems.length > 0;
    numbers();
  }

  text.addEventListener('input', () => {
    save.disabled = true;
    state.textContent = say('停下来就检查……', 'checked when you pause …');
    numbers();
    clearTimeout(waiting);
    waiting = setTimeout(tried, 500);
  });
  text.addEventListener('scroll', () => { lines.scrollTop = text.scrollTop; });

  save.addEventListener('click', async () => {
    save.disabled = true;
    const answer = await send('/own/save', { text: text.value, ident: editor.dataset.ident, known: editor.dataset.known });
    if (answer.refused) {
      save.disabled = false;
      tell(pick(answer.told), pick(answer.hint), true);
    } else {
      kept = text.value;
      location.assign(answer.go);
    }
  });
  impact.addEventListener('click', async () => {
    impact.disabled = true;
    const answer = await send('/own/impact', { text: text.value, ident: editor.dataset.ident });
    impact.disabled = false;
    if (answer.refused) tell(pick(answer.told), pick(answer.hint), true);
    else if (answer.html) {
      found.innerHTML = answer.html;
      found.focus();
    }
  });
  const without = $('[data-without]', editor);
  if (without) without.addEventListener('click', async () => {
    if (!window.confirm(say('回到内置的规则？自己的版本另外留着。', 'Go back to the built-in rule? Your version is kept aside.'))) return;
    const answer = await send('/own/drop', { ident: editor.dataset.ident, known: editor.dataset.known });
    if (answer.refused) tell(pick(answer.told), pick(answer.hint), true);
    else {
      kept = text.value;
      location.assign(answer.go);
    }
  });

  if (begin) begin.addEventListener('submit', async (event) => {
    event.preventDefault();
    const data = {};
    new FormData(begin).forEach((value, name) => { data[name] = value; });
    const wrong = document.getElementById('begin-wrong');
    const button = $('button', begin);
    button.disabled = true;
    wrong.textContent = say('正在写，要找出能检验它的事实……', 'writing it, with facts that test it …');
    const answer = await send('/own/begin', data);
    button.disabled = false;
    wrong.textContent = answer.refused ? [pick(answer.told), pick(answer.hint)].filter(Boolean).join(' → ') : '';
    if (answer.refused) return;
    text.value = answer.text;
    document.getElementById('draft').hidden = false;
    text.focus();
    tried();
  });

  window.addEventListener('beforeunload', (event) => {
    if (text.value === kept) return;
    event.preventDefault();
    event.returnValue = ''; // browsers before 2023 ask for this only
  });
  numbers();
  if (text.value) tried();
})();
