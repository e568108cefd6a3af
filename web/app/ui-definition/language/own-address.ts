/** A site that nobody has: what resolves to any other was not an address of this one. */
const here = 'http://here.invalid';

/** The address as it is sent when it is one of this gateway (`/api/...`); undefined for any other. */
export function ownApiAddress(address: string): string | undefined {
  const path = ownPath(address);
  return path?.startsWith('/api/') === true ? path : undefined;
}

/** The address when it is a path of this site; undefined for any other, however it is disguised. */
export function ownPath(address: string): string | undefined {
  if (!address.startsWith('/') || !URL.canParse(address, here)) return undefined;
  const { origin, pathname, search, hash } = new URL(address, here);
  // A path that begins with two slashes would be read as the name of another site the next time.
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : undefined;
}
