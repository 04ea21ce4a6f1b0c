"""The party for a step that is done, counted inside the page."""

COUNT_PARTIES = """
window.parties = 0;
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes) if (node.className === 'party') window.parties += 1;
}).observe(document, { childList: true, subtree: true });
"""
