// Choosing how long the evening is proposes the sequences for the debate; ticking them by hand stops that.
(function () {
  "use strict";
  var holder = document.querySelector("[data-suggestions]");
  if (!holder) return;
  var suggestions = JSON.parse(holder.getAttribute("data-suggestions"));
  var boxes = Array.prototype.slice.call(document.querySelectorAll('input[name="sequences"]'));
  var byHand = false;
  boxes.forEach(function (box) {
    box.addEventListener("change", function () { byHand = true; });
  });
  document.querySelectorAll('input[name="minutes"]').forEach(function (radio) {
    radio.addEventListener("change", function () {
      if (byHand) return;
      var wanted = suggestions[radio.value] || [];
      boxes.forEach(function (box) { box.checked = wanted.indexOf(box.value) >= 0; });
    });
  });
})();
