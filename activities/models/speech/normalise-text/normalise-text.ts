export function normaliseText(text: string, _language: string): string {
  return text;
}
