import { describe, expect, it } from 'vitest';
import { candidatesOf, findingsOf } from './candidates.ts';
import { findUrls } from './find-urls.ts';

const SAFE = 'https://eur01.safelinks.protection.outlook.com/?url=';
const OTHER = 'https://eur02.safelinks.protection.outlook.com/?url=';
const INNER = 'https://evil.example.com/x';

function candidatesIn(text: string) {
  return candidatesOf(findUrls(text).found);
}

describe('the candidates of a text', () => {
  it('are its URLs, each once, in their order', () => {
    const found = candidatesIn('https://b.example.com/ https://a.example.com/ hxxps://b[.]example[.]com/');
    expect(found.map(({ id, count }) => [id, count])).toEqual([
      ['https://b.example.com/', 2],
      ['https://a.example.com/', 1],
    ]);
  });

  it('tell how they stood where that is not how they are sent', () => {
    const found = candidatesIn('hxxps://a[.]example[.]com/ https://b.example.com/ c.example.com');
    expect(found.map(({ stood }) => stood)).toEqual([['hxxps://a[.]example[.]com/'], [], ['c.example.com']]);
  });

  it('offer what was wrapped first, and each layer around it', () => {
    const safe = SAFE + encodeURIComponent(INNER);
    const google = `https://www.google.com/url?q=${encodeURIComponent(safe)}`;
    expect(candidatesIn(google)).toEqual([
      {
        id: INNER,
        forms: [
          { href: INNER, isPrivate: false },
          { href: new URL(safe).href, by: 'Microsoft Safe Links', isPrivate: false },
          { href: new URL(google).href, by: 'Google', isPrivate: false },
        ],
        stood: [],
        count: 1,
      },
    ]);
  });

  it('are one where two wrapped ones, and a plain one, come to the same', () => {
    const wrapped = [SAFE, OTHER].map((service) => service + encodeURIComponent(INNER));
    const [one, ...more] = candidatesIn([...wrapped, INNER].join('\n'));
    expect(more).toEqual([]);
    expect(one?.count).toBe(3);
    expect(one?.forms.map(({ href }) => href)).toEqual([INNER, ...wrapped.map((href) => new URL(href).href)]);
  });

  it('are in doubt only where all of what came to them is', () => {
    const cut = `${INNER}/long…`;
    expect(candidatesIn(cut)[0]?.doubt).toBe('cut');
    expect(candidatesIn(`${cut}\n${INNER}/long`)[0]?.doubt).toBeUndefined();
    expect(candidatesIn('d.example.com')[0]?.doubt).toBe('bareHost');
  });

  it('know a private host by the form, also one that was wrapped', () => {
    const [one] = candidatesIn(SAFE + encodeURIComponent('http://intranet.corp/wiki'));
    expect(one?.forms.map(({ isPrivate }) => isPrivate)).toEqual([true, false]);
    expect(one?.doubt).toBeUndefined();
  });
});

describe('addresses of tabs', () => {
  it('are taken as they are, those that are none of the web told apart', () => {
    const tabs = ['https://a.example.com/(x', 'about:blank', 'https://a.example.com/(x'];
    const { found, others } = findingsOf(tabs);
    expect(found.map(({ href, count }) => [href, count])).toEqual([['https://a.example.com/(x', 2]]);
    expect(others).toEqual(['about:blank']);
  });
});
