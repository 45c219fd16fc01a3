/** Thrown where a request cannot be served: the status to answer, and the sentence or token for the body. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Throws a 400 unless the format is JSON. `where` names the parameter that asked for it. */
export function expectJson(format: string | undefined, where: string): void {
  if (format === 'json') return;
  if (format === undefined) {
    throw new Refusal(
      400,
      `${where} is missing, so the answer would be XML: this emulator speaks JSON only.`,
    );
  }
  if (format === 'xml')
    throw new Refusal(400, `${where} is xml: this emulator does not speak xml, only json.`);
  throw new Refusal(400, `${where} has to be xml or json.`);
}
