import { expect, it, vi } from 'vitest';
import { queuedAnalysis } from '@/utils/analyses/testing.ts';
import type { Command } from '@/utils/background/commands.ts';
import { createViewActs, type Doors } from './acts.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('@/components/i18n-testing.ts'));

it('what is private stays so when it is sent anew with others', async () => {
  const sent: Command[] = [];
  const send: Doors['send'] = async (command) => {
    sent.push(command);
    return { ok: true, queued: 1 };
  };
  const acts = createViewActs({ send } as Doors, () => undefined);
  const started = { analysisId: 's', sha1: '', url: '' };
  const of = (id: string, href: string) => queuedAnalysis(id, 0, { href, state: 'finished', started });
  await acts.sendAgain([of('1', 'http://a.test/'), of('2~', 'http://b.test/')]);
  expect(sent).toEqual([
    { name: 'detonate', text: 'http://a.test/', platforms: ['linux'] },
    { name: 'detonate', text: 'http://b.test/', platforms: ['linux'], isPrivate: true },
  ]);
});
