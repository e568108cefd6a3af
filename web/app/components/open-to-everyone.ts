/** Said wherever privacy could be expected: there are no accounts. */
export const openToEveryone = 'Everyone who can open this server can hear and delete it.';
