// Texts that stand out less than 4.5:1 from what is behind them. Colours are painted and read back, so that any notation will do.
const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const brush = canvas.getContext('2d', { willReadFrequently: true });
const memory = new Map();
const parsed = (colour) => {
  if (!memory.has(colour)) {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
    memory.set(colour, [r, g, b, a / 255]);
  }
  return memory.get(colour);
};
const over = (top, ground) => top.slice(0, 3).map((value, i) => value * top[3] + ground[i] * (1 - top[3])).concat(1);
const behind = (node) => {
  const layers = [];
  for (let up = node; up; up = up.parentElement) {
    const layer = parsed(getComputedStyle(up).backgroundColor);
    layers.push(layer);
    if (layer[3] === 1) break;
  }
  return layers.reduceRight((ground, layer) => over(layer, ground), [255, 255, 255, 1]);
};
const luminance = (colour) => colour.slice(0, 3)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};
const found = new Set();
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const node = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || node.closest('script, style, .vh, .skip') || !node.checkVisibility()) continue;
  const style = getComputedStyle(node);
  const ground = behind(node);
  const ink = over(parsed(node.closest('svg') ? style.fill : style.color), ground);
  const ratio = contrast(ink, ground);
  if (ratio < 4.5) found.add(ratio.toFixed(2) + ':1 ' + node.tagName + '.' + node.getAttribute('class') + ' "' + texts.currentNode.data.trim().slice(0, 30) + '"');
}
return [...found];
