import { monotonicFactory } from 'ulid';
import type { Analysis, Origin } from '@/utils/analyses/analysis.ts';
import { parseTarget, parseTyped } from '@/utils/capture/target.ts';
import type { Platform } from '@/utils/spectra/platforms.ts';
import type { Problem } from './commands.ts';
import type { Store } from './store.ts';

export interface CaptureOptions {
  store: Store;
  now: () => number;
}

export interface Capture {
  /** The URL as it was met; nothing else is ever taken in its place. */
  text: string;
  origin: Origin;
  platforms: readonly Platform[];
}

export type Captured = { batch: Analysis[] } | { problem: Problem };

/** Makes a function that turns a capture into queued analyses, one a platform. Once it resolves, they are in storage. */
export function createCapture({ store, now }: CaptureOptions) {
  const ulid = monotonicFactory();

  return async ({ text, origin, platforms }: Capture): Promise<Captured> => {
    const target = origin === 'popup' ? parseTyped(text) : parseTarget(text);
    if ('problem' in target) {
      const substitutions = 'scheme' in target ? [target.scheme] : [];
      return { problem: { message: `target_${target.problem}`, substitutions } };
    }
    if (platforms.length === 0) return { problem: { message: 'target_no_platform' } };
    const batch = await store.change(async () => {
      const { account } = await store.settings();
      const capturedAt = now();
      const batchId = ulid(capturedAt);
      const analyses = platforms.map(
        (platform): Analysis => ({
          version: 1,
          id: ulid(capturedAt),
          batchId,
          origin,
          href: target.href,
          platform,
          account,
          form: 'url_base64',
          state: 'queued',
          capturedAt,
          queuedAt: capturedAt,
          attempts: 0,
        }),
      );
      return { analyses, lastPlatforms: [...platforms], result: analyses };
    });
    return { batch };
  };
}
