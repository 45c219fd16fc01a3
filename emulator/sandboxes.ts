import type { Platform } from './platforms.ts';

/** What a sandbox holds, in the words of a report, after TCA-0207's list of profiles. */
interface Sandbox {
  /** The one that opens URLs. */
  browser: string;
  configuration: string;
}

export const SANDBOXES: Readonly<Record<Platform, Sandbox>> = {
  windows11: {
    browser: 'Google Chrome 113',
    configuration: 'MS Office 2016;Java 8;Adobe Reader 21;Firefox 96;Google Chrome 113;Python 3.9',
  },
  windows10: {
    browser: 'Google Chrome 69',
    configuration:
      'MS Office 2007;Java 8;Adobe Reader 2020;Firefox 62;Google Chrome 69;Microsoft Edge 42;Internet Explorer 11',
  },
  windows7: {
    browser: 'Google Chrome 51',
    configuration: 'MS Office 2007;Java 7;Adobe Reader 8.1;Firefox 37;Google Chrome 51;Internet Explorer 8',
  },
  macos11: { browser: 'Safari 14', configuration: 'Safari 14;Acrobat Reader 22' },
  linux: {
    browser: 'Firefox 112',
    configuration: 'LibreOffice 7.5;OpenJDK 11;Adobe Reader 9.5;Firefox 112;Python 3.8;Ruby 2.7',
  },
};
