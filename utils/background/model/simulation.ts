import type { Analysis } from '@/utils/analyses/analysis.ts';
import { ANALYSIS_PREFIX, CLAIM_PREFIX, GATE_PREFIX, KEYS } from '@/utils/analyses/keys.ts';
import type { Offer } from '@/utils/analyses/offer.ts';
import { accountKey, type Credentials } from '@/utils/spectra/account.ts';
import type { Client } from '@/utils/spectra/client.ts';
import type { Submission } from '@/utils/spectra/submission.ts';
import type { Notice } from '../announcements.ts';
import type { World } from '../background.ts';
import { parseAnalysis } from '../parse.ts';
import { Context, type CrashPoint, createLockTable, storageOf } from './context.ts';
import { createDice } from './dice.ts';
import { ADDRESS, createService, USERS } from './service.ts';
import { createTimeline } from './timeline.ts';

const ELSEWHERE = 'elsewhere';

/** One POST of a record as it left us; `record` is what stood in storage at that moment. */
interface Sent extends Submission {
  account: string;
  record: Analysis | undefined;
  /** It was refused in a way that proves that nothing was started, and we heard of it. */
  refused: boolean;
}

/** Which background code runs: the real one, or one with a fault put in. */
export type Background = ReturnType<typeof import('../background.ts')['createBackground']>;
export type BackgroundFactory = (world: World) => Background;

/** The background in two contexts, and around it a browser, a network, a service and a clock. Same seed, same story. */
export class Simulation {
  readonly dice: () => number;
  readonly timeline = createTimeline();
  readonly service;
  readonly local: Record<string, unknown> = {};
  readonly session: Record<string, unknown> = {};
  /** The URLs that the user pointed at in a window that is not private. */
  readonly pointedAt = new Set<string>();
  readonly sent: Sent[] = [];
  readonly notices: Notice[] = [];
  readonly crashes: CrashPoint[] = [];
  readonly broken: string[] = [];
  /** Every analysis that was ever stored, by its id: `href|platform`. */
  readonly stored = new Map<string, string>();
  /** Whose each id of the service was when it was first stored. */
  readonly owners = new Map<string, string>();
  /** What the user may have let go: deleted, erased, or beyond the number that is kept. */
  readonly released = new Set<string>();
  /** All was erased at least once: a request may meet no record any more. */
  isErased = false;
  /** What was taken in: it is news to nobody. */
  readonly imported = new Set<string>();
  /** What there ever was an offer of: `href|platform`. */
  readonly offered = new Set<string>();
  isOnline = true;
  hasPermission = true;
  /** So many of the next writes to storage are refused. */
  refusals = 0;
  /** Real times at which the clock's leap went unseen, since the background died before it could act on it. */
  readonly unseenLeaps: number[] = [];
  /** A background died since the alarm was last set: it may be one too many. */
  hasCrashedSinceAlarm = false;
  /** A background died over what stands nowhere, and no alarm brings one back: that can't be made good. */
  isForgotten = false;
  readonly #factory: BackgroundFactory;
  readonly #sendings = new Map<string, Analysis>();
  readonly #known = new WeakMap<object, Analysis>();
  readonly #locks = createLockTable();
  readonly #contexts: [Context | null, Context | null] = [null, null];
  readonly #backgrounds: [Background | null, Background | null] = [null, null];
  /** Where the context in each place is to die; whatever else it dies of before, the next one is to die there. */
  readonly #points: [CrashPoint | null, CrashPoint | null] = [null, null];
  #isFragile: boolean;
  #wasSetBack = false;
  #leaps: { at: number; contexts: Set<Context> }[] = [];

  constructor(factory: BackgroundFactory, seed: number) {
    this.#factory = factory;
    this.dice = createDice(seed);
    this.#isFragile = this.dice() < 0.5;
    this.service = createService(this.timeline, this.dice);
    for (const user of USERS) this.service.state.passwords.set(`${ADDRESS}|${user}`, 'right');
    this.timeline.onAlarm(() => this.wake(0, (background) => background.tick()));
  }

