/** What reading takes: `get` of the browser's storage areas. */
export interface Area {
  get(keys: string[]): Promise<Record<string, unknown>>;
}

export interface WritableArea extends Area {
  keys(): Promise<string[]>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** `navigator.locks`, as far as it is used. The lock of a background that died is free at once. */
export type Locks = Pick<LockManager, 'request'>;

/** Where everything is kept. */
export interface Places {
  local: WritableArea;
  session: WritableArea;
  /** What the organization set by policy. */
  managed: Area;
  locks: Locks;
}

export interface StoreOptions extends Places {
  now: () => number;
  /**
   * Sees to it that the background is woken again soon. Done before each write, since it may die right after: then what was
   * written would wait for nothing.
   */
  arm: () => Promise<void>;
}
