const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text is the identifier of a demand: an upload, a file asked for. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
