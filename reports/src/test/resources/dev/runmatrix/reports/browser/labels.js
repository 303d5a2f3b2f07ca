// Labels of drawings that cover each other or leave their drawing. Boxes of text are taller than its letters.
const found = [];
for (const drawing of document.querySelectorAll('svg')) {
  if (!drawing.checkVisibility()) continue;
  const ground = drawing.getBoundingClientRect();
  const name = (drawing.getAttribute('aria-label') || '').slice(0, 50);
  const boxes = [];
  for (const text of drawing.querySelectorAll('text')) {
    if (!text.textContent.trim() || !text.checkVisibility()) continue;
    const box = text.getBoundingClientRect();
    const spare = Math.min(box.height, box.width) * 0.18;
    boxes.push({ text: text.textContent, left: box.left + 0.5, right: box.right - 0.5, top: box.top + spare, bottom: box.bottom - spare });
  }
  for (const box of boxes) {
    if (box.left < ground.left - 1 || box.right > ground.right + 1 || box.top < ground.top - 1 || box.bottom > ground.bottom + 1) {
      found.push(name + ': "' + box.text + '" leaves the drawing');
    }
  }
  boxes.forEach((one, at) => boxes.slice(at + 1).forEach((other) => {
    if (one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom) {
      found.push(name + ': "' + one.text + '" and "' + other.text + '" cover each other');
    }
  }));
}
return found;
