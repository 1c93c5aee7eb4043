// Entering promises and money: what is typed is read back by the desk's own rules, the donor's open pledges are offered, and
// a slip is filled in by keyboard alone. Nothing here decides: what is sent is read again.

const ask = async (what, values) => (await fetch(`/desk/${what}?${new URLSearchParams(values)}`)).json();

/** Says beside a field how it is read; answers what was read. */
async function readBack(field, currency) {
  const kind = field.dataset.typed;
  const note = document.getElementById(field.id + "-read");
  const text = field.value.trim();
  const read = text === "" ? {} : await ask(kind, kind === "amount" ? { text, currency } : { text });
  if (field.value.trim() !== text || !note) return read;
  note.textContent = read.text ?? read.why ?? "";
  note.classList.toggle("bad", read.why !== undefined);
  return read;
}

const currencyOf = (form) => form.elements["currency"]?.value ?? form.elements["slip-currency"]?.value ?? "";

/** The field after this one in its form, as Tab would find it. */
function fieldAfter(field) {
  const fields = [...field.form.elements].filter((one) => one.type !== "hidden" && !one.disabled);
  return fields[fields.indexOf(field) + 1];
}

/** Enter in the donor's field goes on to the next field and never sends the form; Tab takes what was typed. */
function goOnAtEnter(field) {
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.ctrlKey) return;
    event.preventDefault();
    fieldAfter(field)?.focus();
  });
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The open pledges of the donor, each with a button that fills the form with what it still owes. */
function offers(form, pledges, texts) {
  const rows = pledges.map((pledge) => {
    const field = element("input", { type: "text", name: pledge.field, id: "f-" + pledge.field, className: "short", autocomplete: "off" });
    field.inputMode = "decimal";
    field.setAttribute("aria-label", `${texts.settles} ${pledge.reference}`);
    const take = element("button", { type: "button", textContent: texts.all });
    take.addEventListener("click", () => {
      fill(form, pledge);
      field.value = "all";
      form.elements["amount"].focus();
      form.elements["amount"].select();
    });
    const due = element("td", { textContent: pledge.due + (pledge.isOverdue ? ` · ${texts.overdue}` : "") });
    if (pledge.isOverdue) due.className = "mark-overdue";
    return element("tr", {}, element("td", { textContent: pledge.reference }), element("td", { textContent: pledge.fund }), due,
      element("td", { className: "num", textContent: pledge.open }), element("td", {}, field), element("td", {}, take));
  });
  return element("fieldset", { className: "targets" }, element("legend", { textContent: texts.settles }),
    rows.length === 0 ? element("p", { className: "muted", textContent: texts.none })
      : element("table", { className: "offers" }, element("tbody", {}, ...rows)),
    element("p", { className: "hint", textContent: texts.hint }));
}

