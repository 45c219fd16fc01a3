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
      parsePolicy({ guard: 'block', ownDomains: { corp: 'corp.test' }, allowPrivateHosts: true, other: 1 }),
    ).toEqual({ allowPrivateHosts: true });
    expect(parsePolicy({})).toEqual({});
  });

  it.each<[string, unknown, string[] | undefined]>([
    ['what is no text', ['corp.test', 5, null, ['a.test'], {}], ['corp.test']],
    ['one that is too long', ['corp.test', `${'a.'.repeat(130)}test`], ['corp.test']],
    [
      'what is no host',
      ['me@corp.test', 'two words.test', 'corp..test', 'a.test/x', '*.', '', 'b.test'],
      ['b.test'],
    ],
    [
      'as they are typed in the options',
      [' corp.test ', '*.Corp.test', '.b.test', 'bücher.test', 'corp.test'],
      ['corp.test', '*.Corp.test', '.b.test', 'bücher.test'],
    ],
    [
      'URLs, of which the host counts',
      ['https://corp.test/', 'HTTP://u@b.test:8080/x?y#z', 'https://*.c.test', 'https://', 'http://a b/'],
      ['corp.test', 'b.test', '*.c.test'],
    ],
    [
      'several in one',
      ['corp.test,b.test', 'c.test; d.test\n*.e.test', ',', 'corp.test, https://f.test/x'],
      ['corp.test', 'b.test', 'c.test', 'd.test', '*.e.test', 'f.test'],
    ],
    ['a text alone', 'corp.test, b.test', ['corp.test', 'b.test']],
    ['nothing that is a domain', [5, '', '@'], undefined],
    ['no list', 5, undefined],
  ])('takes own domains one by one: %s', (_, ownDomains, taken) => {
    expect(parsePolicy({ guard: 'ask', ownDomains }).ownDomains).toEqual(taken);
  });

  it('may name more domains than a user', () => {
    const ownDomains = Array.from({ length: 3001 }, (_, index) => `a${index}.test`);
    expect(parsePolicy({ ownDomains })).toEqual({ ownDomains });
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
