'use strict';
// The page of figures: what is current, the keys, and decisions. The server sends the side anew after each of them.
(function () {
  const checker = window.checker;
  const { $, $$, say, pick, send, tell } = checker;
  const side = document.getElementById('side');
  if (!side) return;
  const base = location.pathname.replace(/\/figures$/, '');
  const choices = JSON.parse(document.getElementById('choices').textContent);
  const dialog = document.getElementById('ask');
  const form = document.getElementById('ask-form');
  let only = '';
  let at = 0;
  let asked = null;
  let busy = false;
  let lit = [];
  const boxes = JSON.parse(document.getElementById('boxes').textContent);

  const todos = () => $$('.todo', side).filter((each) => !only || each.dataset.kind === only);
  const current = () => $('.todo.now', side);

  function light(spans, facts, scroll) {
    $$('.papers-side .now').forEach((each) => each.classList.remove('now'));
    $$('.field.now', side).forEach((each) => each.classList.remove('now'));
    const marks = spans.filter(Boolean).map((span) => document.getElementById(span)).filter(Boolean);
    marks.forEach((each) => each.classList.add('now'));
    if (marks.length && scroll) marks[0].scrollIntoView({ block: 'center' });
    facts.forEach((each) => each.classList.add('now'));
    frame(spans);
  }

  // Frames of the current numbers on pictures of their pages, in hundredths of a point: 1.85 pixels to a point.
  function frame(spans) {
    lit = spans.filter((span) => boxes[span]);
    $$('.frame').forEach((each) => each.remove());
    lit.forEach((span) => {
      const [file, page, left, top, right, bottom] = boxes[span];
      const place = $('.picture[data-sheet="' + file + ' ' + page + '"][open] .sheet-page');
      const image = place && $('img', place);
      if (!image || !image.naturalWidth) return;
      const made = document.createElement('span');
      made.className = 'frame';
      const across = (image.naturalWidth * 100) / 1.85;
      const down = (image.naturalHeight * 100) / 1.85;
      made.style.left = (left / across) * 100 + '%';
      made.style.top = (top / down) * 100 + '%';
      made.style.width = ((right - left) / across) * 100 + '%';
      made.style.height = ((bottom - top) / down) * 100 + '%';
      place.appendChild(made);
    });
  }

  document.addEventListener('toggle', (event) => {
    const details = event.target;
    if (!details.dataset || !details.dataset.picture || !details.open) return;
    const place = $('.sheet-page', details);
    if (place.firstChild) return frame(lit);
    const image = document.createElement('img');
    image.alt = $('summary', details).textContent;
    image.addEventListener('load', () => frame(lit));
    image.addEventListener('error', () => { place.textContent = say('这一页画不出来', 'this page cannot be drawn'); });
    image.src = details.dataset.picture;
    place.appendChild(image);
    return undefined;
  }, true);

  const rowsOf = (span) => $$('.field', side).filter((each) => each.dataset.spans.split(' ').includes(span));
  const rowOf = (fact, field) => $$('.field', side).filter((each) => each.dataset.fact === fact && each.dataset.field === field);

  function show(number, focus) {
    const all = todos();
    $$('.todo.now', side).forEach((each) => {
      each.classList.remove('now');
      each.removeAttribute('aria-current');
    });
    $$('.todo', side).forEach((each) => { each.hidden = !all.includes(each); });
    if (!all.length) {
      const done = $('.done a', side); // the next step is one key away
      if (focus && done) done.focus();
      return;
    }
    at = Math.max(0, Math.min(number, all.length - 1));
    const item = all[at];
    item.classList.add('now');
    item.setAttribute('aria-current', 'true');
    item.scrollIntoView({ block: 'nearest' });
    if (focus) item.focus({ preventScroll: true });
    const spans = [item.dataset.span, ...$$('[data-span]', item).map((each) => each.dataset.span)];
    const wide = window.innerWidth > 900;
    light(spans, rowOf(item.dataset.fact, item.dataset.field), wide);
    const block = spans.some(Boolean) ? null : $$('.papers-side [data-at]').find((each) => each.dataset.at === item.dataset.at);
    if (block) {
      block.classList.add('now');
      if (wide) block.scrollIntoView({ block: 'center' });
    }
  }

  function filter(name) {
    only = name;
    $$('.chip', side).forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.only === only)));
    show(0, false);
  }

  function named() {
    const who = document.getElementById('who');
    if (who.value.trim()) return true;
    tell(say('先写上核对人的姓名，再作决定', 'enter who checks it first'), '', true);
    who.focus();
    return false;
  }

  side.addEventListener('input', (event) => { // what was asked for is there
    if (event.target.id === 'who' && event.target.value.trim()) document.getElementById('notice').hidden = true;
  });

  async function change(path, data) {
    if (busy || !named()) return false;
    busy = true;
    const who = document.getElementById('who').value.trim();
    const body = Object.assign({ version: document.body.dataset.version, who }, data);
    const answer = await send(base + path, body);
    busy = false;
    if (answer.refused) return answer;
    document.body.dataset.version = answer.version;
    const open = new Map($$('.part', side).map((each) => [each.dataset.part, each.open]));
    const top = side.scrollTop;
    side.innerHTML = answer.side;
    $$('.part', side).forEach((each) => { if (open.has(each.dataset.part)) each.open = open.get(each.dataset.part); });
    Object.keys(answer.marks).forEach((span) => {
      const mark = document.getElementById(span);
      if (mark) mark.className = 'f s-' + answer.marks[span];
    });
    document.getElementById('notice').hidden = true;
    side.scrollTop = top;
    $$('.chip', side).forEach((each) => each.setAttribute('aria-pressed', String(each.dataset.only === only)));
    show(at, true);
    return true;
  }

  function told(answer) {
    if (answer && answer.refused) tell(pick(answer.told), pick(answer.hint));
  }

  const of = (item) => ({ span: item.dataset.span, fact: item.dataset.fact, field: item.dataset.field });

  async function act(item, name, span) {
    if (name === 'accept') told(await change('/decide', Object.assign(of(item), { action: 'accept' })));
    else if (name === 'choose') told(await change('/decide', Object.assign(of(item), { action: 'choose', span })));
    else if (name === 'aside') ask('aside', item, [item.dataset.printed, $('strong', item).textContent]);
    else if (item.dataset.kind === 'unread') ask('place', item, [item.dataset.printed, '']);
    else ask('set', item, [item.dataset.printed, $('strong', item).textContent]);
  }

  function part(name, shown) {
    document.getElementById('ask-' + name).hidden = !shown;
  }

  function placed(yes) {
    part('place', yes);
    $('[data-place]', dialog).hidden = !yes;
    $('[data-plain]', dialog).hidden = yes;
  }

  function typed(type, value) {
    const words = choices[type];
    part('value', !words);
    part('choice', Boolean(words));
    form.elements.value.value = value || '';
    const select = form.elements.choice;
    select.textContent = '';
    const offered = words && words.some((word) => word[0] === value) ? words : [['', '—'], ...(words || [])]; // nothing is chosen unasked
    offered.forEach((word) => {
      const option = document.createElement('option');
      option.value = word[0];
      option.textContent = word[1];
      option.selected = word[0] === value;
      select.appendChild(option);
    });
    asked.words = Boolean(words);
  }

  function ask(kind, item, texts, more) {
    if (!named()) return;
    asked = { kind, data: of(item) };
    const title = { aside: say('搁置：不用这个数', 'Set aside: the figure is not used'), set: say('改这一项', 'Edit the field'), place: say('这个数是哪一项', 'Which field this figure is'), more: say('补一项材料里没有的', 'Add what the documents do not state'), rest: say('没读懂的一并搁置', 'Set all aside') }[kind];
    document.getElementById('ask-title').textContent = title;
    document.getElementById('ask-said').textContent = texts.filter((text, index) => text && texts.indexOf(text) === index).join(' · ');
    document.getElementById('ask-wrong').textContent = '';
    document.getElementById('ask-place').textContent = '';
    form.reset();
    part('field', kind === 'place');
    part('more', kind === 'more');
    part('reason', true);
    placed(item.dataset.field === 'jurisdiction');
    if (kind === 'aside' || kind === 'rest') {
      part('value', false);
      part('choice', false);
      asked.words = false;
    } else typed(item.dataset.type, kind === 'place' ? item.dataset.printed.replace(/\s+/g, '') : item.dataset.value);
    if (kind === 'more') {
      const select = form.elements.more;
      select.textContent = '';
      more.split(';').filter(Boolean).forEach((each) => {
        const [id, name, type] = each.split('=');
        const option = document.createElement('option');
        option.value = id;
        option.textContent = name;
        option.dataset.type = type;
        select.appendChild(option);
      });
      typed(select.options[0].dataset.type, '');
      asked.data.field = select.value;
    }
    dialog.showModal();
    const first = { aside: 'reason', rest: 'reason', place: 'address', more: 'more' }[kind] || (asked.words ? 'choice' : 'value');
    form.elements[first].focus();
    if (form.elements[first].select) form.elements[first].select();
  }

  form.elements.more.addEventListener('change', (event) => {
    asked.data.field = event.target.value;
    typed(event.target.selectedOptions[0].dataset.type, '');
    placed(event.target.value === 'jurisdiction');
  });

  let waiting = 0;
  form.elements.value.addEventListener('input', () => {
    if (!asked || asked.data.field !== 'jurisdiction') return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const text = form.elements.value.value.trim();
      const year = (rowOf('unit', 'fiscal_year')[0] || { dataset: {} }).dataset.value || '';
      const answer = await fetch('/place?text=' + encodeURIComponent(text) + '&year=' + encodeURIComponent(year), { credentials: 'same-origin' });
      if (answer.ok) {
        const found = await answer.json();
        document.getElementById('ask-place').textContent = [pick(found.told), pick(found.hint)].filter(Boolean).join(' → ');
      }
    }, 200);
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const data = Object.assign({}, asked.data, { reason: form.elements.reason.value.trim() });
    data.action = asked.kind === 'aside' || asked.kind === 'rest' ? 'aside' : 'set';
    if (data.action === 'set') data.value = asked.words ? form.elements.choice.value : form.elements.value.value.trim();
    if (asked.kind === 'place') data.address = form.elements.address.value.trim();
    if (asked.kind === 'rest') data.spans = asked.spans;
    if (data.action === 'aside' && !data.reason) {
      document.getElementById('ask-wrong').textContent = say('写一句理由', 'say why');
      form.elements.reason.focus();
      return;
    }
    const answer = await change('/decide', data);
    if (answer === true) dialog.close();
    else if (answer && answer.refused) {
      document.getElementById('ask-place').textContent = '';
      document.getElementById('ask-wrong').textContent = [pick(answer.told), pick(answer.hint)].filter(Boolean).join(' → ');
    } else dialog.close();
  });
  $('[data-close]', dialog).addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    asked = null;
    const item = current() || $('.done a', side);
    if (item && document.getElementById('notice').hidden) item.focus({ preventScroll: true });
  });

  side.addEventListener('click', async (event) => {
    const chip = event.target.closest('[data-only]');
    if (chip) return filter(chip.dataset.only);
    if (event.target.closest('[data-undo]')) return told(await change('/undo', {}));
    const rest = event.target.closest('[data-rest]');
    if (rest) {
      const all = $$('.todo', side).filter((each) => each.dataset.kind === 'unread');
      ask('rest', all[0], [say(all.length + ' 个数', all.length + ' figures')]);
      if (asked) asked.spans = all.map((each) => each.dataset.span);
      return undefined;
    }
    const more = event.target.closest('[data-more]');
    if (more) {
      const fact = more.closest('.fact');
      ask('more', { dataset: { span: '', fact: fact.dataset.fact, field: '', type: '', value: '', printed: '' } }, [($('.title', fact) || {}).textContent || ''], more.dataset.more);
      return undefined;
    }
    const field = event.target.closest('.field');
    if (field && event.target.closest('[data-change]')) {
      const span = field.dataset.spans.split(' ')[0] || '';
      light(field.dataset.spans.split(' '), [field], true);
      ask('set', { dataset: Object.assign({ printed: '' }, field.dataset, { span }) }, [field.dataset.name]);
      return undefined;
    }
    if (field) {
      const number = todos().findIndex((each) => each.dataset.fact === field.dataset.fact && each.dataset.field === field.dataset.field);
      if (number >= 0) show(number, true);
      else light(field.dataset.spans.split(' '), [field], true);
      return undefined;
    }
    const item = event.target.closest('.todo');
    if (!item) return undefined;
    if (!item.classList.contains('now')) show(todos().indexOf(item), false);
    const button = event.target.closest('[data-act]');
    if (button) act(item, button.dataset.act, button.dataset.span);
    return undefined;
  });

  $('.papers-side').addEventListener('click', (event) => {
    const mark = event.target.closest('.f[data-span]');
    if (!mark) return;
    const span = mark.dataset.span;
    const has = (each) => each.dataset.span === span || $$('[data-span]', each).some((one) => one.dataset.span === span);
    if (!todos().some(has) && only) filter('');
    const number = todos().findIndex(has);
    const rows = rowsOf(span);
    if (number >= 0) show(number, true);
    light([span], rows, false);
    if (number < 0 && rows.length) {
      const closed = rows[0].closest('details:not([open])');
      if (closed) closed.open = true;
      rows[0].scrollIntoView({ block: 'center' });
    }
  });

  document.addEventListener('keydown', (event) => {
    if (dialog.open || event.ctrlKey || event.metaKey || event.altKey) return;
    const within = event.target.closest('input,select,textarea');
    if (within) {
      if (event.key === 'Enter' && within.id === 'who' && within.value.trim()) {
        event.preventDefault();
        show(at, true);
      }
      return;
    }
    const item = current();
    const key = event.key.toLowerCase();
    if (key === 'j' || key === 'k') show(at + (key === 'j' ? 1 : -1), true);
    else if (key === 'u') change('/undo', {}).then(told);
    else if (!item) return;
    else if (event.key === 'Enter') {
      if (event.target.closest('button,a,summary')) return;
      const button = $('[data-act=accept]', item) || (item.dataset.kind === 'unread' || item.dataset.kind === 'conflict' ? null : $('[data-act=edit]', item));
      if (button) act(item, button.dataset.act);
    } else if (key === 'e') act(item, 'edit');
    else if (key === 'x' && $('[data-act=aside]', item)) act(item, 'aside');
    else if (/^[1-9]$/.test(key)) {
      const button = $$('.pick', item)[Number(key) - 1];
      if (!button) return;
      act(item, 'choose', button.dataset.span);
    } else return;
    event.preventDefault();
  });

  show(0, true);
  const wanted = location.hash.slice(1);
  const mark = wanted && document.getElementById(wanted);
  if (mark && mark.dataset.span) {
    light([wanted], rowsOf(wanted), true);
  }
})();
