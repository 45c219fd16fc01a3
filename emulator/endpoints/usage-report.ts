import { type Answer, jsonAnswer } from '../answer.ts';
import { expectJson } from '../refusal.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';
import { utcDate } from '../time.ts';
import { METERED } from '../usage.ts';

/** TCA-9999: what the account has used today (UTC). The test of a connection. */
export function createUsageReport({ usage }: Pick<Stores, 'usage'>) {
  return ({ query, user, at }: Call): Answer => {
    expectJson(query.get('format') ?? undefined, 'format');
    const report = METERED.map(({ product, name }) => ({
      product: name,
      number_of_queries: usage.queriesOn({ product, user, at }),
    })).filter((used) => used.number_of_queries > 0);
    return jsonAnswer(200, { rl: { date: utcDate(at), usage_report: report } });
  };
}
