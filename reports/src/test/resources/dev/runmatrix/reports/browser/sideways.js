// What reaches beyond the window, and text that its box cuts, except where a reader can scroll or a title says the whole.
const width = document.documentElement.clientWidth;
const name = (node) => node.tagName.toLowerCase() + (node.className.length ? '.' + node.className : '')
    + ' "' + node.textContent.trim().slice(0, 40) + '"';
const scrolls = (node) => {
  for (let up = node; up; up = up.parentElement) {
    if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return true;
  }
  return false;
};
const found = [];
if (document.documentElement.scrollWidth > width) found.push('the page is ' + document.documentElement.scrollWidth + ' px wide');
for (const node of document.body.querySelectorAll('*')) {
  if (node.closest('svg') || node.closest('.vh, .skip') || !node.checkVisibility()) continue;
  const box = node.getBoundingClientRect();
  if (box.right > width + 1 && !scrolls(node)) found.push(name(node) + ' ends at ' + Math.round(box.right));
  const style = getComputedStyle(node);
  if (style.overflowX === 'hidden' && node.scrollWidth > node.clientWidth + 1 && !node.title) found.push(name(node) + ' is cut');
}
return found;
