import type { ComponentChildren } from 'preact';
import { listed } from '@/components/words.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import type { Brief } from '@/utils/spectra/brief.ts';
import { KINDS, type Kind } from './compare.ts';
import { Folded } from './Folded.tsx';
import { Section } from './Section.tsx';
import { ToldHost, ToldUrl } from './Told.tsx';

/** What was contacted. */
export function Network({ brief }: { brief: Brief }) {
  const { urls, domains, addresses, totals } = brief;
  const counts = KINDS.flatMap((kind) => (totals[kind] > 0 ? tn(`report_count_${kind}`, totals[kind]) : []));
  return (
    <Section id="network" title={t('report_network')} summary={listed(counts)}>
      <Contacts kind="domains" total={totals.domains}>
        <Folded items={domains} total={totals.domains}>
          {(name) => <ToldHost name={name} />}
        </Folded>
      </Contacts>
      <Contacts kind="addresses" total={totals.addresses}>
        <Folded items={addresses} total={totals.addresses}>
          {({ ip, ports }) => (
            <>
              <ToldHost name={ip} />
              {ports.length > 0 && (
                <span class="ports"> {tn('report_ports', ports.length, ports.join(' '))}</span>
              )}
            </>
          )}
        </Folded>
      </Contacts>
      <Contacts kind="urls" total={totals.urls}>
        <Folded items={urls} total={totals.urls}>
          {(url) => <ToldUrl text={url} />}
        </Folded>
      </Contacts>
    </Section>
  );
}

interface ContactsProps {
  kind: Kind;
  total: number;
  children: ComponentChildren;
}

function Contacts({ kind, total, children }: ContactsProps) {
  if (total === 0) return null;
  return (
    <div class={`contacts contacts-${kind}`}>
      <h4>{t(`report_${kind}`)}</h4>
      {children}
    </div>
  );
}
