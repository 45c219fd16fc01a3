import { expect, it } from 'vitest';
import { isPrivateHost } from './private-host.ts';

const hostOf = (url: string) => new URL(url).hostname;

it.each([
  'http://localhost/',
  'http://intranet/wiki',
  'http://printer.local/',
  'http://a.b.internal/',
  'http://nas.home.arpa./',
  'http://nas.home/',
  'http://wiki.private/',
  'http://host.localdomain/',
  'http://fritz.box/',
  'http://10.1.2.3/',
  'http://0x7f.1/',
  'http://100.64.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1:8080/',
  'http://169.254.169.254/latest',
  'http://[::1]/',
  'http://[::]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://255.255.255.255/',
  'http://[::ffff:10.0.0.1]/',
])('%s is private', (url) => {
  expect(isPrivateHost(hostOf(url))).toBe(true);
});

it.each([
  'http://example.com/',
  'http://local.example.com/',
  'http://10.example.com/',
  'http://9.255.255.255/',
  'http://11.0.0.1/',
  'http://100.128.0.1/',
  'http://172.32.0.1/',
  'http://192.169.0.1/',
  'http://[2001:db8::1]/',
  'http://[::ffff:8.8.8.8]/',
  'http://internal.example/',
  'http://afritz.box/',
  'http://239.255.255.250/',
])('%s is not', (url) => {
  expect(isPrivateHost(hostOf(url))).toBe(false);
});
