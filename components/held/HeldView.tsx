import { useEffect, useRef, useState } from 'preact/hooks';
import { Said, useSaid } from '@/components/Said.tsx';
import { useLostFocus } from '@/components/use-lost-focus.ts';
import { SECOND } from '@/utils/analyses/time.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import type { Row } from '@/utils/background/overview.ts';
import { t, tn } from '@/utils/browser/i18n.ts';
import { type Decision, decidedWords, decisionCommand } from './decide.ts';
import { groupsOf, type HeldGroup, idsIn } from './groups.ts';
import { HeldAll } from './HeldAll.tsx';
import { HeldItem } from './HeldItem.tsx';
import { useRests } from './use-rests.ts';

interface HeldViewProps {
  rows: readonly Row[];
  now: number;
  send: (command: Command) => Promise<Reply>;
}

/** So many are shown, and so many more each time they are asked for. */
const PAGE = 20;

/** The next one comes to where a decided one was: the second of two clicks is not meant for it. */
const DOUBLE_CLICK = SECOND / 2;

/** All that is held, to be decided on. */
export function HeldView({ rows, now, send }: HeldViewProps) {
  const [openedAt] = useState(now);
  const [shown, setShown] = useState(PAGE);
  const [isPainted, setPainted] = useState(false);
  const [answer, say] = useSaid();
  const main = useRef<HTMLElement>(null);
  const decided = useRef({ at: 0, place: 0, ids: new Set<string>() });
  const groups = groupsOf(rows, openedAt);
  const restOf = useRests();
  // A millisecond each: hundreds are looked at after the first of them stand there.
  const cuttable = isPainted ? groups.slice(0, shown).filter((group) => restOf(group) !== undefined) : [];
  const count = idsIn(groups).length;

  useEffect(() => setPainted(true), []);

  useLostFocus(() => {
    const heads = main.current?.querySelectorAll<HTMLElement>('.held-item h2') ?? [];
    const next = heads[Math.min(decided.current.place, heads.length - 1)];
    (next ?? main.current?.querySelector<HTMLElement>('h1'))?.focus();
  });

  async function decide(ids: string[], decision: Decision) {
    const { current } = decided;
    const isDouble = Date.now() - current.at < DOUBLE_CLICK;
    // What was decided stands there until the storage says so.
    const open = ids.filter((id) => !current.ids.has(id));
    if (isDouble || open.length === 0) return;
    for (const id of open) current.ids.add(id);
    current.at = Date.now();
    const reply = await send(decisionCommand(open, decision)).catch(() => null);
    if (!reply?.ok) for (const id of open) current.ids.delete(id);
    say(decidedWords(reply, decision));
  }

  function decideOne(group: HeldGroup, place: number, decision: Decision) {
    decided.current.place = place;
    void decide(idsIn([group]), decision);
  }

  return (
    <main class="held" ref={main}>
      <header>
        <h1 tabIndex={-1}>{t('held_title')}</h1>
        {count > 0 && <p class="held-count">{tn('held_count', count)}</p>}
        {groups.length > 1 && <HeldAll groups={groups} cuttable={cuttable} onDecide={decide} />}
      </header>
      {count > 0 && (
        <p class="held-sharing">
          {t('held_sharing_customers')} {t('held_sharing_sender')}
        </p>
      )}
      <Said id="answer" said={answer} />
      {count === 0 ? (
        <section class="held-none">
          <h2>{t('held_none_title')}</h2>
          <p>{t('held_none')}</p>
        </section>
      ) : (
        <ul class="held-list">
          {groups.slice(0, shown).map((group, place) => (
            <HeldItem
              key={group.id}
              group={group}
              rest={restOf(group)}
              now={now}
              onDecide={(decision) => decideOne(group, place, decision)}
            />
          ))}
        </ul>
      )}
      {groups.length > shown && (
        <p>
          <button id="more" type="button" class="plain" onClick={() => setShown(shown + PAGE)}>
            {t('held_more', Math.min(PAGE, groups.length - shown), groups.length - shown)}
          </button>
        </p>
      )}
    </main>
  );
}
