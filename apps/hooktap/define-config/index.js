/** Gives back what it is given: its types are what it is for. */
export const defineConfig = (config) => config;
