"""What is looked at on a page: by axe, and by hand where axe can't see. Each returns the faults it found."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
_SMALLEST = 48
_SPACED = """() => document.querySelectorAll('body *').forEach((e) => {
  const wide = { 'line-height': '1.5', 'letter-spacing': '.12em', 'word-spacing': '.16em' };
  for (const name in wide) e.style.setProperty(name, wide[name], 'important');
  if (e.tagName === 'P') e.style.setProperty('margin-bottom', '2em', 'important');
})"""
_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """(least) => Array.from(document.querySelectorAll(
    'button, .button, label > [type] + span, summary, nav a, footer a, input:not([type]), textarea'))
  .filter((e) => e.getClientRects().length && e.getBoundingClientRect().height < least - .5)
  .map((e) => e.outerHTML.slice(0, 90) + ' ' + Math.round(e.getBoundingClientRect().height) + ' px')"""
_FOCUS = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const seen = /radio|checkbox/.test(here.type) ? here.parentElement.querySelector('span') : here;
  const box = seen.getBoundingClientRect(), bar = document.querySelector('.steps');
  const over = bar && !bar.contains(here) && bar.getBoundingClientRect();
  const covered = over && box.top >= over.top - 1 && box.bottom <= over.bottom + 1;
  const hidden = covered || box.bottom <= 0 || box.top >= innerHeight - 1;
  const style = getComputedStyle(seen);
  const plain = style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2;
  return (hidden ? 'hidden ' : '') + (plain ? 'no outline ' : '') + '|' + here.outerHTML.slice(0, 90);
}"""


def axe(page: Page, rules: list[str] | None = None) -> list[str]:
    """Run axe's rules for WCAG 2.2 AA, or the ones named."""
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": _RULES}
    found = Axe().run(page, options={"runOnly": only})
    return [f"{page.url}: {v['id']} {v['nodes'][0]['html'][:120]}" for v in found.response["violations"]]


def overflow(page: Page) -> list[str]:
    """Nothing scrolls sideways."""
    wide = page.evaluate(_WIDE)
    return [f"{page.url}: {wide} px too wide"] if wide > 0 else []


def small_targets(page: Page) -> list[str]:
    """What a finger must hit is 48 pixels high."""
    return [f"{page.url}: {found}" for found in page.evaluate(_SMALL, _SMALLEST)]


def lost_focus(page: Page, stops: int = 30) -> list[str]:
    """Whoever goes from one control to the next by keyboard always sees where they are."""
    found = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        state = page.evaluate(_FOCUS)
        if state is None:
            break
        if not state.startswith("|"):
            found.append(f"{page.url}: {state}")
    return found


def spacing(page: Page) -> list[str]:
    """With the text spacing of WCAG 1.4.12 nothing scrolls sideways. It changes the page: check it last."""
    page.evaluate(_SPACED)
    return [f"{line}, with wide text" for line in overflow(page)]
