import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** STIX 2.1 as far as we write it, from the standard; nothing else may stand in a bundle of ours. */

const UUID = /[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/.source;

function idOf(type: string) {
  return z.string().check(z.regex(new RegExp(`^${type}--${UUID}$`)));
}

const timeSchema = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  z.refine((text) => !Number.isNaN(Date.parse(text))),
);
const textSchema = z.string().check(z.minLength(1));
const labelsSchema = z.optional(z.array(textSchema).check(z.minLength(1)));

/** RFC 3986, appendix A, of what has an authority. */
const PCHAR = "(?:[A-Za-z\\d._~!$&'()*+,;=:@-]|%[\\dA-Fa-f]{2})";
const NAME = "(?:[A-Za-z\\d._~!$&'()*+,;=-]|%[\\dA-Fa-f]{2})*";
const URI = new RegExp(
  `^[A-Za-z][A-Za-z\\d+.-]*://(?:(?:[A-Za-z\\d._~!$&'()*+,;=:-]|%[\\dA-Fa-f]{2})*@)?(?:\\[[\\dA-Fa-f:.]+\\]|${NAME})(?::\\d*)?(?:/${PCHAR}*)*` +
    `(?:\\?(?:${PCHAR}|[/?])*)?(?:#(?:${PCHAR}|[/?])*)?$`,
);

const urlSchema = z.strictObject({
  type: z.literal('url'),
  spec_version: z.literal('2.1'),
  id: idOf('url'),
  value: z.string().check(z.regex(URI)),
  defanged: z.optional(z.literal(true)),
});

const softwareSchema = z.strictObject({
  type: z.literal('software'),
  spec_version: z.literal('2.1'),
  id: idOf('software'),
  name: textSchema,
  vendor: z.optional(textSchema),
});

const malwareAnalysisSchema = z.strictObject({
  type: z.literal('malware-analysis'),
  spec_version: z.literal('2.1'),
  id: idOf('malware-analysis'),
  created: timeSchema,
  modified: timeSchema,
  labels: labelsSchema,
  product: z.string().check(z.regex(/^[a-z\d-]+$/)),
  result: z.enum(['malicious', 'suspicious', 'benign', 'unknown']),
  result_name: z.optional(textSchema),
  submitted: z.optional(timeSchema),
  analysis_started: z.optional(timeSchema),
  analysis_ended: z.optional(timeSchema),
  operating_system_ref: idOf('software'),
  analysis_sco_refs: z.array(idOf('url')).check(z.minLength(1)),
});

const noteSchema = z.strictObject({
  type: z.literal('note'),
  spec_version: z.literal('2.1'),
  id: idOf('note'),
  created: timeSchema,
  modified: timeSchema,
  labels: labelsSchema,
  content: textSchema,
  object_refs: z.array(idOf('(?:url|malware-analysis)')).check(z.minLength(1)),
});

const bundleSchema = z.strictObject({
  type: z.literal('bundle'),
  id: idOf('bundle'),
  objects: z.optional(
    z
      .array(z.discriminatedUnion('type', [urlSchema, softwareSchema, malwareAnalysisSchema, noteSchema]))
      .check(z.minLength(1)),
  ),
});
type Bundle = z.infer<typeof bundleSchema>;
type StixObject = NonNullable<Bundle['objects']>[number];

/**
 * A text as a bundle.
 * @throws where it is none by the standard
 */
export function readBundle(text: string): { id: string; objects: StixObject[] } {
  const { id, objects = [] } = bundleSchema.parse(JSON.parse(text));
  const ids = objects.map((object) => object.id);
  if (new Set(ids.map((one) => one.split('--')[1])).size < ids.length) throw new Error('a UUID stands twice');
  for (const object of objects) {
    const missing = refsOf(object).filter((ref) => !ids.includes(ref));
    if (missing.length > 0) throw new Error(`${object.id} names ${missing.join()}, which is not there`);
    const named = observableId(object);
    if (named && named !== object.id) throw new Error(`${object.id} should be ${named}`);
    if ('created' in object && object.modified < object.created) throw new Error('modified before created');
  }
  return { id, objects };
}

function refsOf(object: StixObject): string[] {
  if (object.type === 'note') return object.object_refs;
  if (object.type !== 'malware-analysis') return [];
  return [object.operating_system_ref, ...object.analysis_sco_refs];
}

/** What the standard names an observable, found by hand: SHA-1 over the namespace and the canonical JSON (RFC 9562, 5.5). */
function observableId(object: StixObject): string | undefined {
  if (object.type !== 'url' && object.type !== 'software') return undefined;
  const { name, vendor } = { name: undefined, vendor: undefined, ...object };
  const contributing =
    object.type === 'url'
      ? `{"value":${JSON.stringify(object.value)}}`
      : `{"name":${JSON.stringify(name)}${vendor ? `,"vendor":${JSON.stringify(vendor)}` : ''}}`;
  const namespace = Buffer.from('00abedb4aa42466c9c01fed23315a9b7', 'hex');
  const bytes = createHash('sha1').update(namespace).update(contributing, 'utf8').digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return `${object.type}--${hex}`;
}
