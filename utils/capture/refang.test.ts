import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang } from './defang.ts';
import { refang } from './refang.ts';
import { NOTATIONS, webUrl } from './testing.ts';

describe('what an analyst pasted', () => {
  it.each([
    ['hxxp://evil[.]com/a[.]php', 'http://evil.com/a.php'],
    ['hXXps[:]//a(.)b{.}com:8080/x', 'https://a.b.com:8080/x'],
    ['HXXP://EVIL[.]COM', 'HTTP://EVIL.COM'],
    ['h**p://a[dot]com', 'http://a.com'],
    ['h[tt]ps://a[DOT]com', 'https://a.com'],
    ['hxxp[s]://evil\\.com/a\\.php', 'https://evil.com/a.php'],
    ['htxp://a.com', 'http://a.com'],
    ['meow://a.com', 'http://a.com'],
    ['hxxp[://]a[.]b', 'http://a.b'],
    ['http:\\\\//a.com', 'http://a.com'],
    ['http:\\/\\/a.com\\/b', 'http://a.com/b'],
    ['http[:]//evil . com', 'http://evil.com'],
    ['https:// evil[.]com', 'https://evil.com'],
    ['evil.]com', 'evil.com'],
    ['evil[.com', 'evil.com'],
    ['evil dot com', 'evil.com'],
    ['evil (dot) com/x', 'evil.com/x'],
    ['evil [.] com', 'evil.com'],
    ['evil。com', 'evil.com'],
    ['1.2.3[.]4[:]80', '1.2.3.4:80'],
    ['hxxps://evil[.]com[/]path', 'https://evil.com/path'],
    ['hxxp[:]//[2001[:]db8::1]/', 'http://[2001:db8::1]/'],
    ['user[at]evil[.]com', 'user@evil.com'],
    ['hxxp://user[@]evil.com', 'http://user@evil.com'],
    ['http://a.com?u=hxxp[:]//evil[.]com/x', 'http://a.com?u=http://evil.com/x'],
    ['http://a.com/bin[.]php', 'http://a.com/bin.php'],
    ['hxxp://a[.]com/b[?]a=1', 'http://a.com/b?a=1'],
    ['hxxp://a[.]com/?a[0]=1&b[.]=2', 'http://a.com/?a[0]=1&b[.]=2'],
  ])('%s is %s', (text, url) => {
    expect(refang(text)).toBe(url);
    expect(refang(url)).toBe(url);
  });

  it.each([
    '',
    ' ',
    'http://[2001:db8::1]/',
    'http://[2001:db8::1]:8080/',
    'http://a.com/?a[0]=1&b[.]=2',
    'http://a.com/?q=[dot]&r=(.)',
    '[text](http://a.com/x)',
    'two words. Here',
    'ftp://a[.]com/',
    'http://a.com/Foo_(bar)',
    'std::string',
  ])('%s stays', (text) => {
    expect(refang(text)).toBe(text);
  });
});

describe('each URL', () => {
  it.each(Object.entries(NOTATIONS))('comes back from %s', (_, notation) => {
    fc.assert(
      fc.property(webUrl(), (url) => {
        expect(refang(notation(url))).toBe(url);
      }),
      { numRuns: 500 },
    );
  });

  it('comes back from how it is shown', () => {
    fc.assert(
      fc.property(webUrl(), (url) => {
        expect(refang(defang(url))).toBe(url);
      }),
    );
  });

  it('that needs no refanging stays', () => {
    fc.assert(
      fc.property(webUrl(), (url) => {
        expect(refang(url)).toBe(url);
      }),
    );
    // Any path and query, but for those that hold what only an analyst writes.
    const url = fc
      .webUrl({ withQueryParameters: true, withFragments: true })
      .filter((text) => !/\[(\.|dot)\]|hxxp/i.test(text));
    fc.assert(
      fc.property(url, (text) => {
        expect(refang(text)).toBe(text);
      }),
    );
  });
});
