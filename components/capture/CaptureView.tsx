import { useMemo, useReducer, useState } from 'preact/hooks';
import { Notices } from '@/components/popup/Notices.tsx';
import type { Draft } from '@/utils/analyses/draft.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Overview } from '@/utils/background/overview.ts';
import { t } from '@/utils/browser/i18n.ts';
import { inOrder } from '@/utils/spectra/platforms.ts';
import { ActBar } from './ActBar.tsx';
import { CandidateList } from './CandidateList.tsx';
import { choose, chosenOf, hrefsOf, NO_CHOICES, sendingOf } from './choices.ts';
import { queuedBefore } from './cost.ts';
import { LeftOutList } from './LeftOutList.tsx';
import { ListHead } from './ListHead.tsx';
import { Nothing } from './Nothing.tsx';
import { TabsLine } from './TabsLine.tsx';
import { TextField } from './TextField.tsx';
import type { Understand } from './understood.ts';
import { useDrop } from './use-drop.ts';
import { useSending } from './use-sending.ts';
import { useSource } from './use-source.ts';
import { type TabDoors, useTabs } from './use-tabs.ts';
import { useUnderstanding } from './use-understanding.ts';

/** What the page can do beyond itself. */
export interface CaptureDoors extends TabDoors {
  send: (command: Command) => Promise<Reply>;
  understand: Understand;
  /** Keeps the text for a reload. */
  onKeep: (text: string) => void;
  /** What was kept is needed no more. */
  onSent: () => void;
  onOptions: () => void;
  /** Asks the browser for the permission; called in the click itself. */
  onAllow: (address: string) => void;
  onAnalyses: () => void;
  onHeld: () => void;
}

interface CaptureViewProps {
  overview: Overview;
  /** What the page was opened on. */
  draft: Draft;
  mayReadTabs: boolean;
  now: number;
  doors: CaptureDoors;
}

const NO_TABS: readonly number[] = [];

/** What was understood of a text, to be ticked and sent. */
export function CaptureView({ overview, draft, mayReadTabs, now, doors }: CaptureViewProps) {
  const { settings, rows } = overview;
  const { origin, tabIds = NO_TABS, isPrivate } = draft;
  const source = useSource(draft.text, doors.onKeep);
  const tabs = useTabs(tabIds, mayReadTabs, doors);
  const understood = useUnderstanding(source.read, tabs.addresses, doors.understand);
  const [choices, onChoose] = useReducer(choose, NO_CHOICES);
  const [platforms, setPlatforms] = useState(() => inOrder(draft.platforms ?? settings.platforms));
  const isOver = useDrop(source.addAny);
  const chosen = useMemo(
    () => chosenOf(understood?.candidates ?? [], choices, settings),
    [understood, choices, settings.allowPrivateHosts],
  );
  const hrefs = useMemo(() => hrefsOf(chosen), [chosen]);
  const sending = useSending({
    send: doors.send,
    onStored: (stored) => onChoose(sendingOf(chosen, stored)),
    onSent: doors.onSent,
  });

  return (
    <main class={isOver ? 'page is-over' : 'page'}>
      <h1>{t('capture_title')}</h1>
      <Notices
        overview={overview}
        now={now}
        onOptions={doors.onOptions}
        onHeld={doors.onHeld}
        onAllow={doors.onAllow}
        onCommand={(command) => void doors.send(command).catch(() => null)}
      />
      {tabIds.length > 0 && <TabsLine count={tabIds.length} tabs={tabs} />}
      <TextField
        field={source.field}
        text={source.text}
        isFolded={origin !== 'paste'}
        fault={source.fault}
        onText={source.take}
        isTooMuch={source.isTooMuch}
        onFile={source.addAny}
      />
      {understood && chosen.length > 0 ? (
        <>
          <ListHead chosen={chosen} onChoose={onChoose} />
          <CandidateList chosen={chosen} lookAt={understood.lookAt} watch={settings} onChoose={onChoose} />
        </>
      ) : (
        <Nothing isRead={understood !== null && source.read.trim() !== ''} />
      )}
      {understood && <LeftOutList leftOut={understood.leftOut} />}
      <ActBar
        urls={hrefs.length}
        platforms={platforms}
        before={queuedBefore(rows)}
        sending={sending}
        onPlatforms={setPlatforms}
        onDetonate={() =>
          void sending.capture({
            name: 'capture',
            hrefs,
            origin,
            platforms,
            ...(isPrivate && { isPrivate }),
          })
        }
        onAnalyses={doors.onAnalyses}
        onHeld={doors.onHeld}
      />
      {isOver && <p class="drop-here">{t('drop_here')}</p>}
    </main>
  );
}
