// The safe on this phone: IndexedDB, every record sealed with AES-GCM under a key that this browser can use
// and nobody can read out. What is not hidden: that there are records, their names, sizes and number.

const DATABASE = 'vermilion';
const KEY = 'seal';
const OPEN_MS = 4000;

const bytes = (text) => new TextEncoder().encode(text);

const answered = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const committed = (transaction) => new Promise((resolve, reject) => {
  transaction.oncomplete = () => resolve();
  transaction.onabort = () => reject(transaction.error ?? new Error('the browser broke off the writing'));
});

/** Opens the safe, or answers null where the browser has none: no secure context, a private window, a refusal. */
export async function openVault() {
  if (!globalThis.indexedDB || !globalThis.crypto?.subtle) return null;
  const late = new Promise((resolve) => { setTimeout(() => resolve(null), OPEN_MS); });
  try {
    return await Promise.race([openNow(), late]);
  } catch {
    return null;
  }
}

async function openNow() {
  const request = indexedDB.open(DATABASE, 2);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      request.result.createObjectStore('key');
      request.result.createObjectStore('kept');
      request.result.createObjectStore('queue', { autoIncrement: true });
    }
    request.result.createObjectStore('photos');
  };
  const database = await answered(request);
  // Another tab signs out: let it delete everything.
  database.onversionchange = () => database.close();
  return new Vault(database, await keyOf(database));
}

// Two tabs may both find no key: the one that writes first wins, the other takes that one.
async function keyOf(database) {
  const known = await answered(database.transaction('key').objectStore('key').get(KEY));
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const transaction = database.transaction('key', 'readwrite', { durability: 'strict' });
  const done = committed(transaction);
  const store = transaction.objectStore('key');
  const first = await answered(store.get(KEY));
  if (!first) store.put(fresh, KEY);
  await done;
  return first ?? fresh;
}

/** Deletes the safe with its key: what was sealed can be read by nobody any more. */
export function destroyVault() {
  return globalThis.indexedDB ? answered(indexedDB.deleteDatabase(DATABASE)) : Promise.resolve();
}

class Vault {
  _database;
  _key;

  constructor(database, key) {
    this._database = database;
    this._key = key;
  }

  /** Every text that is kept, by name. One that cannot be opened is left out, and left where it is. */
  async texts() {
    const store = this._database.transaction('kept').objectStore('kept');
    const [names, records] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
    const texts = await Promise.all(names.map((name, at) => this._opened(name, records[at])));
    return new Map(names.map((name, at) => [name, texts[at]]).filter(([, text]) => text !== null));
  }

  /** The text of a name, or null. */
  async text(name) {
    const record = await answered(this._database.transaction('kept').objectStore('kept').get(name));
    return record ? this._opened(name, record) : null;
  }

  /** Keeps a text under a name; null takes it away. */
  async keep(name, text) {
    const record = text === null ? null : await this._sealed(name, text);
    await this._change('kept', (store) => (record ? store.put(record, name) : store.delete(name)));
  }

  /** The texts of the queue, oldest first: [{place, text}]; text is null where it cannot be opened. */
  async queue() {
    const store = this._database.transaction('queue').objectStore('queue');
    const [places, records] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())]);
    const texts = await Promise.all(records.map((record) => this._opened('queue', record)));
    return places.map((place, at) => ({ place, text: texts[at] }));
  }

  /** Adds a text at the end of the queue and answers its place; done only when it is on the disk. */
  async enqueue(text) {
    const record = await this._sealed('queue', text);
    return this._change('queue', (store) => store.add(record));
  }

  /** Writes a text of the queue anew, where it stands. */
  async requeue(place, text) {
    const record = await this._sealed('queue', text);
    await this._change('queue', (store) => store.put(record, place));
  }

  /** Keeps the bytes of a photo that the clinic does not have yet; done only when they are on the disk. */
  async keepPhoto(id, content) {
    const record = await this._sealedBytes(`photo ${id}`, content);
    await this._change('photos', (store) => store.put(record, id));
  }

  /** The bytes of a photo, or null. */
  async photo(id) {
    const record = await answered(this._database.transaction('photos').objectStore('photos').get(id));
    return record ? this._openedBytes(`photo ${id}`, record) : null;
  }

  async dropPhoto(id) {
    await this._change('photos', (store) => store.delete(id));
  }

  async unqueue(place) {
    await this._change('queue', (store) => store.delete(place));
  }

  close() {
    this._database.close();
  }

  async _change(name, work) {
    const transaction = this._database.transaction(name, 'readwrite', { durability: 'strict' });
    const done = committed(transaction);
    const result = answered(work(transaction.objectStore(name)));
    // Both fail together; whoever waits for one must not leave the other unheard.
    const [value] = await Promise.all([result, done]);
    return value;
  }

  // The name is sealed with it, so that one record cannot be put in another's place.
  _sealed(name, text) {
    return this._sealedBytes(name, bytes(text));
  }

  async _sealedBytes(name, content) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bytes(name) }, this._key, content);
    return { iv, sealed };
  }

  async _opened(name, record) {
    const content = await this._openedBytes(name, record);
    return content && new TextDecoder().decode(content);
  }

  async _openedBytes(name, record) {
    try {
      return await crypto.subtle.decrypt({ name: 'AES-GCM', iv: record.iv, additionalData: bytes(name) }, this._key, record.sealed);
    } catch {
      return null;
    }
  }
}
