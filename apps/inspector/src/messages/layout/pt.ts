import type { Translation } from '../message.ts';
import type { layout as english } from './en.ts';

export const layout: Translation<typeof english> = {
  language: {
    name: 'Idioma',
    system: 'O do sistema',
  },
  theme: {
    name: 'Tema',
    light: 'Claro',
    dark: 'Escuro',
    system: 'O do sistema',
  },
};
