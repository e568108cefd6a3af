import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { escapeHtml } from '../../platform/escape-html.js';

const style = `body{font:1.1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:34rem;margin:12vh auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.2}
button{font:inherit;padding:.7rem 1.4rem;border:0;border-radius:.4rem;background:#1f4fa3;color:#fff;cursor:pointer}
button:focus-visible{outline:3px solid #f0a500;outline-offset:2px}
@media(prefers-color-scheme:dark){body{color:#eee;background:#161616}button{background:#8db4ff;color:#111}}`;

const styleHash = createHash('sha256').update(style).digest('base64');

/** A page with one thing to say, and at most one button, which posts to the page's own address. */
export type PlainPage = { title: string; text: string; button?: string };

export function sendPage(response: Response, status: number, { title, text, button }: PlainPage): void {
  const form =
    button === undefined
      ? ''
      : `<form method="post"><button type="submit">${escapeHtml(button)}</button></form>`;
  response
    .status(status)
    .set({
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      // The address is a key, so other sites must not get it. This site must, or browsers send the form without an origin.
      'Referrer-Policy': 'same-origin',
      'X-Robots-Tag': 'noindex',
    })
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} - Aethercast</title><style>${style}</style></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${form}</main></body></html>`,
    );
}
