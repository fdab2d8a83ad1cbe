// localStorage where it is allowed, else a map that lasts as long as the page. Values are JSON.

/**
 * A store of JSON values. `lasting` says whether they survive the page.
 * @param {() => Storage} open gives the browser's storage; may throw, where a browser forbids it
 */
export function openStore(open = () => globalThis.localStorage) {
  const memory = new Map();
  const storage = usable(open);
  return {
    lasting: storage !== null,
    get(key) {
      if (memory.has(key)) return memory.get(key);
      try {
        return JSON.parse(storage?.getItem(key) ?? "null");
      } catch {
        return null;
      }
    },
    /** A full or forbidden storage keeps the value in memory: nothing is lost while the page is open. */
    set(key, value) {
      try {
        storage.setItem(key, JSON.stringify(value));
        memory.delete(key);
      } catch {
        memory.set(key, value);
      }
    },
    remove(key) {
      memory.delete(key);
      storage?.removeItem(key);
    },
    /** Every key that begins like this, in no particular order. */
    keys(beginning) {
      const stored = storage ? Array.from({ length: storage.length }, (_, index) => storage.key(index)) : [];
      return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(beginning));
    },
  };
}

function usable(open) {
  try {
    const storage = open();
    storage.setItem("obrus.probe", "1");
    storage.removeItem("obrus.probe");
    return storage;
  } catch {
    return null;
  }
}

/** The store of this browser for this address. */
export const store = openStore();
