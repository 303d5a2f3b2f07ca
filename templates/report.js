'use strict';
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const byId = (id) => document.getElementById(id);
  const root = document.documentElement;
  const cellOf = (node) => (node instanceof Element ? node.closest('[data-cell]') : null);

  all('.js-only').forEach((node) => node.removeAttribute('hidden'));

  const themes = ['auto', 'light', 'dark'];
  let theme = 0;
  byId('theme').addEventListener('click', (event) => {
    theme = (theme + 1) % themes.length;
    if (theme === 0) delete root.dataset.theme;
    else root.dataset.theme = themes[theme];
    event.currentTarget.textContent = 'Theme: ' + themes[theme];
  });

  // The cell under the pointer or the focus stands out wherever it appears.
  let lit = '';
  const light = (node) => {
    const cell = cellOf(node) ? cellOf(node).dataset.cell : '';
    if (cell === lit) return;
    lit = cell;
    all('[data-cell]').forEach((each) => each.classList.toggle('hl', cell !== '' && each.dataset.cell === cell));
  };
  document.addEventListener('pointerover', (event) => light(event.target));
  document.addEventListener('focusin', (event) => light(event.target));

  // Sorting keeps groups of rows apart; rows without a value stay last both ways.
  const columnCell = (row, column) => {
    let at = 0;
    for (const cell of row.cells) {
      if (at === column) return cell;
      at += cell.colSpan;
    }
    return undefined;
  };
  const compare = (a, b, up) => {
    if (a === '' || b === '') return (a === '') - (b === '');
    const both = Number(a) - Number(b);
    const order = Number.isNaN(both) ? a.localeCompare(b, 'en') : both;
    return up ? order : -order;
  };
  const sortBy = (table, heading, column) => {
    const up = heading.getAttribute('aria-sort') !== 'ascending';
    all('thead th', table).forEach((each) => each.removeAttribute('aria-sort'));
    heading.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const key = (row) => ((columnCell(row, column) || { dataset: {} }).dataset.v || '');
    for (const body of table.tBodies) {
      all('tr[data-cell]', body).sort((a, b) => compare(key(a), key(b), up)).forEach((row) => body.append(row));
    }
  };
  all('table.sortable').forEach((table) => all('thead th', table).forEach((heading, column) => {
    const button = heading.querySelector('button');
    if (button) button.addEventListener('click', () => sortBy(table, heading, column));
  }));

  // Ratios against another cell are quotients of the walls in the table; intervals belong to the first reference alone.
  const picker = byId('ref');
  const first = picker.value;
  const firstText = new Map(all('td.ratio .val').map((node) => [node, node.textContent]));
  const digits = (ratio) => (ratio < 0.9995 ? 3 : ratio < 9.995 ? 2 : ratio < 99.95 ? 1 : 0);
  const ratioText = (ratio) => '\u00d7' + ratio.toFixed(digits(ratio));
  const against = (name) => {
    const wall = (row) => Number(row.dataset.wall);
    const rows = all('#cells tr[data-wall]');
    const reference = rows.find((row) => row.dataset.cell === name);
    if (!reference) return;
    rows.forEach((row) => {
      const ratio = row.querySelector('td.ratio');
      const shown = ratio.querySelector('.val');
      const itself = row === reference;
      if (name === given) shown.textContent = firstText.get(shown);
      else shown.textContent = itself ? 'reference' : ratioText(wall(row) / wall(reference));
      ratio.dataset.v = String(wall(row) / wall(reference));
    });
    all('.vs').forEach((node) => { node.hidden = name !== given; });
    byId('refname').textContent = name;
  };
  const given = byId('refname').textContent;
  if (picker.options.length < 2) picker.closest('.pick').hidden = true;
  else if (first !== given) picker.selectedIndex = -1;
  picker.addEventListener('change', () => against(picker.value));

  const copy = byId('copy');
  if (copy) copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      copy.textContent = 'Copied';
    } catch (refused) {
      getSelection().selectAllChildren(byId('yaml'));
      copy.textContent = 'Selected';
    }
  });
})();
