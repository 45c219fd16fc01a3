import { expect, test } from 'vitest';
import { normaliseUrl } from './normalised-url.ts';
import { CLASSIFICATIONS, classify, verdictOf, worstOf } from './verdict.ts';

function classifyHost(host: string, platform: 'windows10' | 'linux' = 'windows10') {
  return classify({ target: { kind: 'url', ...normaliseUrl(host) }, platform });
}

test('the same target has the same classification, which differs between targets and between platforms', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => `${i}.example`);
  const found = hosts.map((host) => classifyHost(host));
  expect(hosts.map((host) => classifyHost(host))).toEqual(found);
  expect(hosts.map((host) => classifyHost(host, 'linux'))).not.toEqual(found);
  expect(new Set(found)).toEqual(new Set(['MALICIOUS', 'SUSPICIOUS', 'NO_THREATS_FOUND']));
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
