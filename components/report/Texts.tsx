import { t, tn } from '@/utils/browser/i18n.ts';
import { Folded } from './Folded.tsx';
import { Section } from './Section.tsx';
import { Told } from './Told.tsx';

interface TextsProps {
  id: 'alerts' | 'warnings';
  texts: readonly string[];
  total: number;
}

/** What a report says in sentences of its own: alerts of Snort and Suricata, the service's warnings. */
export function Texts({ id, texts, total }: TextsProps) {
  return (
    <Section id={id} title={t(`report_${id}`)} summary={total > 0 ? tn(`report_count_${id}`, total) : ''}>
      <Folded items={texts} total={total}>
        {(text) => <Told text={text} />}
      </Folded>
    </Section>
  );
}
