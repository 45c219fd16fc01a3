import { useRef } from 'preact/hooks';

interface FileButtonProps {
  /** Of the button, and of the field that it opens. */
  ids: readonly [button: string, field: string];
  text: string;
  /** What the field is for. */
  label: string;
  accept: string;
  onFile: (file: File) => void;
}

/** Lets the user choose a file. */
export function FileButton({ ids: [button, field], text, label, accept, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button id={button} type="button" class="plain small" onClick={() => input.current?.click()}>
        {text}
      </button>
      <input
        ref={input}
        id={field}
        type="file"
        accept={accept}
        aria-label={label}
        class="hidden"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
