import { type Fault, type FaultOrder, type FaultOrderInput, faultOrderSchema } from './fault.ts';
import type { Endpoint } from './route-table.ts';

interface Head {
  method: string;
  path: string;
  endpoint: Endpoint | null;
}

interface Ordered extends FaultOrder {
  id: number;
  /** Requests that matched so far. */
  seen: number;
}

/** The faults that are ordered. A request gets the first one that is due, and the later ones do not see it. */
export function createFaultBook() {
  const orders = new Map<number, Ordered>();
  let lastId = 0;

  return {
    /** Orders a fault, and returns its id. Throws a ZodError where the order makes no sense. */
    order(input: FaultOrderInput): number {
      const order = faultOrderSchema.parse(input);
      lastId += 1;
      orders.set(lastId, { ...order, id: lastId, seen: 0 });
      return lastId;
    },
    /** The orders that are not used up. */
    list: (): Ordered[] => [...orders.values()].map((order) => ({ ...order })),
    /** Clears one order, or all of them. */
    clear(id?: number): void {
      if (id === undefined) orders.clear();
      else orders.delete(id);
    },
    /** The fault for this request, if one is due. */
    take(head: Head): { id: number; fault: Fault } | null {
      for (const order of orders.values()) {
        if (!matches(order, head)) continue;
        order.seen += 1;
        if (order.seen < order.nth) continue;
        if (order.times !== 'forever' && order.seen >= order.nth + order.times - 1) orders.delete(order.id);
        return { id: order.id, fault: order.fault };
      }
      return null;
    },
  };
}

export type FaultBook = ReturnType<typeof createFaultBook>;

function matches({ match }: FaultOrder, { method, path, endpoint }: Head): boolean {
  return (
    (match.method ?? method) === method &&
    path.startsWith(match.pathPrefix ?? '') &&
    (match.endpoint ?? endpoint) === endpoint
  );
}
