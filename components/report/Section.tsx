import type { ComponentChildren } from 'preact';
import { t } from '@/utils/browser/i18n.ts';

interface SectionProps {
  id: string;
  title: string;
  /** What it comes to, in a few words; "none" where there is nothing. */
  summary: string;
  children?: ComponentChildren;
}

/** A part of a report, its heading at its side. */
export function Section({ id, title, summary, children }: SectionProps) {
  return (
    <section id={id} class="part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <div>
        <p class="hint">{summary || t('report_none')}</p>
        {children}
      </div>
    </section>
  );
}
