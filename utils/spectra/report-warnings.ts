/**
 * The wording of warnings is not documented. Those of real reports say that something is missing from a report or was left
 * out of it ("Not all processes where analyzed", "the analysis took too long"); these say that there was no analysis. A wrong
 * guess takes "no threats found" from a target that is harmless, a missed one gives it to a target that nobody opened.
 */
const TARGET = String.raw`(?<!\b(?:another|dropped|downloaded|embedded|extracted|linked|other)\s)\b(?:url|target(?:\s+host)?|web ?site|web ?page|page|sample|submitted file)`;
/** The target itself may follow the word: "the URL http://a.test/ …", "the target (a.test) …". */
const NAMED = String.raw`(?:\s+(?=\S*[./:])\S+)?`;
/** "Static analysis", "network analysis" are only parts of one. */
const ANALYSIS = String.raw`(?<!\b(?!(?:and|because|dynamic|sandbox|since|so|that|the|this|url)\b)[\w-]+\s)\banalysis(?:\s+of(?:\s+the)?\s+${TARGET})?`;
const BROWSER = String.raw`\bbrowser(?:\s+process)?`;

const NOT = String.raw`(?:(?:has|was|were|is|could|can|did|does)(?:\s+not|n['’]t)|can\s?not|never|failed\s+to|unable\s+to)(?:\s+be(?:en)?)?`;
const DONE = String.raw`(?:run|start(?:ed)?|execut(?:e|ed)|launch(?:ed)?|open(?:ed)?|load(?:ed)?|reach(?:ed|able)?|respond|access(?:ed|ible)?|visit(?:ed)?|detonated?|analy[sz]ed?)\b`;
/** "Did not run long enough", "was not analyzed further" say how far, so it ran. */
const AT_ALL = String.raw`(?!\s+(?:again|all|completely|entirely|every|fully|further|in\s+full|long|longer|to\s+(?:the\s+)?(?:end|completion)|twice)\b)`;
/** "Failed to load the page icon" speaks of the icon. */
const NO_MORE = String.raw`${NAMED}(?=\s*(?:$|[^\w\s]|(?:after|and|as|at|because|by|due|for|from|in|on|since|so|with|within)\b))`;

const DID_NOT_RUN: readonly RegExp[] = [
  // "The URL could not be opened", "analysis did not run", "browser failed to start"
  `(?:${TARGET}|${ANALYSIS}|${BROWSER})${NAMED}\\s+${NOT}\\s+${DONE}${AT_ALL}`,
  // "Unable to open the URL", "failed to start analysis"
  `\\b${NOT}\\s+${DONE}\\s+(?:(?:dynamic|the|this)\\s+)*(?:${TARGET}|analysis|${BROWSER})${NO_MORE}`,
  // "Target is unreachable", "URL not reachable"
  `${TARGET}${NAMED}\\s+(?:(?:is|was)\\s+)?(?:unreachable|offline|not\\s+(?:reachable|accessible|available))\\b`,
  // "Connection to the URL failed"
  `\\b(?:(?:navigation|connection)\\s+to|opening|loading|visiting)\\s+(?:the\\s+)?${TARGET}${NAMED}\\s+(?:has\\s+)?(?:failed|timed\\s+out|was\\s+refused)\\b`,
  // "Could not resolve host"
  String.raw`\b${NOT}\s+resolve\s+(?:the\s+)?(?:domain|host|name|url)`,
  // "Analysis failed", but not "analysis failed to extract strings"
  `${ANALYSIS}${NAMED}\\s+(?:has\\s+)?failed\\b(?!\\s+to\\b)`,
  // The vendor's own skills take it for "did not execute": https://github.com/reversinglabs/rl-spectra-ai-soc
  String.raw`\bno\s+process\s+behaviou?r\s+to\s+analy[sz]e\b`,
].map((pattern) => new RegExp(pattern, 'i'));

/** False where a warning says that the analysis did not run: then "no threats found" says nothing. */
export function hasRun(warnings: readonly string[]): boolean {
  return !warnings.some((warning) => DID_NOT_RUN.some((pattern) => pattern.test(warning)));
}
