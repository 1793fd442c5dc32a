import type { Translation } from '../message.ts';
import type { layout as english } from './en.ts';

export const layout: Translation<typeof english> = {
  language: {
    name: 'Idioma',
    system: 'El del sistema',
  },
  theme: {
    name: 'Tema',
    light: 'Claro',
    dark: 'Oscuro',
    system: 'El del sistema',
  },
};
