// The console follows the room: counts are written in place, everything else by loading the page anew,
// but never while somebody is typing in it, nor between the two presses of a clicker.
(function () {
  "use strict";
  var root = document.getElementById("console");
  if (!root) return;
  var offline = document.getElementById("offline");
  var version = Number(root.getAttribute("data-version"));
  var misses = 0;
  var turn = 0;
  var moved = document.getElementById("moved");

  function write(counts) {
    document.querySelectorAll("[data-count]").forEach(function (place) {
      var value = counts[place.getAttribute("data-count")];
      if (value !== undefined && place.textContent !== String(value)) place.textContent = value;
    });
    document.querySelectorAll("[data-when]").forEach(function (place) {
      place.hidden = !counts[place.getAttribute("data-when")];
    });
  }
  // A button was pressed: what it answers is not to be overtaken by this page coming anew.
  var leaving = 0;
  document.addEventListener("submit", function () {
    clearTimeout(leaving);
    leaving = setTimeout(function () { leaving = 0; }, 10000);
  });
  function busy() {
    if (leaving || document.querySelector("#keys-say[data-asks]")) return true;
    var active = document.activeElement;
    return active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName) && active.type !== "hidden";
  }
  function reload() {
    try { sessionStorage.setItem("console-scroll", String(window.scrollY)); } catch (e) { /* private mode */ }
    location.reload();
  }
  // A question that hangs (suspended laptop, lost Wi-Fi) is given up, so that the next one is asked.
  function ask(url) {
    var stop = window.AbortController ? new AbortController() : null;
    if (stop) setTimeout(function () { stop.abort(); }, 4000);
    return fetch(url, { cache: "no-store", credentials: "same-origin", signal: stop ? stop.signal : undefined });
  }
  // Told at once, also while somebody types and the page therefore stays.
  function tell(address) {
    if (!moved || !address || address === moved.getAttribute("data-address")) return;
    var square = moved.querySelector("img");
    moved.setAttribute("data-address", address);
    square.src = square.getAttribute("data-qr") + encodeURIComponent(address);
    moved.hidden = false;
    moved.open = true;
  }
  function look() {
    clearTimeout(timer);
    var mine = turn += 1;
    ask(root.getAttribute("data-live"))
      .then(function (answer) {
        if (answer.redirected || !answer.ok) throw new Error("lost");
        return answer.json();
      })
      .then(function (counts) {
        misses = 0;
        offline.hidden = true;
        write(counts);
        tell(counts.address);
        follow(counts);
        var graceOver = document.querySelector("[data-grace]") && counts.grace === 0;
        var way = root.getAttribute("data-way");
        var news = counts.version !== version || graceOver || (way !== null && counts.way !== way);
        if (news && !busy()) reload();
      })
      .catch(function () {
        misses += 1;
        if (misses > 2) offline.hidden = false;
      })
      .then(function () { if (mine === turn) timer = setTimeout(look, 1500); });
  }
  try {
    var scroll = sessionStorage.getItem("console-scroll");
    if (scroll) { window.scrollTo(0, Number(scroll)); sessionStorage.removeItem("console-scroll"); }
  } catch (e) { /* private mode */ }
  // Open once for each address, then folded to its one line.
  try {
    if (moved && !moved.hidden) {
      moved.open = sessionStorage.getItem("seen") !== moved.getAttribute("data-address");
      sessionStorage.setItem("seen", moved.getAttribute("data-address"));
    }
  } catch (e) { /* private mode */ }
  var timer = setTimeout(look, 1500);
  // Browsers slow down what lies behind the film's window: coming back to the front asks at once.
  document.addEventListener("visibilitychange", function () { if (!document.hidden) look(); });
  document.addEventListener("room-moved", look);

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
