import type messages from '@/public/_locales/en/messages.json';

/** The name of a text in `_locales`. */
export type MessageKey = keyof typeof messages;

/** The text in the user's language, with `$1` … filled in. */
export type Translate = (key: MessageKey, ...substitutions: (string | number)[]) => string;
