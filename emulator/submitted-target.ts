import { z } from 'zod';

/** The three mutually exclusive fields that name what is to be detonated. */
export const TARGET_FORMS = ['sha1', 'url', 'url_base64'] as const;

export type TargetForm = (typeof TARGET_FORMS)[number];

/** What a body asks to detonate, whether it is accepted or not: `value` is decoded where it came as Base64. */
export interface SubmittedTarget {
  form: TargetForm;
  value: string;
}

const text = z.string().optional().catch(undefined);
const bodySchema = z.object({ rl: z.object({ sha1: text, url: text, url_base64: text, platform: text }) });

/** Reads target and platform from a raw body for the ledger; null for each that it does not hold. */
export function readSubmitted(raw: string): { target: SubmittedTarget | null; platform: string | null } {
  const fields = parseBody(raw);
  const form = TARGET_FORMS.find((name) => fields?.[name] !== undefined);
  const value = form && fields?.[form];
  return {
    target: form === undefined || value === undefined ? null : { form, value: decode(form, value) },
    platform: fields?.platform ?? null,
  };
}

function decode(form: TargetForm, value: string): string {
  return form === 'url_base64' ? Buffer.from(value, 'base64').toString('utf8') : value;
}

function parseBody(raw: string) {
  try {
    return bodySchema.parse(JSON.parse(raw)).rl;
  } catch {
    return null;
  }
}
