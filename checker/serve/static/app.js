'use strict';
// ES2019, no library. Everything that changes something goes through send(): same origin, the token of the page, JSON or the bytes of a file.
(function () {
  const zh = document.body.dataset.lang === 'zh';
  const say = (a, b) => (zh ? a : b);
  const token = (document.querySelector('meta[name=checker-page]') || {}).content || '';
  const notice = document.getElementById('notice');
  const $ = (selector, within) => (within || document).querySelector(selector);
  const $$ = (selector, within) => Array.from((within || document).querySelectorAll(selector));

  function tell(told, hint, good) {
    notice.textContent = '';
    notice.classList.toggle('good', Boolean(good));
    [told, hint].forEach((text) => {
      if (text) {
        const line = document.createElement('p');
        line.textContent = text;
        notice.appendChild(line);
      }
    });
    if (!good) {
      const again = document.createElement('button');
      again.type = 'button';
      again.textContent = say('刷新', 'Load anew');
      again.addEventListener('click', () => location.reload());
      notice.appendChild(again);
    }
    notice.hidden = false;
    notice.scrollIntoView({ block: 'nearest' });
  }

  function pick(text) {
    return text ? text[zh ? 'zh' : 'en'] || '' : '';
  }

  async function send(path, body, extra) {
    const headers = Object.assign({ 'x-checker': token }, extra && extra.headers);
    const plain = !(extra && extra.method);
    if (plain) headers['content-type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(path, { method: plain ? 'POST' : extra.method, body: plain ? JSON.stringify(body) : body, headers, credentials: 'same-origin' });
    } catch (error) {
      return { refused: 'gone', told: { zh: '连不上检查程序：可能已经停止', en: 'the program does not answer: it may have stopped' }, hint: { zh: '重新运行 checker serve；已经保存的内容都在', en: 'start checker serve again; what was saved is there' } };
    }
    try {
      return await answer.json();
    } catch (error) {
      return { refused: 'answer', told: { zh: '没有得到回答（' + answer.status + '）', en: 'no answer (' + answer.status + ')' }, hint: { zh: '刷新再试', en: 'load the page anew' } };
    }
  }

  function settle(answer) {
    if (answer.refused) {
      tell(pick(answer.told), pick(answer.hint));
      return false;
    }
    if (answer.version) document.body.dataset.version = answer.version;
    if (answer.go) location.assign(answer.go);
    else if (answer.reload) location.reload();
    return true;
  }

  function fields(form) {
    const found = { version: document.body.dataset.version };
    new FormData(form).forEach((value, name) => {
      if (name.endsWith('[]')) (found[name.slice(0, -2)] = found[name.slice(0, -2)] || []).push(value);
      else found[name] = value;
    });
    return found;
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!form.dataset.send) return;
    event.preventDefault();
    const button = $('button:not([type=button])', form);
    if (button) button.disabled = true;
    const data = fields(form);
    if (data.person) send('/who', { who: data.person });
    const answer = await send(form.dataset.send, data);
    $$('[data-field]', form).forEach((row) => {
      const text = answer.fields && answer.fields[row.dataset.field];
      $('[role=alert]', row).textContent = text ? pick(text) : '';
    });
    if (!answer.fields && settle(answer) && (answer.go || answer.reload)) return; // the page is left: a second press finds no button
    if (answer.fields) ($('[data-field="' + Object.keys(answer.fields)[0] + '"] input, [data-field="' + Object.keys(answer.fields)[0] + '"] select', form) || form).focus();
    if (button) button.disabled = false;
  });

  document.addEventListener('click', async (event) => {
    const stop = event.target.closest('[data-stop]');
    if (stop && window.confirm(say('停止检查程序？已经保存的内容都在。', 'Stop the program? What was saved stays.'))) {
      const answer = await send('/stop', {});
      if (answer.done) {
        document.getElementById('main').textContent = say('已经停止，可以关掉这个窗口。', 'It has stopped; this window can be closed.');
        notice.hidden = true;
      } else settle(answer);
    }
  });

  document.addEventListener('toggle', async (event) => {
    const details = event.target;
    if (!details.open || !details.dataset || !details.dataset.load) return;
    const path = details.dataset.load;
    delete details.dataset.load;
    const answer = await fetch(path, { credentials: 'same-origin' });
    const place = $('.why', details);
    if (answer.ok) {
      place.innerHTML = await answer.text();
      place.classList.remove('soft');
    } else place.textContent = say('这一项已经变了，刷新这一页', 'this has changed: load the page anew');
  }, true);

  $$('[data-find]').forEach((input) => {
    input.addEventListener('input', () => {
      const wanted = input.value.trim().toLowerCase();
      $$(input.dataset.find).forEach((row) => {
        row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
      });
    });
  });

  // Rows are judged when they come into view, one after the other.
  let filling = Promise.resolve();
  const fill = async (row) => {
    let answer = await fetch(row.dataset.fill, { credentials: 'same-origin' });
    while (answer.status === 202) { // of many cases each is judged in its turn
      await new Promise((done) => setTimeout(done, 700));
      answer = await fetch(row.dataset.fill, { credentials: 'same-origin' });
    }
    if (answer.ok) row.innerHTML = await answer.text();
    else if (row.cells[2]) row.cells[2].textContent = say('读不了', 'cannot be read');
  };
  const seen = new IntersectionObserver((changes) => changes.forEach((change) => {
    if (!change.isIntersecting) return;
    seen.unobserve(change.target);
    filling = filling.then(() => fill(change.target));
  }));
  $$('[data-fill]').forEach((row) => seen.observe(row));

  $$('[data-outcomes]').forEach(async (place) => {
    const answer = await fetch(place.dataset.outcomes, { credentials: 'same-origin' });
    place.textContent = '';
    if (!answer.ok) return;
    const found = await answer.json();
    const list = document.createElement('ul');
    found.rows.forEach((row) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = row.go;
      link.textContent = row.title;
      item.append(link, say('：', ': ') + row.told.join(say('，', ', ')));
      list.appendChild(item);
    });
    const told = document.createElement('p');
    told.className = 'soft';
    told.textContent = found.rows.length ? say('看了 ' + found.cases + ' 个案例（共 ' + found.all + ' 个）', found.cases + ' of ' + found.all + ' cases') : say('现有的案例都没有问到这条规则', 'no case at hand was asked this rule');
    place.append(list, told);
  });

  const drop = $('[data-drop]');
  if (drop) {
    const taken = $('#taken');
    const begin = $('#begin');
    const progress = $('#progress');
    const files = [];
    const LARGEST = 50 * 1024 * 1024;

    const line = (name) => {
      const item = document.createElement('li');
      const label = document.createElement('strong');
      label.textContent = name;
      const state = document.createElement('span');
      state.className = 'soft';
      item.append(label, state);
      taken.appendChild(item);
      return { item, state };
    };

    const put = async (file) => {
      const shown = line(file.name);
      shown.state.textContent = say('正在收……', 'taking …');
      let answer;
      if (file.size > LARGEST) answer = { refused: 'too-large', told: { zh: '文件超过 50 MB，没有收', en: 'larger than 50 MB, not taken' }, hint: { zh: '把文件拆小', en: 'split it' } };
      else answer = await send('/files', file, { method: 'PUT', headers: { 'x-name': encodeURIComponent(file.name) } });
      if (answer.refused) {
        shown.state.textContent = '';
        const why = document.createElement('span');
        why.className = 'why bad';
        why.textContent = pick(answer.told);
        const hint = document.createElement('span');
        hint.className = 'why soft';
        hint.textContent = pick(answer.hint);
        shown.item.append(why, hint);
        return;
      }
      shown.state.textContent = pick(answer.kind) + ' · ' + Math.max(1, Math.round(answer.size / 1024)) + ' KB';
      files.push(answer);
      begin.hidden = false;
    };

    const all = async (list) => {
      for (const file of list) await put(file);
      const button = $('[data-begin]');
      if (files.length) button.focus();
    };

    const inside = (entry) => new Promise((done) => {
      if (entry.isFile) entry.file((file) => done([file]), () => done([]));
      else {
        const reader = entry.createReader();
        const found = [];
        const more = () => reader.readEntries(async (entries) => {
          if (!entries.length) done(found);
          else {
            for (const each of entries) found.push(...await inside(each));
            more();
          }
        }, () => done(found));
        more();
      }
    });

    $('#pick').addEventListener('change', (event) => {
      all(Array.from(event.target.files));
      event.target.value = '';
    });
    ['dragenter', 'dragover'].forEach((name) => drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    }));
    drop.addEventListener('dragleave', () => drop.classList.remove('over'));
    drop.addEventListener('drop', async (event) => {
      event.preventDefault();
      drop.classList.remove('over');
      const entries = Array.from(event.dataTransfer.items || []).map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry()).filter(Boolean);
      const list = [];
      if (entries.length) for (const entry of entries) list.push(...await inside(entry));
      all(list.length ? list : Array.from(event.dataTransfer.files));
    });
    $('[data-clear]').addEventListener('click', () => {
      files.length = 0;
      taken.textContent = '';
      begin.hidden = true;
      progress.textContent = '';
    });
    $('[data-begin]').addEventListener('click', async (event) => {
      event.target.disabled = true;
      progress.textContent = say('正在读 ' + files.length + ' 个文件，每页 PDF 约半秒……', 'reading ' + files.length + ' file(s) …');
      const answer = await send(drop.dataset.drop || '/new', { version: document.body.dataset.version, files: files.map((each) => each.sha256), names: files.map((each) => each.name) });
      if (!settle(answer)) {
        progress.textContent = '';
        event.target.disabled = false;
      }
    });
  }

  // A page that the browser kept as it was left may be older than its file.
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

  window.checker = { $, $$, say, pick, send, tell };
})();
