import { decodeHTMLStrict } from 'entities';

/** "&amp;amp;" is escaped twice; nobody escapes more often than this. */
const maxRounds = 4;

/** Entities of HTML that are left in a text, however often they were escaped. What is no entity stays. */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < maxRounds && decoded.includes('&'); round += 1) {
    const next = decodeHTMLStrict(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
