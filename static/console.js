// The console follows the room: counts are written in place, everything else by loading the page anew,
// but never while somebody is typing in it.
(function () {
  "use strict";
  var root = document.getElementById("console");
  if (!root) return;
  var offline = document.getElementById("offline");
  var version = Number(root.getAttribute("data-version"));
  var misses = 0;
  var next = 0;

  function write(counts) {
    document.querySelectorAll("[data-count]").forEach(function (place) {
      var value = counts[place.getAttribute("data-count")];
      if (value !== undefined && place.textContent !== String(value)) place.textContent = value;
    });
  }
  function typing() {
    var active = document.activeElement;
    return active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) && active.type !== "hidden";
  }
  function reload() {
    try { sessionStorage.setItem("console-scroll", String(window.scrollY)); } catch (e) { /* private mode */ }
    location.reload();
  }
  function look() {
    fetch(root.getAttribute("data-live"), { cache: "no-store", credentials: "same-origin" })
      .then(function (answer) {
        if (answer.redirected || !answer.ok) throw new Error("lost");
        return answer.json();
      })
      .then(function (counts) {
        misses = 0;
        offline.hidden = true;
        write(counts);
        follow(counts);
        var graceOver = document.querySelector("[data-grace]") && counts.grace === 0;
        if ((counts.version !== version || graceOver) && !typing()) reload();
      })
      .catch(function () {
        misses += 1;
        if (misses > 2) offline.hidden = false;
      })
      .then(function () {
        clearTimeout(next);
        next = setTimeout(look, 1500);
      });
  }
  try {
    var scroll = sessionStorage.getItem("console-scroll");
    if (scroll) { window.scrollTo(0, Number(scroll)); sessionStorage.removeItem("console-scroll"); }
  } catch (e) { /* private mode */ }
  next = setTimeout(look, 1500);
  document.addEventListener("room-moved", function () {
    clearTimeout(next);
    look();
  });

  var clock = document.querySelector("[data-clock]");
  function tick() {
    var now = new Date();
    clock.textContent = ("0" + now.getHours()).slice(-2) + ":" + ("0" + now.getMinutes()).slice(-2);
  }
  // Clocks that run here between two answers; the server's time stands, also after this screen slept.
  var clocks = ["elapsed", "timer"].map(function (name) {
    var place = document.querySelector("[data-" + name + "]");
    return { name: name, place: place, at: Date.now(), value: place ? Number(place.getAttribute("data-" + name)) : 0 };
  }).filter(function (one) { return one.place; });
  function follow(counts) {
    clocks.forEach(function (one) {
      one.at = Date.now();
      one.value = counts[one.name];
    });
  }
  if (clocks.length) setInterval(function () {
    clocks.forEach(function (one) {
      var passed = (Date.now() - one.at) / 1000;
      var seconds = Math.max(0, Math.round(one.value + (one.name === "timer" ? -passed : passed)));
      one.place.textContent = Math.floor(seconds / 60) + ":" + ("0" + (seconds % 60)).slice(-2);
    });
  }, 500);
  if (clock) { tick(); setInterval(tick, 5000); }
})();
