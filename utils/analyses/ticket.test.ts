import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import texts from '@/public/_locales/en/messages.json';
import type { Translate } from '@/utils/background/texts.ts';
import { defangHost, defangReported, defangText } from '@/utils/capture/defang.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { briefWith } from '@/utils/spectra/testing.ts';
import { queuedAnalysis } from './testing.ts';
import { type TicketForm, ticketText } from './ticket.ts';
import { escapeMarkdown } from './ticket-form.ts';

const t: Translate = (key, ...parts) =>
  texts[key].message.replace(/\$(\d)/g, (_, place) => String(parts[Number(place) - 1]));
const tools = { t, defangReported, defangHost, defangText };

const AT = Date.UTC(2026, 10, 24, 12, 1, 4, 567);

const finished = queuedAnalysis('a', AT, {
  href: 'https://login.bad.test/',
  platform: 'windows11',
  state: 'finished',
  startedAt: AT,
  finishedAt: AT + 780_000,
  started: { analysisId: '4c92-14e8', sha1: 'dad0ed6a', url: 'https://login.bad.test/?' },
  verdict: { classification: 'MALICIOUS', riskScore: 9, threat: 'Phishing.HTML.Generic', hasRun: true },
});

const brief = briefWith('MALICIOUS', {
  riskScore: 9,
  threats: ['Phishing.HTML.Generic'],
  signatures: [9, 8, 8, 7, 6, 5, 2].map((risk, index) => ({ text: `Reason ${index} at bad.test`, risk })),
  domains: ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.bad.test`),
  addresses: [
    { ip: '192.0.2.1', ports: [80, 443] },
    { ip: '2001:db8::1', ports: [] },
  ],
  totals: { ...briefWith('').totals, domains: 214, addresses: 2, threats: 1 },
});

function ticket(changes: Partial<Brief>, form: TicketForm = 'markdown'): string {
  return ticketText([{ analysis: finished, brief: { ...brief, ...changes } }], form, tools);
}

describe('the text for a ticket', () => {
  it('says what was sent, what came of it and why, defanged, with times in UTC', () => {
    const running = { ...queuedAnalysis('b', AT), href: finished.href, state: 'running' as const };
    expect(
      ticketText([{ analysis: finished, brief }, { analysis: running }], 'plain', tools),
    ).toBe(`Malicious 9/10
Others still run: 1

- URL: hxxps[:]//login[.]bad[.]test/
- URL at the service: hxxps[:]//login[.]bad[.]test/?
- SHA-1 of the URL: dad0ed6a
- Service: a.test

Windows 11: Malicious 9/10

- Analysis: 4c92-14e8
- Started: 2026-11-24T12:01:04Z
- Report: 2026-11-24T12:14:04Z
- Threats: Phishing.HTML.Generic
- Main reasons:
  - 9/10: Reason 0 at bad[.]test
  - 8/10: Reason 1 at bad[.]test
  - 8/10: Reason 2 at bad[.]test
  - 7/10: Reason 3 at bad[.]test
  - 6/10: Reason 4 at bad[.]test
- Domains: a[.]bad[.]test, b[.]bad[.]test, c[.]bad[.]test, d[.]bad[.]test, e[.]bad[.]test (214 in all)
- Addresses: 192[.]0[.]2[.]1 port 80 443, 2001[:]db8::1

Linux: Running
`);
  });

  it('is Markdown with what is ours in bold, and everything else escaped', () => {
    const text = ticket({ threats: ['*bold* [x](y) @all'] });
    expect(text).toMatch(/^\*\*Malicious 9\/10\*\*\n\n- URL: hxxps\\\[:\\\]\/\/login\\\[\.\\\]bad/);
    expect(text).toContain('- Threats: \\*bold\\* \\[x\\]\\(y\\) \\@all\n');
  });

  it('keeps a verdict without its brief, with the threat that the record knows', () => {
    const text = ticketText([{ analysis: finished }], 'plain', tools);
    expect(text).toContain('Windows 11: Malicious 9/10');
    expect(text).toContain('- Threats: Phishing.HTML.Generic');
  });

  it('says that an analysis did not run, and gives a word that nobody knows as it came', () => {
    const verdictWords = (classification: string, hasRun = true) =>
      ticketText(
        [{ analysis: { ...finished, verdict: { classification, hasRun } } }],
        'markdown',
        tools,
      ).split('\n')[0];
    expect(verdictWords('NO_THREATS_FOUND', false)).toBe('**Did not run**');
    expect(verdictWords('[odd](x)')).toBe('**\\[odd\\]\\(x\\)**');
    expect(verdictWords('')).toBe('**Unknown**');
  });

  it('has a part for each URL', () => {
    const other = { ...queuedAnalysis('c', AT), href: 'http://other.test/' };
    const text = ticketText([{ analysis: finished, brief }, { analysis: other }], 'plain', tools);
    expect(text.match(/- URL: .*/g)).toEqual([
      '- URL: hxxps[:]//login[.]bad[.]test/',
      '- URL: hxxp[:]//other[.]test/',
    ]);
    expect(text).toContain('Queued\n\n- URL: hxxp[:]//other[.]test/');
  });
});

describe('texts from reports in Markdown', () => {
  it.each([
    ['a\nb\r\n# c', 'a b \\# c'],
    ['![x](http:y)', '\\!\\[x\\]\\(http:y\\)'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert\\(1\\)&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['`code` \\`', '\\`code\\` \\\\\\`'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['~~s~~ __u__', '\\~\\~s\\~\\~ \\_\\_u\\_\\_'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  const naughty = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          '](',
          '[',
          ']',
          '(',
          ')',
          '<',
          '>',
          '\\',
          '`',
          'http://',
          'HTTPS://',
          'evil.com',
          '@all',
          '\n',
          '\n# ',
          '|',
          '![',
          '&lt;',
          'a',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('make no link, image, tag or line of their own, wherever they stand', () => {
    fc.assert(
      fc.property(naughty, (text) => {
        const verdict = { classification: text, hasRun: false };
        const started = { analysisId: text, sha1: text, url: text };
        const changes = {
          threats: [text],
          signatures: [{ text, risk: 9 }],
          domains: [text],
          addresses: [{ ip: text, ports: [80] }],
          warnings: [text],
        };
        const analysis = { ...finished, started, verdict };
        const written = ticketText([{ analysis, brief: { ...brief, ...changes } }], 'markdown', tools);
        const unescaped = written.replace(/\\./g, '');
        expect(unescaped).not.toMatch(/\]\(|[<>[\]`~|!#@]/);
        expect(written).not.toMatch(/https?:[\\/]{2}/i);
        expect(written.split('\n').every((line) => /^$|^\*\*|^ {0,2}- /.test(line))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('hold no URL in plain text either', () => {
    fc.assert(
      fc.property(naughty, (text) => {
        const written = ticket({ threats: [text], domains: [text], warnings: [text] }, 'plain');
        expect(written).not.toMatch(/https?:\/\//i);
      }),
      { numRuns: 1000 },
    );
  });
});
