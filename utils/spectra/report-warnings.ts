/**
 * The wording of warnings is not documented. Those of real reports say that something is missing from a report or was left
 * out of it ("Not all processes where analyzed", "the analysis took too long"); these say that there was no analysis.
 */
const DID_NOT_RUN: readonly RegExp[] = [
  /\banalysis (?:has )?failed\b/i,
  /\b(?:could not|couldn.t|cannot|can.t|failed to|unable to) resolve (?:the )?(?:host|domain|name|url)/i,
  /(?<!\b(?:dropped|network|memory|static|child) )\b(?:analysis|sample|url|target|browser|sandbox)\b[^.;,]{0,60}\b(?:did not|didn.t|was not|wasn.t|were not|could not be|couldn.t be|cannot be|can.t be|can not be|failed to(?: be)?) (?:run|start(?:ed)?|execut(?:e|ed)|launch(?:ed)?|open(?:ed)?|load(?:ed)?|reach(?:ed)?|analy[sz]ed|visited|detonated)\b/i,
  /\b(?:unable|failed) to (?:run|start|execute|launch|open|load|reach|visit|detonate|analy[sz]e) (?:the )?(?:analysis|sample|url|target|browser)\b/i,
  /\b(?:url|target|host) (?:is|was) (?:unreachable|not reachable|offline)\b/i,
];

/** False where a warning says that the analysis did not run: then "no threats found" says nothing. */
export function hasRun(warnings: readonly string[]): boolean {
  return !warnings.some((warning) => DID_NOT_RUN.some((pattern) => pattern.test(warning)));
}
