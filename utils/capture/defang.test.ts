import { describe, expect, it } from 'vitest';
import { defang, defangedParts } from './defang.ts';

describe('a URL on the screen', () => {
  it.each([
    ['http://login.example.test/a?b=c.d#e', 'hxxp[:]//login[.]example[.]test/a?b=c.d#e'],
    ['https://192.0.2.1:8443/', 'hxxps[:]//192[.]0[.]2[.]1:8443/'],
    ['http://[2001:db8::1]/', 'hxxp[:]//[2001[:]db8::1]/'],
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
