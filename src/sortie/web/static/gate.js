// Looks again once a minute at who leaves and who may pass. What is typed is never touched: only
// the parts marked data-live are replaced, and no form is one of them.

const gate = document.querySelector("[data-refresh]");
const told = gate?.querySelector("[data-told]");
const said = gate?.querySelector("[data-said]");
const address = new URL(location.href);
address.searchParams.delete("done");
address.hash = "";

function focused(part) {
  const active = document.activeElement;
  return part.contains(active) ? active.id || part.id : "";
}

// Clocks move every minute; only another person or another standing is a change worth hearing.
function replaced(part, fresh) {
  if (part.innerHTML === fresh.innerHTML) return false;
  const at = focused(part);
  part.innerHTML = fresh.innerHTML;
  if (at) document.getElementById(at)?.focus({ preventScroll: true });
  return part.id !== "gate-now";
}

async function look() {
  if (document.visibilityState === "hidden") return;
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    let changed = false;
    for (const part of gate.querySelectorAll("[data-live]")) {
      const fresh = page.getElementById(part.id);
      if (fresh) changed = replaced(part, fresh) || changed;
    }
    told.hidden = true;
    if (changed) said.textContent = gate.dataset.changed;
  } catch {
    // What is on the page may be out of date, and someone may be let out on it.
    told.textContent = gate.dataset.lost;
    told.hidden = false;
  }
}

if (gate) {
  setInterval(look, Number(gate.dataset.refresh) * 1000);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("online", look);
}
