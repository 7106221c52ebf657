/** Makes what is asked for once for each key, and gives the same from then on. For few keys: none is ever forgotten. */
export function memoized<K, T extends object>(make: (key: K) => T): (key: K) => T {
  const made = new Map<K, T>();
  return (key) => {
    let value = made.get(key);
    if (!value) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
