import fc from 'fast-check';
import { encodeTime } from 'ulid';
import texts from '@/public/_locales/en/messages.json';
import { type Analysis, ORIGINS, STATES, VERSION } from '@/utils/analyses/analysis.ts';
import type { Translate } from '@/utils/background/texts.ts';
import { defangHost, defangReported, defangText } from '@/utils/capture/defang.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { briefWith } from '@/utils/spectra/testing.ts';

const t: Translate = (key, ...parts) =>
  texts[key].message.replace(/\$(\d)/g, (_, place) => String(parts[Number(place) - 1]));

/** What the page passes. */
export const TOOLS = { t, defangReported, defangHost, defangText };

const PIECES = [
  '=cmd|calc!A1',
  '+',
  '-',
  '@SUM(1)',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '"',
  '""',
  "'",
  ',',
  ';',
  '|',
  '\\',
  '`',
  '| --- |',
  '<script>',
  '&amp;',
  'http://evil.test/a.b',
  'HTTPS://evil.test',
  ' ',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u0000',
  '\ud800',
  '__proto__',
  'null',
  '田中さん',
  '💥',
  '\u202e',
];

/** Texts that programs stumble over. */
export const naughty: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join('')),
);

const STRANGE = [
  'http://bad.test/?',
  'http://u:p%zz@bad.test:8080/[a]/%/%zz|^`{}?q=[1]|^`{}%&u=https://evil.test/&v=http:\\\\evil.test#a#b[%]',
  'https://[2001:db8::1]:8443/?[x]',
  'http://[::1]/',
  'http://a"b{c}`.test/',
  'http://bücher.test/ü?ü#ü',
  'http://192.0.2.1/',
  'http://localhost/https://evil.test/http://u:p@evil.test/',
  'http://a.test/💥?💥#💥',
];

const href = fc
  .oneof(
    fc.constantFrom(...STRANGE),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    naughty.map((text) => `https://user:${text}@bad.test/${text}?${text}#${text}`),
    naughty.map((text) => `https://bad.test/${text}?${text}#${text}`),
  )
  .map((text) => URL.parse(text)?.href ?? 'http://bad.test/');

const time = fc.oneof(fc.nat(), fc.integer({ min: 1.6e12, max: 2e12 }), fc.constantFrom(0, 8.64e15));
/** A capture is never in the future. */
const past = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1.7e12 }));
const id = fc.tuple(past, fc.ulid()).map(([at, ulid]) => encodeTime(at) + ulid.slice(10));
const count = fc.nat(100);
const text = naughty;

/** JSON gives no objects without a prototype. */
function plain<T>(parts: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> {
  return fc.record(parts, { noNullPrototype: true }) as fc.Arbitrary<T>;
}

const verdict = fc.record(
  {
    classification: fc.oneof(
      fc.constantFrom('MALICIOUS', 'suspicious', 'NO_THREATS_FOUND', 'UNKNOWN', ''),
      text,
    ),
    riskScore: fc.oneof(fc.nat(100), fc.constantFrom(-1, 0.5)),
    threat: text,
    hasRun: fc.boolean(),
  },
  { requiredKeys: ['classification', 'hasRun'], noNullPrototype: true },
);

/** Any analysis that can stand in the storage, with the ids of real ones. */
export const anyAnalysis: fc.Arbitrary<Analysis> = fc.record(
  {
    version: fc.constant(VERSION),
    id,
    batchId: id,
    origin: fc.constantFrom(...ORIGINS),
    href,
    platform: fc.constantFrom(...PLATFORMS),
    account: fc.option(plain({ address: fc.constant('https://a.test'), userName: text })),
    form: fc.constantFrom('url_base64' as const, 'url' as const),
    state: fc.oneof(fc.constantFrom(...STATES), fc.constant('finished' as const)),
    capturedAt: past,
    queuedAt: time,
    attempts: count,
    sentAt: time,
    serviceSentAt: time,
    looks: count,
    lookAt: time,
    startedAt: time,
    started: plain({ analysisId: text, sha1: text, url: text }),
    isFound: fc.constant(true as const),
    error: fc.record(
      { kind: fc.constantFrom('noAnswer' as const, 'badRequest' as const), status: count, detail: text },
      { requiredKeys: ['kind'], noNullPrototype: true },
    ),
    finishedAt: time,
    verdict,
    note: text,
    case: text,
  },
  {
    requiredKeys: [
      'version',
      'id',
      'batchId',
      'origin',
      'href',
      'platform',
      'account',
      'form',
      'state',
      'capturedAt',
      'queuedAt',
      'attempts',
      'looks',
    ],
    noNullPrototype: true,
  },
);

/** Some of them, each with an id of its own. */
export const anyAnalyses: fc.Arbitrary<Analysis[]> = fc.uniqueArray(anyAnalysis, {
  selector: ({ id }) => id,
  maxLength: 5,
});

export const anyBrief: fc.Arbitrary<Brief> = fc
  .record(
    {
      classification: text,
      riskScore: fc.nat(10),
      browser: text,
      threats: fc.array(text, { maxLength: 3 }),
      domains: fc.array(text, { maxLength: 3 }),
      signatures: fc.array(plain({ text, risk: fc.nat(10) }), { maxLength: 3 }),
      files: fc.array(plain({ name: text, hash: text, classification: text }), { maxLength: 3 }),
    },
    { requiredKeys: ['classification'], noNullPrototype: true },
  )
  .map(({ classification, ...changes }) => briefWith(classification, changes));
