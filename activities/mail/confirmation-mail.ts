import { escapeHtml } from '../../platform/escape-html.js';
import type { Mail } from './mailer.js';

/** Asks the recipient to confirm the subscription. */
export function confirmationMail(link: string, hours: number): Pick<Mail, 'subject' | 'text' | 'html'> {
  const question = 'Someone, hopefully you, asked us to send news of new episodes to this address.';
  const ask = `To confirm, open this link within ${hours} hours:`;
  const otherwise = 'If it was not you, ignore this mail. You will not hear from us again.';
  return {
    subject: 'Confirm your subscription to Aethercast',
    text: `${question}\n\n${ask}\n${link}\n\n${otherwise}\n`,
    html: `<!doctype html><html lang="en"><body><p>${question}</p>
<p>${ask}<br><a href="${escapeHtml(link)}">Confirm the subscription</a></p>
<p>${otherwise}</p></body></html>`,
  };
}
