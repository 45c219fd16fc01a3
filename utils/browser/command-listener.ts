import { browser } from 'wxt/browser';
import { type Command, commandSchema, type Reply } from '@/utils/background/commands.ts';

/** Has the background answer commands. What is no command, or comes from elsewhere than our own pages, gets no answer. */
export function onCommand(handle: (command: Command) => Promise<Reply>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: { id?: string; url?: string }) => {
    const isOurs = sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL(''));
    const command = commandSchema.safeParse(message);
    return isOurs && command.success ? handle(command.data) : undefined;
  });
}
