// Typing paper in by keyboard alone: Enter and a full scale go to the next field, the last one saves.
(function () {
  "use strict";
  var form = document.querySelector("[data-desk]");
  if (!form) return;
  var fields = Array.prototype.filter.call(
    form.querySelectorAll(".halves input, .halves textarea"),
    function (field) { return field.type !== "radio"; }
  );
  var save = document.getElementById("save");
  var sent = false;
  form.querySelector("[data-script]").hidden = false;

  function next(field) {
    var following = fields[fields.indexOf(field) + 1] || save;
    following.focus();
    if (following.select) following.select();
  }
  // One key is enough for a scale; of an estimate, only 1 may still become 10.
  function full(field) {
    if (field.dataset.kind === "scale") return /^[1-5?np-]$/i.test(field.value);
    if (field.dataset.kind === "estimate") return /^([02-9?np-]|10)$/i.test(field.value);
    return false;
  }
  form.addEventListener("input", function (event) {
    if (full(event.target)) next(event.target);
  });
  form.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || fields.indexOf(event.target) < 0 || event.target.tagName !== "INPUT") return;
    event.preventDefault();
    next(event.target);
  });
  form.addEventListener("submit", function (event) {
    if (sent) event.preventDefault();
    sent = true;
    setTimeout(function () { sent = false; }, 5000);
  });
})();
