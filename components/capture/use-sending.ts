import { useRef, useState } from 'preact/hooks';
import { useSaid } from '@/components/Said.tsx';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import { portionsOf } from './portions.ts';
import { brokenOffWords, NOTHING_SENT, sentWith, sentWords } from './sent-words.ts';

type Capture = Extract<Command, { name: 'capture' }>;

interface Sending {
  send: (command: Command) => Promise<Reply>;
  /** These are in storage. */
  onStored: (hrefs: readonly string[]) => void;
  /** All of it is. */
  onSent: () => void;
}

/** Sends what was chosen, in portions that can be stored at once, and says how far it is and what came of it. */
export function useSending({ send, onStored, onSent }: Sending) {
  const [answer, say] = useSaid();
  const [sent, setSent] = useState(NOTHING_SENT);
  const [isBusy, setBusy] = useState(false);
  const isAtWork = useRef(false);

  async function sendAll({ hrefs, platforms, ...capture }: Capture): Promise<void> {
    let now = NOTHING_SENT;
    let stored = 0;
    for (const portion of portionsOf(hrefs, platforms.length)) {
      say(t('sending', stored, hrefs.length));
      const reply = await send({ ...capture, hrefs: portion, platforms }).catch(() => null);
      // What was not stored stays ticked.
      if (!reply?.ok) return say(brokenOffWords(now, reply));
      now = sentWith(now, portion.length * platforms.length, reply);
      stored += portion.length;
      setSent(now);
      onStored(portion);
    }
    say(sentWords(now));
    onSent();
  }

  async function capture(command: Capture): Promise<void> {
    if (isAtWork.current || command.hrefs.length === 0 || command.platforms.length === 0) return;
    isAtWork.current = true;
    setBusy(true);
    await sendAll(command);
    isAtWork.current = false;
    setBusy(false);
  }

  return { answer, sent, isBusy, capture };
}
