import { createHash } from 'node:crypto';
import { between, digest, seedOf } from './choice.ts';
import { familyOf } from './platforms.ts';
import type { Analysed } from './submission.ts';
import { type Classification, isHarmful } from './verdict.ts';

const HABITS = {
  windows: { folder: 'C:\\Users\\user\\Downloads', ending: 'exe', type: 'PE/Exe' },
  macos: { folder: '/Users/user/Downloads', ending: 'dmg', type: 'Binary/Archive/DMG' },
  linux: { folder: '/home/user/Downloads', ending: 'run', type: 'ELF64 Little/Exe' },
} as const;

/** None of a harmless target. Else a page and an image; of a malicious one a program too, another on each platform. */
export function observeDroppedFiles(analysed: Analysed, classification: Classification) {
  if (!isHarmful(classification)) return [];
  const ours = digest(analysed.target.sha1.toLowerCase());
  const { folder, ending, type } = HABITS[familyOf(analysed.platform)];
  const page = {
    ...describeContent(`page ${ours}`),
    classification,
    file_name: `Browser Cache Entry: ${between(80, 199, ours)}`,
    file_path: '',
    sample_type: 'Text/HTML',
  };
  const program = {
    ...describeContent(`program ${seedOf(analysed)}`),
    classification,
    file_name: `invoice-${ours.slice(0, 4)}.${ending}`,
    file_path: folder,
    sample_type: type,
  };
  const image = {
    ...describeContent(`image ${ours}`),
    classification: 'NO_THREATS_FOUND',
    file_name: 'logo.jpg',
    file_path: folder,
    sample_type: 'Image/None/JPEG',
  };
  return classification === 'MALICIOUS' ? [page, program, image] : [page, image];
}

function describeContent(content: string) {
  const hash = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
  return {
    sha1: hash('sha1'),
    sha256: hash('sha256'),
    md5: hash('md5'),
    sample_size: between(900, 400_000, content),
  };
}
