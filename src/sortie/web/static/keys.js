// A security key, or the passkey of this device: asked by the page, answered by the browser.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const described = (all) => (all ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

function options(asked) {
  const found = { ...asked, challenge: bytes(asked.challenge) };
  if (asked.user) found.user = { ...asked.user, id: bytes(asked.user.id) };
  if (asked.excludeCredentials) found.excludeCredentials = described(asked.excludeCredentials);
  if (asked.allowCredentials) found.allowCredentials = described(asked.allowCredentials);
  return found;
}

function answer(credential) {
  const response = {};
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"]) {
    if (credential.response[name]) response[name] = text(credential.response[name]);
  }
  const id = text(credential.rawId);
  return { id, rawId: id, type: credential.type, response };
}

async function used(form) {
  const publicKey = options(JSON.parse(form.dataset.asked).publicKey);
  const make = form.dataset.key === "make";
  const credentials = navigator.credentials;
  const credential = await (make
    ? credentials.create({ publicKey })
    : credentials.get({ publicKey }));
  form.elements.key.value = JSON.stringify(answer(credential));
  form.submit();
}

for (const form of document.querySelectorAll("form[data-key]")) {
  if (!window.PublicKeyCredential) continue;
  form.querySelector("[data-without]").hidden = true;
  form.querySelector("[data-with]").hidden = false;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    form.querySelector("[data-said]").textContent = "";
    used(form).catch(() => {
      form.querySelector("[data-said]").textContent = form.dataset.failed;
    });
  });
}
