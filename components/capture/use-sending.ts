import { useRef, useState } from 'preact/hooks';
import { useSaid } from '@/components/Said.tsx';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { tn } from '@/utils/browser/i18n.ts';
import type { Choosing } from './choices.ts';
import { sentWords } from './sent-words.ts';

type Capture = Extract<Command, { name: 'capture' }>;

interface Sending {
  send: (command: Command) => Promise<Reply>;
  onChoose: (choosing: Choosing) => void;
  /** It is in storage: the draft is needed no more. */
  onSent: () => void;
}

/** Sends what was chosen, one capture at a time, and says what came of it. */
export function useSending({ send, onChoose, onSent }: Sending) {
  const [answer, say] = useSaid();
  const [sent, setSent] = useState<{ held: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isAtWork = useRef(false);

  async function capture(command: Capture): Promise<void> {
    if (isAtWork.current || command.hrefs.length === 0 || command.platforms.length === 0) return;
    isAtWork.current = true;
    setBusy(true);
    say(tn('sending', command.hrefs.length));
    const reply = await send(command).catch(() => null);
    isAtWork.current = false;
    setBusy(false);
    say(sentWords(reply, { urls: command.hrefs.length, platforms: command.platforms.length }));
    if (!reply?.ok) return;
    setSent({ held: reply.held ?? 0 });
    onChoose({ do: 'send', hrefs: command.hrefs });
    onSent();
  }

  return { answer, sent, isBusy, capture };
}
