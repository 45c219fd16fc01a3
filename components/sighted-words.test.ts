import { describe, expect, it, vi } from 'vitest';
import { sightedKinds, sightedPhrase, sightedPhrases } from './sighted-words.ts';

vi.mock('@/utils/browser/i18n.ts', () => import('./i18n-testing.ts'));

describe('what the guard saw, in words', () => {
  it('is its kind, with the name where it has one', () => {
    expect(sightedPhrase({ kind: 'reset', name: 'token' })).toBe('Password reset: token=…');
    expect(sightedPhrase({ kind: 'userInfo' })).toBe('User name or password in the address');
    expect(sightedPhrase({ kind: 'of a later version' })).toBe('Something private');
  });

  it('is said once of several that are the same', () => {
    const seen = [
      { kind: 'email', name: 'a' },
      { kind: 'email', name: 'b' },
      { kind: 'email', name: 'a' },
    ];
    expect(sightedKinds(seen)).toBe('E-mail address');
    expect(sightedPhrases(seen)).toBe('E-mail address: a=…, E-mail address: b=…');
    expect(sightedKinds()).toBe('');
  });

  it.each([
    ['user[email]', 'user[email]'],
    ['\u202ekot', '%E2%80%AEkot'],
    ['a b', 'a%20b'],
    ['\ud800x', 'x'],
    ['http://bad.test', 'http%3A%2F%2Fbad[.]test'],
    ['x'.repeat(50), `${'x'.repeat(40)}…`],
  ])('shows the name %j as %s', (name, shown) => {
    expect(sightedPhrase({ kind: 'token', name })).toBe(`Token, key or session: ${shown}=…`);
  });
});
