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
  const label = /radio|checkbox/.test(here.type) && here.parentElement.querySelector('span');
  const ringed = (e) => {
    const style = getComputedStyle(e);
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  };
  const seen = label && ringed(label) ? label : here;
  const box = seen.getBoundingClientRect();
  const inside = (n, most) => Math.max(1, Math.min(n, most - 2));
  const at = (part) => document.elementFromPoint(
    inside(box.left + box.width / 2, innerWidth), inside(box.top + box.height * part, innerHeight));
  const bar = (e) => e && !e.contains(seen) && !seen.contains(e)
    && /sticky|fixed/.test([e, ...parents(e)].map((x) => getComputedStyle(x).position).join());
  const parents = (e) => e.parentElement ? [e.parentElement, ...parents(e.parentElement)] : [];
  const off = box.bottom <= 0 || box.top >= innerHeight - 1;
  const hidden = off || [.1, .5, .9].every((part) => bar(at(part)));
  // A field for a date or an hour shows which of its parts has the focus.
  const plain = !ringed(seen) && !/date|time/.test(here.type);
  return (hidden ? 'hidden ' : '') + (plain ? 'no outline ' : '') + '|' + here.outerHTML.slice(0, 90);
}"""
_TARGETS = """(least) => Array.from(document.querySelectorAll('a, button, summary, select, input, textarea'))
  .filter((e) => {
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (!e.getClientRects().length || e.type === 'hidden' || style.clip !== 'auto') return false;
    // A label is part of its box; a link in a sentence may be as high as its line.
    const label = e.closest('label') || (e.id && document.querySelector(`label[for="${e.id}"]`));
    if (/radio|checkbox/.test(e.type) && label && label.getBoundingClientRect().height >= least) return false;
    if (e.tagName === 'A' && style.display === 'inline' && near(e, least)) return false;
    return box.width < least - .5 || box.height < least - .5;
    // WCAG 2.5.8: a smaller one is enough where a circle of 24 pixels around it meets no other.
    function near(link, size) {
      const own = link.getBoundingClientRect();
      const text = (link.parentElement.textContent || '').trim() !== link.textContent.trim();
      const others = Array.from(document.querySelectorAll('a, button'))
        .filter((o) => o !== link && o.getClientRects().length).map((o) => o.getBoundingClientRect());
      const x = (r) => r.left + r.width / 2, y = (r) => r.top + r.height / 2;
      return text || others.every((o) => Math.hypot(x(o) - x(own), y(o) - y(own)) >= size);
    }
  }).map((e) => e.outerHTML.slice(0, 90))"""
_CUT = """() => Array.from(document.querySelectorAll('body *')).filter((e) => {
  const style = getComputedStyle(e);
  const seen = e.getClientRects().length && e.clientWidth > 4 && style.clip === 'auto';
  const field = /INPUT|TEXTAREA|SELECT|OPTION|PROGRESS/.test(e.tagName);
  const free = field || style.textOverflow === 'ellipsis' || e.closest('svg');
  if (!seen || free || !/hidden|clip/.test(style.overflow)) return false;
  const edge = e.getBoundingClientRect();
  // A table for screen readers alone, beside a drawing, may lie anywhere.
  const clipped = (style) => style.clip !== 'auto' || style.clipPath !== 'none';
  const aside = (part) => part !== e && (clipped(getComputedStyle(part)) || aside(part.parentElement));
  return Array.from(e.querySelectorAll('*')).some((part) => {
    const box = part.getBoundingClientRect();
    const beyond = box.bottom > edge.bottom + 2 || box.right > edge.right + 2 || box.left < edge.left - 2;
    return beyond && !part.children.length && part.textContent.trim() && !aside(part);
  });
}).map((e) => 'cut: ' + e.outerHTML.slice(0, 90))"""
_ARABIC = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent;
    const lang = walker.currentNode.parentElement.closest('[lang]').lang;
    if (/[\u0600-\u06ff]/.test(text) && lang !== 'ar') found.push(text.trim().slice(0, 40));
  }
  return found;
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


def cut(page: Page) -> list[str]:
    """No text is cut off by a box that hides what goes beyond it."""
    return [f"{page.url}: {found}" for found in page.evaluate(_CUT)]


def targets(page: Page) -> list[str]:
    """Everything that can be pressed measures 24 pixels (WCAG 2.5.8), or stands apart, or in a sentence."""
    return [f"{page.url}: under 24 px: {found}" for found in page.evaluate(_TARGETS, 24)]


def parts(page: Page) -> list[str]:
    """What is written in Arabic says so to the voice that reads it."""
    return [f"{page.url}: not marked as Arabic: {found}" for found in page.evaluate(_ARABIC)]


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
    """With the text spacing of WCAG 1.4.12 nothing is cut off. It changes the page: check it last."""
    page.evaluate(_SPACED)
    return [f"{line}, with wide text" for line in overflow(page) + cut(page)]
