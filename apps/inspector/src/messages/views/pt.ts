import type { Translation } from '../message.ts';
import type { views as english } from './en.ts';

export const views: Translation<typeof english> = {
  label: 'Visões',
  tooltip: 'Visões (V)',
  builtIn: {
    all: 'Todos',
    failed: 'Com falha',
    retrying: 'Tentando de novo',
    signature: 'Assinatura inválida',
    unread: 'Não lidos',
    pinned: 'Fixados',
  },
  saveThis: 'Salvar esta busca como visão…',
  edit: 'Editar visões…',
  newTitle: 'Salvar esta busca',
  name: 'Nome',
  taken: 'Já existe uma visão com este nome.',
  cancel: 'Cancelar',
  save: 'Salvar visão',
  none: 'Nenhuma visão salva.',
  nameOf: 'Nome da visão {number}',
  needsName: 'Uma visão precisa de um nome próprio.',
  up: 'Mover {name} para cima',
  down: 'Mover {name} para baixo',
  remove: 'Remover {name}',
  done: 'Concluir',
};
