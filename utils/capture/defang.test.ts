import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defang, defangedParts, defangHost, defangReported, defangText, defangUrls } from './defang.ts';

describe('a URL on the screen', () => {
  it.each([
    ['http://login.example.test/a?b=c.d#e', 'hxxp[:]//login[.]example[.]test/a?b=c.d#e'],
    ['https://192.0.2.1:8443/', 'hxxps[:]//192[.]0[.]2[.]1:8443/'],
    ['http://[2001:db8::1]/', 'hxxp[:]//[2001[:]db8::1]/'],
    ['http://a.test/?', 'hxxp[:]//a[.]test/?'],
    ['http://u:p@a.test:81/?#', 'hxxp[:]//•••@a[.]test:81/?#'],
    ['https://a.test/?u=http://b.test/c.d&v=1.2', 'hxxps[:]//a[.]test/?u=hxxp[:]//b[.]test/c.d&v=1.2'],
    [
      'https://a.test/HTTPS://u:p@b.test#http://c.test',
      'hxxps[:]//a[.]test/HXXPS[:]//•••@b[.]test#hxxp[:]//c[.]test',
    ],
  ])('%s is shown as %s', (href, shown) => {
    expect(defang(href)).toBe(shown);
  });

  it.each(['https://user:secret@a.test/', 'https://secret@a.test/', 'https://:secret@a.test/'])(
    'masks user-info',
    (href) => {
      expect(defang(href)).toBe('hxxps[:]//•••@a[.]test/');
    },
  );

  it('tells the host from the rest', () => {
    expect(defangedParts('https://a.test/x')).toEqual({
      before: 'hxxps[:]//',
      host: 'a[.]test',
      after: '/x',
    });
  });
});

describe('what a report calls a URL', () => {
  it.each([
    ['http://a.test/index.shtml', 'hxxp[:]//a[.]test/index.shtml'],
    ['http://a.test/cut-o…', 'hxxp[:]//a[.]test/cut-o…'],
    ['HTTP://u:p@A.test', 'hxxp[:]//•••@a[.]test/'],
    ['ftp://a.test/x', 'ftp[:]//a[.]test/x'],
    ['a.test/x', 'a[.]test/x'],
    ['http://a b.test/', 'hxxp[:]//a b[.]test/'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['', ''],
  ])('%s is shown as %s', (text, shown) => {
    expect(defangReported(text)).toBe(shown);
  });
});

describe('a host on the screen', () => {
  it.each([
    ['a.b.test', 'a[.]b[.]test'],
    ['a[.]b.test', 'a[.]b[.]test'],
    ['a。b．test', 'a[.]b[.]test'],
    ['2001:db8::1', '2001[:]db8::1'],
    ['::ffff:192.0.2.1', '[:]:ffff:192[.]0[.]2[.]1'],
    ['a.test:80', 'a[.]test:80'],
  ])('%s is shown as %s', (host, shown) => {
    expect(defangHost(host)).toBe(shown);
    expect(defangHost(shown)).toBe(shown);
  });
});

describe('a text from a report', () => {
  it.each([
    [
      'Connects to http://evil.test/a.php, then 192.0.2.7:8080.',
      'Connects to hxxp[:]//evil[.]test/a.php, then 192[.]0[.]2[.]7:8080.',
    ],
    ['HTTPS://EVIL.TEST', 'HXXPS[:]//EVIL[.]TEST'],
    ['1https://a.test', '1hxxps[:]//a[.]test'],
    ['http:\\\\evil.test\\x', 'hxxp[:]\\\\evil[.]test\\x'],
    ['ftp://u:p@a.test/x', 'ftp[:]//•••@a[.]test/x'],
    ['//cdn.evil.test/x.js', '//cdn[.]evil[.]test/x.js'],
    ['asks www.evil.com and Evil.Com', 'asks www[.]evil[.]com and Evil[.]Com'],
    ['xn--e1aybc.xn--p1ai', 'xn--e1aybc[.]xn--p1ai'],
    ['пример.рф', 'пример[.]рф'],
    ['mail to a.b@c.d', 'mail to a.b@c[.]d'],
    ['host.exe:443', 'host[.]exe:443'],
    ['2001:db8::1 and fe80:0:0:0:1:2:3:4', '2001[:]db8::1 and fe80[:]0:0:0:1:2:3:4'],
    ['"evil.test"(evil.test)', '"evil[.]test"(evil[.]test)'],
  ])('%s is shown as %s', (text, shown) => {
    expect(defangText(text)).toBe(shown);
  });

  it.each([
    'Document-HTML.Phishing.Generic',
    'Win32.Trojan.Emotet',
    'Loads kernel32.dll and C:\\Windows\\System32\\cmd.exe',
    'at 12:04:10, 3.5 s, version 10.0.19041.1, e.g. this. That',
    'std::string Fade::Bar',
    'Reads config.json',
  ])('%s stays', (text) => {
    expect(defangText(text)).toBe(text);
  });

  const parts = [
    'http',
    '://',
    's',
    '.',
    '..',
    'evil',
    'com',
    'EXE',
    '1',
    '192.0.2.1',
    '::',
    ':',
    '[',
    ']',
    '@',
    '/',
    '\\',
    ' ',
    '&',
    'ä',
    '。',
    '-',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...parts)).map((some) => some.join('')),
  );

  it('is the same when it is defanged again, and holds no URL', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const shown = defangText(text);
        expect(shown).not.toMatch(/:[\\/]{2}/);
        expect(defangText(shown)).toBe(shown);
        expect(defangUrls(shown)).toBe(shown);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no long time over long texts', () => {
    const long = [
      'a'.repeat(20_000),
      'a.'.repeat(10_000),
      '1:'.repeat(10_000),
      'http://'.repeat(3_000),
      '@'.repeat(20_000),
    ];
    const start = performance.now();
    for (const text of long) defangText(text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
