/** Something wrong in one field, `path` as in `retry.schedule`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** Notes one. */
export type Fault = (path: string, message: string) => void;
