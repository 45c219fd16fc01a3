import { browser } from 'wxt/browser';
import { type Command, type Reply, replySchema } from '@/utils/background/commands.ts';

/**
 * Sends a command to the background, waking it where it sleeps.
 * @throws where the background gives no answer, or one that makes no sense
 */
export async function send(command: Command): Promise<Reply> {
  return replySchema.parse(await browser.runtime.sendMessage(command));
}
