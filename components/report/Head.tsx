import { CopyButton } from '@/components/CopyButton.tsx';
import { WholeUrl } from '@/components/DefangedUrl.tsx';
import { Mark, VerdictMark } from '@/components/Mark.tsx';
import { PrivateMark } from '@/components/PrivateMark.tsx';
import { summaryOf } from '@/components/popup/summary.ts';
import { stateWords, verdictWords } from '@/components/words.ts';
import { isOpen } from '@/utils/analyses/analysis.ts';
import { type TicketForm, ticketText } from '@/utils/analyses/ticket.ts';
import { worstOf } from '@/utils/analyses/verdict.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defang, defangHost, defangReported, defangText } from '@/utils/capture/defang.ts';
import { CopyGroup } from './CopyGroup.tsx';
import { Fact } from './Facts.tsx';
import type { ReportRow } from './report-row.ts';
import { Told, ToldUrl } from './Told.tsx';

interface HeadProps {
  rows: readonly [ReportRow, ...ReportRow[]];
  /** The one whose report stands below. */
  chosen: ReportRow;
  now: number;
}

const TOOLS = { t, defangReported, defangHost, defangText };

/** What the batch came to, of what, and all that goes into a ticket. */
export function Head({ rows, chosen, now }: HeadProps) {
  const { id, href, started } = chosen.analysis;
  const urls = new Set(rows.map(({ analysis }) => analysis.href)).size;
  const ticket = (form: TicketForm) => () => ticketText(rows, form, TOOLS);
  return (
    <header>
      <Verdict rows={rows} now={now} />
      <div class="target">
        <WholeUrl href={href} />
        <PrivateMark id={id} />
      </div>
      {urls > 1 && <p class="hint">{t('report_of_urls', urls)}</p>}
      <div class="copies">
        <CopyGroup
          label={t('report_copy_url')}
          choices={[
            { id: 'copy-url', label: t('report_defanged'), text: () => defang(href) },
            { id: 'copy-url-raw', label: t('report_as_it_is'), text: () => href },
          ]}
        />
        <CopyGroup
          label={t('report_copy_ticket')}
          choices={[
            { id: 'copy-markdown', label: t('report_markdown'), text: ticket('markdown') },
            { id: 'copy-plain', label: t('report_plain'), text: ticket('plain') },
          ]}
        />
      </div>
      {started && (
        <dl class="facts">
          {started.url !== '' && started.url !== href && (
            <Fact name={t('report_url_service')}>
              <ToldUrl text={started.url} />
            </Fact>
          )}
          {started.sha1 !== '' && (
            <Fact name={t('report_sha1')}>
              <code>
                <bdi>{started.sha1}</bdi>
              </code>
              <CopyButton text={started.sha1} label={t('report_copy_hash')} />
            </Fact>
          )}
        </dl>
      )}
    </header>
  );
}

/** The worst of the batch, and how the others stand while not all have their report. */
function Verdict({ rows, now }: Pick<HeadProps, 'rows' | 'now'>) {
  const analyses = rows.map(({ analysis }) => analysis);
  const worst = worstOf(analyses);
  const reported = worst?.analysis.state === 'finished' ? worst.analysis : undefined;
  const isWhole = analyses.every(({ state }) => state === 'finished');
  const waiting = analyses.some(isOpen) ? t('report_no_verdict_yet') : t('verdict_none');
  const words = rows.length > 1 ? waiting : stateWords(rows[0], now);
  return (
    <>
      <h1>
        <span aria-hidden="true">
          {worst ? <VerdictMark rank={worst.rank} /> : <Mark analysis={rows[0].analysis} now={now} />}
        </span>
        <span id="verdict" data-verdict={worst?.rank ?? 'open'}>
          {worst && reported ? <Told text={verdictWords(worst.rank, reported.verdict)} /> : words}
        </span>
      </h1>
      {reported?.verdict?.threat && (
        <p class="threat">
          <Told text={reported.verdict.threat} />
          {rows.length > 1 && ` · ${t(`platform_${reported.platform}_name`)}`}
        </p>
      )}
      {rows.length > 1 && !isWhole && <p class="threat">{summaryOf(rows, now)}</p>}
    </>
  );
}
