import { themes, type Theme } from './preferences';

/** Also read by `public/theme.js`, which applies it before anything is painted. */
const key = 'aethercast.theme';

/** `system` follows the device; the style sheet does the rest. This browser remembers it for the next first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // Storage is closed: the next visit begins in the device's theme and changes a moment later.
  }
}

/** What was applied last in this browser, until the server says what is preferred. */
export function rememberedTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(key);
    return themes.find((theme) => theme === kept);
  } catch {
    return undefined;
  }
}
