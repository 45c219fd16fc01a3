/** The supported values of `platform` (TCA-0207, "Request body"). */
export const PLATFORMS = ['windows11', 'windows10', 'windows7', 'macos11', 'linux'] as const;

export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(text: string): text is Platform {
  return PLATFORMS.some((platform) => platform === text);
}
