/**
 * The sandbox's machines that take URLs, in the order in which they are offered.
 * Source: TCA-0207, request body, `platform`. What each holds stands in `_locales` (`platform_<id>_holds`).
 */
export const PLATFORMS = ['windows11', 'windows10', 'windows7', 'macos11', 'linux'] as const;

export type Platform = (typeof PLATFORMS)[number];

export function isPlatform(value: unknown): value is Platform {
  return PLATFORMS.some((platform) => platform === value);
}

/** The given platforms without repeats, in the fixed order; what is no platform is left out. */
export function inOrder(platforms: readonly string[]): Platform[] {
  return PLATFORMS.filter((platform) => platforms.includes(platform));
}
