import type { Brief } from '@/utils/spectra/brief.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import { type Analysis, isOpen, type State } from './analysis.ts';
import { escapeMarkdown, oneLine, utc } from './ticket-form.ts';
import { type Rank, worstOf } from './verdict.ts';
import { verdictWords } from './verdict-words.ts';

type TicketKey =
  | `platform_${Platform}_name`
  | `state_${State}`
  | `verdict_${Rank}`
  | 'verdict_not_run'
  | 'verdict_risk'
  | 'risk_of'
  | `ticket_${'url' | 'url_service' | 'sha1' | 'service' | 'platform' | 'analysis' | 'started' | 'report'}`
  | `ticket_${'open' | 'threats' | 'reasons' | 'reason' | 'domains' | 'addresses' | 'ports' | 'more' | 'warning'}`;

/** What a ticket is written with: the texts, and what makes URLs, hosts and texts from outside harmless. */
export interface TicketTools {
  t: (key: TicketKey, ...substitutions: (string | number)[]) => string;
  defangReported: (url: string) => string;
  defangHost: (host: string) => string;
  defangText: (text: string) => string;
}

export type TicketForm = 'markdown' | 'plain';

interface Reported {
  analysis: Analysis;
  brief?: Brief | undefined;
}

/** How many reasons, and of which risk at least; how many domains and addresses, threats and warnings. */
const REASONS = 5;
const RISK = 5;
const MOST = 5;

interface Write extends TicketTools {
  /** A text that is harmless already, as the form wants it. */
  put: (text: string) => string;
  /** The same for one from outside, made harmless. */
  say: (text: string) => string;
  strong: (text: string) => string;
}

/** What a batch came to, as it is put into a ticket: one block for each URL, in it one part for each platform. Times are UTC. */
export function ticketText(batch: readonly Reported[], form: TicketForm, tools: TicketTools): string {
  const isMarkdown = form === 'markdown';
  const put = isMarkdown ? escapeMarkdown : oneLine;
  const write: Write = {
    ...tools,
    put,
    say: (text) => put(tools.defangText(text)),
    strong: isMarkdown ? (text) => `**${text}**` : (text) => text,
  };
  const hrefs = [...new Set(batch.map(({ analysis }) => analysis.href))];
  const blocks = hrefs.flatMap((href) =>
    targetParts(
      href,
      batch.filter(({ analysis }) => analysis.href === href),
      write,
    ),
  );
  const paragraphs = blocks.map((lines) => lines.filter(Boolean).join('\n')).filter(Boolean);
  return `${paragraphs.join('\n\n')}\n`;
}

function targetParts(href: string, reported: readonly Reported[], write: Write): string[][] {
  const { t, put, say, strong, defangReported } = write;
  const analyses = reported.map(({ analysis }) => analysis);
  const worst = worstOf(analyses)?.analysis ?? analyses[0];
  const open = analyses.filter(isOpen).length;
  const hasVerdict = worstOf(analyses) !== undefined;
  const started = analyses.flatMap((analysis) => analysis.started ?? []);
  const normalised = started.flatMap(({ url }) =>
    url === '' || url === href ? [] : put(defangReported(url)),
  );
  const services = analyses.flatMap(({ account }) => put(URL.parse(account?.address ?? '')?.host ?? ''));
  const lines = (key: TicketKey, texts: readonly string[]) =>
    [...new Set(texts)].filter(Boolean).map((text) => item(t(key, text)));
  return [
    [worst ? strong(verdictWords(worst, write)) : '', hasVerdict && open > 0 ? t('ticket_open', open) : ''],
    [
      item(t('ticket_url', put(defangReported(href)))),
      ...lines('ticket_url_service', normalised),
      ...lines(
        'ticket_sha1',
        started.map(({ sha1 }) => say(sha1)),
      ),
      ...lines('ticket_service', services),
    ],
    ...reported.flatMap((one) => analysisParts(one, write)),
  ];
}

function analysisParts({ analysis, brief }: Reported, write: Write): string[][] {
  const { t, say, strong } = write;
  const { platform, started, startedAt, finishedAt, verdict } = analysis;
  const heading = t('ticket_platform', t(`platform_${platform}_name`), verdictWords(analysis, write));
  const threats = brief?.threats ?? (verdict?.threat ? [verdict.threat] : []);
  return [
    [strong(heading)],
    [
      started ? item(t('ticket_analysis', say(started.analysisId))) : '',
      startedAt === undefined ? '' : item(t('ticket_started', utc(startedAt))),
      finishedAt === undefined ? '' : item(t('ticket_report', utc(finishedAt))),
      some('ticket_threats', threats, brief?.totals.threats ?? threats.length, write),
      ...(brief ? briefLines(brief, write) : []),
    ],
  ];
}

function briefLines({ signatures, domains, addresses, warnings, totals }: Brief, write: Write): string[] {
  const { t, say, defangHost, defangText } = write;
  const reasons = signatures.filter(({ risk = 0 }) => risk >= RISK).slice(0, REASONS);
  const host = (name: string) => defangHost(defangText(name));
  const spoken = addresses.map(({ ip, ports }) =>
    ports.length > 0 ? t('ticket_ports', host(ip), ports.join(' ')) : host(ip),
  );
  return [
    reasons.length > 0 ? item(t('ticket_reasons')) : '',
    ...reasons.map(({ text, risk = 0 }) => `  ${item(t('ticket_reason', risk, say(text)))}`),
    some('ticket_domains', domains.map(host), totals.domains, write),
    some('ticket_addresses', spoken, totals.addresses, write),
    ...warnings.slice(0, MOST).map((text) => item(t('ticket_warning', say(text)))),
  ];
}

function item(line: string): string {
  return `- ${line}`;
}

/** The first of some texts on one line, and how many there are; empty where there is none. */
function some(key: TicketKey, texts: readonly string[], total: number, { t, say }: Write): string {
  if (texts.length === 0) return '';
  const shown = texts.slice(0, MOST).map(say).join(', ');
  return item(t(key, total > MOST ? t('ticket_more', shown, total) : shown));
}
