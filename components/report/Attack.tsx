import { t, tn } from '@/utils/browser/i18n.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { Section } from './Section.tsx';
import { Told } from './Told.tsx';

/** MITRE ATT&CK: the techniques of each tactic. */
export function Attack({ brief: { techniques, totals } }: { brief: Brief }) {
  const tactics = [...new Set(techniques.map(({ tactic }) => tactic))];
  const left = totals.techniques - techniques.length;
  const summary = totals.techniques > 0 ? tn('report_techniques', totals.techniques) : '';
  return (
    <Section id="attack" title={t('report_attack')} summary={summary}>
      {tactics.length > 0 && (
        <dl class="tactics">
          {tactics.map((tactic) => (
            <div key={tactic}>
              <dt>{tactic ? <Told text={tactic} /> : t('report_no_tactic')}</dt>
              <dd>
                <ul>
                  {techniques
                    .filter((technique) => technique.tactic === tactic)
                    .map(({ id, name }) => (
                      <li key={`${id} ${name}`}>
                        <code>
                          <Told text={id} />
                        </code>{' '}
                        <Told text={name} />
                      </li>
                    ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {left > 0 && <p class="hint">{tn('report_left_out', left)}</p>}
    </Section>
  );
}