  /** A write was refused, and the background has not yet found that it can write again. */
  get isFailing(): boolean {
    return this.refusals > 0 || 'troubled' in this.session;
  }

  /** Lets everything happen that needs no time. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  pass(ms: number): Promise<void> {
    return this.timeline.pass(ms, () => this.settle());
  }

  /** Hands an event to the background in this place, starting it where it is dead. It is not waited for. */
  wake<T>(place: 0 | 1, event: (background: Background) => Promise<T>): Promise<T> {
    const background = this.#backgrounds[place] ?? this.#start(place);
    const done = event(background);
    done.catch((error) => this.broken.push(`An event rejected: ${error}`));
    return done;
  }

  /** The same for what stands in no storage, and is lost where the background dies over it. */
  tell(place: 0 | 1, event: (background: Background) => Promise<void>): void {
    if (!this.#backgrounds[place]) this.#start(place, true);
    const context = this.#contexts[place];
    if (context) context.isOwing = true;
    void this.wake(place, event);
  }

  /** Has the context in this place, or one that comes after it, die at the next operation of this name. */
  dieAt(place: 0 | 1, point: CrashPoint): void {
    this.#points[place] = point;
    this.#contexts[place]?.dieAt(point);
  }

  /** No context dies from now on but with the browser. */
  spare(): void {
    this.#isFragile = false;
    this.#points.fill(null);
    for (const context of this.#contexts) context?.spare();
  }

  contextAt(place: 0 | 1): Context | null {
    return this.#contexts[place];
  }

  isAlive(): boolean {
    return this.#contexts.some((context) => context?.isAlive);
  }

  /** Whether a background is at work, so that what waits need not wait for an alarm. */
  isBusy(): boolean {
    return this.#locks.isHeld('tick');
  }

  /** The browser ends and starts again, or the extension is updated: session storage is gone, and maybe the alarm. */
  async restart({ keepsAlarm }: { keepsAlarm: boolean }): Promise<void> {
    for (const context of this.#contexts) context?.die('browser:after');
    for (const key of Object.keys(this.session)) delete this.session[key];
    if (!keepsAlarm) this.timeline.setAlarm(null);
    this.tell(0, (background) => background.started());
    await this.settle();
  }

  setBack(ms: number): void {
    this.timeline.setClock(-ms);
    this.#wasSetBack = true;
  }

  /** Sets the wall clock forward. Whoever lives may see it. */
  leap(ms: number): void {
    this.timeline.setClock(ms);
    const alive = this.#contexts.filter((context) => context?.isAlive) as Context[];
    // Of two backgrounds, which no browser has, one may take a step back and this leap together for a smaller step back,
    // after the other has written times by the clock between.
    if (alive.length > 1 && this.#wasSetBack) this.unseenLeaps.push(this.timeline.real());
    this.#leaps.push({ at: this.timeline.real(), contexts: new Set(alive) });
  }

  /** All that is stored, of whichever window: the lists of both areas as one. */
  items(): Record<string, unknown> {
    const all = { ...this.local };
    const { credentials: _, troubled: _said, ...own } = this.session;
    for (const [key, value] of Object.entries(own)) all[key] = together(all[key], value);
    return all;
  }

  /** All analyses in storage. What can't be read there is a fault. */
  analyses(): Analysis[] {
    return [...Object.entries(this.local), ...Object.entries(this.session)]
      .filter(([key]) => key.startsWith(ANALYSIS_PREFIX))
      .flatMap(([key, value]) => {
        const analysis = this.#parsed(value);
        if (!analysis) this.broken.push(`${key} can't be read`);
        return analysis ?? [];
      });
  }

  /** Remembers what is written, since it may be removed before anybody looks. */
  #note(added: Record<string, unknown>): void {
    for (const [key, value] of Object.entries(added)) {
      if (key.startsWith(CLAIM_PREFIX)) this.#own(key.slice(CLAIM_PREFIX.length), String(value));
      const analysis = key.startsWith(ANALYSIS_PREFIX) ? (value as Analysis) : null;
      if (!analysis) continue;
      const { id, href, platform, state, started } = analysis;
      this.stored.set(id, `${href}|${platform}`);
      if (state === 'submitting') this.#sendings.set(`${href}|${platform}`, analysis);
      if (started) this.#own(started.analysisId, id);
    }
  }

  #own(analysisId: string, id: string): void {
    const owner = this.owners.get(analysisId) ?? id;
    this.owners.set(analysisId, owner);
    if (owner !== id) this.broken.push(`law 2: ${id} has ${analysisId}, which was started by ${owner}`);
  }

  /** What was stored and is not any more, or is marked to be removed. */
  gone(): Set<string> {
    const items = this.items();
    const removing = (items[KEYS.removing] as { ids: string[] } | undefined)?.ids ?? [];
    const isThere = (id: string) => ANALYSIS_PREFIX + id in items;
    return new Set([...removing, ...[...this.stored.keys()].filter((id) => !isThere(id))]);
  }

  /** What is stored is never changed in place, so that each value has to be read once only. */
  #parsed(value: unknown): Analysis | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const known = this.#known.get(value) ?? parseAnalysis(value);
    if (known) this.#known.set(value, known);
    return known;
  }

  #start(place: 0 | 1, isOwing = false): Background {
    const context = new Context(this.dice, (dead, point) => this.#died(place, dead, point));
    this.#contexts[place] = context;
    context.isOwing = isOwing;
    const point = this.#points[place];
    if (point) context.dieAt(point);
    if (this.#isFragile) context.beFragile();
    // A background that starts knows nothing of a leap that another one has yet to act on.
    for (const { at } of this.#leaps) this.unseenLeaps.push(at);
    const background = this.#factory(this.#world(context));
    this.#backgrounds[place] = background;
    background.tick().catch((error) => this.broken.push(`A tick rejected: ${error}`));
    return background;
  }

  #died(place: 0 | 1, context: Context, point: CrashPoint): void {
    this.crashes.push(point);
    if (this.#points[place] === point) this.#points[place] = null;
    this.#contexts[place] = null;
    this.#backgrounds[place] = null;
    this.hasCrashedSinceAlarm = true;
    if (context.isOwing && this.timeline.alarm() === null) this.isForgotten = true;
    for (const { at, contexts } of this.#leaps) {
      contexts.delete(context);
      if (contexts.size === 0) this.unseenLeaps.push(at);
    }
    this.#leaps = this.#leaps.filter(({ contexts }) => contexts.size > 0);
    this.#locks.release(context);
  }

  #reckoned(context: Context): void {
    this.#leaps = this.#leaps.filter(({ contexts }) => !contexts.has(context));
  }

  #world(context: Context): World {
    const say = async () => context.operate('show', () => undefined);
    // Whoever asks for the keys and then writes gates has shifted them.
    let isSurveying = false;
    const onWrite = (added: Record<string, unknown>) => {
      if (this.refusals > 0 && this.refusals-- > 0) throw new Error('The disk is full.');
      this.broken.push(...leaks(added, this.pointedAt));
      const names = Object.keys(added);
      const isGates = names.length > 0 && names.every((key) => key.startsWith(GATE_PREFIX));
      if (isSurveying && isGates) this.#reckoned(context);
      isSurveying = false;
      onAnyWrite(added);
    };
    const onAnyWrite = (added: Record<string, unknown>) => {
      this.#note(added);
      const offers = (added[KEYS.offers] as Offer[] | undefined) ?? [];
      for (const { href, platform } of offers.flatMap(({ items }) => items)) {
        this.offered.add(`${href}|${platform}`);
      }
    };
    const local = storageOf(context, 'local', this.local, onWrite);
    return {
      local: {
        ...local,
        keys: () => {
          isSurveying = true;
          return local.keys();
        },
      },
      session: storageOf(context, 'session', this.session, onAnyWrite),
      managed: { get: () => context.operate('managed', () => ({})) },
      locks: this.#locks.locksOf(context),
      clientFor: (credentials) => this.#clientOf(context, credentials),
      hasPermission: () => context.operate('permission', () => this.hasPermission),
      isOnline: () => this.isOnline,
      now: () => this.timeline.wall(),
      elapsed: () => this.timeline.real(),
      after: (ms, callback) => this.timeline.after(ms, () => context.isAlive && callback()),
      random: this.dice,
      setAlarm: (time) =>
        context.operate('alarm', () => {
          this.timeline.setAlarm(time);
          this.isForgotten = false;
          this.hasCrashedSinceAlarm = false;
        }),
      menus: { removeAll: say, create: say, update: say },
      notify: (notice) => context.operate('notify', () => void this.notices.push(notice)),
      showBadge: say,
      openOptions: say,
      openHeld: say,
      openDraft: say,
      openPopup: say,
      openReport: say,
      reload: () => undefined,
      t: (key, ...rest) => [key, ...rest].join(' '),
      timeOfDay: String,
    };
  }

  #clientOf(context: Context, credentials: Credentials): Client {
    const client = this.service.clientFor(credentials);
    const account = accountKey(credentials);
    return {
      submit: (submission) =>
        context.operate('submit', () => {
          const { href, platform, form } = submission;
          const record = structuredClone(this.#sending(submission));
          const sent = { href, platform, form, account, record, refused: false };
          this.sent.push(sent);
          return client.submit(submission).then((outcome) => {
            sent.refused = outcome.result === 'refused' && context.isAlive;
            return outcome;
          });
        }),
      trial: () => context.operate('trial', client.trial),
      usage: () => context.operate('usage', client.usage),
      quota: () => context.operate('quota', client.quota),
      history: (href, source) => context.operate('history', () => client.history(href, source)),
      report: (started, href) =>
        context.operate('report', () => {
          const record = this.analyses().find((one) => one.started?.analysisId === started.analysisId);
          const isOurs = record !== undefined && ownerOf(record) === account;
          if (!isOurs) this.broken.push('law 6: a report was asked for by another account');
          return client.report(started, href);
        }),
    };
  }

  #sending({ href, platform }: Submission): Analysis | undefined {
    const stored = this.analyses().find(
      (one) => one.href === href && one.platform === platform && one.state === 'submitting',
    );
    // Erased between its intent and its request.
    const last = this.#sendings.get(`${href}|${platform}`);
    return stored ?? (this.isErased ? last : undefined);
  }
}

/** The account that a stored record belongs to. */
export function ownerOf({ account }: Analysis): string {
  return account ? accountKey(account) : ELSEWHERE;
}

/** The ids in a stored list. */
export function idsIn(items: Record<string, unknown>): string[] {
  return (items[KEYS.unfinished] as string[] | undefined) ?? [];
}

/** What stands in both areas under one key: lists, or values of lists. */
function together(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  if (typeof one !== 'object' || one === null) return one ?? other;
  const fields = Object.entries(one).map(([name, value]) => [
    name,
    together(value, (other as Record<string, unknown>)[name]),
  ]);
  return Object.fromEntries(fields);
}

/** What the disk must not be told: ids of what is private, and URLs that were pointed at in private windows alone. */
function leaks(added: Record<string, unknown>, pointedAt: ReadonlySet<string>): string[] {
  const text = JSON.stringify(added);
  const hrefs = new Set(text.match(/http:\/\/bad\.test\/\d+/g));
  return [
    ...(text.includes('~') ? ['law 7: the id of something private is on the disk'] : []),
    ...[...hrefs]
      .filter((href) => !pointedAt.has(href))
      .map((href) => `law 7: ${href} was pointed at in a private window alone, and is on the disk`),
  ];
}
