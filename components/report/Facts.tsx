import type { ComponentChildren } from 'preact';
import { CopyButton } from '@/components/CopyButton.tsx';
import { exact } from '@/components/times.ts';
import { t } from '@/utils/browser/i18n.ts';
import { duration } from './measures.ts';
import type { ReportRow } from './report-row.ts';
import { Told } from './Told.tsx';

/** When and where it ran, and under which id. */
export function Facts({ row: { analysis, brief } }: { row: ReportRow }) {
  const { started, capturedAt, startedAt, finishedAt, isFound, platform } = analysis;
  const wentOutAt = analysis.sentAt ?? startedAt;
  const made = brief?.analysedAt;
  const isElsewhere = brief?.platform !== undefined && brief.platform.toLowerCase() !== platform;
  return (
    <dl class="facts">
      {brief?.browser && (
        <Fact name={t('report_browser')}>
          <Told text={brief.browser} />
        </Fact>
      )}
      {isElsewhere && (
        <Fact name={t('report_platform_said')}>
          <Told text={brief.platform ?? ''} />
        </Fact>
      )}
      {started && (
        <Fact name={t('report_analysis_id')}>
          <code>
            <bdi>{started.analysisId}</bdi>
          </code>
          <CopyButton text={started.analysisId} label={t('copy_id')} />
        </Fact>
      )}
      <Fact name={t(wentOutAt === undefined ? 'report_captured' : 'report_sent')}>
        {exact(wentOutAt ?? capturedAt)}
      </Fact>
      {finishedAt !== undefined && <Fact name={t('report_came')}>{exact(finishedAt)}</Fact>}
      {made !== undefined && (
        <Fact name={t('report_made')}>
          {brief?.duration === undefined
            ? exact(made)
            : t('report_made_took', exact(made), duration(brief.duration))}
        </Fact>
      )}
      {isFound && <Fact name={t('report_note')}>{t('details_found')}</Fact>}
      {brief?.configuration && (
        <Fact name={t('report_configuration')}>
          <Told text={brief.configuration} />
        </Fact>
      )}
    </dl>
  );
}

export function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
