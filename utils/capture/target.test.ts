import { describe, expect, it } from 'vitest';
import { parseTarget, parseTyped } from './target.ts';

describe('a typed target', () => {
  it.each([
    ['http://a.test', 'http://a.test/'],
    ['  https://A.TEST/x?q=1#frag  ', 'https://a.test/x?q=1#frag'],
    ['https://user:pass@a.test/', 'https://user:pass@a.test/'],
    ['https://bücher.test/ü', 'https://xn--bcher-kva.test/%C3%BC'],
    ['a.test/x', 'http://a.test/x'],
    ['a.test:8080/x', 'http://a.test:8080/x'],
    ['192.0.2.1:8080', 'http://192.0.2.1:8080/'],
    ['localhost:3000/x', 'http://localhost:3000/x'],
    ['//a.test/x', 'http://a.test/x'],
    ['http://[2001:db8::1]:8080/', 'http://[2001:db8::1]:8080/'],
  ])('%s goes as %s', (text, href) => {
    expect(parseTyped(text)).toEqual({ href });
  });

  it.each([
    ['', { problem: 'empty' }],
    ['  \n', { problem: 'empty' }],
    ['http://', { problem: 'not_url' }],
    ['two words here', { problem: 'not_url' }],
    ['javascript:alert(1)', { problem: 'scheme', scheme: 'javascript' }],
    ['chrome://settings', { problem: 'scheme', scheme: 'chrome' }],
    ['file:///etc/passwd', { problem: 'scheme', scheme: 'file' }],
    ['data:text/html,x', { problem: 'scheme', scheme: 'data' }],
    ['mailto:a.b@c.test', { problem: 'scheme', scheme: 'mailto' }],
    ['ftp://a.test/', { problem: 'scheme', scheme: 'ftp' }],
    ['about:blank', { problem: 'scheme', scheme: 'about' }],
    ['blob:https://a.test/1', { problem: 'scheme', scheme: 'blob' }],
  ])('%s is none: %j', (text, problem) => {
    expect(parseTyped(text)).toEqual(problem);
    expect(parseTarget(text)).toHaveProperty('problem');
  });
});

describe('a target that a page names', () => {
  it.each([
    ['https://A.TEST/x?q=1#frag', { href: 'https://a.test/x?q=1#frag' }],
    ['web.app:123', { problem: 'scheme', scheme: 'web.app' }],
    ['evil.test:80/x', { problem: 'scheme', scheme: 'evil.test' }],
    ['a.test/x', { problem: 'not_url' }],
  ])('%s is taken as it stands', (text, expected) => {
    expect(parseTarget(text)).toEqual(expected);
  });
});
