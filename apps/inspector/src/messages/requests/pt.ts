import type { Translation } from '../message.ts';
import type { requests as english } from './en.ts';

export const requests: Translation<typeof english> = {
  cancel: 'Cancelar',
  saved: 'Salva como {name}.',
  save: {
    title: 'Salvar esta requisição',
    name: 'Nome',
    note: 'Guardada com seus próprios cabeçalhos e corpo, então pode ser enviada mesmo sem o evento.',
    replaces: 'Já há uma requisição salva com este nome. Ela é substituída.',
    save: 'Salvar',
    replace: 'Substituir',
  },
  list: {
    title: 'Requisições salvas',
    empty: 'Nada está salvo ainda. Pressione E num evento, mude o que quiser e escolha Salvar como.',
    send: 'Enviar',
    sendIt: 'Enviar {name}',
    edit: 'Abrir no editor',
    editIt: 'Abrir {name} no editor',
    rename: 'Renomear',
    renameIt: 'Renomear {name}',
    newName: 'Novo nome de {name}',
    delete: 'Excluir',
    deleteIt: 'Excluir {name}',
    deleted: '{name} foi excluída.',
    undo: 'Desfazer',
    eventGone: 'O evento dela foi excluído. Enviá-la cria um novo.',
  },
  blocked: { title: 'Enviar uma requisição bloqueada', yes: 'Enviar assim mesmo' },
  palette: { send: 'Enviar “{name}”' },
};
