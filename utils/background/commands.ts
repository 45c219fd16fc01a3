import * as z from 'zod/mini';
import { analysisSchema, ORIGINS } from '@/utils/analyses/analysis.ts';
import { caseSchema, noteSchema } from '@/utils/analyses/case.ts';
import { keepSchema, preferencesSchema } from '@/utils/analyses/settings.ts';
import { accountSchema } from '@/utils/spectra/account.ts';
import { briefSchema } from '@/utils/spectra/brief.ts';
import { historyEntrySchema } from '@/utils/spectra/history.ts';
import { PLATFORMS } from '@/utils/spectra/platforms.ts';
import { quotaSchema } from '@/utils/spectra/quota.ts';
import { serviceErrorSchema } from '@/utils/spectra/service-error.ts';

const platforms = z.array(z.enum(PLATFORMS));
const ids = z.array(z.string());
/** From a private window: kept in memory only. */
const isPrivate = z.optional(z.literal(true));
const caseOrNone = z.union([z.literal(''), caseSchema]);
const credentials = z.object({ ...accountSchema.shape, password: z.optional(z.string()) });

/** What a page of the extension may ask of the background: every command, with its body. */
export const commandSchema = z.union([
  /** Capture a URL, or several in one text, as the user sees it in the popup. */
  z.object({ name: z.literal('detonate'), text: z.string(), platforms, isPrivate }),
  /** Capture what the user chose from what was understood of a text, as one batch; URLs as `URL` writes them. */
  z.object({
    name: z.literal('capture'),
    hrefs: z.array(z.string()),
    origin: z.enum(ORIGINS),
    platforms,
    isPrivate,
  }),
  /** Send what is held: as it is, or without what the guard saw. */
  z.object({ name: z.literal('consent'), ids, to: z.enum(['asItIs', 'without']) }),
  /** Do not send what is held. */
  z.object({ name: z.literal('discard'), ids }),
  /** What a capture did not queue since the same is under way: send it nevertheless, or leave it. */
  z.object({ name: z.literal('sendAnyway'), batchId: z.string() }),
  z.object({ name: z.literal('dismissOffer'), batchId: z.string() }),
  z.object({ name: z.literal('sendAgain'), ids }),
  z.object({ name: z.literal('cancel'), ids }),
  z.object({ name: z.literal('giveUp'), ids }),
  /** What the user writes about an analysis, and the case that analyses are filed under; empty takes it away. */
  z.object({ name: z.literal('annotate'), id: z.string(), note: noteSchema }),
  z.object({ name: z.literal('file'), ids, case: caseOrNone }),
  /** The case that all that follows is filed under; empty: none. */
  z.object({ name: z.literal('setCase'), case: caseOrNone }),
  /** Remove these for good; those that are not at their end stay. */
  z.object({ name: z.literal('delete'), ids }),
  /** Remove every analysis, those on their way too. */
  z.object({ name: z.literal('erase') }),
  /** Take in what was saved before. */
  z.object({
    name: z.literal('import'),
    analyses: z.array(analysisSchema),
    briefs: z.record(z.string(), briefSchema),
  }),
  /** Ask for the reports of these now. */
  z.object({ name: z.literal('check'), ids }),
  /** Fetch a report anew, at the cost of one look-up: for its links of one hour, as it came, or for its brief. */
  z.object({ name: z.literal('fetchReport'), id: z.string(), want: z.enum(['links', 'body', 'brief']) }),
  /** Ask the service which analyses of a URL it knows. */
  z.object({
    name: z.literal('lookUp'),
    href: z.string(),
    /** No click asked for it: then it is left where look-ups have to wait. */
    isAutomatic: z.optional(z.literal(true)),
    /** The user knows that the guard sees something in it. */
    isSure: z.optional(z.literal(true)),
  }),
  /** Take one of those into the list; its report is asked for then. */
  z.object({ name: z.literal('adopt'), href: z.string(), entry: historyEntrySchema, isPrivate }),
  /** Ask the service for the quotas of the account that is set. */
  z.object({ name: z.literal('quota') }),
  /** Keep everything queued from going out, or let it go on. */
  z.object({ name: z.literal('hold'), isHeld: z.boolean() }),
  /** Remove what can't be read, and find the lists anew. */
  z.object({ name: z.literal('repair') }),
  /** Ask the service with these credentials, without keeping them; without a password, with the one that is kept. */
  z.object({ name: z.literal('testConnection'), credentials }),
  /** Without a password the one that is kept stays. */
  z.object({
    name: z.literal('saveSettings'),
    account: accountSchema,
    password: z.optional(z.string()),
    keep: keepSchema,
    platforms,
  }),
  /** What concerns neither account nor password. */
  z.object({ name: z.literal('savePreferences'), ...z.partial(preferencesSchema).shape }),
  /** A page that shows the state of things was opened: what is new counts as seen. */
  z.object({ name: z.literal('look') }),
]);
export type Command = z.infer<typeof commandSchema>;

const problemSchema = z.object({
  /** A message key of `_locales`, with what it takes. */
  message: z.string(),
  substitutions: z.optional(z.array(z.string())),
});

/** What comes back: done, refused with a sentence to show, or the outcome of a connection test. */
export const replySchema = z.union([
  /** `queued`: how many analyses a capture queued; what is missing to those asked for is offered. */
  z.object({
    ok: z.literal(true),
    queued: z.optional(z.number()),
    /** How many analyses of a capture are held for the user's consent, and how many URLs of private hosts were refused. */
    held: z.optional(z.number()),
    refused: z.optional(z.number()),
    /** How many analyses were removed, taken in, or changed as was asked. */
    count: z.optional(z.number()),
    /** Of how many it was asked and not done: they are gone, past that point, or another account's. */
    left: z.optional(z.number()),
    /** Of a report that was fetched: its links, or the report as it came. */
    links: z.optional(z.record(z.string(), z.string())),
    body: z.optional(z.string()),
    /** What a look-up found, newest first. */
    found: z.optional(z.array(historyEntrySchema)),
    /** What the account may use. */
    quotas: z.optional(z.array(quotaSchema)),
    /** The analysis that was taken into the list. */
    id: z.optional(z.string()),
  }),
  z.object({ ok: z.literal(false), problem: problemSchema }),
  z.object({ ok: z.literal(false), error: serviceErrorSchema }),
]);
export type Reply = z.infer<typeof replySchema>;
export type Problem = z.infer<typeof problemSchema>;
