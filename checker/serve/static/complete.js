'use strict';
// Completion in the text of a rule: what fits before the caret, of the words that the server knows for what the rule is about.
(function () {
  const { say } = window.checker;
  const editor = document.getElementById('editor');
  if (!editor) return;
  const text = document.getElementById('text');
  const box = document.getElementById('complete');
  const list = document.getElementById('words');
  const find = document.getElementById('find-word');
  const MOST = 12;
  const HAN = /[\u4e00-\u9fff]/;
  const brush = document.createElement('canvas').getContext('2d');
  let words = [];
  let about = '';
  let shown = [];
  let at = 0;
  let chosen = false;

  let chinese = true; // which spelling is put in: that of what is typed, else that of the text
  const written = (word) => word[chinese ? 0 : 1];

  async function of(entity) {
    if (!entity || entity === about) return;
    about = entity;
    const answer = await fetch('/own/words?entity=' + encodeURIComponent(entity), { credentials: 'same-origin' });
    if (!answer.ok) return;
    words = (await answer.json()).words;
    fill();
  }

  // What stands before the caret: a word, whose it would be, and where it begins.
  function before() {
    const ahead = text.value.slice(0, text.selectionStart);
    const run = /[\p{L}\p{N}_]*$/u.exec(ahead)[0];
    const rest = ahead.slice(0, ahead.length - run.length);
    const owner = /([\p{L}\p{N}_]+)\.$/u.exec(rest);
    const first = rest === '' || rest.endsWith('\n');
    return { run, owner: owner ? owner[1] : first ? ':' : '', end: ahead.length };
  }

  function fitting(spot, asked) {
    const typed = spot.run + (spot.owner === ':' ? '' : spot.owner);
    chinese = typed ? HAN.test(typed) : spot.owner === ':' ? /^[\u4e00-\u9fff]+\s*:/m.test(text.value) : HAN.test(text.value);
    const own = words.filter((word) => word[2] === spot.owner || (spot.owner && spot.owner !== ':' && spot.owner.endsWith(word[2]) && word[2] && word[2] !== ':'));
    if (!spot.run) return { start: spot.end, found: asked || (spot.owner && spot.owner !== ':') ? own : [] };
    const plain = /^[\x20-\x7e]+$/.test(spot.run);
    for (let from = 0; from < (plain ? 1 : spot.run.length); from += 1) { // there are no spaces between Chinese words
      const part = spot.run.slice(from);
      const low = part.toLowerCase();
      const found = own.filter((word) => word[0].startsWith(part) || word[1].startsWith(low));
      const more = from || part.length < 2 ? [] : own.filter((word) => !found.includes(word) && word[0].includes(part));
      if (found.length + more.length) return { start: spot.end - part.length, found: found.concat(more), part };
    }
    return { start: spot.end, found: [] };
  }

  function close() {
    box.hidden = true;
    shown = [];
    text.removeAttribute('aria-activedescendant');
  }

  function mark() {
    Array.from(box.children).forEach((each, number) => {
      each.setAttribute('aria-selected', String(number === at));
      if (number === at) {
        each.scrollIntoView({ block: 'nearest' });
        text.setAttribute('aria-activedescendant', each.id);
      }
    });
  }

  function entry(word, number) {
    const item = document.createElement('li');
    item.id = 'word-' + number;
    item.setAttribute('role', 'option');
    const name = document.createElement('strong');
    name.textContent = written(word);
    const told = document.createElement('span');
    told.className = 'soft small';
    told.textContent = word[3];
    item.append(name, ' ', told);
    item.addEventListener('mousedown', (event) => { // before the text loses the focus
      event.preventDefault();
      take(word);
    });
    return item;
  }

  let start = 0;

  function open(asked) {
    const spot = before();
    const fits = fitting(spot, asked);
    start = fits.start;
    shown = fits.found.slice(0, MOST);
    if (!shown.length || (shown.length === 1 && written(shown[0]) === fits.part)) return close();
    box.textContent = '';
    shown.forEach((word, number) => box.appendChild(entry(word, number)));
    at = 0;
    chosen = Boolean(asked);
    box.hidden = false;
    place();
    mark();
    return undefined;
  }

  function place() {
    if (box.hidden) return;
    const style = getComputedStyle(text);
    const line = text.value.slice(0, start).split('\n');
    brush.font = style.fontSize + ' ' + style.fontFamily;
    const left = text.offsetLeft + parseFloat(style.paddingLeft) + brush.measureText(line[line.length - 1]).width - text.scrollLeft;
    const high = parseFloat(style.lineHeight);
    const top = parseFloat(style.paddingTop) + line.length * high - text.scrollTop;
    const room = editor.querySelector('.paper-edit');
    box.style.left = Math.max(0, Math.min(left, room.clientWidth - box.offsetWidth - 4)) + 'px';
    box.style.top = (top + box.offsetHeight > room.clientHeight && top - high > box.offsetHeight ? top - high - box.offsetHeight : top) + 'px';
  }

  function put(from, to, word) {
    text.focus();
    text.setSelectionRange(from, to);
    if (!document.execCommand('insertText', false, word)) { // which can be taken back with Ctrl-Z
      text.setRangeText(word, from, to, 'end');
      text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  function take(word) {
    const from = start;
    const to = text.selectionStart;
    put(from, to, written(word) + (word[2] === ':' ? ': ' : ''));
    close();
  }

  text.addEventListener('input', (event) => {
    if (event.isComposing || (event.inputType || '').startsWith('delete') || event.inputType === 'insertLineBreak') close();
    else open(false);
  });
  text.addEventListener('compositionend', () => open(false));
  ['blur', 'click'].forEach((name) => text.addEventListener(name, close));
  text.addEventListener('scroll', place);
  text.addEventListener('keydown', (event) => {
    if ((event.key === ' ' && event.ctrlKey) || (event.key === 'ArrowDown' && event.altKey)) {
      event.preventDefault();
      open(true);
      return;
    }
    if (box.hidden || event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      at = (at + (event.key === 'ArrowDown' ? (chosen ? 1 : 0) : -1) + shown.length) % shown.length;
      chosen = true;
      mark();
    } else if (event.key === 'Tab' || (event.key === 'Enter' && chosen)) take(shown[at]);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });

  // The same words as a list, for the mouse: a click puts one where the caret is.
  function fill() {
    chinese = HAN.test(text.value);
    const wanted = find.value.trim().toLowerCase();
    const found = words.filter((word) => word[2] !== ':' && (!wanted || word.join(' ').toLowerCase().includes(wanted)));
    list.textContent = '';
    found.slice(0, 120).forEach((word) => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = (word[2] ? word[2] + '.' : '') + written(word);
      button.addEventListener('click', () => put(text.selectionStart, text.selectionEnd, button.textContent));
      const told = document.createElement('span');
      told.className = 'soft small';
      told.textContent = ' ' + word[3];
      item.append(button, told);
      list.appendChild(item);
    });
    if (found.length > 120) {
      const item = document.createElement('li');
      item.className = 'soft';
      item.textContent = say('另有 ' + (found.length - 120) + ' 个，写几个字查找', (found.length - 120) + ' more: search');
      list.appendChild(item);
    }
  }
  find.addEventListener('input', fill);

  window.checker.complete = of;
  of(editor.dataset.entity);
})();
