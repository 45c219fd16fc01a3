import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUrls } from './find-urls.ts';
import { NOTATIONS, webUrl } from './testing.ts';

/** As one line each: what stood, what it means, and what is in doubt. */
const told = (text: string) =>
  findUrls(text).found.map(({ text, href, doubt }) => [text, href, ...(doubt ? [doubt] : [])]);
const hrefs = (text: string) => findUrls(text).found.map(({ href }) => href);

describe('what reports write', () => {
  it.each([
    ['hxxps://evil[.]com/path', 'https://evil.com/path'],
    ['hxxp[:]//a[.]b/c[.]php', 'http://a.b/c.php'],
    ['hxxps[:]//evil[.]com:8443[/]x', 'https://evil.com:8443/x'],
    ['evil[.]com', 'http://evil.com/'],
    ['www[.]evil[.]com/x', 'http://www.evil.com/x'],
    ['evil.]com', 'http://evil.com/'],
    ['evil[.com', 'http://evil.com/'],
    ['evil(dot)com', 'http://evil.com/'],
    ['evil[.]test', 'http://evil.test/', 'bareHost'],
    ['evil . com', 'http://evil.com/', 'bareHost'],
    ['evil DOT com', 'http://evil.com/', 'bareHost'],
    ['https:// evil[.]com', 'https://evil.com/'],
    ['1.2.3[.]4', 'http://1.2.3.4/'],
    ['1[.]2[.]3[.]4:8080', 'http://1.2.3.4:8080/'],
    ['2001[:]db8::7', 'http://[2001:db8::7]/'],
    ['hxxp://[2001:db8::1]:8080/x', 'http://[2001:db8::1]:8080/x'],
    ['[2001:db8::5]:8080/x', 'http://[2001:db8::5]:8080/x'],
    ['abcdefabcdefabcd[.]onion', 'http://abcdefabcdefabcd.onion/'],
  ])('%s', (text, ...expected) => {
    const frames = [
      '_',
      'To _, then.',
      '- _',
      '• _\n',
      '| _ | SHA-1 |',
      '|_|',
      '"_","exe"',
      '{"ioc":"_"}',
      '(_)',
      '_[1]',
      '`_`',
      '**_**',
      'id;_;exe',
    ];
    for (const frame of frames) {
      const whole = frame.replace('_', () => text);
      expect(told(whole), whole).toEqual([[text, ...expected]]);
    }
    expect(findUrls(text).found[0]?.wasDefanged).toBe(!/^\[2001/.test(text));
  });
});

describe('where a URL ends', () => {
  it.each([
    ['(see http://a.com/wiki/Foo_(bar))', 'http://a.com/wiki/Foo_(bar)'],
    ['[text](http://a.com/x)and', 'http://a.com/x'],
    ['<https://a.com/x>', 'https://a.com/x'],
    ["'http://a.com/x'", 'http://a.com/x'],
    ["http://a.com/it's", "http://a.com/it's"],
    ['“http://a.com/x”', 'http://a.com/x'],
    ['»http://a.com/x«', 'http://a.com/x'],
    ['<a href="http://a.com/?a=1&amp;b=2">', 'http://a.com/?a=1&b=2'],
    ['http://a.com/?a[0]=1&b[1]', 'http://a.com/?a[0]=1&b[1]'],
    ['http://a.com/?a=1[12].', 'http://a.com/?a=1'],
    ['http://a.com/x?!).', 'http://a.com/x'],
    ['http://a.com/a,b;c', 'http://a.com/a,b;c'],
    ['1,http://a.com/a,b', 'http://a.com/a'],
    ['{"a":"http:\\/\\/a.com\\/b"}', 'http://a.com/b'],
    ['访问http://a.cn下载', 'http://a.cn/'],
    ['看http://a.com/x。', 'http://a.com/x'],
    ['http://http://a.com/', 'http://a.com/'],
    ['http://a.com@b.com/', 'http://a.com@b.com/'],
  ])('%s', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it('is before the next', () => {
    expect(hrefs('http://a.com/x;http://b.com/y,hxxp://c[.]com')).toEqual([
      'http://a.com/x',
      'http://b.com/y',
      'http://c.com/',
    ]);
  });

  it.each([
    ['https://evil.com/?x=[1]', 'https://evil.com/?x=[1]'],
    ['https://evil.com/?x=[1].', 'https://evil.com/?x=[1]'],
    ['https://evil.com/?x=1,[2]', 'https://evil.com/?x=1,[2]'],
    ['https://evil.com/?x=1&[2]', 'https://evil.com/?x=1&[2]'],
    ['https://evil.com/#x=[1]', 'https://evil.com/#x=[1]'],
    ['[a](https://evil.com/a_(b)?x=[1])', 'https://evil.com/a_(b)?x=[1]'],
    ['https://evil.com/?filter[0]=a[1]', 'https://evil.com/?filter[0]=a', 'cut'],
    ['https://evil.com/?x=1[1].', 'https://evil.com/?x=1', 'cut'],
    ['https://evil.com/a[1]', 'https://evil.com/a'],
  ])('%s has brackets at its end', (text, href, doubt?: string) => {
    const [first] = findUrls(text).found;
    expect([first?.href, first?.doubt]).toEqual([href, doubt]);
  });

  it.each([
    ['http://a.com/x…', 'http://a.com/x'],
    ['http://a.com/x...', 'http://a.com/x'],
    ['hxxps://a[.]com/[redacted]', 'https://a.com/'],
    ['hxxps://a[.]com/<REDACTED>/x', 'https://a.com/'],
    ['hxxps://a[.]com/…/x', 'https://a.com/'],
  ])('%s is cut', (text, href) => {
    expect(findUrls(text).found).toMatchObject([{ href, doubt: 'cut' }]);
  });
});

describe('over the end of a line', () => {
  const long = 'http://a.com/this/is/a/path/that/fills/the/line/to/its/very/end/of';

  it.each([
    ['<http://a.com/x\r\n  yz/1>', 'http://a.com/xyz/1', undefined],
    ['a=3Db http://a.com/?q=3D1=\r\n23 end', 'http://a.com/?q=123', undefined],
    ['a=3Db ht=\ntp://a.com/x end', 'http://a.com/x', undefined],
    [`${long}\n/more.html`, long, 'wrapped'],
    [`> ${long}\n> more.html?a=1`, long, 'wrapped'],
    [`${long}\nand more`, long, undefined],
    [`${long}\nhttp://a.com/this/is/a/path/that/fills/the/line/to/its/very/end/of`, long, undefined],
  ])('%j', (text, href, doubt) => {
    const [first] = findUrls(text).found;
    expect([first?.href, first?.doubt]).toEqual([href, doubt]);
    expect(text.slice(first?.index, (first?.index ?? 0) + (first?.text.length ?? 0))).toBe(first?.text);
  });
});

describe('a URL that may go on', () => {
  const parts = [
    ['https://evil.com/verify?user=', 'alice'],
    ['https://evil.com/login-', 'page.html'],
    ['https://evil.com/?t=abc%', '20x'],
    ['https://evil.com/a/', 'b/c.html'],
    ['https://evil.com/a_', 'b'],
    ['https://evil.com/?a=1&', 'b=2'],
    ['https://evil.com/x?', 'b=2'],
    ['https://evil.com/x', '?b=2'],
    ['https://evil.com/x?a=1', '&b=2'],
    ['https://evil.com/x?a', '=2'],
    ['hxxps[:]//evil[.]com', '/path/x?y=1'],
  ];
  it.each(parts)('%s in the next line with %s', (one, other) => {
    for (const between of ['\n', '\r\n', ' ', '  \n  ', '\n> ', '\n> > ', '\u00a0'])
      expect(findUrls(`At ${one}${between}${other}`).found, between).toMatchObject([{ doubt: 'wrapped' }]);
  });

  it.each([
    'https://evil.com/a/\n\nNext',
    'https://evil.com/a/\nURL: x',
    'https://evil.com/a/\n- x',
    'https://evil.com/a/\n2. x',
    'https://evil.com/a/ - x',
    'https://evil.com/a/ (x)',
    'https://evil.com/a/\nhttps://evil.com/a/\nhxxp://b[.]com/ ',
    'https://evil.com/a/\nevil[.]com',
    'hxxp://1[.]2[.]3[.]4/\n1[.]2[.]3[.]5',
    'https://evil.com/a/\tmalicious',
    'https://evil.com/a & x',
    'Do you know https://evil.com/a? It is bad',
    '_https://evil.com/a_ is bad',
    'https://evil.com/a is bad',
  ])('%j does not', (text) => {
    expect(findUrls(text).found.filter(({ doubt }) => doubt)).toEqual([]);
  });

  it.each(['evil.net', '192.0.2.1', 'www.evil.net, x'])('%s is a list’s next', (next) => {
    expect(findUrls(`https://evil.com/\n${next}`).found[0]).not.toHaveProperty('doubt');
  });

  it.each([
    ['hxxps[:]//\nevil[.]com/path', 'https://evil.com/path'],
    ['https://\r\n> evil.com/path', 'https://evil.com/path'],
    ['use https://\nhttps://evil.com/path', 'https://evil.com/path'],
  ])('%j has its host in the next line', (text, href) => {
    expect(told(text)).toEqual([[expect.any(String), href]]);
  });

  it.each(['all use http://\nor https://\nfor it', 'ftp://\nx'])('%j has none', (text) => {
    expect(findUrls(text).found).toEqual([]);
  });
});

describe('what stands directly behind', () => {
  it.each([
    ['https://evil.com/x،', 'https://evil.com/x'],
    ['https://evil.com/x؛', 'https://evil.com/x'],
    ['https://evil.com/x؟', 'https://evil.com/x'],
    ['https://evil.com/x।', 'https://evil.com/x'],
    ['https://evil.com/x—', 'https://evil.com/x'],
    ['https://evil.com/x→b', 'https://evil.com/x'],
    ['https://evil.com/k{color}', 'https://evil.com/k'],
    ['{color:red}https://evil.com/x{color}', 'https://evil.com/x'],
    ['[url]https://evil.com/x[/url]', 'https://evil.com/x'],
    ['[url=https://evil.com/x]a[/url]', 'https://evil.com/x'],
    ['"https://evil.com/p\\n"', 'https://evil.com/p'],
    ['"https://evil.com\\r\\nx"', 'https://evil.com/'],
    ['"a \\"https://evil.com/x\\" b"', 'https://evil.com/x'],
    ['{"u":"https://evil.com/a?b=1\\u0026c=2"}', 'https://evil.com/a?b=1&c=2'],
    ['{"u":"https://evil.com\\/a\\/b\\u003cbr"}', 'https://evil.com/a/b'],
    ['https://evil.com/?a=1&amp;b=2', 'https://evil.com/?a=1&b=2'],
    ['hxxps://evil[.]com/a?b=1&amp;c=2&amp;d', 'https://evil.com/a?b=1&c=2&d'],
    ['https://evil.com/?a=1&amp;b=2&c=3', 'https://evil.com/?a=1&amp;b=2&c=3'],
    ['hxxps[:]//evil[.]com/a[?]b=1', 'https://evil.com/a?b=1'],
    ['hxxps[:]//evil[.]com[?]b=1', 'https://evil.com/?b=1'],
    ['https://evil.com/ログイン', 'https://evil.com/%E3%83%AD%E3%82%B0%E3%82%A4%E3%83%B3'],
    ['https://evil.com/?q=下', 'https://evil.com/?q=%E4%B8%8B'],
    ['evil[.]com / evil[.]com', 'http://evil.com/'],
    ['https://evil.com/a<br>b', 'https://evil.com/a'],
    ['https://evil.com/<br>b', 'https://evil.com/'],
    ['https://evil.com/<b>', 'https://evil.com/'],
  ])('%s is no part of it, or is', (text, href) => {
    expect(told(text)).toEqual([[expect.any(String), href]]);
  });

  it.each([
    ['hxxps[:]//evil[.]com/a,malicious', 'https://evil.com/a,malicious', 'glued'],
    ['x\nhxxps[:]//evil[.]com/a?b=1;malicious,yes\n', 'https://evil.com/a?b=1;malicious,yes', 'glued'],
    ['https://evil.com/a,malicious,2024-01-01', 'https://evil.com/a,malicious,2024-01-01', 'glued'],
    ['https://evil.com/x下载', 'https://evil.com/x%E4%B8%8B%E8%BD%BD', 'glued'],
    ['https://evil.com/?a=bを', 'https://evil.com/?a=b%E3%82%92', 'glued'],
    ['https://evil.com/xไทย', 'https://evil.com/x%E0%B9%84%E0%B8%97%E0%B8%A2', 'glued'],
    ['https://evil.com/x한', 'https://evil.com/x%ED%95%9C', 'glued'],
    ['https://evil.com/x—bad', 'https://evil.com/x%E2%80%94bad', 'glued'],
    ['evil[.]com / path', 'http://evil.com/', 'wrapped'],
    ['hxxp://evil[.]com [/] path', 'http://evil.com/', 'wrapped'],
    ['hxxps[:]//evil . com / path', 'https://evil.com/', 'wrapped'],
    ['https://evil.com/<id>/x', 'https://evil.com/', 'cut'],
    ['https://evil.com/?a=<user name>&x', 'https://evil.com/?a=', 'cut'],
    ['hxxp://evil .com/path', 'http://evil/', 'private'],
    ['https://evil.co .uk/path', 'https://evil.co/', 'wrapped'],
    ['https%3A%2F%2Fevil.com%2Fx.', 'https://evil.com/x', 'cut'],
    ['redirect=https%3A%2F%2Fevil.net', 'https://evil.net/', 'cut'],
    ['u=http%253a%252f%252fwww.evil.net%252Fx&y', 'http://www.evil.net/x', 'cut'],
  ])('%s may be', (text, href, doubt) => {
    expect(told(text)).toEqual([[expect.any(String), href, doubt]]);
  });
});

describe('what is not seen', () => {
  it.each([
    ['https://evil.com/x\u200b', 'https://evil.com/x', 'https://evil.com/x'],
    ['\ufeffhttps://evil.com/x', 'https://evil.com/x', 'https://evil.com/x'],
    ['https://evil.com\u200b/x', 'https://evil.com/x', 'https://evil.com\u200b/x'],
    ['hxxp://e\u200bvil[.]com', 'http://evil.com/', 'hxxp://e\u200bvil[.]com'],
    ['ht\u00adtps://ev\u00adil.com/x', 'https://evil.com/x', 'ht\u00adtps://ev\u00adil.com/x'],
    ['\u202ahttps://evil.com/x\u202c', 'https://evil.com/x', 'https://evil.com/x'],
    ['\u2060https://evil.com/\u2060x\u200e.', 'https://evil.com/x', 'https://evil.com/\u2060x'],
    ['https://ev\u200dil.com/', 'https://evil.com/', 'https://ev\u200dil.com/'],
  ])('%j has %s', (source, href, text) => {
    expect(findUrls(source).found).toMatchObject([{ href, text, index: source.indexOf(text) }]);
    expect(findUrls(source).found[0]).not.toHaveProperty('doubt');
  });

  it.each([
    'https://نامه\u200cای.com/',
    'https://क्\u200dष.com/',
    'https://a.ws/👨\u200d👩',
    'https://a.ws/👁️\u200d🗨️',
  ])('%j has joiners that count', (text) => {
    expect(hrefs(text)).toEqual([new URL(text).href]);
  });
});

it('says of a folded mail where a URL stood in its source', () => {
  const mail = 'a=3D=3Db http://a.com/?q=3D1=\r\n2 and=\n http://b.com/x=\ny, end';
  expect(findUrls(mail).found.map(({ text, index }) => [text, index])).toEqual([
    ['http://a.com/?q=3D1=\r\n2', 9],
    ['http://b.com/x=\ny', mail.indexOf('http://b')],
  ]);
});

describe('names in prose', () => {
  it.each(['example.com', 'Evil.Com', 'EVIL.ORG', 'a.b.co.uk', '8.8.8.8', 'пример.рф'])(
    '%s may be a host',
    (text) => {
      expect(findUrls(`At ${text}, too.`).found).toMatchObject([
        { text, doubt: 'bareHost', wasDefanged: false },
      ]);
    },
  );

  it.each(['example.com/x', 'example.com:8080', '8.8.8.8/x', '//example.com/x'])('%s is one', (text) => {
    expect(findUrls(`At ${text}, too.`).found).toMatchObject([{ count: 1 }]);
    expect(findUrls(text).found[0]).not.toHaveProperty('doubt');
  });

  it.each([
    'report.pdf, readme.md, kernel32.dll, setup.exe, install.sh and a.b.exe',
    'System.IO in ASP.NET and Socket.IO',
    'e.g. this, i.e. that. It is so.And on. It ends.In it',
    'C:\\tools\\a.com and /opt/run.cc',
    'version 10.0.19041.1 at 12:04:10 on 01.02.2023',
    '00:11:22:33:44:55, std::string, Fade::Bar',
    'd41d8cd98f00b204e9800998ecf8427e',
    'the DOT in the end . in it',
    'use https:// for all, http:// for none',
  ])('%s has none', (text) => {
    expect(findUrls(text)).toEqual({ found: [], leftOut: [] });
  });

  it.each(['http://localhost:3000/', 'http://intranet/', '10.0.0.1', 'fe80::1', 'nas[.]local'])(
    '%s is private',
    (text) => {
      expect(findUrls(text).found).toMatchObject([{ doubt: 'private' }]);
    },
  );
});

describe('what is left out', () => {
  it.each([
    ['user@example.com', 'email'],
    ['john[.]doe[@]evil[.]com', 'email'],
    ['bob[at]evil[.]com', 'email'],
    ['j.doe+x@example.com', 'email'],
    ['tcp://1.2.3.4:443', 'scheme'],
    ['ftp[:]//evil[.]com/x', 'scheme'],
    ['fxp://evil[.]com/x', 'scheme'],
    ['10.0.0.0/8', 'network'],
    ['1[.]2[.]3[.]0/24', 'network'],
    ['2001:db8::/32', 'network'],
  ])('%s', (text, kind) => {
    expect(findUrls(`At ${text} too`)).toEqual({ found: [], leftOut: [{ text, index: 3, kind }] });
  });
});

it('tells each once, and is sure where one of them is', () => {
  expect(findUrls('evil.com, hxxp://evil[.]com, evil[.]com').found).toEqual([
    { text: 'evil.com', index: 0, href: 'http://evil.com/', wasDefanged: false, count: 3 },
  ]);
});

describe('any URL', () => {
  const inText = Object.entries(NOTATIONS).filter(([name]) => name !== 'http:// a\\.b');

  it.each(inText)('is found in a sentence as %s', (_, notation) => {
    const url = webUrl().filter((text) => !/[.,;:!?')\]}]$|\.{3}|\[[^\]]*$/.test(text));
    fc.assert(
      fc.property(url, (text) => {
        expect(hrefs(`It asks “${notation(text)}” for more.`)).toEqual([text]);
      }),
    );
  });
});

const PARTS = [
  '\u200b',
  '\u200d',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '.',
  '[.]',
  ' ',
  '\n',
  '=\n',
  '=3D',
  '@',
  ':',
  '/',
  '//',
  '\\',
  '|',
  ',',
  '…',
];
const WORDS = [
  'a',
  '1',
  'é',
  '中',
  'http',
  'hxxps',
  'h**p',
  '://',
  'evil',
  'com',
  ' dot ',
  '::',
  '?',
  '&',
  '#',
  'https%3A%2F%2F',
  '&amp;',
  '\\u0026',
  '—',
  '"',
  "'",
];

describe('any text', () => {
  it('has what was found where it is said to stand', () => {
    const text = fc
      .array(fc.constantFrom(...PARTS, ...WORDS), { maxLength: 40 })
      .map((some) => some.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        const { found, leftOut } = findUrls(whole);
        for (const one of [...found, ...leftOut]) {
          expect(one.text).not.toBe('');
          expect(whole.slice(one.index, one.index + one.text.length)).toBe(one.text);
        }
        for (const { href } of found) expect(new URL(href).href).toBe(href);
        expect(new Set(found.map(({ href }) => href)).size).toBe(found.length);
      }),
      { numRuns: 3000 },
    );
  });

  /** In CPU time, so that what else runs does not count. */
  function time(text: string): number {
    const times = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      findUrls(text);
      return process.cpuUsage(start).user;
    });
    return times.sort((a, b) => a - b)[2] ?? 0;
  }

  const pairs = fc.sample(fc.array(fc.constantFrom(...PARTS, ...WORDS), { minLength: 1, maxLength: 4 }), 25);
  const hard = [
    '[',
    'hxxp',
    'a.',
    '(((',
    'http://',
    '.',
    ' ',
    '@',
    'a@',
    '1:',
    'a . ',
    '<http://a\n',
    'http://a/(',
    'h**p',
    'https%3a%2f%2f',
    'http://a/\u200b',
    'http://a/-\n> ',
    '\nhttp://a/,abc',
    ',abc',
    '\nhttps://\n> ',
  ];
  it.each([...hard, ...pairs.map((some) => some.join(''))])(
    'takes a time that grows as its length: %j',
    (part) => {
      const of = (length: number) => part.repeat(Math.ceil(length / part.length));
      time(of(10_000));
      // Four times the length: sixteen times the time, if it were quadratic. What is too fast to measure is fast.
      expect(time(of(200_000))).toBeLessThan(9 * time(of(50_000)) + 20_000);
    },
  );
});
