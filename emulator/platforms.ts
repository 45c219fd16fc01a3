/** The supported values of `platform` (TCA-0207, "Request body"). */
export const PLATFORMS = ['windows11', 'windows10', 'windows7', 'macos11', 'linux'] as const;

export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(text: string): text is Platform {
  return PLATFORMS.some((platform) => platform === text);
}

type PlatformFamily = 'windows' | 'macos' | 'linux';

const FAMILIES: Readonly<Record<Platform, PlatformFamily>> = {
  windows11: 'windows',
  windows10: 'windows',
  windows7: 'windows',
  macos11: 'macos',
  linux: 'linux',
};

/** What the platforms of one maker have in common, such as their paths. */
export function familyOf(platform: Platform): PlatformFamily {
  return FAMILIES[platform];
}
