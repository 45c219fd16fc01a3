import { describe, expect, it, vi } from 'vitest';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { MINUTE } from '@/utils/analyses/time.ts';
import { noteOf } from './notes.ts';

vi.mock('@/utils/browser/i18n.ts', () => ({
  t: (key: string, ...parts: string[]) => [key, ...parts].join(' ').trim(),
  tn: (key: string, count: number) => `${key} ${count}`,
  language: () => 'en',
}));

const NOW = new Date(2026, 10, 24, 12, 0, 0).getTime();
const account = { address: '', userName: 'u/a' };

function note(part: Partial<Analysis>): string {
  return noteOf({ analysis: { account, looks: 0, ...part } as Analysis }, NOW);
}

describe('the note below an analysis', () => {
  const lost = { state: 'unconfirmed', error: { kind: 'noAnswer' } } as const;

  it('says of an unconfirmed one what is done about it', () => {
    expect(note({ ...lost, lookAt: NOW + 5 * MINUTE })).toBe('unconfirmed_note error_noAnswer look_at 12:05');
    expect(note({ ...lost, lookAt: NOW })).toBe('unconfirmed_note error_noAnswer look_soon u/a');
  });

  it('leaves it to the user once it is looked for no more', () => {
    expect(note({ ...lost, looks: 4 })).toBe('unconfirmed_note error_noAnswer look_over 4');
    expect(note(lost)).toBe('unconfirmed_note error_noAnswer look_none');
  });

  it('says why one is held, and what the guard saw in one that is sent all the same', () => {
    const sightings = [{ kind: 'reset', start: 1, end: 2, name: 'token' }];
    expect(note({ state: 'held', sightings })).toBe('held_note sighted_reset');
    expect(note({ state: 'running', sightings })).toBe('notify_warned sighted_reset');
    expect(note({ state: 'submitting', sightings })).toBe('notify_warned sighted_reset');
    const waiting = { wait: { wait: { for: 'signIn' }, place: 0, at: null } } as const;
    const analysis = { account, looks: 0, state: 'queued', sightings } as unknown as Analysis;
    expect(noteOf({ analysis, ...waiting }, NOW)).toBe('sentences notify_warned sighted_reset wait_signIn.');
    expect(note({ state: 'finished', sightings })).toBe('');
  });

  it('says why one failed, and nothing of an earlier failure', () => {
    const error = { kind: 'tooLarge' } as const;
    expect(note({ state: 'failed', error })).toContain('error_tooLarge');
    expect(note({ state: 'cancelled', error })).toBe('');
  });
});
