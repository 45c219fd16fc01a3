import { z } from 'zod';
import { accountSchema } from './accounts.ts';
import type { Control } from './emulator.ts';
import { faultOrderSchema } from './fault.ts';
import { ENDPOINTS } from './route-table.ts';
import { settingsChangeSchema } from './settings.ts';
import { verdictOrderSchema } from './verdict-order.ts';

/** Returns what to answer with as JSON; throws a ZodError or a SyntaxError where it was asked wrongly. */
type Action = (input: { query: URLSearchParams; body: string }) => unknown;

const ledgerQuery = z.strictObject({
  /** Only entries after this sequence number. */
  after: z.coerce.number().int().default(0),
  endpoint: z.enum(ENDPOINTS).optional(),
});
const faultsQuery = z.strictObject({ id: z.coerce.number().int().optional() });
const finishQuery = z.strictObject({ id: z.string().optional() });
const accountsQuery = z.strictObject({ user: z.string() });

/** What the control interface does over HTTP, by method and path. */
export function createControlActions(control: Control) {
  const { ledger, faults, accounts, analyses, verdicts, settings, reset } = control;
  return new Map<string, Action>([
    [
      'GET /ledger',
      ({ query }) => {
        const { after, endpoint } = ledgerQuery.parse(Object.fromEntries(query));
        const isAsked = (of: string | null) => endpoint === undefined || of === endpoint;
        return ledger.entries().filter((entry) => entry.seq > after && isAsked(entry.endpoint));
      },
    ],
    ['GET /faults', () => faults.list()],
    ['POST /faults', ({ body }) => ({ id: faults.order(faultOrderSchema.parse(JSON.parse(body))) })],
    ['DELETE /faults', ({ query }) => faults.clear(faultsQuery.parse(Object.fromEntries(query)).id)],
    ['GET /accounts', () => accounts.list()],
    ['POST /accounts', ({ body }) => accounts.add(accountSchema.parse(JSON.parse(body)))],
    [
      'DELETE /accounts',
      ({ query }) => ({ removed: accounts.remove(accountsQuery.parse(Object.fromEntries(query)).user) }),
    ],
    ['GET /analyses', () => analyses.list()],
    [
      'POST /analyses/finish',
      ({ query }) => ({ finished: analyses.finish(finishQuery.parse(Object.fromEntries(query)).id) }),
    ],
    ['GET /verdicts', () => verdicts.list()],
    ['POST /verdicts', ({ body }) => verdicts.set(verdictOrderSchema.parse(JSON.parse(body)))],
    ['DELETE /verdicts', () => verdicts.reset()],
    ['GET /settings', () => settings.get()],
    [
      'POST /settings',
      ({ body }) => {
        settings.set(settingsChangeSchema.parse(JSON.parse(body)));
        return settings.get();
      },
    ],
    ['POST /reset', () => reset()],
  ]);
}
