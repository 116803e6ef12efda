import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem } from '@kinfold/shared/kernel';

/** Checks every body against its DTO class. An unknown property is refused, not dropped (AZ-12). */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new DomainError('invalid', 'validation_failed', 'Some fields need another look.', fieldProblems(errors)),
  });
}

function fieldProblems(errors: readonly ValidationError[], path = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const field = `${path}${error.property}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      field,
      ...problem(rule, message),
    }));
    return [...own, ...fieldProblems(error.children ?? [], `${field}.`)];
  });
}

function problem(rule: string, message: string): Omit<FieldProblem, 'field'> {
  if (rule === 'whitelistValidation')
    return { code: 'unknown_property', message: 'This property is not known here. Leave it out.' };
  return { code: rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), message };
}
