import { createContext, use } from 'react';
import type { FormError } from './form-errors';

/** The errors of the last submission, for the fields that they concern. */
export const FormErrorsContext = createContext<readonly FormError[]>([]);

/** The attributes of a control that say what is wrong with it; `FieldError` shows the message. */
export function useFieldError(field: string): {
  message: string | undefined;
  describedBy: string | undefined;
  isInvalid: boolean;
} {
  const message = use(FormErrorsContext).find((error) => error.field === field)?.message;
  return {
    message,
    describedBy: message === undefined ? undefined : `${field}-error`,
    isInvalid: message !== undefined,
  };
}

/** What is wrong with the control of this id, or nothing. */
export function FieldError({ field }: { field: string }) {
  const { message } = useFieldError(field);
  return message === undefined ? null : (
    <p className="field-error" id={`${field}-error`}>
      {message}
    </p>
  );
}
