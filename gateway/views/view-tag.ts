export const tag = 'User interface (DUIA)';
