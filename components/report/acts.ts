import { failureSentence } from '@/components/look-up-words.ts';
import type { Analysis } from '@/utils/analyses/analysis.ts';
import { isPrivateId } from '@/utils/analyses/keys.ts';
import type { Command, Reply } from '@/utils/background/commands.ts';
import { t } from '@/utils/browser/i18n.ts';
import type { Artefact } from '@/utils/spectra/brief.ts';
import { placeOf } from './artefact-place.ts';
import { areFresh, type FreshLinks } from './fresh-links.ts';

/** What the page can do beyond itself. */
export interface Doors {
  send: (command: Command) => Promise<Reply>;
  /** Opens a link of the service's in a tab. */
  onLink: (url: string) => Promise<void>;
  /** Opens what is held. */
  onHeld: () => void;
  /** Saves a report as it came, under the service's id of its analysis. */
  onSave: (body: string, analysisId: string) => void;
}

/** What came of an act, in a sentence, beside the analysis that it was asked of. */
export interface Answer {
  id: string;
  sentence: string;
}

/** The links that were fetched, by the id of their analysis. */
export type KnownLinks = Readonly<Record<string, FreshLinks>>;

interface ActsOptions extends Omit<Doors, 'onHeld'> {
  now: () => number;
  onAnswer: (answer: Answer) => void;
  onLinks: (links: KnownLinks) => void;
}

type Done = Extract<Reply, { ok: true }>;

/** What can be done with an analysis. One thing at a time: each look-up costs. */
export function createActs({ send, onLink, onSave, now, onAnswer, onLinks }: ActsOptions) {
  let links: KnownLinks = {};
  let isBusy = false;

  async function ask(
    { id, account }: Analysis,
    command: Command,
    doing: string,
    done: (reply: Done) => string | Promise<string>,
  ): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    onAnswer({ id, sentence: doing });
    try {
      const reply = await send(command).catch(() => null);
      const sentence = reply?.ok ? await done(reply) : failureSentence(reply, account?.address ?? '');
      onAnswer({ id, sentence });
    } finally {
      isBusy = false;
    }
  }

  async function follow({ account }: Analysis, artefact: Artefact, link: string | undefined) {
    const name = t(`report_${artefact}`);
    if (!link) return t('report_no_artefact', name);
    const place = placeOf(link, account?.address);
    if ('elsewhere' in place) return t('report_elsewhere', name, place.elsewhere);
    return onLink(place.url).then(
      () => t('report_opened', name),
      () => t('report_not_opened', name),
    );
  }

  /** Opens what a report links to; only where its links are too old they are fetched anew. */
  async function open(analysis: Analysis, artefact: Artefact): Promise<void> {
    const { id } = analysis;
    const known = links[id];
    if (known && areFresh(known, now())) {
      onAnswer({ id, sentence: await follow(analysis, artefact, known.links[artefact]) });
      return;
    }
    await ask(analysis, { name: 'fetchReport', id, want: 'links' }, t('report_fetching'), (reply) => {
      const fetched = reply.links ?? {};
      links = { ...links, [id]: { links: fetched, at: now() } };
      onLinks(links);
      return follow(analysis, artefact, fetched[artefact]);
    });
  }

  function save(analysis: Analysis): Promise<void> {
    const { id, started } = analysis;
    return ask(analysis, { name: 'fetchReport', id, want: 'body' }, t('report_fetching'), ({ body }) => {
      if (body === undefined) return t('answer_none');
      onSave(body, started?.analysisId ?? id);
      return t('report_saved');
    });
  }

  function fetchBrief(analysis: Analysis): Promise<void> {
    const command = { name: 'fetchReport', id: analysis.id, want: 'brief' } as const;
    return ask(analysis, command, t('report_fetching'), () => t('report_fetched'));
  }

  function check(analysis: Analysis): Promise<void> {
    return ask(analysis, { name: 'check', ids: [analysis.id] }, '', () => t('answer_checked'));
  }

  function runAgain(analysis: Analysis): Promise<void> {
    const { id, href, platform } = analysis;
    const capture = {
      name: 'detonate' as const,
      text: href,
      platforms: [platform],
      ...(isPrivateId(id) && { isPrivate: true as const }),
    };
    return ask(analysis, capture, '', ({ queued = 0, held = 0 }) => {
      if (held > 0) return t('answer_held_plain');
      return queued > 0 ? t('report_queued') : t('answer_under_way');
    });
  }

  return { open, save, fetchBrief, check, runAgain };
}
