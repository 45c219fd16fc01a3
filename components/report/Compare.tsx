import { useState } from 'preact/hooks';
import { VerdictMark } from '@/components/Mark.tsx';
import { verdictWords } from '@/components/words.ts';
import { rankOf, riskOf } from '@/utils/analyses/verdict.ts';
import { t } from '@/utils/browser/i18n.ts';
import { type Difference, differencesOf } from './compare.ts';
import { differenceSentences } from './difference-words.ts';
import type { ReportRow } from './report-row.ts';
import { Told, ToldHost, ToldUrl } from './Told.tsx';

/** So many differences are shown before the rest is asked for. */
const FIRST = 8;

/** The platforms that are at their end side by side: what only some of them were shown is cloaking. */
export function Compare({ rows }: { rows: readonly ReportRow[] }) {
  const [isWhole, setWhole] = useState(false);
  const differences = differencesOf(rows);
  const shown = isWhole ? differences : differences.slice(0, FIRST);
  return (
    <section id="compare">
      <h2 id="compare-title">{t('report_compare')}</h2>
      {differenceSentences(rows).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard. */}
      <section class="scroller" aria-labelledby="compare-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {rows.map(({ analysis }) => (
                <th key={analysis.id} scope="col">
                  {t(`platform_${analysis.platform}_name`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Verdicts rows={rows} />
            {shown.map((difference) => (
              <DifferenceRow key={`${difference.kind} ${difference.name}`} difference={difference} />
            ))}
          </tbody>
        </table>
      </section>
      {differences.length > shown.length && (
        <button type="button" class="plain small" onClick={() => setWhole(true)}>
          {t('report_all_differences', differences.length)}
        </button>
      )}
    </section>
  );
}

function Verdicts({ rows }: { rows: readonly ReportRow[] }) {
  return (
    <>
      <tr>
        <th scope="row">{t('report_verdict')}</th>
        {rows.map(({ analysis }) => {
          const { riskScore: _, ...verdict } = analysis.verdict ?? { classification: '', hasRun: true };
          const rank = rankOf(analysis) ?? 'unknown';
          return (
            <td key={analysis.id}>
              <span class="compare-verdict">
                <span aria-hidden="true">
                  <VerdictMark rank={rank} />
                </span>
                <Told text={verdictWords(rank, verdict)} />
              </span>
            </td>
          );
        })}
      </tr>
      <tr>
        <th scope="row">{t('report_risk')}</th>
        {rows.map(({ analysis: { id, verdict } }) => (
          <td key={id} class="numeric">
            {verdict?.riskScore === undefined ? '–' : riskWords(verdict.riskScore)}
          </td>
        ))}
      </tr>
      <tr>
        <th scope="row">{t('report_threats')}</th>
        {rows.map(({ analysis: { id, verdict }, brief }) => (
          <td key={id}>
            <Threats names={brief?.threats ?? (verdict?.threat ? [verdict.threat] : [])} />
          </td>
        ))}
      </tr>
    </>
  );
}

function riskWords(riskScore: number): string {
  const { score, of } = riskOf(riskScore);
  return t('risk_of', score, of);
}

function Threats({ names }: { names: readonly string[] }) {
  if (names.length === 0) return <>–</>;
  return (
    <ul>
      {names.slice(0, 3).map((name) => (
        <li key={name}>
          <Told text={name} />
        </li>
      ))}
    </ul>
  );
}

function DifferenceRow({ difference: { kind, name, contacts } }: { difference: Difference }) {
  return (
    <tr class="difference">
      <th scope="row">
        <span class="kind">{t(`report_one_${kind}`)}</span>
        {kind === 'urls' ? <ToldUrl text={name} /> : <ToldHost name={name} />}
      </th>
      {contacts.map((contact, index) => (
        <td key={index} class={`contact-${contact}`}>
          {t(`report_contact_${contact}`)}
        </td>
      ))}
    </tr>
  );
}
