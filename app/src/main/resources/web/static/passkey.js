// Passkeys: asks the browser for a new one or for a signature, puts what it says into the form and sends
// that. Where this browser or this address has no passkeys, the form stays hidden and says so.

const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));

function text(buffer) {
  if (!buffer) return undefined;
  const letters = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

// Not toJSON(): older browsers do not have it.
function told(credential) {
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = credential.response;
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: {
      clientDataJSON: text(clientDataJSON),
      attestationObject: text(attestationObject),
      authenticatorData: text(authenticatorData),
      signature: text(signature),
      userHandle: text(userHandle),
      transports: credential.response.getTransports?.(),
    },
  });
}

function make(wanted) {
  return navigator.credentials.create({
    publicKey: {
      challenge: bytes(wanted.challenge),
      rp: { id: wanted.site, name: 'Vermilion' },
      user: { id: bytes(wanted.handle), name: wanted.name, displayName: wanted.name },
      pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      excludeCredentials: wanted.known.split(' ').filter((each) => each).map((id) => ({ type: 'public-key', id: bytes(id) })),
      attestation: 'none',
    },
  });
}

function sign(wanted) {
  return navigator.credentials.get({
    publicKey: { challenge: bytes(wanted.challenge), rpId: wanted.site, userVerification: 'required' },
  });
}

for (const form of document.querySelectorAll('form[data-challenge]')) {
  const here = location.origin === form.dataset.origin && 'PublicKeyCredential' in window;
  const said = form.querySelector('.passkey-said');
  form.querySelector('button').hidden = !here;
  if (!here) {
    said.textContent = `Passkeys work at ${form.dataset.origin}, in a browser that has them.`;
    continue;
  }
  form.addEventListener('submit', async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    said.textContent = '';
    try {
      const credential = await (form.dataset.handle ? make(form.dataset) : sign(form.dataset));
      form.elements.credential.value = told(credential);
      form.submit();
    } catch (error) {
      said.textContent = error.name === 'InvalidStateError' ? 'This device has a passkey for you already.' : 'Nothing was signed. You can try again, or sign in another way.';
    }
  });
}
