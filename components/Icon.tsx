/** Line drawings on a grid of 16, in the colour of the text. */
const PATHS = {
  pencil: 'M10.5 3.5l2 2M3 13l.6-2.6 7.4-7.4a1.4 1.4 0 0 1 2 2l-7.4 7.4z',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  check: 'M3 8.5l3.3 3.3L13 5',
  chevron: 'M6 3.5L10.5 8 6 12.5',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  play: 'M5 3.5L12 8l-7 4.5z',
  sliders: 'M2 4.5h7M13 4.5h1M2 11.5h1M7 11.5h7M11 2.5v4M5 9.5v4',
  panel: 'M2 3h12v10H2zM9.5 3v10',
  warning: 'M8 2l6.500 11.500h-13zM8 6.500v3.200M8 11.600v.2',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 1 0 0-3.6z',
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
