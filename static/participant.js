/* Participants' pages work without this file. With it: one question a screen, a draft that survives a
   reload, one sending a tap, and waiting pages that follow the room. No syntax newer than ES2017. */
(() => {
  'use strict';
  const find = (css, from) => (from || document).querySelector(css);
  const all = (css, from) => Array.from((from || document).querySelectorAll(css));

  // Storage may be refused (private windows): then there is no draft, and all else works.
  const storage = (use) => { try { return use(sessionStorage); } catch (refused) { return null; } };
  const PREFIX = 'draft:';

  // Given up after some milliseconds, for a network that hangs.
  const get = (url, ms) => new Promise((yes, no) => {
    setTimeout(no, ms);
    fetch(url, { credentials: 'same-origin', cache: 'no-store' }).then(yes, no);
  });

  // The page moves on with the room; `busy` tells when it must not, because somebody answers on it.
  const follow = (place, busy) => {
    let timer = 0;
    let turn = 0;
    let moved = false;
    // The next page is here before this one goes: else a server that stops just now leaves the browser's error page.
    const move = (answer) => answer.text().then((page) => {
      if (answer.status > 499 || busy() || moved) return;
      moved = true;
      history.replaceState(null, '', answer.url);
      document.open();
      document.write(page);
      document.close();
    });
    const ask = () => {
      if (moved) return;
      clearTimeout(timer);
      const mine = (turn += 1);
      // After a miss the next question comes sooner.
      let wait = 8000 + Math.random() * 4000;
      get(place.dataset.poll, 4000)
        .then((answer) => answer.json())
        .then((now) => (now.page && now.page !== place.dataset.page && !busy()
          ? get(place.dataset.next || location.href, 8000).then(move) : null))
        .catch(() => { wait = 3000 + Math.random() * 4000; })
        .then(() => { if (mine === turn && !moved) timer = setTimeout(ask, wait); });
    };
    document.addEventListener('visibilitychange', () => { if (!document.hidden) ask(); });
    addEventListener('pageshow', (event) => { if (event.persisted) ask(); });
    addEventListener('online', ask);
    timer = setTimeout(ask, 8000 + Math.random() * 4000);
  };

  // A voice for a question, where the phone has one in the language in which it is written.
  const listen = (form, questions) => {
    const speech = window.speechSynthesis;
    if (!speech || !window.SpeechSynthesisUtterance) return;
    const written = (question) => ((find('legend [lang]', question) || document.documentElement).lang);
    const voice = (lang) => speech.getVoices().find((v) => v.lang.slice(0, 2).toLowerCase() === lang);
    const text = (question) => question.dataset.say
      || all('legend, p.small, label > [type] + span', question).map((part) => part.textContent.trim()).join('. ');
    const offer = () => questions.forEach((question) => {
      if (find('.listen, audio', question) || !voice(written(question))) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'second listen';
      button.textContent = form.dataset.listen;
      button.addEventListener('click', () => {
        if (speech.speaking) return speech.cancel();
        const said = new SpeechSynthesisUtterance(text(question));
        said.lang = written(question);
        said.voice = voice(said.lang);
        said.rate = 0.9;
        return speech.speak(said);
      });
      find('legend', question).insertAdjacentElement('afterend', button);
    });
    offer();
    if (speech.addEventListener) speech.addEventListener('voiceschanged', offer);
    return () => speech.cancel();
  };

  const start = (form, greeting) => {
    // A phone that is lent for another ticket must not show its owner's draft: a number stands for the ticket.
    const whose = ((form.elements.ticket || {}).value || '').split('').reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 9973, 0);
    const key = form.dataset.draft === 'off' ? '' : PREFIX + form.getAttribute('action') + ':' + whose;
    const questions = all('fieldset', form);
    const fields = all('input[name^="q_"], textarea', form);
    const send = find('#send');
    const [back, next] = all('[data-go]', form);
    const progress = find('.progress', form);
    const last = questions.length - 1;
    let here = 0;
    const lost = find('#lost', form);
    let sent = false;
    let retry = 0;
    let hush = () => {};

    const typed = (field) => (/radio|checkbox/.test(field.type) ? field.checked && field.value : field.value);
    const skipped = (question) => find('[name$="_skip"]:checked:not([value=""])', question);
    const answers = (question) => fields.filter((f) => question.contains(f) && !/_skip$/.test(f.name));

    const restore = () => {
      const draft = JSON.parse((key && storage((s) => s.getItem(key))) || '[]');
      fields.forEach((field) => {
        const own = draft.filter((pair) => pair[0] === field.name).map((pair) => pair[1]);
        if (!own.length) return;
        if (/radio|checkbox/.test(field.type)) field.checked = own.indexOf(field.value) >= 0;
        else field.value = own[0];
      });
      return draft.length > 0;
    };
    const save = () => {
      const draft = JSON.stringify(fields.filter(typed).map((f) => [f.name, f.value]));
      if (key) storage((s) => s.setItem(key, draft));
    };
    const paint = () => questions.forEach((question) => {
      const people = find('.people', question);
      question.classList.toggle('passed', Boolean(skipped(question)));
      if (!people) return;
      const chosen = find(':checked', question);
      people.hidden = false;
      people.firstChild.style.width = (chosen ? Number(chosen.value) || 0 : 0) * 10 + '%';
    });

    // When three pictures are chosen, the others wait until one is given back.
    const most = (question) => {
      const pictures = question && find('[data-most]', question);
      if (!pictures) return;
      const full = all(':checked', pictures).length >= Number(pictures.dataset.most);
      all('input', pictures).forEach((box) => { box.disabled = full && !box.checked; });
    };

    const greet = (shown) => {
      document.documentElement.className = shown ? '' : 'js';
      if (greeting) greeting.hidden = !shown;
      form.hidden = shown;
      if (shown) hush();
    };
    const show = (number, quietly) => {
      hush();
      greet(false);
      here = Math.max(0, Math.min(last, number));
      questions.forEach((question, n) => { question.hidden = n !== here; });
      back.hidden = here === 0;
      next.hidden = here === last;
      send.hidden = here !== last;
      const text = find('span', progress);
      text.textContent = text.dataset.text.replace('{n}', here + 1).replace('{t}', last + 1);
      find('progress', progress).max = last + 1;
      find('progress', progress).value = here + 1;
      if (quietly) return;
      scrollTo(0, 0);
      find('legend', questions[here]).focus();
    };
    // Each question is a place in the history, so that the phone's own Back goes back one question.
    const go = (number) => {
      const place = history.state || {};
      if (number > here) history.pushState({ question: number, ours: true }, '');
      else if (place.ours) return history.back();
      else history.replaceState({ question: number }, '');
      return show(number);
    };
    const ready = () => {
      sent = false;
      clearTimeout(retry);
      lost.hidden = true;
      send.removeAttribute('aria-disabled');
      send.textContent = send.dataset.label;
      fields.forEach((field) => { field.disabled = false; });
      questions.forEach(most);
    };

    // The form leaves only when the room can be reached: else it would be lost behind the browser's own error page.
    // The same form sent twice is one answer, thanks to the nonce in it.
    const deliver = () => {
      clearTimeout(retry);
      const leave = () => {
        // A pass is meant: what was typed before it does not go out.
        questions.filter(skipped).forEach((question) => answers(question).forEach((f) => { f.disabled = true; }));
        form.submit();
        retry = setTimeout(ready, 15000);
      };
      const wait = () => {
        lost.textContent = lost.dataset.text;
        lost.hidden = false;
        retry = setTimeout(deliver, 5000);
      };
      if (window.fetch) get(form.dataset.reach, 8000).then(leave, wait);
      else leave();
    };

    const changed = (event) => {
      const field = event.target;
      const question = field.closest('fieldset');
      // Words after « je passe » take the pass back.
      if (question && !/_(skip|quote)$/.test(field.name) && typed(field)) {
        all('[name$="_skip"]', question).forEach((skip) => { skip.checked = !skip.value; });
      }
      most(question);
      paint();
      save();
    };
    form.addEventListener('input', changed);
    form.addEventListener('change', changed);
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
      event.preventDefault();
      const texts = all('input:not([type])', questions[here]);
      const following = texts[texts.indexOf(event.target) + 1];
      if (following && texts.indexOf(event.target) >= 0) following.focus();
      else if (here < last) go(here + 1);
    });
    form.addEventListener('click', (event) => {
      const link = event.target.closest('a[href^="#q-"]');
      const number = link ? questions.indexOf(find(link.getAttribute('href'))) : -1;
      if (number < 0) return;
      event.preventDefault();
      show(number);
    });
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (sent) return;
      sent = true;
      save();
      send.setAttribute('aria-disabled', 'true');
      send.textContent = send.dataset.busy;
      deliver();
    });
    addEventListener('online', () => { if (sent && !lost.hidden) deliver(); });
    back.addEventListener('click', () => go(here - 1));
    next.addEventListener('click', () => go(here + 1));
    addEventListener('popstate', (event) => {
      if (greeting && !(event.state && 'question' in event.state)) greet(true);
      else show((event.state && event.state.question) || 0);
    });
    all('[data-begin]').forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      history.pushState({ question: 0, ours: true }, '');
      show(0);
    }));
    addEventListener('pageshow', (event) => {
      // Back from the thank-you page, whose script cleared the draft: the next person sees an empty form.
      // On a shared tablet there is no draft to tell, and the form may be another person's: always empty.
      if (event.persisted && !key) return location.reload();
      if (event.persisted && sent && !storage((s) => s.getItem(key))) return location.reload();
      return ready();
    });

    send.dataset.label = send.textContent;
    progress.hidden = last < 1;
    const filled = 'filled' in form.dataset;
    const drafted = !filled && restore();
    const wrong = questions.findIndex((question) => question.classList.contains('bad'));
    const kept = (history.state && history.state.question) || 0;
    if (greeting && !(history.state && 'question' in history.state)) {
      greet(true);
    } else {
      if (wrong >= 0 || !(drafted || filled)) history.replaceState({ question: Math.max(0, wrong) }, '');
      show(wrong >= 0 ? wrong : (drafted || filled) && kept, true);
    }
    paint();
    questions.forEach(most);
    hush = listen(form, questions) || hush;
    const alert = find('.alert', form);
    if (alert) alert.focus();

    // Whoever still writes has three more minutes: until then, and once something is typed, the form stays.
    let away = 0;
    let slept = false;
    document.addEventListener('visibilitychange', () => {
      if (document.hidden) away = Date.now();
      else slept = away && Date.now() - away > 180000;
    });
    return () => !form.hidden && (!slept || sent || fields.some(typed));
  };

  const place = find('[data-poll]');
  const form = find('#form');
  if (find('[data-clear-draft]')) {
    storage((s) => Object.keys(s).filter((k) => k.indexOf(PREFIX) === 0).forEach((k) => s.removeItem(k)));
  }
  // The page with one person's code leaves no place in the history of a shared tablet.
  const once = find('[data-once]');
  if (once) {
    addEventListener('pageshow', (event) => { if (event.persisted) location.replace(once.dataset.once); });
    all('[data-replace]').forEach((link) => link.addEventListener('click', (event) => {
      event.preventDefault();
      location.replace(link.href);
    }));
  }
  const busy = form && find('fieldset', form) ? start(form, find('#greeting')) : () => false;
  if (place) follow(place, busy);
})();
