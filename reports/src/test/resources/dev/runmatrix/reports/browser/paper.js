// What a sheet of the given size in pixels would cut.
const [width, height] = arguments;
const found = [];
const name = (node) => node.tagName.toLowerCase() + (node.getAttribute('class') ? '.' + node.getAttribute('class') : '')
    + ' "' + node.textContent.trim().slice(0, 40) + '"';
for (const node of document.querySelectorAll('table, figure, svg, pre, .panel, .find, .tlc, p, dl, li, td, th')) {
  if (!node.checkVisibility() || node.closest('.vh, .skip')) continue;
  const box = node.getBoundingClientRect();
  if (box.left < -1 || box.right > width + 1) found.push(name(node) + ' reaches from ' + Math.round(box.left) + ' to ' + Math.round(box.right));
  if (!node.closest('svg') && node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== 'inline'
      && getComputedStyle(node).overflowX !== 'visible') found.push(name(node) + ' is cut');
}
for (const node of document.querySelectorAll('figure, .tlc, .find, tr, .cols > div, .scroll > svg')) {
  if (!node.checkVisibility()) continue;
  if (getComputedStyle(node).breakInside !== 'avoid') found.push(name(node) + ' may be cut by the end of a page');
  if (node.getBoundingClientRect().height > height) found.push(name(node) + ' is higher than a page');
}
return found;
