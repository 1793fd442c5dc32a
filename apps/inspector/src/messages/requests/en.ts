import { area } from '../message.ts';

/** Saved requests: whole requests under names. */
export const requests = area('requests', {
  cancel: 'Cancel',
  saved: 'Saved as {name}.',
  save: {
    title: 'Save this request',
    name: 'Name',
    note: 'Kept with its own headers and body, so it can be sent even when the event is gone.',
    replaces: 'There is a saved request of this name. It is replaced.',
    save: 'Save',
    replace: 'Replace it',
  },
  list: {
    title: 'Saved requests',
    empty: 'Nothing is saved yet. Press E on an event, change what you like, and choose Save as.',
    send: 'Send',
    sendIt: 'Send {name}',
    edit: 'Open in the editor',
    editIt: 'Open {name} in the editor',
    rename: 'Rename',
    renameIt: 'Rename {name}',
    newName: 'New name of {name}',
    delete: 'Delete',
    deleteIt: 'Delete {name}',
    deleted: 'Deleted {name}.',
    undo: 'Undo',
    eventGone: 'Its event was deleted. Sending it makes a new one.',
  },
  blocked: { title: 'Send a blocked request', yes: 'Send it anyway' },
  palette: { send: 'Send “{name}”' },
});
