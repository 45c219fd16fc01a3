import { describe, expect, it } from 'vitest';
import { basicAuthorization, parseAddress } from './account.ts';
import { encodeBase64 } from './base64.ts';

describe('a service address', () => {
  it.each([
    ['https://data.reversinglabs.com', 'https://data.reversinglabs.com'],
    [' data.reversinglabs.com/ ', 'https://data.reversinglabs.com'],
    ['https://proxy.corp.test:8443', 'https://proxy.corp.test:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
  ])('%s is %s', (text, origin) => {
    expect(parseAddress(text)).toEqual({ origin });
  });

  it.each([
    ['', 'address_not_url'],
    ['https://', 'address_not_url'],
    ['http://data.reversinglabs.com', 'address_not_secure'],
    ['ftp://127.0.0.1', 'address_not_secure'],
    ['http://127.0.0.1.evil.test', 'address_not_secure'],
    ['https://a.test/api', 'address_not_origin'],
    ['https://user:pass@a.test', 'address_not_origin'],
    ['https://a.test/?x', 'address_not_origin'],
  ])('%s is refused: %s', (text, problem) => {
    expect(parseAddress(text)).toEqual({ problem });
  });
});

it('encodes user name and password as UTF-8', () => {
  const credentials = { address: 'https://a.test', userName: 'u/ä/b', password: 'p:ß😀' };
  expect(basicAuthorization(credentials, encodeBase64)).toBe(
    `Basic ${Buffer.from('u/ä/b:p:ß😀').toString('base64')}`,
  );
});
