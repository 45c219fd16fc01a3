import { z } from 'zod';
import { MAX_KEPT } from './rate-window.ts';

/** What can be changed while the emulator runs. */
const settingsSchema = z.strictObject({
  /** TCA-0207 requests per minute and account. */
  limit: z.union([z.int().min(0).max(MAX_KEPT), z.literal('off')]),
  /** TCA-0106 requests per minute and account; the true limit is not known. */
  lookupLimit: z.union([z.int().min(0).max(MAX_KEPT), z.literal('off')]),
  /** TCA-0207 answers with 200 per UTC day and account. */
  quota: z.union([z.int().min(0), z.literal('off')]),
  /** `none` answers 400 to each `url_base64`. */
  base64: z.enum(['standard', 'none']),
  /** How much faster than life analyses finish. */
  speed: z.number().positive(),
  /** Whether TCA-0403 lists analyses that are not finished; whether the true one does is not known. */
  listsRunning: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingsChangeSchema = settingsSchema.partial();
type SettingsChange = z.infer<typeof settingsChangeSchema>;

const DEFAULTS: Settings = {
  limit: 3,
  lookupLimit: 'off',
  quota: 'off',
  base64: 'standard',
  speed: 1,
  listsRunning: false,
};

export function createSettings(initial: Partial<Settings>) {
  const start = settingsSchema.parse({ ...DEFAULTS, ...initial });
  let current = start;

  return {
    get: (): Settings => current,
    /** Changes what is given and keeps the rest. Throws where a value is not allowed. */
    set(changes: SettingsChange): void {
      current = settingsSchema.parse({ ...current, ...changes });
    },
    reset(): void {
      current = start;
    },
  };
}

export type SettingsStore = ReturnType<typeof createSettings>;
