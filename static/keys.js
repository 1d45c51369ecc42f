/* A presenter's clicker and the keyboard, on the console and on the projector's window: next, previous, black,
   full screen. A window that is not signed in does nothing but go full screen. */
(() => {
  'use strict';
  const root = document.querySelector('[data-keys]');
  const words = document.querySelector('#keys-say');
  const wall = Boolean(document.querySelector('#screen'));
  const STAY = 10000;
  // A clicker's worn button may send twice at once: that is not somebody pressing again.
  const AGAIN_AFTER = 700;
  const KEYS = {
    ' ': 'next', Spacebar: 'next', PageDown: 'next', ArrowRight: 'next',
    PageUp: 'previous', ArrowLeft: 'previous', b: 'black', B: 'black', '.': 'black',
  };
  // The console is a page to scroll; the wall is not.
  if (wall) { KEYS.ArrowDown = 'next'; KEYS.ArrowUp = 'previous'; }
  let token = '';
  let sure = '';
  let asked = 0;
  let busy = false;
  let timer = 0;

  const say = (text, question) => {
    clearTimeout(timer);
    sure = question || '';
    asked = Date.now();
    words.textContent = text || '';
    words.hidden = !text;
    words.toggleAttribute('data-asks', Boolean(sure));
    if (text) timer = setTimeout(say, STAY);
  };

  const send = async (key, renew) => {
    if (!token || renew) {
      const answer = await fetch(root.dataset.keys, { credentials: 'same-origin', cache: 'no-store' });
      if (answer.status !== 200) return;
      token = (await answer.json()).token;
    }
    const body = new URLSearchParams({ key, sure: key === 'next' ? sure : '', csrf_token: token });
    const answer = await fetch(root.dataset.keys, { method: 'POST', credentials: 'same-origin', body });
    if (answer.status === 400 && !renew) return send(key, true);
    if (!answer.ok) return;
    const told = await answer.json();
    say(told.ask || told.say, told.sure);
    document.dispatchEvent(new Event('room-moved'));
  };

  const press = async (key) => {
    if (busy || (key === 'next' && sure && Date.now() - asked < AGAIN_AFTER)) return;
    busy = true;
    try { await send(key); } catch (lost) { /* The next press tries again. */ }
    busy = false;
  };

  // The projector has its own way to full screen.
  const wide = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (document.documentElement.requestFullscreen) document.documentElement.requestFullscreen().catch(() => {});
  };

  const box = document.querySelector('[data-keys-on]');
  // A cookie, so that the console's choice also holds in the projector's window.
  const on = () => !/(^|; )keys=off(;|$)/.test(document.cookie);
  if (box) {
    box.checked = on();
    box.addEventListener('change', () => {
      document.cookie = `keys=${box.checked ? 'on' : 'off'}; path=/; SameSite=Strict`;
    });
  }

  // Where a key means something already (a field, a button that has the focus), it keeps that meaning.
  const taken = (event) => {
    const at = event.target.closest ? event.target.closest('input, textarea, select, button, a, summary') : null;
    if (!at) return false;
    return /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName) ? !/^(checkbox|submit)$/.test(at.type) : event.key === ' ';
  };

  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !on() || taken(event)) return;
    if (event.key === 'Escape') { say(); return; }
    if (!wall && event.key.toLowerCase() === 'f') { wide(); return; }
    const key = KEYS[event.key];
    if (!key) return;
    event.preventDefault();
    press(key);
  });
})();
