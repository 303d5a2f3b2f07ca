// Parses one diagram; the answer is what is wrong with it.
const [text, done] = arguments;
mermaid.parse(text).then(() => done([]), (error) => done([String(error.message || error)]));
