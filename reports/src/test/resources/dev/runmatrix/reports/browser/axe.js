// Runs axe and gives what it finds in a line each.
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'] }).then(
    (result) => done(result.violations.flatMap((rule) => rule.nodes.map((node) => rule.id + ': ' + node.target + ' ' + node.failureSummary.replace(/\s+/g, ' ')))),
    (error) => done(['axe failed: ' + error]));
