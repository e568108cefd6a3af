import type { Tokens, TokenizerAndRendererExtension } from 'marked';

/** A formula within a line is not longer (characters). */
const longest = 300;

/**
 * `$n$` and `\(n\)` within a line, so that no mark in them is taken for Markdown. As in pandoc, no blank follows the
 * first dollar or precedes the last one, and no digit follows that: "$5 to $10" is money.
 */
export const mathToken: TokenizerAndRendererExtension = {
  name: 'math',
  level: 'inline',
  start: (src) => {
    const at = src.search(/\$|\\\(/);
    return at < 0 ? undefined : at;
  },
  tokenizer: (src): Tokens.Generic | undefined => {
    const near = src.slice(0, longest);
    const found = displayed.exec(near) ?? dollars.exec(near) ?? brackets.exec(near);
    const text = found?.[1]?.trim();
    if (found === null || text === undefined || isMoney(text)) return undefined;
    return { type: 'math', raw: found[0], text, display: found[0].startsWith('$$') };
  },
};

const displayed = /^\$\$([^$]{1,300})\$\$/;
const dollars = /^\$(?!\s)([^$\n]{1,300})(?<![\s\\])\$(?![\d$])/;
const brackets = /^\\\(([^\n]{1,300}?)\\\)/;

/** "$5 and US$" is no formula: an amount, and words behind it. */
function isMoney(text: string): boolean {
  return (
    /^\d[\d.,]*\s?(?:[a-z]{2,}\b|[-–]|$)/i.test(text) && !/^\d[\d.,]*$/.test(text) && !/[\\^_=+*/]/.test(text)
  );
}
