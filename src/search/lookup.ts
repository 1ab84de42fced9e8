/** The first of so many places where something holds that does from there on, found by halving; their count where none is. */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

type Kept<Key, Value> = Pick<Map<Key, Value>, 'get'> & { readonly set: (key: Key, value: Value) => unknown };

/** The same function, which makes each value once, when it is first asked for, and keeps it; in a `WeakMap` with its key alone. */
export function remembered<Key, Value>(make: (key: Key) => Value, kept: Kept<Key, Value> = new Map()) {
  return (key: Key): Value => {
    const value = kept.get(key) ?? make(key);
    kept.set(key, value);
    return value;
  };
}

/** The values of each key, keys and values in order. */
export function grouped<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const own = groups.get(key) ?? [];
    own.push(value);
    groups.set(key, own);
  }
  return groups;
}
