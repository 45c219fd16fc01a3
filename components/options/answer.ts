import { problemSentence, serviceWords } from '@/components/words.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import { testSentence } from './test-sentence.ts';

/** What came of a test or of saving. `fault`: it was not tried, a field is wrong. */
export interface Answer {
  tone: 'good' | 'bad' | 'fault' | 'busy';
  sentence: string;
  /** What the service itself said. */
  words?: string;
}

/** The commands that need an account to be reached. */
export type Asked = Extract<Command, { name: 'testConnection' | 'saveSettings' }>;

/** Sends the command once the browser lets us reach the address, and puts what came of it in words. Never throws. */
export async function answerTo(
  command: Asked,
  permission: Promise<boolean>,
  send: (command: Command) => Promise<Reply>,
): Promise<Answer> {
  const account = command.name === 'saveSettings' ? command.account : command.credentials;
  const { host } = new URL(account.address);
  const isAllowed = await permission.catch(() => false);
  if (!isAllowed) return { tone: 'bad', sentence: t('permission_refused', host) };
  const reply = await send(command).catch(() => null);
  if (!reply) return { tone: 'bad', sentence: t('answer_none') };
  if (reply.ok) {
    const isTest = command.name === 'testConnection';
    return { tone: 'good', sentence: isTest ? t('test_passed', host, account.userName) : t('saved') };
  }
  if ('problem' in reply) return { tone: 'bad', sentence: problemSentence(reply.problem) };
  const sentence = testSentence(reply.error, account.address);
  return { tone: 'bad', sentence, words: serviceWords(reply.error) };
}
