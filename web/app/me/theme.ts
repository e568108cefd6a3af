import { keep, kept } from '../browser/browser-storage';
import { themes, type Theme } from './preferences';

/** Also read by `public/theme.js`, which applies it before anything is painted. */
const place = 'theme';

/** `system` follows the device; the style sheet does the rest. This browser remembers it for the next first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  keep(place, theme);
}

/** What was applied last in this browser, until the server says what is preferred. */
export function rememberedTheme(): Theme | undefined {
  const remembered = kept(place);
  return themes.find((theme) => theme === remembered);
}
