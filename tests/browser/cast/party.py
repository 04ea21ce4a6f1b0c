"""The party for a step that is done, counted inside the page: its `<html>` says how many there were."""

from playwright.sync_api import Page, expect

COUNT_PARTIES = """
let parties = 0;
new MutationObserver((changes) => {
  for (const { addedNodes } of changes)
    for (const node of addedNodes)
      if (node.className === 'party') document.documentElement.dataset.parties = parties += 1;
}).observe(document, { childList: true, subtree: true });
"""


def sees_parties(page: Page, count: int) -> None:
    """Wait until there were so many; none is none until now."""
    root = page.locator('html')
    if count:
        expect(root).to_have_attribute('data-parties', str(count))
    else:
        assert root.get_attribute('data-parties') is None
