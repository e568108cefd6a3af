/**
 * Ports that browsers connect to for no page: `bad ports` of https://fetch.spec.whatwg.org/#port-blocking from 1024 on.
 * What is behind one of them cannot be reached by a web page, whatever name resolves to this machine.
 */
export const unsafePorts: readonly number[] = [
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 10080, 2049, 3659, 4045, 5060, 5061, 1719, 1720, 1723,
];
