// Before the first paint, and so not a part of the app's module: the theme that this browser remembers (app/me/theme.ts).
try {
  const theme = localStorage.getItem('aethercast.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is closed: the device's theme it is.
}
