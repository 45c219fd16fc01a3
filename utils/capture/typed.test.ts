import { expect, it } from 'vitest';
import { readTyped } from './typed.ts';

it.each([
  ['https://evil.com/x', ['https://evil.com/x']],
  ['evil.com', ['http://evil.com/']],
  ['localhost:8080', ['http://localhost:8080/']],
  ['intranet', ['http://intranet/']],
  ['https://a.com/ https://b.com/', ['https://a.com/', 'https://b.com/']],
  ['https://a.com/\nhttps://a.com/', ['https://a.com/']],
  ['https://a.com/?q=1,2', ['https://a.com/?q=1,2']],
  ['hxxps://evil[.]com/x', ['https://evil.com/x']],
  ['hxxps[:]//evil[.]com hxxp://b[.]com', ['https://evil.com/', 'http://b.com/']],
  ['evil.com, https://b.com', ['http://evil.com/', 'https://b.com/']],
  ['http://a.com/,http://b.com/', ['http://a.com/', 'http://b.com/']],
])('what was typed is understood: %s', (text, hrefs) => {
  expect(readTyped(text)).toEqual({ hrefs });
});

it.each([
  ['', { problem: 'empty' }],
  ['no URL', { problem: 'not_url' }],
  ['hxxp://a[.]com and more', { problem: 'not_url' }],
  ['ftp://a.com/', { problem: 'scheme', scheme: 'ftp' }],
  ['javascript:alert(1)', { problem: 'scheme', scheme: 'javascript' }],
])('what is none has a reason: %s', (text, problem) => {
  expect(readTyped(text)).toEqual(problem);
});
