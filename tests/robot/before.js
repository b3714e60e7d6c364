// Before a page's own scripts: a print dialog that only counts, and a record of layout shifts.
window.print = () => { window.robotPrinted = (window.robotPrinted || 0) + 1; };
window.robotShifts = [];
new PerformanceObserver(list => {
  for (const one of list.getEntries()) {
    if (one.hadRecentInput) continue;
    const what = one.sources.map(source => source.node && (source.node.nodeType === 1 ? source.node : source.node.parentElement)).filter(Boolean);
    window.robotShifts.push({value: one.value, what: what.slice(0, 2).map(node => `${node.localName}.${node.classList[0] || ""}`).join(", ")});
  }
}).observe({type: "layout-shift", buffered: true});
