import type { PublicEpisode } from '../../db/mails.js';
import { escapeHtml } from '../../platform/escape-html.js';
import type { Mail } from './mailer.js';

/** Episodes that one mail names; the others are counted. */
export const maxInDigest = 30;

/** Lists new public episodes, newest first. */
export function digestMail(
  news: { episodes: readonly PublicEpisode[]; total: number },
  baseUrl: string,
  unsubscribeUrl: string,
): Pick<Mail, 'subject' | 'text' | 'html' | 'unsubscribeUrl'> {
  const { episodes, total } = news;
  const headline = total === 1 ? '1 new episode on Aethercast' : `${total} new episodes on Aethercast`;
  const more = total > episodes.length ? `And ${total - episodes.length} more.` : '';
  const listed = episodes.map(({ podcastId, title, durationMs }) => ({
    title: title.replace(/\s+/g, ' '),
    length: durationMs === null ? '' : ` (${lengthOf(durationMs)})`,
    url: `${baseUrl}/api/v1/podcasts/${podcastId}/audio.mp3`,
  }));
  const texts = listed.map(({ title, length, url }) => `- ${title}${length}\n  ${url}`);
  const items = listed.map(
    ({ title, length, url }) =>
      `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a>${escapeHtml(length)}</li>`,
  );
  return {
    subject: headline,
    text: `${[headline, texts.join('\n'), ...(more === '' ? [] : [more]), `Unsubscribe: ${unsubscribeUrl}`].join('\n\n')}\n`,
    html: `<!doctype html><html lang="en"><body><h1>${headline}</h1>
<ul>${items.join('\n')}</ul>${more === '' ? '' : `<p>${more}</p>`}
<p><a href="${escapeHtml(unsubscribeUrl)}">Unsubscribe</a></p></body></html>`,
    unsubscribeUrl,
  };
}

function lengthOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? 'under a minute' : `${minutes} min`;
}
