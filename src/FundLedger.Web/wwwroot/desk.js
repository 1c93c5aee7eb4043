// What the desk adds where there is JavaScript. Lists, filters and forms work without it.

/** A filter is applied as soon as one of its choices changes. */
function filterAtOnce() {
  for (const form of document.querySelectorAll("form.filter"))
    for (const select of form.querySelectorAll("select")) select.addEventListener("change", () => form.requestSubmit());
}

/** An address is not made longer by fields in which nothing stands. */
function leaveEmptyFieldsOut() {
  for (const form of document.querySelectorAll("form[method=get]"))
    form.addEventListener("submit", () => {
      for (const field of form.elements) if (field.name && field.value === "") field.disabled = true;
    });
  addEventListener("pageshow", () => {
    for (const field of document.querySelectorAll("form[method=get] :disabled")) field.disabled = false;
  });
}

const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

/** Two keys one after the other: n p, g d. */
function shortcuts() {
  const keys = document.getElementById("keys");
  const withKey = [...document.querySelectorAll("[data-go]")].filter((link) => link.dataset.go !== "");
  const places = new Map(withKey.map((link) => ["g" + link.dataset.go, link.href]));
  for (const link of document.querySelectorAll("[data-new]")) places.set("n" + link.dataset.new, link.href);
  let first = "";
  let forget = 0;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isTyping(event.target)) event.target.blur();
    if (event.ctrlKey && event.key === "Enter") return saveFrom(event);
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target) || keys?.open) return;
    if (event.key === "/") return to(event, () => document.getElementById("search")?.focus());
    if (event.key === "?") return to(event, () => keys?.showModal());
    const place = places.get(first + event.key);
    first = event.key;
    clearTimeout(forget);
    forget = setTimeout(() => (first = ""), 1500);
    if (place) to(event, () => location.assign(place));
  });
  const button = document.getElementById("show-keys");
  if (button && keys) {
    button.hidden = false;
    button.addEventListener("click", () => keys.showModal());
  }
}

function to(event, act) {
  event.preventDefault();
  act();
}

/** Ctrl+Enter sends the form from any of its fields. */
function saveFrom(event) {
  const form = event.target.closest("form");
  const button = form?.querySelector("button.main");
  if (button) to(event, () => form.requestSubmit(button));
}

/** A double click sends a form once. The page stays where a file is the answer: it can be sent again a moment later. */
function sendOnce() {
  for (const form of document.querySelectorAll("form[method=post]"))
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) return event.preventDefault();
      form.dataset.sent = "yes";
      setTimeout(() => delete form.dataset.sent, 2000);
    });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

filterAtOnce();
leaveEmptyFieldsOut();
shortcuts();
sendOnce();
(document.getElementById("problems") ?? document.getElementById("effect"))?.focus();
