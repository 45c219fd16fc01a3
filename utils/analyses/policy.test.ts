import { describe, expect, it } from 'vitest';
import { parsePolicy, withPolicy } from './policy.ts';
import { DEFAULT_SETTINGS } from './settings.ts';

const settings = { ...DEFAULT_SETTINGS, guard: 'off', ownDomains: ['mine.test'] } as const;

describe('a policy', () => {
  it('is read value by value: one that makes no sense takes no other with it', () => {
    expect(parsePolicy({ guard: 'ask', ownDomains: ['corp.test'], allowPrivateHosts: true })).toEqual({
      guard: 'ask',
      ownDomains: ['corp.test'],
      allowPrivateHosts: true,
    });
    expect(
      parsePolicy({ guard: 'block', ownDomains: 'corp.test', allowPrivateHosts: true, other: 1 }),
    ).toEqual({ allowPrivateHosts: true });
    expect(parsePolicy({})).toEqual({});
  });

  it('wins where it fixes a value, and adds its domains to the user’s', () => {
    const policy = parsePolicy({ guard: 'ask', ownDomains: ['corp.test', 'mine.test'] });
    expect(withPolicy({ ...settings, ownDomains: ['mine.test'] }, policy)).toEqual({
      ...settings,
      guard: 'ask',
      ownDomains: ['corp.test', 'mine.test'],
    });
  });

  it('changes nothing where there is none', () => {
    const mine = { ...settings, ownDomains: ['mine.test'] };
    expect(withPolicy(mine, {})).toEqual(mine);
  });
});
