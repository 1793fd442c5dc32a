/** While a dialog is being loaded: it takes the keys already, as any that is open does, so that none does something else. */
export const DialogComing = () => <dialog open hidden />;
