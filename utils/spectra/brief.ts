import * as z from 'zod/mini';

const textsSchema = z.array(z.string());

/** How many bytes a stored brief has at most, as JSON in UTF-8: lists stay light. */
export const MAX_BRIEF = 8192;

/**
 * What a report says, in brief (TCA-0106, `rl.report`). All texts are data from outside, as they came, but for their length.
 * The lists hold the most telling entries, as many as fit; `totals` says how many there were.
 */
export const briefSchema = z.object({
  /** As it came, in any case; known are MALICIOUS, SUSPICIOUS, NO_THREATS_FOUND, UNKNOWN and KNOWN. Empty where none was readable. */
  classification: z.string(),
  /** As it came: 0 to 10, or to 100 in bodies of 2023; above 10 it is a percentage. */
  riskScore: z.optional(z.number()),
  platform: z.optional(z.string()),
  /** What opened the URL, as "Google Chrome 113". */
  browser: z.optional(z.string()),
  /** What the sandbox holds. */
  configuration: z.optional(z.string()),
  /** When the analysis was made, in milliseconds since 1970. */
  analysedAt: z.optional(z.number()),
  /** How long it took, in seconds. */
  duration: z.optional(z.number()),
  /** False where a warning says that the analysis did not run: then no threats found means nothing. */
  hasRun: z.boolean(),
  threats: textsSchema,
  /** The riskiest first; the factor is 0 to 10. */
  signatures: z.array(z.object({ text: z.string(), risk: z.optional(z.number()) })),
  /** MITRE ATT&CK, in the order of the report. */
  techniques: z.array(z.object({ tactic: z.string(), id: z.string(), name: z.string() })),
  urls: textsSchema,
  domains: textsSchema,
  /** IP addresses, each with the ports that were spoken to. */
  addresses: z.array(z.object({ ip: z.string(), ports: z.array(z.number()) })),
  /** Of Snort and Suricata. */
  alerts: textsSchema,
  /** The dropped files, malicious ones first; the hash is the best that is told. */
  files: z.array(
    z.object({
      name: z.string(),
      hash: z.string(),
      classification: z.string(),
      type: z.optional(z.string()),
      size: z.optional(z.number()),
    }),
  ),
  warnings: textsSchema,
  totals: z.object({
    threats: z.number(),
    signatures: z.number(),
    /** Those with a risk factor of at least 7. */
    riskySignatures: z.number(),
    techniques: z.number(),
    urls: z.number(),
    domains: z.number(),
    addresses: z.number(),
    alerts: z.number(),
    files: z.number(),
    /** Those that are classified as malicious. */
    maliciousFiles: z.number(),
    warnings: z.number(),
  }),
});
export type Brief = z.infer<typeof briefSchema>;

/** What a report links to for one hour. */
export const ARTEFACTS = ['screenshots', 'pcap', 'memory_strings', 'dropped_files_url'] as const;
export type Artefact = (typeof ARTEFACTS)[number];

/** The signed links of a report, as they came; only https ones. */
export type Links = Partial<Record<Artefact, string>>;
