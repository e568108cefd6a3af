const reported = new Set<string>();

/** Tells developers, once, what of a view could not be shown or done; people see the rest of it. */
export function report(what: string): void {
  if (reported.has(what)) return;
  reported.add(what);
  console.warn(`The view has ${what}.`);
}
