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

filterAtOnce();
leaveEmptyFieldsOut();
document.getElementById("problems")?.focus();
