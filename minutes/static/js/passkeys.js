// Asks the browser for a passkey, or to make one, and sends the form with its answer (WebAuthn 3).
const form = document.querySelector("form[data-passkey]");

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const keyed = (list) => (list ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

function made(key) {
  const answer = key.response;
  return {
    response: {
      clientDataJSON: text(answer.clientDataJSON),
      attestationObject: text(answer.attestationObject),
      transports: answer.getTransports?.() ?? [],
    },
  };
}

function shown(key) {
  const answer = key.response;
  return {
    response: {
      clientDataJSON: text(answer.clientDataJSON),
      authenticatorData: text(answer.authenticatorData),
      signature: text(answer.signature),
      userHandle: answer.userHandle ? text(answer.userHandle) : null,
    },
  };
}

async function ask(kind, options) {
  const publicKey = { ...options, challenge: bytes(options.challenge) };
  if (kind === "get") {
    publicKey.allowCredentials = keyed(options.allowCredentials);
    return [await navigator.credentials.get({ publicKey }), shown];
  }
  publicKey.user = { ...options.user, id: bytes(options.user.id) };
  publicKey.excludeCredentials = keyed(options.excludeCredentials);
  return [await navigator.credentials.create({ publicKey }), made];
}

async function go() {
  const [key, answer] = await ask(form.dataset.passkey, JSON.parse(form.dataset.options));
  form.elements.credential.value = JSON.stringify({
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    extensions: JSON.stringify(key.getClientExtensionResults()),
    ...answer(key),
  });
  form.submit();
}

if (form) {
  go().catch(() => {
    form.querySelector("[data-said]").textContent = form.dataset.failed;
  });
}
