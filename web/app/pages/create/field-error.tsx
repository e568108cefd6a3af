import { createContext, use } from 'react';
import type { Refusal } from './form-errors';

/** What was refused at the last press, for the fields that it is about. */
export const RefusalContext = createContext<readonly Refusal[]>([]);

/** A control's attributes that say it is not as it must be; `message` is for `FieldRefusal`. */
export function useRefusal(field: string): {
  message: string | undefined;
  describedBy: string | undefined;
  isInvalid: boolean;
} {
  const message = use(RefusalContext).find((refusal) => refusal.field === field)?.message;
  return {
    message,
    describedBy: message === undefined ? undefined : `${field}-refusal`,
    isInvalid: message !== undefined,
  };
}

/** Why the control of this id is refused, or nothing. */
export function FieldRefusal({ field }: { field: string }) {
  const { message } = useRefusal(field);
  return message === undefined ? null : (
    <p className="field-error" id={`${field}-refusal`}>
      {message}
    </p>
  );
}
