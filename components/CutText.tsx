interface CutTextProps {
  text: string;
  /** How many characters of the end stay. */
  keep: number;
  class?: string;
}

/** A text on one line that loses its middle where it is too long; start and end stay. Read and copied it is whole. */
export function CutText({ text, keep, class: name = '' }: CutTextProps) {
  // Split by characters, so that no surrogate pair is torn.
  const characters = [...text];
  const end = characters.length > keep + 2 ? keep : 0;
  return (
    <span class={`cut ${name}`}>
      <span class="cut-start">{characters.slice(0, characters.length - end).join('')}</span>
      {end > 0 && <span class="cut-end">{characters.slice(-end).join('')}</span>}
    </span>
  );
}
