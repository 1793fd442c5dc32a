import { area } from '../message.ts';

export const layout = area('layout', {
  language: {
    name: 'Language',
    system: 'As the system',
  },
  theme: {
    name: 'Theme',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
  },
});