/** Fund, currency and what is due next, where the fields are still empty or were filled by another pledge. */
function fill(form, pledge) {
  for (const [name, value] of [["fund", pledge.fund], ["currency", pledge.currency], ["amount", pledge.next]]) {
    const field = form.elements[name];
    if (field && (field.value === "" || field.dataset.filled === field.value)) {
      field.value = value;
      field.dataset.filled = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
}

function entryForm(form) {
  const donor = form.elements["donor"];
  const note = document.getElementById("donor-read");
  const texts = document.getElementById("offer-texts")?.dataset;
  const place = document.getElementById("offers");
  goOnAtEnter(donor);
  donor.addEventListener("change", async () => {
    const text = donor.value.trim();
    if (text === "") return;
    const found = await ask("donor", { text });
    note.textContent = found.text ?? found.why + (found.near?.length ? `: ${found.near.join(" · ")}?` : "");
    note.classList.toggle("bad", found.code === undefined);
    if (!place || !texts) return;
    form.querySelector("fieldset.targets")?.remove();
    place.replaceChildren(...(found.pledges ? [offers(form, found.pledges, texts)] : []));
    if (found.pledges?.length === 1) fill(form, found.pledges[0]);
  });
  if (donor.value !== "" && place && !form.querySelector("fieldset.targets")) donor.dispatchEvent(new Event("change"));
}

/**
 * A slip: Enter goes down, at the end of a row to the beginning of the next; the last row grows another, and the bar compares
 * what is entered with what the slip says.
 */
function batchForm(form) {
  const body = form.querySelector("tbody");
  const control = document.getElementById("control");
  const cell = (row, column) => form.elements[`${column}-${row}`];
  const rows = () => body.rows.length;

  function addRow() {
    const row = body.rows[rows() - 1].cloneNode(true);
    const number = rows() + 1;
    row.dataset.row = number;
    row.cells[0].textContent = number;
    for (const why of row.querySelectorAll(".why")) why.remove();
    for (const field of row.querySelectorAll("input, select")) {
      field.name = field.name.replace(/\d+$/, number);
      field.setAttribute("aria-label", field.getAttribute("aria-label").replace(/\d+$/, number));
      field.value = "";
      delete field.dataset.units;
    }
    body.append(row);
  }

  // An amount that was read once is not asked for again: fifty rows are compared after every field.
  const readings = new Map();
  function readAmount(text, currency) {
    const key = `${currency} ${text}`;
    if (!readings.has(key)) readings.set(key, ask("amount", { text, currency }));
    return readings.get(key);
  }

  let comparisons = 0;
  async function compare() {
    const comparison = ++comparisons;
    const currency = form.elements["slip-currency"].value.trim().toUpperCase();
    let units = 0n;
    let count = 0;
    for (let row = 1; row <= rows(); row++) {
      const amount = cell(row, "amount");
      if (amount.value.trim() === "") continue;
      count++;
      const own = cell(row, "currency").value.trim().toUpperCase() || currency;
      const read = await readAmount(amount.value, own);
      amount.title = read.text ?? read.why;
      amount.setAttribute("aria-invalid", read.why !== undefined);
      if (read.units !== undefined && own === currency) units += BigInt(read.units);
    }
    const total = form.elements["slip-total"].value.trim();
    const wanted = total === "" ? {} : await readAmount(total, currency);
    if (comparison !== comparisons) return;
    const wantedCount = form.elements["slip-count"].value.trim();
    const digits = wanted.digits ?? 2;
    const figure = (whole) => `${whole < 0n ? "−" : ""}${decimal(whole < 0n ? -whole : whole, digits)} ${currency}`;
    const difference = wanted.units === undefined ? 0n : units - BigInt(wanted.units);
    const isSame = difference === 0n && (wantedCount === "" || Number(wantedCount) === count);
    control.textContent = `${control.dataset.entered}: ${count} · ${figure(units)}` + (wanted.units === undefined && wantedCount === "" ? ""
      : isSame ? ` · ${control.dataset.agrees}` : ` · ${control.dataset.differs} ${figure(difference)}`);
    control.className = "control" + (wanted.units === undefined && wantedCount === "" ? "" : isSame ? " good" : " bad");
  }

  async function offer(field, row) {
    if (field.value.trim() === "") return;
    const found = await ask("donor", { text: field.value });
    field.title = found.text ?? found.why;
    field.setAttribute("aria-invalid", found.code === undefined);
    const next = found.pledges?.[0];
    if (!next) return;
    for (const [column, value] of [["fund", next.fund], ["currency", next.currency], ["pledge", next.reference], ["amount", next.next]])
      if (cell(row, column).value === "") cell(row, column).value = value;
    compare();
  }

  form.addEventListener("keydown", (event) => {
    const [, column, row] = /^([a-z]+)-(\d+)$/.exec(event.target.name ?? "") ?? [];
    if (event.key !== "Enter" || event.ctrlKey || event.target.matches("button")) return;
    event.preventDefault();
    if (!row) return fieldAfter(event.target)?.focus();
    if (Number(row) === rows() && rows() < 200) addRow();
    const isLast = event.target === [...event.target.closest("tr").querySelectorAll("input, select")].at(-1);
    if (isLast) body.rows[row].querySelector("input").focus();
    else cell(Number(row) + 1, column)?.focus();
  });
  form.addEventListener("change", (event) => {
    const [, column, row] = /^([a-z]+)-(\d+)$/.exec(event.target.name ?? "") ?? [];
    if (column === "donor") offer(event.target, row);
    else compare();
  });
  form.elements["donor-1"].focus();
  compare();
}

function decimal(units, digits) {
  const text = units.toString().padStart(digits + 1, "0");
  const whole = text.slice(0, text.length - digits).replace(/\B(?=(\d{3})+$)/g, "\u202F");
  return digits === 0 ? whole : `${whole}.${text.slice(-digits)}`;
}

for (const field of document.querySelectorAll("[data-typed]")) {
  let soon = 0;
  const read = () => readBack(field, currencyOf(field.form));
  field.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(read, 150);
  });
  field.addEventListener("change", read);
}
for (const currency of document.querySelectorAll("[name=currency], [name=slip-currency]"))
  currency.addEventListener("change", () => currency.form.querySelectorAll("[data-typed=amount]").forEach((field) => readBack(field, currency.value)));
for (const form of document.querySelectorAll("form[data-entry]")) (form.dataset.entry === "batch" ? batchForm : entryForm)(form);
