'use strict';
// All of the page is there without this script, which adds what a pointer or a key can ask of it.
// The address tells what is shown. #C04, #F1, #why: go there. #cell=C04&ref=C01&filter=streaming&sort=-rss: the held
// cell, the reference, the filter, the column to sort by (after a minus: greatest first), each of them optional.
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const on = (node, kind, act) => node.addEventListener(kind, act);
  const show = (node, shown) => node.toggleAttribute('hidden', !shown);
  const make = (tag, parent, properties) => parent.appendChild(Object.assign(document.createElement(tag), properties));
  const [said, table, picker, box] = ['said', 'cells', 'ref', 'filter'].map(byId);
  const heads = all('thead th', table);
  const rows = all('tbody tr[data-cell]', table);
  const byCell = (nodes) => {
    const places = new Map(rows.map((row) => [row.dataset.cell, []]));
    nodes.forEach((node) => places.has(node.dataset.cell) && places.get(node.dataset.cell).push(node));
    return places;
  };
  const places = byCell(all('[data-cell]'));
  all('.js-only').forEach((node) => show(node, true));

  // What is shown now and was at first; the address says in what they differ.
  const first = { cell: '', ref: picker.dataset.given, filter: '', sort: '' };
  const state = { ...first };
  const draw = (change) => {
    const before = { ...state };
    Object.assign(state, change);
    const differs = (key) => before[key] !== state[key];
    if (differs('ref')) drawRatios();
    if (differs('sort')) drawOrder();
    if (differs('cell')) drawHeld(before.cell);
    if (differs('filter') || differs('cell')) drawFilter();
  };
  const put = (change, how = 'pushState') => {
    draw(change);
    const changed = Object.entries(state).filter(([key, value]) => value !== first[key]);
    const hash = changed.length ? '#' + new URLSearchParams(changed) : '';
    if (hash !== location.hash) history[how]({}, '', location.pathname + location.search + hash);
  };

  // The cell under the pointer stands out wherever it appears, and so does the held one until it is let go.
  const mark = (cell, kind, set) => (places.get(cell) || []).forEach((node) => node.classList.toggle(kind, set));
  let lit = '';
  const light = (cell) => {
    if (cell === lit) return;
    mark(lit, 'hl', false);
    mark(cell, 'hl', true);
    lit = cell;
  };
  const cellAt = (node, selector = '[data-cell]') => {
    const place = node instanceof Element && node.closest(selector);
    return place && places.has(place.dataset.cell) ? place.dataset.cell : '';
  };
  const drawHeld = (before) => {
    mark(before, 'pin', false);
    mark(state.cell, 'pin', true);
    show(byId('held'), state.cell);
    byId('held').textContent = state.cell + ' \u00d7';
    said.textContent = state.cell ? state.cell + ' is held' : before + ' is let go';
  };
  const hold = (cell) => put({ cell: cell === state.cell ? '' : cell });
  on(byId('held'), 'click', () => hold(state.cell));
  on(document, 'click', ({ target }) => {
    if (target.closest('a, button, summary, select, input, label, pre') || !getSelection().isCollapsed) return;
    const cell = cellAt(target, 'tr[data-cell], g[data-cell], .tlc, .tile');
    if (cell) hold(cell);
  });

  // All words of the filter must hold: mode:streaming, workers:2,4, output:same ask for values, others for any text.
  const filtered = ':is(#matrix, #tradeoff, #timelines, #why, #scaling, #data) :is(tr, .tlc, .c-plot g)[data-cell]';
  const followers = byCell(all(filtered));
  const wordsOf = (text) => text.toLowerCase().match(/(?:[^\s"]|"[^"]*"?)+/g) || [];
  const valueAt = (row, column) => {
    let at = 0;
    for (const cell of row.cells) {
      if (at === column) return cell.dataset.v || '';
      at += cell.colSpan;
    }
    return '';
  };
  const factsOf = (row) => {
    const values = [['input', row.parentNode.dataset.input || '']];
    heads.forEach(({ dataset }, column) => dataset.axis && values.push([dataset.axis, valueAt(row, column).toLowerCase()]));
    return { values, text: all('th, .opt, .tag', row).map((node) => node.textContent).concat(values).join(' ').toLowerCase() };
  };
  const has = (value, asked) => (/^\d/.test(asked) ? value === asked : value.startsWith(asked));
  const meets = ({ values, text }, word) => {
    const [name, asked] = word.split(/:(.*)/);
    const named = asked === undefined ? [] : values.filter(([axis]) => axis.includes(name));
    if (!named.length) return text.includes(word);
    return named.some(([, value]) => [asked, ...asked.split(',')].some((one) => has(value, one)));
  };
  const facts = rows.map(factsOf);
  const drawFilter = () => {
    const words = wordsOf(state.filter).map((word) => word.replaceAll('"', ''));
    let found = 0;
    rows.forEach((row, at) => {
      const met = words.every((word) => meets(facts[at], word));
      const off = !met && row.dataset.cell !== state.cell;
      found += met;
      if (off !== row.hidden) followers.get(row.dataset.cell).forEach((node) => {
        if (node instanceof SVGElement) node.classList.toggle('off', off);
        else show(node, !off);
      });
    });
    for (const body of table.tBodies) show(body, body.querySelector('tr[data-cell]:not([hidden])'));
    if (box.value !== state.filter) box.value = state.filter;
    const share = `${found} of ${rows.length}`;
    byId('count').textContent = (state.filter ? share : rows.length) + ' cells';
    byId('found').textContent = share + ' \u00d7';
    byId('left').textContent = `Filtered by \u201c${state.filter.slice(0, 200)}\u201d: ${share} cells; the others are left out here and below.`;
    ['found', 'left', 'clear'].forEach((id) => show(byId(id), state.filter));
  };
  const clear = () => put({ filter: '' });
  on(byId('found'), 'click', clear);
  on(byId('clear'), 'click', () => { clear(); box.focus(); });
  on(box, 'keydown', (event) => {
    if (event.key !== 'Escape' || !state.filter) return;
    event.stopPropagation();
    clear();
  });
  let typing = 0;
  on(box, 'input', () => {
    draw({ filter: box.value });
    clearTimeout(typing);
    typing = setTimeout(put, 300, {}, location.hash.includes('filter=') ? 'replaceState' : 'pushState');
  });
  // A list of all values that differ, each of which takes the place of what was asked of its axis.
  const offer = (axis, values) => {
    if (values.size < 2) return;
    const group = make('optgroup', byId('values'), { label: axis });
    values.forEach((text, value) => make('option', group, { value: axis + ':' + (/\s/.test(value) ? `"${value}"` : value), textContent: text }));
  };
  offer('input', new Map(Array.from(table.tBodies, ({ dataset }) => [dataset.input, dataset.input])));
  heads.forEach((head, column) => head.classList.contains('opt') && offer(head.dataset.axis, new Map(rows
    .map((row) => [valueAt(row, column).toLowerCase(), row.cells[column].textContent])
    .filter(([value]) => value).sort(([a], [b]) => compare(a, b, true)))));
  on(byId('values'), 'change', ({ target }) => {
    const axis = target.value.replace(/:.*/, ':');
    put({ filter: wordsOf(state.filter).filter((word) => !word.startsWith(axis)).concat(target.value).join(' ') });
    target.selectedIndex = 0;
  });

  // Sorting keeps inputs apart and equal rows in their order; rows without a value stay last both ways.
  function compare(a, b, up) {
    if (a === '' || b === '') return (a === '') - (b === '');
    const order = isNaN(a) || isNaN(b) ? a.localeCompare(b, 'en') : a - b;
    return up ? order : -order;
  }
  const drawOrder = () => {
    const up = !state.sort.startsWith('-');
    const column = heads.findIndex(({ dataset }) => dataset.key === state.sort.replace(/^-/, ''));
    heads.forEach((head) => head.removeAttribute('aria-sort'));
    if (column >= 0) heads[column].setAttribute('aria-sort', up ? 'ascending' : 'descending');
    for (const body of table.tBodies) {
      const own = rows.filter((row) => row.parentNode === body).map((row) => [valueAt(row, column), row]);
      if (column >= 0) own.sort((a, b) => compare(a[0], b[0], up));
      body.append(...own.map(([, row]) => row));
    }
  };
  heads.forEach(({ dataset: { key }, firstElementChild: button }) => key && on(button, 'click', () => put({
    sort: state.sort === key ? '-' + key : state.sort === '-' + key ? '' : key,
  })));

  // Ratios against another cell are quotients of the walls in the table; intervals belong to the first reference alone.
  const ratios = rows.filter((row) => row.dataset.wall).map((row) => {
    const place = row.querySelector('td.ratio');
    return { name: row.dataset.cell, wall: row.dataset.wall, place, text: place.firstChild.textContent, key: place.dataset.v };
  });
  const digits = (ratio) => (ratio < 0.9995 ? 3 : ratio < 9.995 ? 2 : ratio < 99.95 ? 1 : 0);
  const drawRatios = () => {
    const own = state.ref === first.ref;
    const base = ratios.find(({ name }) => name === state.ref);
    ratios.forEach(({ name, wall, place, text, key }) => {
      const ratio = own ? 0 : wall / base.wall;
      place.dataset.v = own ? key : ratio;
      place.firstChild.textContent = own ? text : name === state.ref ? 'reference' : '\u00d7' + ratio.toFixed(digits(ratio));
    });
    all('.vs', table).forEach((node) => show(node, own));
    all('.refname').forEach((node) => { node.textContent = state.ref || 'reference'; });
    show(byId('refnote'), !own);
    picker.value = state.ref;
    if (state.sort.endsWith('ratio')) drawOrder();
  };
  picker.value = first.ref;
  show(picker.parentNode, picker.options.length > 1);
  on(picker, 'change', () => put({ ref: picker.value }));
  on(byId('refback'), 'click', () => { put({ ref: first.ref }); picker.focus(); });

  // The address as it is at the start, after a link, after going back.
  const asked = (hash) => {
    if (!hash.includes('=')) return hash ? { cell: places.has(hash) ? hash : state.cell } : first;
    const { cell, ref, filter = '', sort = '' } = Object.fromEntries(new URLSearchParams(hash));
    return {
      cell: places.has(cell) ? cell : '',
      ref: ratios.some(({ name }) => name === ref) ? ref : first.ref,
      filter,
      sort: heads.some(({ dataset: { key } }) => key && key === sort.replace(/^-/, '')) ? sort : '',
    };
  };
  const arrive = (moves) => {
    const hash = location.hash.slice(1);
    draw(asked(hash));
    const goal = byId(hash.includes('=') ? state.cell : hash);
    if (!goal) return;
    for (let fold = goal.closest('details'); fold; fold = fold.parentNode.closest('details')) fold.open = true;
    if (moves) goal.scrollIntoView({ block: goal.matches('tr') ? 'center' : 'start', inline: 'nearest' });
  };
  on(window, 'popstate', (event) => arrive(!event.state));

  // What a mark says, beside it. Its own title would show a second time. In a row one drawing speaks for all of them, and
  // the drawing for phones has its words in the wide one.
  const tip = make('div', said.parentNode, { id: 'tip', role: 'tooltip', hidden: true });
  const wordsAt = (node) => {
    const row = node.closest('tr');
    if (row) return row.querySelector('.c-mini[role=img]')?.getAttribute('aria-label') || '';
    const phone = node.closest('.narrow');
    if (phone) return wordsAt(phone.previousElementSibling.querySelector(`g[data-cell="${node.dataset.cell}"]`));
    const title = node.querySelector('title');
    if (title) {
      node.dataset.tip = title.textContent;
      title.remove();
    }
    return node.dataset.tip;
  };
  let leaving = 0;
  const hide = () => show(tip, false);
  const tell = (node, pointer) => {
    const words = wordsAt(node);
    if (!words) return hide();
    tip.replaceChildren();
    words.split('; ').forEach((part, at) => make(at ? 'span' : 'b', tip, { textContent: part }));
    show(tip, true);
    const drawn = node.getBoundingClientRect();
    const near = pointer && drawn.height > 60 ? new DOMRect(pointer.clientX, pointer.clientY - 8, 16, 16) : drawn;
    const { clientWidth, clientHeight } = document.documentElement;
    const below = near.bottom + 3 + tip.offsetHeight <= clientHeight;
    const top = below ? near.bottom + 3 : Math.max(4, near.top - tip.offsetHeight - 3);
    tip.style.left = scrollX + Math.max(4, Math.min(near.left, clientWidth - tip.offsetWidth - 4)) + 'px';
    tip.style.top = scrollY + top + 'px';
  };
  on(document, 'pointerover', (event) => {
    light(cellAt(event.target));
    const node = event.target.closest('g[data-cell], .c-mini, #tip');
    clearTimeout(leaving);
    if (!node) leaving = setTimeout(hide, 200);
    else if (node !== tip) tell(node, event);
  });
  on(document, 'focusin', ({ target }) => light(cellAt(target)));

  // One stop of the tab key a chart, a set of timelines, or the table of cells; arrows go from mark to mark in it.
  const frame = table.parentNode;
  const stops = new Map([[frame, 'tbody tr[data-cell]']]);
  all('.c-plot').forEach((chart) => stops.set(chart, 'g[data-cell]'));
  all('.tls').forEach((panels) => stops.set(panels, '.tlc'));
  stops.forEach((selector, stop) => {
    stop.setAttribute('tabindex', '0');
    stop.setAttribute('aria-describedby', 'keys');
  });
  all('th .cl, .tlc .cl').forEach((link) => { link.tabIndex = -1; });
  const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity };
  let current = null;
  const leave = () => {
    if (current) current.classList.remove('cur');
    current = null;
    hide();
  };
  const walk = (stop, step) => {
    const marks = all(stops.get(stop), stop).filter((node) => !node.matches('[hidden], .off'));
    const at = marks.indexOf(current) + (current || step < 0 ? step : 1);
    leave();
    current = marks[Math.max(0, Math.min(marks.length - 1, at))];
    if (!current) return;
    current.classList.add('cur');
    light(cellAt(current));
    current.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const drawn = [current, ...all('g[data-cell], .c-mini', current)].find((node) => node.matches('g, svg') && node.getClientRects().length);
    said.textContent = drawn && wordsAt(drawn) || current.textContent;
    if (drawn && stop !== frame) tell(drawn);
  };
  on(document, 'focusout', leave);
  on(document, 'keydown', (event) => {
    const { key, target } = event;
    const step = event.ctrlKey || event.altKey || event.metaKey ? 0 : steps[key];
    if (key === 'Escape') {
      if (!tip.hidden) hide();
      else if (state.cell) hold(state.cell);
    } else if (stops.has(target) && step && !(target === frame && /Left|Right/.test(key))) {
      event.preventDefault();
      walk(target, step);
    } else if (current && (key === 'Enter' || key === ' ')) {
      event.preventDefault();
      hold(cellAt(current));
    }
  });

  // Copying says that it worked; where it is refused, the text is selected. No cell of a sheet may begin as a formula.
  const cellText = (cell) => cell.textContent.trim().replace(/\s+/g, ' ').replace(/^[=+@-]/, "'$&");
  const sheet = () => all('tr:not(.grp):not([hidden])', table)
    .map((row) => all(':is(th, td):not(.mark)', row).map(cellText).join('\t')).join('\n');
  all('button[data-of]').forEach((button) => on(button, 'click', async () => {
    const source = byId(button.dataset.of);
    const label = button.dataset.label = button.dataset.label || button.textContent;
    try {
      await navigator.clipboard.writeText(source === table ? sheet() : button.dataset.copy || source.textContent);
      button.textContent = 'Copied';
    } catch (refused) {
      getSelection().selectAllChildren(source);
      button.textContent = 'Selected';
    }
    said.textContent = button.textContent;
    setTimeout(() => { button.textContent = label; }, 2000);
  }));

  const themes = ['auto', 'light', 'dark'];
  let theme = 0;
  on(byId('theme'), 'click', ({ target }) => {
    theme = (theme + 1) % themes.length;
    if (theme === 0) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = themes[theme];
    target.textContent = 'Theme: ' + themes[theme];
  });

  drawFilter();
  arrive(true);
})();
