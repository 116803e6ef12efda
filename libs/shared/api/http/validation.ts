import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldProblem } from '@kinfold/shared/kernel';

/** No request of ours is nested deeper than four; what goes deeper only wants to exhaust the stack of whoever walks it (AP-02). */
const DEPTH_LIMIT = 10;

class BodyPipe extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (isDeeperThan(DEPTH_LIMIT, value)) throw new DomainError('invalid', 'malformed_request', 'This is nested too deeply. Nothing was changed.');
    return super.transform(value, metadata);
  }
}

/** Checks every body against its DTO class. An unknown property is refused, not dropped (AZ-12). */
export function validationPipe(): ValidationPipe {
  return new BodyPipe({
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

function isDeeperThan(limit: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
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
