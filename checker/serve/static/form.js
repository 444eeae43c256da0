'use strict';
// The form of a case: one change after the other goes to the server, which writes it into the file and answers with the part that changed and the verdict.
(function () {
  const { $, $$, say, pick, send, tell } = window.checker;
  const root = document.getElementById('form');
  if (!root) return;
  const base = root.dataset.base;
  const side = document.getElementById('side');
  const dialog = document.getElementById('adding');
  const adding = document.getElementById('adding-form');
  let line = Promise.resolve();
  let wanted = null;
  let pending = 0;
  let moved = 0; // entries are known by their place: what was asked before one was taken out may mean another now

  const unsaved = () => say('没有保存：', 'not saved: ');
  const typedIn = (place) => $$('[data-value], [data-source], [data-own-source], [data-head]', place).filter((control) => control.value !== control.dataset.was);
  const rowAt = (path, name) => {
    const section = $$('[data-path]', root).find((each) => each.dataset.path === path);
    return section && $$('[data-field]', section).find((each) => each.dataset.field === name && each.closest('[data-path]') === section);
  };
  const pathOf = (element) => JSON.parse(element.closest('[data-path]').dataset.path);
  const query = (data) => Object.keys(data).map((name) => name + '=' + encodeURIComponent(data[name])).join('&');

  async function get(where, data) {
    const answer = await fetch(base + where + '?' + query(data), { credentials: 'same-origin' });
    if (!answer.ok) {
      tell(say('这一处已经变了', 'this has changed'), say('刷新这一页', 'load this page anew'));
      return '';
    }
    return answer.text();
  }

  // Changes wait for one another: each carries the version that the one before it left.
  function change(data, then, wrong) {
    const before = moved;
    pending += 1;
    line = line.then(async () => {
      const answer = before === moved ? await save(data) : { refused: 'moved', told: { zh: '清单刚刚少了一条，位置变了', en: 'an entry was taken out meanwhile' }, hint: { zh: '再填一次', en: 'enter it again' } };
      pending -= 1;
      document.body.classList.toggle('saving', pending > 0);
      if (answer.refused) {
        if (!wrong || !wrong(answer)) tell(unsaved() + pick(answer.told), pick(answer.hint));
        return;
      }
      if (data.act === 'remove') moved += 1;
      document.getElementById('notice').hidden = true;
      document.body.dataset.version = answer.version;
      const shown = $('#verdict', side).innerText;
      side.innerHTML = answer.side;
      if ($('#verdict', side).innerText !== shown) $('#verdict', side).classList.add('changed');
      then(answer);
    });
    return line;
  }

  function save(data) {
    document.body.classList.add('saving');
    return send(base + '/change', Object.assign({ version: document.body.dataset.version }, data));
  }

  // What is being typed while an answer comes in stays in its control, and so does what was refused, with the reason.
  function renew(place, html, saved) {
    const now = document.activeElement;
    const inside = place.contains(now) && now.id ? now.id : '';
    const kept = typedIn(place).filter((control) => control.id && control.closest('[data-field]').dataset.field !== saved).map((control) => {
      const row = control.closest('[data-field]');
      return { id: control.id, value: control.value, why: row.classList.contains('is-wrong') ? $('[role=alert]', row).textContent : '' };
    });
    const open = $$('details[open]', place).map((each) => (each.closest('[data-field]') || {}).dataset).filter(Boolean).map((data) => data.field);
    const begun = $('[data-new] [data-field]', place); // a field that is being added
    const fresh = begun && begun.dataset.field !== saved ? begun.parentElement : null;
    place.innerHTML = html;
    if (fresh && $('[data-new]', place)) $('[data-new]', place).replaceWith(fresh);
    open.forEach((name) => {
      const about = $('[data-field="' + name + '"] details.about', place);
      if (about) about.open = true;
    });
    kept.forEach((each) => {
      const control = document.getElementById(each.id);
      if (!control) return;
      control.value = each.value;
      if (each.why) told(control.closest('[data-field]'), each.why);
    });
    const again = inside && document.getElementById(inside);
    if (!again) return;
    again.focus({ preventScroll: true });
    if (again.setSelectionRange && again.type === 'text') again.setSelectionRange(again.value.length, again.value.length);
  }

  function told(row, text) {
    const place = $('[role=alert]', row);
    place.textContent = text;
    row.classList.toggle('is-wrong', Boolean(text));
    const control = $('[data-value]', row);
    if (control) {
      if (text) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
      control.setAttribute('aria-describedby', place.id);
    }
  }

  function changeField(row, data) {
    const name = row.dataset.field;
    const path = row.closest('[data-path]').dataset.path;
    change(Object.assign({ path: JSON.parse(path), field: name }, data), (answer) => {
      const section = $$('[data-path]', root).find((each) => each.dataset.path === path);
      if (!section) return;
      const place = section.querySelector(':scope > [data-fields], :scope > .inside > [data-fields]');
      renew(place, answer.fields, data.act === 'set' ? name : '');
      const title = section.querySelector(':scope > summary [data-title]');
      if (title && answer.title) title.textContent = answer.title;
    }, (answer) => {
      const there = rowAt(path, name); // drawn anew, perhaps, by the answer to a change before
      if (!there) return false;
      const text = answer.fields && (answer.fields[name] || answer.fields[''] || Object.values(answer.fields)[0]);
      const control = $('[data-value]', there);
      if (data.act === 'set' && control) control.value = data.value;
      told(there, unsaved() + (text ? pick(text) : pick(answer.told) + ' → ' + pick(answer.hint)));
      return Boolean(text);
    });
  }

  function changeList(section, data, wrong) {
    const owner = section.closest('[data-path]');
    return change(Object.assign({ path: JSON.parse(owner.dataset.path), entity: section.dataset.list }, data), (answer) => {
      if (answer.list !== undefined) section.innerHTML = answer.list;
    }, wrong || ((answer) => {
      const state = $('[data-state]', section);
      if (state) state.value = state.dataset.was;
      const text = answer.fields ? Object.values(answer.fields)[0] : null;
      $('[data-wrong]', section).textContent = unsaved() + (text ? pick(text) : pick(answer.told) + ' → ' + pick(answer.hint));
      return answer.refused !== 'changed';
    }));
  }

  root.addEventListener('change', async (event) => {
    const control = event.target;
    const row = control.closest('[data-field]');
    if (control.matches('[data-value]')) {
      if (control.value === control.dataset.was) return told(row, '');
      return changeField(row, { act: 'set', value: control.value });
    }
    if (control.matches('[data-source]')) return changeField(row, { act: 'source', value: control.value });
    if (control.matches('[data-mark]')) return changeField(row, { act: 'mark', kind: control.dataset.mark, value: control.checked ? 'yes' : 'no' });
    if (control.matches('[data-own-source]')) {
      return change({ act: 'source', path: pathOf(control), field: '', value: control.value }, () => { control.dataset.was = control.value; });
    }
    if (control.matches('[data-state]')) return changeList(control.closest('[data-list]'), { act: 'state', value: control.value });
    if (control.matches('[data-head]')) {
      const wrong = $('[data-head-wrong]', root);
      return change({ act: 'head', path: [], field: control.dataset.head, value: control.value }, () => {
        control.dataset.was = control.value;
        wrong.textContent = '';
      }, (answer) => {
        wrong.textContent = unsaved() + pick(answer.told) + ' ' + pick(answer.hint);
        return answer.refused !== 'changed';
      });
    }
    if (control.matches('[data-more]') && control.value) {
      const place = control.closest('[data-fields]').querySelector('[data-new]');
      place.innerHTML = await get('/field', { path: JSON.stringify(pathOf(control)), field: control.value });
      place.hidden = false;
      const first = $('[data-value]', place);
      if (first) first.focus();
      await uses(place);
    }
    return undefined;
  });

  // A word that stands for a value still to come is typed over.
  document.addEventListener('focusin', (event) => {
    if (event.target.matches('input[data-value]') && ['待填', '留空'].includes(event.target.value)) event.target.select();
  });

  // Enter saves and stays; the browser tells a change only when the control is left.
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.matches('input[data-value], input[data-source], input[data-head], input[data-own-source]')) {
      event.preventDefault();
      if (event.target.value !== event.target.dataset.was) event.target.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (event.key === 'Escape' && event.target.matches('input[data-value]')) {
      event.target.value = event.target.dataset.was;
      told(event.target.closest('[data-field]'), '');
    }
  });

  async function uses(place) {
    for (const each of $$('[data-uses]', place)) {
      const answer = await fetch(each.dataset.uses, { credentials: 'same-origin' });
      delete each.dataset.uses;
      if (!answer.ok) continue;
      const found = await answer.json();
      each.textContent = found.all ? say('用到它的规则（' + found.all + '）：', 'rules that rest on it (' + found.all + '): ') : say('没有规则直接用它', 'no rule rests on it directly');
      found.rows.forEach((rule, index) => {
        const link = document.createElement('a');
        link.href = rule.go;
        link.textContent = rule.title;
        each.append(index ? say('；', '; ') : '', link);
      });
      if (found.all > found.rows.length) each.append(say(' 等', ' and more'));
    }
  }

  document.addEventListener('toggle', async (event) => {
    const details = event.target;
    if (!details.open || !details.matches) return;
    if (details.matches('details.about')) uses(details);
    else if (details.matches('details.one')) {
      const inside = details.querySelector(':scope > .inside');
      if (!inside.classList.contains('soft')) return;
      inside.classList.remove('soft');
      inside.innerHTML = await get('/part', { path: details.dataset.path });
    }
  }, true);

  root.addEventListener('click', async (event) => {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.matches('[data-confirm]')) changeField(button.closest('[data-field]'), { act: 'confirm' });
    else if (button.matches('[data-add]')) {
      const section = button.closest('[data-list]');
      const html = await get('/blank', { entity: section.dataset.list });
      if (!html) return;
      wanted = { section, button };
      document.getElementById('adding-title').textContent = say('增加：', 'Add: ') + section.getAttribute('aria-label');
      document.getElementById('adding-fields').innerHTML = html;
      document.getElementById('adding-wrong').textContent = '';
      dialog.showModal();
      const first = $('[data-value]', dialog);
      if (first) first.focus();
    } else if (button.matches('[data-remove]')) {
      const entry = button.closest('details.one');
      if (entry.dataset.going) return;
      entry.dataset.going = 'yes'; // a second click would take out the next one
      const section = entry.closest('[data-list]');
      const owner = JSON.parse(section.parentElement.closest('[data-path]').dataset.path);
      change({ act: 'remove', path: JSON.parse(entry.dataset.path), owner, entity: section.dataset.list }, (answer) => {
        section.innerHTML = answer.list;
        $('[data-add]', section).focus();
      }, () => {
        delete entry.dataset.going;
        return false;
      });
    } else if (button.matches('[data-further]')) {
      const section = button.closest('[data-list]');
      const html = await get('/part', { path: section.closest('[data-path]').dataset.path, list: section.dataset.list, from: button.dataset.further });
      const held = document.createElement('div');
      held.innerHTML = html;
      button.parentElement.replaceWith(...held.childNodes);
    }
  });

  side.addEventListener('click', (event) => {
    const button = event.target.closest('[data-undo]');
    if (!button) return;
    button.disabled = true;
    line = line.then(async () => {
      const answer = await send(base + '/undo', { version: document.body.dataset.version });
      if (!answer.refused) location.reload();
      else {
        button.disabled = false;
        tell(pick(answer.told), pick(answer.hint));
      }
    });
  });

  adding.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (wanted.busy) return; // pressed twice
    wanted.busy = true;
    const data = { act: 'add' };
    $$('[data-field]', dialog).forEach((row) => {
      told(row, '');
      data['f.' + row.dataset.field] = $('[data-value]', row).value;
    });
    const { section } = wanted;
    await changeList(section, data, (answer) => {
      const fields = answer.fields || {};
      const rest = [];
      Object.keys(fields).forEach((name) => {
        const row = name && $$('[data-field]', dialog).find((each) => each.dataset.field === name);
        if (row) {
          told(row, pick(fields[name]));
          const closed = row.closest('details:not(.about):not([open])');
          if (closed) closed.open = true;
        } else rest.push(pick(fields[name]));
      });
      if (!answer.fields) rest.push([pick(answer.told), pick(answer.hint)].filter(Boolean).join(' → '));
      document.getElementById('adding-wrong').textContent = rest.join(' ');
      const first = $('.is-wrong [data-value]', dialog);
      if (first) first.focus();
      wanted.failed = true;
      return true;
    });
    wanted.busy = false;
    if (wanted.failed) wanted.failed = false;
    else {
      dialog.close();
      const add = $('[data-add]', section);
      if (add) add.focus();
    }
  });
  $('[data-close]', dialog).addEventListener('click', () => dialog.close());

  window.addEventListener('beforeunload', (event) => {
    const begun = dialog.open && $$('input[data-value]', dialog).some((control) => control.value !== control.dataset.was);
    if (!pending && !begun && !typedIn(root).length) return;
    event.preventDefault();
    event.returnValue = ''; // browsers before 2023 ask for this only
  });
})();
