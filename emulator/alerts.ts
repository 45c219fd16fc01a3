import { between, choose, seedOf } from './choice.ts';
import type { Analysed } from './submission.ts';
import { type Classification, isHarmful } from './verdict.ts';

const RULES = [
  {
    description: 'PHISHING Form of a known kit is sent',
    severity: 1,
    category: 'Credential Theft Detected',
    sid: 9100001,
  },
  {
    description: 'PHISHING Sign-in page on a new domain',
    severity: 1,
    category: 'Possible Social Engineering Attempted',
    sid: 9100002,
  },
  {
    description: 'POLICY POST without a referrer',
    severity: 2,
    category: 'Potentially Bad Traffic',
    sid: 9100003,
  },
  {
    description: 'INFO Domain of a cheap registry looked up',
    severity: 3,
    category: 'Misc activity',
    sid: 9100004,
  },
];

/** `suricata_alerts`; no public body has one, so these are after what Suricata's EVE tells of an alert. */
export function observeAlerts(analysed: Analysed, classification: Classification) {
  if (!isHarmful(classification)) return [];
  const seed = `${seedOf(analysed)}/alerts`;
  return choose(RULES, between(2, 3, seed), seed).map((rule) => ({ ...rule, protocol: 'TCP' }));
}
