/* Keeps the wall at what the room shows now: asks every second, and the server answers 304 while nothing changed. */
(() => {
  'use strict';
  const EVERY = 1000;
  const PATIENCE = 5000;
  const screen = document.querySelector('#screen');
  const lost = document.querySelector('#lost');
  let etag = screen.dataset.etag;
  let heard = Date.now();
  let shown = '';

  // Lowers the type of what is too long until nothing is cut off: a wall has no scroll bar.
  const fit = () => {
    const section = screen.querySelector('section');
    if (!section) return;
    const over = () => {
      const edge = section.getBoundingClientRect();
      return section.scrollWidth > section.clientWidth || Array.from(section.children).some((part) => {
        const box = part.getBoundingClientRect();
        return box.bottom > edge.bottom - 8 || box.top < edge.top;
      });
    };
    let size = 1;
    section.style.setProperty('--fit', size);
    while (over() && size > 0.15) {
      size *= 0.94;
      section.style.setProperty('--fit', size);
    }
  };

  // What is on the wall, apart from the parts that change by themselves.
  const shape = (content) => {
    const copy = document.createElement('div');
    copy.append(content.cloneNode(true));
    copy.querySelectorAll('[data-live]').forEach((part) => { part.textContent = ''; });
    return copy.innerHTML.trim();
  };

  // A new count must not make the QR code flicker: within one view only the live parts change.
  const put = (html) => {
    const fresh = document.createElement('template');
    fresh.innerHTML = html;
    const next = shape(fresh.content);
    if (next !== shown) {
      shown = next;
      screen.replaceChildren(fresh.content);
      fit();
      return;
    }
    const parts = fresh.content.querySelectorAll('[data-live]');
    screen.querySelectorAll('[data-live]').forEach((part, n) => {
      if (part.textContent !== parts[n].textContent) part.textContent = parts[n].textContent;
    });
  };

  let timer = 0;
  let turn = 0;
  const ask = async () => {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    const clock = new AbortController();
    const limit = setTimeout(() => clock.abort(), PATIENCE);
    try {
      const answer = await fetch(screen.dataset.url, {
        headers: etag ? { 'If-None-Match': etag } : {},
        cache: 'no-store',
        redirect: 'error',
        signal: clock.signal,
      });
      if (answer.status !== 304 && !answer.ok) throw new Error(answer.status);
      if (answer.status === 200) {
        put(await answer.text());
        etag = answer.headers.get('ETag') || '';
      }
      heard = Date.now();
    } catch (error) {
      // The wall keeps what it shows; the next round tries again.
    }
    clearTimeout(limit);
    lost.hidden = Date.now() - heard < PATIENCE;
    if (mine === turn) timer = setTimeout(ask, EVERY);
  };

  const wake = () => {
    if (navigator.wakeLock && !document.hidden) navigator.wakeLock.request('screen').catch(() => {});
  };

  const wide = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  };

  addEventListener('keydown', (event) => {
    if (event.key.toLowerCase() === 'f' && !event.ctrlKey && !event.metaKey && !event.altKey) wide();
  });
  addEventListener('dblclick', wide);
  addEventListener('resize', fit);
  document.addEventListener('visibilitychange', wake);
  // Behind the film's window the browser slows this page down: back in front, it asks at once.
  document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
  const now = document.createRange();
  now.selectNodeContents(screen);
  shown = shape(now.cloneContents());
  wake();
  fit();
  ask();
})();
