import { defangHost, defangText, defangUrls, reportedParts } from '@/utils/capture/defang.ts';

/** A text from outside, set apart from ours in its direction; the URLs, hosts and addresses in it are defanged. */
export function Told({ text }: { text: string }) {
  return <bdi>{defangText(text)}</bdi>;
}

/** A host or an address. */
export function ToldHost({ name }: { name: string }) {
  return <bdi class="told-host">{defangHost(defangText(name))}</bdi>;
}

/** A file's name, whose ending is no top-level domain. */
export function ToldFile({ name }: { name: string }) {
  return <bdi>{defangUrls(name)}</bdi>;
}

/** What a report calls a URL. */
export function ToldUrl({ text }: { text: string }) {
  const { before, host, after } = reportedParts(text);
  return (
    <bdi class="whole-url">
      {before}
      <b>{host}</b>
      {after}
    </bdi>
  );
}
