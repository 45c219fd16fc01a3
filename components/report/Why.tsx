import { riskOf } from '@/utils/analyses/verdict.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { Folded } from './Folded.tsx';
import { Section } from './Section.tsx';
import { Told } from './Told.tsx';

/** From this risk factor on it is high, from that on it counts. */
const HIGH = 7;
const RAISED = 4;

/** The reasons: the threats' names, and the signatures, the riskiest first. */
export function Why({ brief: { threats, signatures, totals } }: { brief: Brief }) {
  const hasAny = totals.signatures + totals.threats > 0;
  const counts = hasAny ? tn('report_signatures', totals.signatures, totals.riskySignatures) : '';
  return (
    <Section id="why" title={t('report_why')} summary={counts}>
      {threats.length > 0 && (
        <div class="threats">
          <Folded items={threats} total={totals.threats}>
            {(name) => <Told text={name} />}
          </Folded>
        </div>
      )}
      <Folded items={signatures} total={totals.signatures} first={Math.max(8, highOf(signatures))}>
        {({ text, risk }) => (
          <span class="scored">
            <Risk risk={risk} />
            <Told text={text} />
          </span>
        )}
      </Folded>
    </Section>
  );
}

/** All that are high are seen at once, as far as that is of use. */
function highOf(signatures: Brief['signatures']): number {
  return Math.min(signatures.filter(({ risk = 0 }) => risk >= HIGH).length, 20);
}

function Risk({ risk }: { risk: number | undefined }) {
  if (risk === undefined) return <span class="risk" />;
  const { score, of } = riskOf(risk);
  const level = risk >= HIGH ? 'high' : risk >= RAISED ? 'raised' : 'low';
  return (
    <span class={`risk risk-${level}`} title={t(`report_risk_${level}`)}>
      {t('risk_of', Math.round(score * 10) / 10, of)}
    </span>
  );
}
