import { expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { PLATFORMS, type Platform } from './platforms.ts';
import { CLASSIFICATIONS, classify, verdictOf, worstOf } from './verdict.ts';

function classifyHost(host: string, platform: Platform = 'windows10') {
  return classify({ target: { kind: 'url', ...normaliseUrl(host) }, platform });
}

test('the same target has the same classification, which differs between targets and between platforms', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => `${i}.example`);
  const found = hosts.map((host) => classifyHost(host));
  expect(hosts.map((host) => classifyHost(host))).toEqual(found);
  expect(hosts.map((host) => classifyHost(host, 'linux'))).not.toEqual(found);
  expect(new Set(found)).toEqual(new Set(['MALICIOUS', 'SUSPICIOUS', 'NO_THREATS_FOUND']));
});

test.each([
  ['malicious', 'MALICIOUS'],
  ['suspicious', 'SUSPICIOUS'],
  ['unknown', 'UNKNOWN'],
  ['clean', 'NO_THREATS_FOUND'],
  ['not-run', 'NO_THREATS_FOUND'],
])('with the word %s in the URL it is %s on all platforms', (word, classification) => {
  for (const url of [`http://${word}.test/a`, `http://x.test/${word}/1`]) {
    expect(PLATFORMS.map((platform) => classifyHost(url, platform))).toEqual(
      PLATFORMS.map(() => classification),
    );
  }
});

test('with the word cloaking it is malicious on Windows, and nothing on the others', () => {
  const found = PLATFORMS.map((platform) => [platform, classifyHost('https://cloaking.test/', platform)]);
  expect(Object.fromEntries(found)).toEqual({
    windows11: 'MALICIOUS',
    windows10: 'MALICIOUS',
    windows7: 'MALICIOUS',
    macos11: 'NO_THREATS_FOUND',
    linux: 'NO_THREATS_FOUND',
  });
});

test('a file is classified by its hash, however it is written', () => {
  const classified = [
    '72E76E5273496E674C20AB5352E56E7253696E47',
    '72e76e5273496e674c20ab5352e56e7253696e47',
  ].map((sha1) => classify({ target: { kind: 'sample', sha1 }, platform: 'windows7' }));
  expect(classified[0]).toBe(classified[1]);
});

test('risk scores are 0 to 10, and higher for what is worse', () => {
  const scores = CLASSIFICATIONS.map((classification) => verdictOf(classification).riskScore);
  expect(scores).toEqual([9, 6, 0, 0, 0]);
});

test('the worst of several, and the highest score', () => {
  const verdicts = [
    verdictOf('NO_THREATS_FOUND'),
    { ...verdictOf('SUSPICIOUS'), riskScore: 3 },
    verdictOf('KNOWN'),
  ];
  expect(worstOf(verdicts)).toEqual({ classification: 'SUSPICIOUS', riskScore: 3 });
  expect(worstOf([])).toEqual({ classification: 'UNKNOWN', riskScore: 0 });
});
