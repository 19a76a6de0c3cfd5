// Saves what is typed as it is typed. Without it the form still works: it is saved when it is sent.

const form = document.querySelector("form[data-draft]");
const told = form?.querySelector("[data-kept]");
const others = form?.querySelector("[data-others]");
const AFTER = 700;
const AGAIN = [2000, 5000, 15000];
let waiting = 0;
let tries = 0;
let unsaved = false;
let saving = Promise.resolve(true);

function held() {
  const found = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") found.append(name, value);
  }
  return found;
}

function say(text) {
  if (told.textContent !== text) told.textContent = text;
}

async function saveNow() {
  const body = held();
  unsaved = false;
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST", body, credentials: "same-origin", keepalive: body.toString().length < 60000,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const said = await answer.json();
    form.elements.namedItem("kept").value = said.kept;
    say(said.saved);
    others.textContent = said.others;
    others.hidden = !said.others;
    tries = 0;
    return true;
  } catch {
    unsaved = true;
    say(form.dataset.lost);
    later(AGAIN[Math.min(tries++, AGAIN.length - 1)]);
    return false;
  }
}

// One saving at a time, in their order: the last one typed is the last one kept.
function save() {
  clearTimeout(waiting);
  saving = saving.then(saveNow);
  return saving;
}

function later(delay) {
  clearTimeout(waiting);
  waiting = setTimeout(save, delay);
}

function typed() {
  unsaved = true;
  say(form.dataset.saving);
  later(AFTER);
}

function start() {
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  form.addEventListener("focusout", () => { if (unsaved) save(); });
  window.addEventListener("online", () => { if (unsaved) save(); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && unsaved) save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  // A form sent into a dead connection would leave the page, and what is on it.
  form.addEventListener("submit", (event) => {
    if (form.dataset.sure) return;
    event.preventDefault();
    const button = event.submitter;
    save().then((reached) => {
      if (!reached) return;
      form.dataset.sure = "1";
      unsaved = false;
      form.requestSubmit(button);
      delete form.dataset.sure;
    });
  });
  document.getElementById("faults")?.focus();
}

if (form) start();
