import { decodeBase64 } from './base64.ts';
import { parseEnvelope } from './envelope.ts';
import { type NormalisedUrl, normaliseUrl } from './normalised-url.ts';
import { parseOptionalParameters } from './optional-parameters.ts';
import { isPlatform, PLATFORMS, type Platform } from './platforms.ts';
import { expectJson, Refusal } from './refusal.ts';
import { TARGET_FORMS, type TargetForm } from './submitted-target.ts';
import { decodeUtf8 } from './utf8.ts';

/** `standard` takes Base64 in its standard alphabet; `none` answers 400 to each `url_base64`. */
type Base64Support = 'standard' | 'none';

type Target = { kind: 'sample'; sha1: string } | ({ kind: 'url' } & NormalisedUrl);

export interface Submission {
  target: Target;
  platform: Platform;
  optionalParameters: Readonly<Record<string, string>>;
}

/** What was analysed, and where: all that is found follows from it. */
export type Analysed = Pick<Submission, 'target' | 'platform'>;

const FIELDS: readonly string[] = [...TARGET_FORMS, 'platform', 'response_format', 'optional_parameters'];

/** Parses the body of a submission (TCA-0207, "Request body"). Throws a 400 with the reason. */
export function parseSubmission(body: string, base64: Base64Support): Submission {
  const fields = parseFields(body);
  const given = TARGET_FORMS.filter((form) => fields.has(form));
  const [form] = given;
  if (form === undefined) throw new Refusal(400, 'One of sha1, url and url_base64 is required.');
  if (given.length > 1) throw new Refusal(400, 'sha1, url and url_base64 are mutually exclusive.');

  const platform = fields.get('platform');
  if (platform === undefined) throw new Refusal(400, 'platform is required.');
  if (!isPlatform(platform)) throw new Refusal(400, `platform has to be one of ${PLATFORMS.join(', ')}.`);

  expectJson(fields.get('response_format') ?? 'json', 'response_format');
  const optionalParameters = parseOptionalParameters(fields.get('optional_parameters') ?? '', form);
  return { target: parseTarget(form, fields.get(form) ?? '', base64), platform, optionalParameters };
}

function parseFields(body: string): Map<string, string> {
  const rl = parseEnvelope(body);
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(rl)) {
    if (!FIELDS.includes(name)) throw new Refusal(400, `"${name}" is not a field of the document.`);
    if (typeof value !== 'string') throw new Refusal(400, `${name} has to be a string.`);
    fields.set(name, value);
  }
  return fields;
}

function parseTarget(form: TargetForm, value: string, base64: Base64Support): Target {
  if (form === 'sha1') {
    if (!/^[0-9a-f]{40}$/i.test(value)) throw new Refusal(400, 'sha1 has to be 40 hexadecimal digits.');
    return { kind: 'sample', sha1: value };
  }
  return { kind: 'url', ...normaliseUrl(form === 'url' ? value : decodeUrl(value, base64)) };
}

function decodeUrl(value: string, base64: Base64Support): string {
  if (base64 === 'none') throw new Refusal(400, 'url_base64 is not accepted here.');
  const bytes = decodeBase64(value);
  if (bytes === null) throw new Refusal(400, 'url_base64 is not Base64.');
  const url = decodeUtf8(bytes);
  if (url === null) throw new Refusal(400, 'url_base64 does not hold UTF-8.');
  return url;
}
