import { t, tn } from '@/utils/browser/i18n.ts';
import type { useTabs } from './use-tabs.ts';

interface TabsLineProps {
  /** How many tabs are meant, at least one. */
  count: number;
  tabs: ReturnType<typeof useTabs>;
}

/** What the browser has to be asked for before the addresses of tabs can be read, and what is missing then. */
export function TabsLine({ count, tabs: { isRead, isRefused, hidden, ask } }: TabsLineProps) {
  if (isRead) return hidden > 0 ? <p class="tabs-line">{tn('tabs_hidden', hidden)}</p> : null;
  return (
    <div class="tabs-line">
      <button id="read-tabs" type="button" class="plain" onClick={ask}>
        {tn('tabs_read', count)}
      </button>
      <p role="status">{t(isRefused ? 'tabs_refused' : 'tabs_about')}</p>
    </div>
  );
}
