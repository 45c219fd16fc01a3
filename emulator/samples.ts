import { Refusal } from './refusal.ts';

type Kind = 'file' | 'unsupported' | 'too-large' | 'archive' | 'overfull-archive';

// the document's example hashes, and one for each of its refusals
const SAMPLES = new Map<string, Kind>([
  ['72e76e5273496e674c20ab5352e56e7253696e47', 'file'],
  ['3c3ce51a7ab839c2f412fb06212fcf6a92932252', 'file'],
  ['83c69d2b26a1d1e5218e666316080b458e2e6948', 'file'],
  ['4060000000000000000000000000000000000001', 'unsupported'],
  ['4060000000000000000000000000000000000002', 'too-large'],
  ['4060000000000000000000000000000000000003', 'overfull-archive'],
  ['e662bfd39cf389b0bad5262e6007c09824261ee4', 'archive'],
]);

/** What the archive of the document's example holds here; an archive has at most 10 files. */
const ARCHIVED_FILES = [
  '72e76e5273496e674c20ab5352e56e7253696e47',
  '83c69d2b26a1d1e5218e666316080b458e2e6948',
  '4060000000000000000000000000000000000002',
  '4060000000000000000000000000000000000001',
];

/**
 * Throws unless the sample can be detonated: 404 `sample_not_found`, 406 `sample_size_exceeds`, 406
 * `filetype_not_supported`. An archive counts as unsupported here: it has an endpoint of its own.
 */
export function expectSample(sha1: string): void {
  const kind = SAMPLES.get(sha1.toLowerCase());
  if (kind === undefined) throw new Refusal(404, 'sample_not_found');
  if (kind === 'too-large') throw new Refusal(406, 'sample_size_exceeds');
  if (kind !== 'file') throw new Refusal(406, 'filetype_not_supported');
}

/** The SHA-1s of an archive's files. Throws 404 `archive_not_found` or 406 `too_many_files_in_archive`. */
export function expectArchive(sha1: string): readonly string[] {
  const kind = SAMPLES.get(sha1.toLowerCase());
  if (kind === 'overfull-archive') throw new Refusal(406, 'too_many_files_in_archive');
  if (kind !== 'archive') throw new Refusal(404, 'archive_not_found');
  return ARCHIVED_FILES;
}
