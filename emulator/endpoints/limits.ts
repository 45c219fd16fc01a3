import { type Answer, jsonAnswer } from '../answer.ts';
import { expectJson } from '../refusal.ts';
import type { Call } from '../route-table.ts';
import type { Stores } from '../routes.ts';

/** TCA-9999: the account's quotas. */
export function createLimits({ settings, usage }: Pick<Stores, 'settings' | 'usage'>) {
  return ({ query, user, at }: Call): Answer => {
    expectJson(query.get('format') ?? undefined, 'format');
    const { quota } = settings.get();
    if (quota === 'off') return jsonAnswer(200, { rl: { limits: [] } });
    const daily = {
      limit: quota,
      limit_type: 'daily',
      limit_exceeded: usage.queriesOn({ product: 'TCA-0207', user, at }) >= quota,
      products: ['TCA-0207 Dynamic Analysis'],
      users: [user],
    };
    return jsonAnswer(200, { rl: { limits: [daily] } });
  };
}
