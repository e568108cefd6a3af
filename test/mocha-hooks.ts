// Shared by every suite; loaded before the tests.
export const mochaHooks = {};
