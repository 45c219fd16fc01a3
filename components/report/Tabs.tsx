import { useRef } from 'preact/hooks';
import { Mark } from '@/components/Mark.tsx';
import { stateWords } from '@/components/words.ts';
import { t } from '@/utils/browser/i18n.ts';
import { defangHost } from '@/utils/capture/defang.ts';
import type { ReportRow } from './report-row.ts';

interface TabsProps {
  rows: readonly ReportRow[];
  chosen: string;
  now: number;
  onChoose: (id: string) => void;
}

/** One tab for each analysis of the batch; arrows go from one to the next. */
export function Tabs({ rows, chosen, now, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const hasOneUrl = new Set(rows.map(({ analysis }) => analysis.href)).size === 1;

  function go(index: number) {
    const next = rows.at(index % rows.length);
    if (!next) return;
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[rows.indexOf(next)]?.focus();
    onChoose(next.analysis.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const present = rows.findIndex(({ analysis }) => analysis.id === chosen);
    const steps: Record<string, number> = {
      ArrowRight: present + 1,
      ArrowLeft: present - 1,
      Home: 0,
      End: -1,
    };
    const index = steps[event.key];
    if (index === undefined) return;
    event.preventDefault();
    go(index);
  }

  return (
    <div ref={list} class="tabs" role="tablist" aria-label={t('report_tabs')} onKeyDown={onKeyDown}>
      {rows.map((row) => {
        const { id, platform, href } = row.analysis;
        const isChosen = id === chosen;
        return (
          <button
            key={id}
            id={`tab-${id}`}
            type="button"
            role="tab"
            data-tab={id}
            aria-selected={isChosen}
            aria-controls="panel"
            tabIndex={isChosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            <Mark analysis={row.analysis} now={now} label={stateWords(row, now)} />
            <span>{t(`platform_${platform}_name`)}</span>
            {!hasOneUrl && <span class="tab-host">{defangHost(new URL(href).hostname)}</span>}
          </button>
        );
      })}
    </div>
  );
}
