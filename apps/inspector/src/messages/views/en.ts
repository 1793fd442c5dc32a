import { area } from '../message.ts';

/** Searches by name: the row above the list, its menu, and the dialogs. */
export const views = area('views', {
  label: 'Views',
  tooltip: 'Views (V)',
  builtIn: {
    all: 'All',
    failed: 'Failed',
    retrying: 'Retrying',
    signature: 'Bad signature',
    unread: 'Unread',
    pinned: 'Pinned',
  },
  saveThis: 'Save this search as a view…',
  edit: 'Edit views…',
  newTitle: 'Save this search',
  name: 'Name',
  taken: 'There is a view of this name already.',
  cancel: 'Cancel',
  save: 'Save view',
  none: 'No views are saved.',
  nameOf: 'Name of view {number}',
  needsName: 'A view needs a name of its own.',
  up: 'Move {name} up',
  down: 'Move {name} down',
  remove: 'Remove {name}',
  done: 'Done',
});
